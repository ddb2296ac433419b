//! Environment variables: names, and values by the type that is wanted.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml_serde::config::{Config, Env};
use toml_serde::value::Datetime;

use crate::merged;

/// What a variable is read as.
fn read<T: DeserializeOwned>(value: &str) -> Result<T, String> {
    #[derive(Deserialize)]
    struct Wrapped<T> {
        value: T,
    }

    let env = Env::new("APP").variables([("APP__VALUE", value)]);
    let wrapped = Config::new().env(env).extract::<Wrapped<T>>();
    wrapped
        .map(|wrapped| wrapped.value)
        .map_err(|errors| errors.as_slice()[0].message().to_owned())
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    Fast,
    VerySlow,
    Window { width: u8 },
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Limit {
    Number(u32),
    Text(String),
}

#[test]
fn value_is_read_by_the_type_that_is_wanted() {
    assert_eq!(read::<String>("80"), Ok("80".into()));
    assert_eq!(read::<String>(" \"x\" "), Ok(" \"x\" ".into()));
    assert_eq!(read::<String>(""), Ok(String::new()));
    assert_eq!(read::<u16>("80"), Ok(80));
    assert_eq!(read::<u16>(" 0x50 "), Ok(80));
    assert_eq!(
        read::<u128>("340282366920938463463374607431768211455"),
        Ok(u128::MAX)
    );
    assert_eq!(read::<f64>("1.5e3"), Ok(1500.0));
    assert_eq!(read::<f64>("2"), Ok(2.0));
    assert_eq!(read::<char>("x"), Ok('x'));
    assert_eq!(
        read::<Datetime>("1979-05-27"),
        Ok("1979-05-27".parse().expect("a date"))
    );
    assert_eq!(read::<Option<u16>>("80"), Ok(Some(80)));
    assert_eq!(
        read::<std::net::IpAddr>("::1"),
        Ok("::1".parse().expect("an address"))
    );
    assert_eq!(read::<std::path::PathBuf>("a/b"), Ok("a/b".into()));
}

#[test]
fn booleans_have_many_names() {
    for yes in ["true", "TRUE", "1", "yes", "On"] {
        assert_eq!(read::<bool>(yes), Ok(true), "{yes}");
    }
    for no in ["false", "0", "No", "off"] {
        assert_eq!(read::<bool>(no), Ok(false), "{no}");
    }
    assert_eq!(
        read::<bool>("maybe"),
        Err("invalid type: string \"maybe\", expected a boolean".into())
    );
}

#[test]
fn lists_are_split_at_commas_or_are_toml() {
    let texts = |list: &[&str]| Ok(list.iter().map(|text| (*text).to_owned()).collect());
    assert_eq!(read::<Vec<String>>("a, b,c"), texts(&["a", "b", "c"]));
    assert_eq!(read::<Vec<String>>("1,true"), texts(&["1", "true"]));
    assert_eq!(read::<Vec<String>>("[\"a,b\", 'c']"), texts(&["a,b", "c"]));
    assert_eq!(read::<Vec<String>>(""), texts(&[]));
    assert_eq!(read::<Vec<u8>>("1,2, 0x3"), Ok(vec![1, 2, 3]));
    assert_eq!(read::<Vec<u8>>("7"), Ok(vec![7]));
    assert_eq!(read::<(u8, String)>("7,x"), Ok((7, "x".into())));
    assert_eq!(read::<Vec<bool>>("yes,no"), Ok(vec![true, false]));
    assert_eq!(
        read::<Vec<Mode>>("fast,VERY_SLOW"),
        Ok(vec![Mode::Fast, Mode::VerySlow])
    );
    assert_eq!(
        read::<Vec<u8>>("1,,2"),
        Err("invalid type: string \"\", expected u8".into())
    );
}

#[test]
fn variants_are_named_in_any_case() {
    assert_eq!(read::<Mode>("fast"), Ok(Mode::Fast));
    assert_eq!(read::<Mode>("VERY_SLOW"), Ok(Mode::VerySlow));
    assert_eq!(read::<Mode>("verySlow"), Ok(Mode::VerySlow));
    assert_eq!(
        read::<Mode>("{ window = { width = 3 } }"),
        Ok(Mode::Window { width: 3 })
    );
    assert_eq!(
        read::<Mode>("slow"),
        Err("unknown variant `slow`, expected one of `fast`, `very-slow`, `window`".into())
    );
}

#[test]
fn tables_are_inline_tables_of_toml() {
    let table = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(read::<BTreeMap<String, u8>>("{ a = 1, b = 2 }"), Ok(table));
    assert_eq!(
        read::<BTreeMap<String, u8>>("a=1"),
        Err("invalid type: string \"a=1\", expected a table".into())
    );
}

#[test]
fn what_serde_buffers_is_toml_if_it_can_be() {
    assert_eq!(read::<Limit>("5"), Ok(Limit::Number(5)));
    assert_eq!(read::<Limit>("five"), Ok(Limit::Text("five".into())));
    assert_eq!(
        read::<toml_serde::Value>("[1, 2]"),
        Ok(toml_serde::Value::from([1, 2]))
    );
    assert_eq!(read::<toml_serde::Value>("1.2.3"), Ok("1.2.3".into()));
}

fn with(prefix: Env, variables: &[(&str, &str)]) -> Config {
    Config::new().env(prefix.variables(variables.to_vec()))
}

#[test]
fn prefix_and_separators_choose_variables() {
    let variables = [
        ("APP__A", "1"),
        ("APP__B__C", "2"),
        ("APP_D", "3"),
        ("APPLE__E", "4"),
        ("app__f", "5"),
        ("APP__", "6"),
        ("APP__G__", "7"),
    ];
    assert_eq!(
        merged(&with(Env::new("APP"), &variables)),
        "a = 1\n\n[b]\nc = 2\n"
    );
    let single = Env::new("APP").separator("_");
    assert_eq!(
        merged(&with(single, &[("APP_A_B", "1"), ("APP_C", "2")])),
        "c = 2\n\n[a]\nb = 1\n"
    );
    let two = Env::new("APP").prefix_separator("_").ignore("APP_HOME");
    assert_eq!(
        merged(&with(
            two,
            &[("APP_A__B", "1"), ("APP_MAX_SIZE", "2"), ("APP_HOME", "x")]
        )),
        "max_size = 2\n\n[a]\nb = 1\n"
    );
    assert_eq!(
        merged(&with(Env::new(""), &[("A__B", "1")])),
        "[a]\nb = 1\n"
    );
}

#[test]
fn names_stand_for_keys_that_are_spelled_alike() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "camelCase")]
    struct Settings {
        max_size: u8,
        #[serde(rename = "min-size")]
        min_size: u8,
        plain: u8,
        map: BTreeMap<String, u8>,
    }

    let config = Config::new()
        .text("defaults", "min-size = 1\n[map]\n'Some-Key' = 1")
        .env(Env::new("APP").variables([
            ("APP__MAX_SIZE", "2"),
            ("APP__MIN_SIZE", "3"),
            ("APP__PLAIN", "4"),
            ("APP__MAP__SOME_KEY", "5"),
            ("APP__MAP__Other", "6"),
        ]));
    assert_eq!(
        config.extract::<Settings>(),
        Ok(Settings {
            max_size: 2,
            min_size: 3,
            plain: 4,
            map: BTreeMap::from([("Some-Key".into(), 5), ("other".into(), 6)]),
        })
    );
}

