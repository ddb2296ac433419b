//! Values that are never shown.

use serde::{Deserialize, Serialize};
use toml_serde::config::{Config, Secret};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Database {
    user: String,
    password: Secret<String>,
}

fn database() -> Database {
    Database {
        user: "me".into(),
        password: Secret::new("hunter2".into()),
    }
}

#[test]
fn secret_shows_itself_to_nobody() {
    assert_eq!(format!("{:?}", database().password), "Secret(***)");
    assert_eq!(database().password.to_string(), "***");
    assert_eq!(
        toml_serde::to_string(&database()).expect("TOML"),
        "user = \"me\"\npassword = \"***\"\n"
    );
    assert_eq!(database().password.into_exposed(), "hunter2");
}

#[test]
fn defaults_keep_the_secret() {
    let config = Config::new().defaults(&database()).expect("a table");
    assert_eq!(config.extract::<Database>(), Ok(database()));
    assert_eq!(
        toml_serde::to_string(&database()).expect("TOML"),
        "user = \"me\"\npassword = \"***\"\n"
    );
}

#[test]
fn secret_is_read_outside_of_a_configuration_and_from_buffers() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Outer {
        #[serde(flatten)]
        database: Database,
    }

    let text = "user = 'me'\npassword = 'hunter2'";
    assert_eq!(toml_serde::from_str::<Database>(text), Ok(database()));
    let expected = Outer {
        database: database(),
    };
    assert_eq!(
        Config::new().text("x", text).extract::<Outer>(),
        Ok(expected)
    );
}

#[test]
fn no_part_of_a_report_has_the_secret() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are looked at")]
    struct Wrong {
        user: u8,
        password: Secret<std::net::IpAddr>,
    }

    let config = Config::new()
        .text("a", "user = 'x'\npassword = \"hunter1\"")
        .text("b", "password = '''hunter2\nhunter3'''")
        .set("password=hunter4");
    let errors = config.extract::<Wrong>().expect_err("two errors");
    let mut all = format!("{errors} {errors:?}");
    for error in &errors {
        all.push_str(error.message());
        all.extend(error.place().map(|place| place.raw().to_owned()));
        all.extend(error.notes().iter().map(ToString::to_string));
    }
    assert!(!all.contains("hunter"), "{all}");
    assert_eq!(errors.as_slice().len(), 2);
}
