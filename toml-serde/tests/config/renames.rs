//! Keys that have new names.

use toml_serde::config::{Config, Env};

use crate::merged;

fn config() -> Config {
    Config::new()
        .rename("server.bind", "server.address", "2.0")
        .rename("log", "logging", "2.1")
        .rename("net.timeout", "server.timeout", "2.2")
}

fn warnings(config: &Config) -> String {
    let loaded = config.load().unwrap_or_else(|errors| panic!("{errors}"));
    let texts: Vec<_> = loaded.warnings().iter().map(ToString::to_string).collect();
    texts.join("\n\n")
}

#[test]
fn old_names_are_read_with_a_warning() {
    let config = config().text(
        "local",
        "[server]\nport = 1\nbind = 'b'\n\n[log]\nlevel = 'info'\n\n[net]\ntimeout = 5\n",
    );
    assert_eq!(
        merged(&config),
        "[server]\nport = 1\naddress = \"b\"\ntimeout = 5\n\n[logging]\nlevel = \"info\"\n"
    );
    assert_eq!(
        warnings(&config),
        "\
deprecated since 2.0: `server.bind` is `server.address` now
 --> local:3:1
  |
3 | bind = 'b'
  | ^^^^
help: rename the key to `address`

deprecated since 2.1: `log` is `logging` now
 --> local:5:2
  |
5 | [log]
  |  ^^^
help: rename the key to `logging`

deprecated since 2.2: `net.timeout` is `server.timeout` now
 --> local:9:1
  |
9 | timeout = 5
  | ^^^^^^^
help: set `server.timeout` instead"
    );
}

#[test]
fn old_name_overrides_the_new_one_of_a_lower_layer() {
    let config = config()
        .text(
            "defaults",
            "[server]\naddress = 'a'\n[logging]\nlevel = 'info'\nfile = 'f'",
        )
        .text("local", "[server]\nbind = 'b'\n[log]\nlevel = 'debug'");
    assert_eq!(
        merged(&config),
        "[server]\naddress = \"b\"\n\n[logging]\nlevel = \"debug\"\nfile = \"f\"\n"
    );
    let loaded = config.load().expect("a configuration");
    let origin = loaded.origin("server.address").expect("an address");
    assert_eq!(origin.to_string(), "local:2:8, overrides defaults:2:11");
}

#[test]
fn new_name_wins_within_a_layer() {
    let config = config().text("local", "[server]\nbind = 'b'\naddress = 'a'");
    assert_eq!(merged(&config), "[server]\naddress = \"a\"\n");
    assert_eq!(
        warnings(&config),
        "\
deprecated since 2.0: `server.bind` is `server.address` now
 --> local:2:1
  |
2 | bind = 'b'
  | ^^^^
note: ignored, as the new name is set at local:3:1
help: rename the key to `address`"
    );
}

#[test]
fn variables_and_overrides_have_old_names_too() {
    let config = config()
        .env(Env::new("APP").variables([
            ("APP__SERVER__BIND", "b"),
            ("APP__LOG__LEVEL", "debug"),
            ("APP__NET__TIMEOUT", "1"),
            ("APP__SERVER__TIMEOUT", "2"),
        ]))
        .set("log.file=f");
    assert_eq!(
        merged(&config),
        "[logging]\nlevel = \"debug\"\nfile = \"f\"\n\n[server]\naddress = \"b\"\ntimeout = 2\n"
    );
    assert_eq!(
        warnings(&config),
        "\
deprecated since 2.1: `log` is `logging` now
 --> environment variable APP__LOG__LEVEL
  |
  | APP__LOG__LEVEL=debug
  |      ^^^
help: rename the key to `logging`

deprecated since 2.2: `net.timeout` is `server.timeout` now
 --> environment variable APP__NET__TIMEOUT
  |
  | APP__NET__TIMEOUT=1
  |      ^^^^^^^^^^^^
note: ignored, as the new name is set at environment variable APP__SERVER__TIMEOUT
help: set `server.timeout` instead

deprecated since 2.0: `server.bind` is `server.address` now
 --> environment variable APP__SERVER__BIND
  |
  | APP__SERVER__BIND=b
  |      ^^^^^^^^^^^^
help: rename the key to `address`

deprecated since 2.1: `log` is `logging` now
 --> override 'log.file=f'
  |
  | log.file=f
  | ^^^
help: rename the key to `logging`"
    );
}