#[test]
fn numbers_are_indexes_where_there_is_an_array() {
    let config = Config::new()
        .text(
            "defaults",
            "[[servers]]\nport = 1\n[[servers]]\nport = 2\n[map]\n0 = 'a'",
        )
        .env(Env::new("APP").variables([("APP__SERVERS__1__PORT", "3"), ("APP__MAP__0", "b")]));
    assert_eq!(
        merged(&config),
        "[[servers]]\nport = 1\n\n[[servers]]\nport = 3\n\n[map]\n0 = \"b\"\n"
    );
}

#[test]
fn variable_within_the_table_of_another_is_set_in_it() {
    let config =
        Config::new().env(Env::new("APP").variables([("APP__A", "{ x = 1 }"), ("APP__A__Y", "2")]));
    assert_eq!(merged(&config), "[a]\nx = 1\ny = 2\n");
}

#[test]
fn appended_lists_may_come_from_variables() {
    let config = Config::new()
        .text("defaults", "tags = ['a']")
        .env(Env::new("APP").variables([("APP__TAGS", "b,c")]))
        .append("tags");
    assert_eq!(merged(&config), "tags = [\"a\", \"b\", \"c\"]\n");
}

#[test]
fn marker_in_a_variable_deletes() {
    let config = Config::new()
        .text("defaults", "a = 1\nb = 2")
        .env(Env::new("APP").variables([("APP__A", "@delete")]));
    assert_eq!(merged(&config), "b = 2\n");
}

#[test]
fn deep_names_and_values_are_an_error_and_no_overflow() {
    let name = format!("APP{}", "__A".repeat(10_000));
    let config = with(Env::new("APP"), &[(name.as_str(), "1")]);
    let errors = config.load().expect_err("too deep");
    assert_eq!(
        errors.as_slice()[0].message(),
        format!("the name of environment variable {name} has too many keys")
    );
    // Text that is no value of TOML, being too deep for one, is text.
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(read::<String>(&deep), Ok(deep));
}

#[cfg(unix)]
#[test]
fn variable_that_is_not_utf8_is_an_error_only_with_the_prefix() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;

    let broken = || OsString::from_vec(vec![b'x', 0xff]);
    let env = Env::new("APP").variables([
        (OsString::from("OTHER"), broken()),
        (OsString::from("APP__A"), broken()),
    ]);
    let errors = Config::new().env(env).load().expect_err("no UTF-8");
    assert_eq!(
        errors.to_string(),
        "environment variable APP__A is not UTF-8"
    );
}
