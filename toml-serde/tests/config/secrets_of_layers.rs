//! Nothing of a secret in any report, whatever is wrong and wherever.

use serde::Deserialize;
use toml_serde::UnknownFields;
use toml_serde::config::{Config, Env, Errors, Secret, Variables};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only reports are looked at")]
struct Settings {
    user: u8,
    password: Secret<String>,
}

/// All that is said of a configuration by those who know the type.
fn said_of_type(config: &Config) -> String {
    let mut all = vec![format!("{config:?}")];
    if let Err(errors) = config.extract::<Settings>() {
        all.extend(said_by(&errors));
    }
    if let Ok(loaded) = config.load() {
        all.push(format!("{loaded:?}"));
        all.push(loaded.explain_as::<Settings>());
    }
    all.join("\n")
}

/// All that is said of a configuration by anybody; the origins of these paths, too.
fn said_of_paths(config: &Config, paths: &[&str]) -> String {
    let mut all = vec![said_of_type(config)];
    match config.load() {
        Err(errors) => all.extend(said_by(&errors)),
        Ok(loaded) => {
            all.push(loaded.explain());
            all.extend(loaded.warnings().iter().map(ToString::to_string));
            for origin in paths.iter().filter_map(|path| loaded.origin(path)) {
                let places = origin.displaced().iter().chain([origin.place()]);
                all.extend(places.map(|place| format!("{} {}", place.raw(), place.layer())));
                all.push(format!("{origin} {origin:?}"));
            }
        }
    }
    all.join("\n")
}

fn said_by(errors: &Errors) -> Vec<String> {
    let mut all = vec![format!("{errors} {errors:?}")];
    for error in errors {
        let notes = error.notes().iter().filter_map(|note| note.place());
        let places = error.place().into_iter().chain(notes);
        all.extend(places.map(|place| format!("{} {} {place:?}", place.raw(), place.layer())));
    }
    all
}

fn check(name: &str, all: &str) {
    assert!(!all.contains("hunter"), "{name}:\n{all}");
}

#[test]
fn secret_of_a_type_is_in_no_report() {
    let text = |text: &str| Config::new().text("x", text);
    let cases = [
        (
            "type of another key",
            text("password = 'hunter2'\nuser = 'x'"),
        ),
        (
            "its own type changes",
            text("password = 'a'\nuser = 1").text("y", "password = ['hunter2']"),
        ),
        ("an override", text("user = 'x'").set("password=hunter2")),
        (
            "a variable",
            text("user = 'x'").env(Env::new("APP").variables([("APP__PASSWORD", "hunter2")])),
        ),
        (
            "displaced",
            text("password = 'hunter1'\nuser = 1")
                .set("password=x")
                .set("user=x"),
        ),
        (
            "on the line of a mistake",
            text("x = [1, 2\npassword = 'hunter2'\nuser = 1"),
        ),
        (
            "misspelt",
            text("user = 1\npasword = 'hunter2'").unknown_fields(UnknownFields::Deny),
        ),
    ];
    for (name, config) in cases {
        check(name, &said_of_type(&config));
    }
}

#[test]
fn secret_by_its_path_is_in_no_report() {
    let text = |text: &str| {
        Config::new()
            .text("x", text)
            .secret("password")
            .secret("db.password")
    };
    let hunter = || Env::new("APP").variables([("APP__PASSWORD", "hunter2")]);
    let cases = [
        ("no quotes", text("password = hunter2\nuser = 1")),
        ("never closed", text("password = \"hunter2\nuser = 1")),
        (
            "twice",
            text("password = 'hunter2'\npassword = 'hunter3'\nuser = 1"),
        ),
        (
            "interpolation",
            text("password = 'hunter2${X}'\nuser = 1")
                .interpolate(Variables::new::<String, String>([])),
        ),
        (
            "renamed",
            text("passwd = 'hunter2'\nuser = 1")
                .rename("passwd", "password", "1")
                .set("passwd=hunter3"),
        ),
        (
            "renamed and ignored",
            text("passwd = 'hunter2'\npassword = 'x'").rename("passwd", "password", "1"),
        ),
        (
            "type of its table",
            text("db = 'x'").text("y", "db = { password = 'hunter2' }"),
        ),
        (
            "type of its table, back",
            text("db = { password = 'hunter2' }")
                .text("y", "db = 'x'")
                .allow_type_change("db"),
        ),
        (
            "no such element",
            text("users = []")
                .secret("users.password")
                .set("users[5].password=hunter2"),
        ),
        (
            "in an array",
            text("[[users]]\npassword = 'hunter2'\nname = 1").secret("users.password"),
        ),
        (
            "below a text",
            text("password = 'x'")
                .set("password.x=hunter2")
                .env(hunter()),
        ),
        (
            "appended",
            text("tokens = ['a']")
                .append("tokens")
                .secret("tokens")
                .set("tokens=['hunter2']"),
        ),
        (
            "deleted",
            text("db.password = 'hunter2'").text("y", "db.password = '@delete'"),
        ),
        (
            "in an override",
            text("user = 'x'").set("db={user='a',password='hunter2'}"),
        ),
        (
            "by another spelling",
            text("user = 'x'")
                .secret("api-key")
                .env(Env::new("APP").variables([("APP__API_KEY", "hunter2")])),
        ),
    ];
    let paths = [
        "password",
        "db",
        "db.user",
        "users[0].password",
        "tokens",
        "api_key",
    ];
    for (name, config) in cases {
        check(name, &said_of_paths(&config, &paths));
    }
}

#[test]
fn defaults_and_overrides_are_not_in_debug() {
    let config = Config::new()
        .text("x", "password = 'hunter2'")
        .set("password=hunter3");
    assert_eq!(
        format!("{config:?}"),
        "Config { layers: [Text(\"x\"), Override], profile: None, .. }"
    );
    let loaded = config.load().expect("layers");
    assert_eq!(
        format!("{loaded:?}"),
        "Loaded { layers: [\"x\", \"override\"], .. }"
    );
}
