//! Variables in strings.

use serde::Deserialize;
use toml_serde::config::{Config, Variables};

use crate::merged;

fn config(text: &str) -> Config {
    let variables = Variables::new([
        ("HOST", "example.org"),
        ("PORT", "8080"),
        ("EMPTY", ""),
        ("LIST", "a,b"),
        ("DOLLAR", "${HOST}"),
    ]);
    Config::new().text("x", text).interpolate(variables)
}

#[test]
fn strings_are_left_alone_unless_asked() {
    assert_eq!(
        merged(&Config::new().text("x", "a = '${HOST}'")),
        "a = \"${HOST}\"\n"
    );
}

#[test]
fn variables_and_defaults_are_put_in() {
    let cases = [
        ("${HOST}", "example.org"),
        ("http://${HOST}:${PORT}/", "http://example.org:8080/"),
        ("x${NONE:-y}z", "xyz"),
        ("x${EMPTY:-y}z", "xyz"),
        ("x${EMPTY}z", "xz"),
        ("x${NONE:-}z", "xz"),
        ("x${NONE:-${HOST}}", "xexample.org"),
        ("x${NONE:-a:-b}", "xa:-b"),
        ("$$ $ $HOST $${HOST}", "$ $ $HOST ${HOST}"),
        ("x${DOLLAR}", "x${HOST}"),
        ("ä${HOST}ö", "äexample.orgö"),
    ];
    for (text, expected) in cases {
        let config = config(&format!("a = '{text}'\nb = [{{ c = '{text}' }}]"));
        let expected = format!("a = \"{expected}\"\n\n[[b]]\nc = \"{expected}\"\n");
        assert_eq!(merged(&config), expected, "{text}");
    }
}

#[test]
fn string_that_is_one_variable_is_read_by_the_type_that_is_wanted() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Settings {
        port: u16,
        list: Vec<String>,
        other: u16,
        text: String,
    }

    let config =
        config("port = '${PORT}'\nlist = '${LIST}'\nother = '${NONE:-1}'\ntext = '${PORT}'");
    let expected = Settings {
        port: 8080,
        list: vec!["a".into(), "b".into()],
        other: 1,
        text: "8080".into(),
    };
    assert_eq!(config.extract::<Settings>(), Ok(expected));
}

#[test]
fn origin_is_the_string() {
    let loaded = config("a = 'x${HOST}'").load().expect("a configuration");
    let origin = loaded.origin("a").expect("a value");
    assert_eq!(
        (origin.to_string(), origin.place().raw()),
        ("x:1:5".into(), "'x${HOST}'")
    );
}

#[test]
fn keys_variables_and_overrides_are_left_alone() {
    assert_eq!(
        merged(&config("'${HOST}' = 1").set("b=${HOST}")),
        "\"${HOST}\" = 1\nb = \"${HOST}\"\n"
    );
}

#[test]
fn deep_defaults_are_an_error() {
    let deep = format!("{}x{}", "${NONE:-".repeat(1000), "}".repeat(1000));
    let errors = config(&format!("a = '{deep}'"))
        .load()
        .expect_err("too deep");
    assert_eq!(
        errors.as_slice()[0].message(),
        "defaults are nested too deep"
    );
}

#[test]
fn several_mistakes_in_one_string_have_columns_of_their_own() {
    let errors = config("a = '${NO} ${1} ${'")
        .load()
        .expect_err("three mistakes");
    let places: Vec<_> = errors
        .iter()
        .map(|error| {
            let place = error.place().expect("a place");
            (place.column(), place.raw().to_owned())
        })
        .collect();
    assert_eq!(
        places,
        [(6, "${NO}".into()), (12, "${1}".into()), (17, "${".into())]
    );
}
