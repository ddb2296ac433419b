//! Where values come from.

use serde::Deserialize;
use toml_serde::Spanned;
use toml_serde::config::{Config, Env};

use crate::Folder;

fn config(folder: &Folder) -> Config {
    Config::new()
        .text(
            "built in",
            "[server]\nhost = 'a'\nport = 1\ntags = ['x', 'y']",
        )
        .file(folder.path("app.toml"))
        .env(Env::new("APP").variables([("APP__SERVER__PORT", "3"), ("APP__LIST", "a, b")]))
        .set("server.host = c")
}

#[test]
fn origin_tells_place_and_chain() {
    let folder = Folder::with(&[(
        "app.toml",
        "# mine\n[server]\nport = 0x2 # two\nhost = \"b\"\n",
    )]);
    let loaded = config(&folder).load().expect("a configuration");
    let origin = |path: &str| {
        loaded
            .origin(path)
            .map(|origin| folder.shorten(&origin.to_string()))
    };
    assert_eq!(
        origin("server.port"),
        Some("environment variable APP__SERVER__PORT, overrides app.toml:3:8, built in:3:8".into())
    );
    assert_eq!(
        origin("server.host"),
        Some("override 'server.host = c', overrides app.toml:4:8, built in:2:8".into())
    );
    assert_eq!(origin("server.tags[1]"), Some("built in:4:14".into()));
    assert_eq!(origin("server.tags[-2]"), Some("built in:4:9".into()));
    assert_eq!(origin("server"), Some("built in:1:1".into()));
    assert_eq!(origin("server.tags[2]"), None);
    assert_eq!(origin("nowhere"), None);
    assert_eq!(origin("a..b"), None);
}

#[test]
fn place_has_all_parts() {
    let folder = Folder::with(&[("app.toml", "# mine\n[server]\nport = 0x2 # two\n")]);
    let loaded = config(&folder).load().expect("a configuration");
    let origin = loaded.origin("server.port").expect("a port");
    let file = &origin.displaced()[0];
    assert_eq!(file.file(), Some(folder.path("app.toml").as_path()));
    assert_eq!((file.line(), file.column()), (3, 8));
    assert_eq!(file.span(), 23..26);
    assert_eq!(file.raw(), "0x2");
    assert_eq!(origin.place().raw(), "3");
    assert_eq!(origin.place().column(), "APP__SERVER__PORT=".len() + 1);
    assert_eq!(origin.place().file(), None);
}

#[test]
fn spans_of_values_can_be_located() {
    #[derive(Deserialize)]
    struct Settings {
        server: Server,
        list: Vec<Spanned<String>>,
    }

    #[derive(Deserialize)]
    struct Server {
        host: Spanned<String>,
        port: Spanned<u16>,
        tags: Vec<Spanned<String>>,
    }

    let folder = Folder::with(&[("app.toml", "server.tags = ['p',\n'q']")]);
    let loaded = config(&folder).load().expect("a configuration");
    let settings: Settings = loaded.extract().expect("all keys");
    let place = |span| {
        loaded
            .locate(span)
            .map(|place| folder.shorten(&place.to_string()))
    };
    let server = settings.server;
    assert_eq!(
        place(server.host.span()),
        Some("override 'server.host = c'".into())
    );
    assert_eq!(
        place(server.port.span()),
        Some("environment variable APP__SERVER__PORT".into())
    );
    assert_eq!(place(server.tags[1].span()), Some("app.toml:2:1".into()));
    let raw = loaded
        .locate(settings.list[1].span())
        .map(|place| place.raw().to_owned());
    assert_eq!(raw, Some("b".into()));
    assert_eq!(place(usize::MAX..usize::MAX), None);
}
