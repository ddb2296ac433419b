//! Keys that nobody knows, over all layers.

use serde::Deserialize;
use toml_serde::UnknownFields;
use toml_serde::config::{Config, Env, Secret};

#[derive(Debug, Deserialize, PartialEq)]
struct Settings {
    server: Server,
    password: Option<Secret<String>>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Server {
    port: u16,
}

fn config() -> Config {
    Config::new()
        .text("defaults", "[server]\nport = 80\nprot = 81\nfurther = 1")
        .text("local", "[server]\nprot = 82\n[sever]\nport = 83")
        .env(Env::new("APP").variables([("APP__SERVER__PORTS", "84")]))
}

#[test]
fn unknown_keys_are_ignored_by_default() {
    let expected = Settings {
        server: Server { port: 80 },
        password: None,
    };
    assert_eq!(config().extract::<Settings>(), Ok(expected));
}

#[test]
fn unknown_keys_are_warnings_or_errors_with_all_their_places() {
    let expected = "\
unknown field `further` at server.further
 --> defaults:4:1
  |
4 | further = 1
  | ^^^^^^^
help: known here: `port`

unknown field `prot` at server.prot
 --> local:2:1
  |
2 | prot = 82
  | ^^^^
note: set before at defaults:3:1
help: did you mean `port`?

unknown field `sever` at sever
 --> local:3:2
  |
3 | [sever]
  |  ^^^^^
help: did you mean `server`?

unknown field `ports` at server.ports
 --> environment variable APP__SERVER__PORTS
  |
  | APP__SERVER__PORTS=84
  |              ^^^^^
help: did you mean `port`?";
    let warned = config().unknown_fields(UnknownFields::Collect);
    let extracted = warned
        .extract_with_warnings::<Settings>()
        .expect("no errors");
    let warnings: Vec<String> = extracted.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.join("\n\n"), expected);
    let denied = config().unknown_fields(UnknownFields::Deny);
    let errors = denied.extract::<Settings>().expect_err("four errors");
    assert_eq!(errors.to_string(), expected);
    let loaded = denied.load().expect("the layers are fine");
    assert_eq!(
        loaded.extract::<Settings>().expect_err("four errors"),
        errors
    );
}

#[test]
fn value_of_an_unknown_key_is_hidden_where_it_may_be_a_misspelt_secret() {
    let config = Config::new()
        .text(
            "defaults",
            "password = 'x'\npasword = 'hunter2'\npassw.ord = 'hunter3'\n[server]\nport = 1",
        )
        .unknown_fields(UnknownFields::Deny);
    let errors = config.extract::<Settings>().expect_err("an unknown key");
    assert_eq!(
        errors.to_string(),
        "\
unknown field `pasword` at pasword
 --> defaults:2:1
  |
2 | pasword = ***
  | ^^^^^^^
help: did you mean `password`?

unknown field `passw` at passw
 --> defaults:3:1
  |
3 | passw.ord = ***
  | ^^^^^
help: known here: `server`, `password`"
    );
    let loaded = config.load().expect("the layers are fine");
    let explained = loaded.explain_as::<Settings>();
    assert!(!explained.contains("hunter"), "{explained}");
}
