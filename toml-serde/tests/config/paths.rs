//! Parts of the configuration, and paths relative to files.

use std::path::Path;

use serde::Deserialize;
use toml_serde::config::{Config, Env, RelativePathBuf};

use crate::Folder;

#[derive(Debug, Deserialize, PartialEq)]
struct Tls {
    certificate: RelativePathBuf,
    key: RelativePathBuf,
    #[serde(default)]
    others: Vec<RelativePathBuf>,
}

#[test]
fn part_is_read_by_its_path() {
    let loaded = Config::new()
        .text(
            "x",
            "[server]\nport = 80\ntags = ['a', 'b']\n[[server.routes]]\nto = 'x'",
        )
        .set("server.port=81")
        .load()
        .expect("a configuration");
    assert_eq!(loaded.extract_path::<u16>("server.port"), Ok(81));
    assert_eq!(
        loaded.extract_path::<String>("server.tags[-1]"),
        Ok("b".into())
    );
    assert_eq!(
        loaded.extract_path::<String>("server.routes[0].to"),
        Ok("x".into())
    );
    assert_eq!(loaded.extract_path::<Option<u16>>("server.none"), Ok(None));
    assert_eq!(
        loaded.extract_path::<Option<u16>>("server.port"),
        Ok(Some(81))
    );
    let error = loaded
        .extract_path::<u16>("server.none")
        .expect_err("nothing");
    assert_eq!(
        error.to_string(),
        "nothing is set at server.none\nhelp: set override 'server.none=…'"
    );
    let error = loaded
        .extract_path::<Vec<u8>>("server.tags")
        .expect_err("texts");
    assert_eq!(
        error.as_slice()[0].to_string(),
        "\
invalid type: string \"a\", expected u8 at server.tags[0]
 --> x:3:9
  |
3 | tags = ['a', 'b']
  |         ^^^"
    );
    assert_eq!(error.as_slice().len(), 2);
    let error = loaded.extract_path::<u8>("a..b").expect_err("no path");
    assert_eq!(
        error.to_string(),
        "`a..b` is not a path: expected a key, found `.`"
    );
}

#[test]
fn paths_are_relative_to_the_file_that_names_them() {
    let folder = Folder::with(&[
        (
            "etc/app.toml",
            "[tls]\ncertificate = 'tls/a.pem'\nkey = 'a.key'\nothers = ['../x', '/y']",
        ),
        ("local/conf.d/a.toml", "[tls]\nkey = 'b.key'"),
    ]);
    let config = Config::new()
        .file(folder.path("etc/app.toml"))
        .folder(folder.path("local/conf.d"));
    let tls: Tls = config
        .load()
        .expect("layers")
        .extract_path("tls")
        .expect("paths");
    assert_eq!(*tls.certificate, folder.path("etc/tls/a.pem"));
    assert_eq!(*tls.key, folder.path("local/conf.d/b.key"));
    assert_eq!(*tls.others[0], folder.path("etc/../x"));
    assert_eq!(*tls.others[1], *Path::new("/y"));
    assert_eq!(tls.key.as_written(), Path::new("b.key"));
    let config = config
        .env(Env::new("APP").variables([("APP__TLS__KEY", "c.key")]))
        .set("tls.certificate=d.pem");
    let tls: Tls = config
        .load()
        .expect("layers")
        .extract_path("tls")
        .expect("paths");
    assert_eq!(*tls.key, *Path::new("c.key"));
    assert_eq!(*tls.certificate, *Path::new("d.pem"));
}

#[test]
fn relative_paths_survive_buffers() {
    #[derive(Deserialize)]
    struct Outer {
        #[serde(flatten)]
        tls: Tls,
    }

    let folder = Folder::with(&[("etc/app.toml", "certificate = 'a'\nkey = 'b'")]);
    let outer: Outer = Config::new()
        .file(folder.path("etc/app.toml"))
        .extract()
        .expect("paths");
    assert_eq!(*outer.tls.key, folder.path("etc/b"));
}

#[test]
fn relative_path_outside_of_a_configuration_is_a_plain_path() {
    let tls: Tls = toml_serde::from_str("certificate = 'a'\nkey = 'b'").expect("paths");
    assert_eq!(*tls.key, *Path::new("b"));
    let text = toml_serde::to_string(&toml_serde::Table::from([("p", "x")])).expect("TOML");
    assert_eq!(text, "p = \"x\"\n");
}
