//! The merged configuration with the origin of each value.

use serde::Deserialize;
use toml_serde::config::{Config, Env, Secret};

use crate::Folder;

#[test]
fn explain_names_layers_and_what_they_override() {
    let folder = Folder::with(&[(
        "config/app.toml",
        "name = \"app\"\n\n[server]\nport = 8080\n\n[[plugin]]\nname = 'x'\n\n[[plugin]]\nname = 'y'\n[plugin.options]\ndeep = true\n",
    )]);
    let config = Config::new()
        .text("defaults", "name = 'none'\nempty = {}\n[server]\nhost = 'localhost'\nport = 80\ntags = ['a']\n[a.b.c]\nd = 1.0")
        .file(folder.path("config/app.toml"))
        .env(Env::new("APP").variables([("APP__SERVER__PORT", "9090")]))
        .append("server.tags")
        .set("server.tags=['b']")
        .set("'odd key'=1");
    let loaded = config.load().expect("a configuration");
    let explained = loaded.explain();
    assert_eq!(
        folder.shorten(&explained),
        "\
name = \"app\"   # config/app.toml:1:8, overrides 'none' at defaults:1:8
\"odd key\" = 1  # override ''odd key'=1'

[empty]

[server]
host = \"localhost\"  # defaults:4:8
port = 9090         # environment variable APP__SERVER__PORT, overrides 8080 at config/app.toml:4:8, 80 at defaults:5:8
tags = [\"a\", \"b\"]   # defaults, override 'server.tags=['b']'

[a.b.c]
d = 1.0  # defaults:8:5

[[plugin]]
name = \"x\"  # config/app.toml:7:8

[[plugin]]
name = \"y\"  # config/app.toml:10:8

[plugin.options]
deep = true  # config/app.toml:12:8
"
    );
    let again: toml_serde::Table = toml_serde::from_str(&explained).expect("TOML");
    assert_eq!(again, loaded.to_table());
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read for its secrets only")]
struct Settings {
    user: String,
    password: Secret<String>,
    token: Option<Secret<u32>>,
}

#[test]
fn explain_hides_secrets_by_path_and_by_type() {
    let config = Config::new()
        .text(
            "defaults",
            "user = 'me'\npassword = 'hunter1'\n[tls]\nkey = 'k'\ncertificate = 'c'",
        )
        .env(Env::new("APP").variables([("APP__PASSWORD", "hunter2")]))
        .set("token=77")
        .secret("tls");
    let loaded = config.load().expect("a configuration");
    assert_eq!(
        loaded.explain_as::<Settings>(),
        "\
user = \"me\"       # defaults:1:8
password = \"***\"  # environment variable APP__PASSWORD, overrides defaults:2:12
token = \"***\"     # override 'token=***'

[tls]
key = \"***\"          # defaults:4:7
certificate = \"***\"  # defaults:5:15
"
    );
}

#[test]
fn explain_of_nothing_is_nothing() {
    let loaded = Config::new().load().expect("a configuration");
    assert_eq!(loaded.explain(), "");
}

#[test]
fn explain_writes_no_control_characters_of_a_layer() {
    let config = Config::new().set("a=x\ny").set("b=\u{1b}[31m");
    let loaded = config.load().expect("a configuration");
    assert_eq!(
        loaded.explain(),
        "a = \"x\\ny\"        # override 'a=x\u{fffd}y'\nb = \"\\u001B[31m\"  # override 'b=\u{fffd}[31m'\n"
    );
}
