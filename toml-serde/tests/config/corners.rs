//! What layers, rules and spellings come to where they meet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_serde::config::{Config, Env, Variables};

use crate::{Folder, merged};

fn variables(list: &[(&str, &str)]) -> Env {
    Env::new("APP").variables(list.to_vec())
}

#[test]
fn large_table_that_was_deleted_is_forgotten() {
    let many = (0..40).map(|at| format!("t.k{at}={at}"));
    let config = Config::new()
        .set_all(many)
        .set("t=@delete")
        .set("t.k1=100")
        .set("t.new=1");
    assert_eq!(merged(&config), "[t]\nk1 = 100\nnew = 1\n");
}

#[test]
fn part_of_what_variables_have_made_stands_where_the_string_does() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is read in vain")]
    struct Bytes {
        c: Vec<u8>,
    }

    let config = Config::new()
        .text("a", "c = '${L}'\n")
        .text("b", "other = 'something entirely different'\n")
        .interpolate(Variables::new([(
            "L",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'x']",
        )]));
    let errors = config.extract::<Bytes>().expect_err("no bytes");
    assert_eq!(
        errors.to_string(),
        "\
invalid type: string \"x\", expected u8 at c[10]
 --> a:1:5
  |
1 | c = '${L}'
  |     ^^^^^^"
    );
    let loaded = config.load().expect("layers");
    let origin = loaded.origin("c[10]").expect("an element");
    assert_eq!(
        (origin.to_string(), origin.place().raw()),
        ("a:1:5".into(), "'${L}'")
    );
}

#[test]
fn key_of_a_variable_gets_the_spelling_of_a_later_layer() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    struct Settings {
        max_size: u8,
    }

    let config = Config::new().env(variables(&[("APP__MAX_SIZE", "1")]));
    assert_eq!(config.extract::<Settings>(), Ok(Settings { max_size: 1 }));
    assert_eq!(
        config
            .load()
            .expect("layers")
            .extract_path::<u8>("max-size"),
        Ok(1)
    );
    let by_override = config.clone().set("max-size=2");
    assert_eq!(
        by_override.extract::<Settings>(),
        Ok(Settings { max_size: 2 })
    );
    let by_text = config.text("later", "max-size = 3");
    assert_eq!(merged(&by_text), "max-size = 3\n");
}

#[test]
fn lists_of_lists_lose_nothing() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Lists {
        v: Vec<Vec<u8>>,
    }

    let config = Config::new().env(variables(&[("APP__V", "1,2")]));
    assert_eq!(
        config.extract::<Lists>(),
        Ok(Lists {
            v: vec![vec![1], vec![2]]
        })
    );
}

#[test]
fn lists_that_are_text_are_appended_to_and_indexed() {
    let config = Config::new()
        .append("t")
        .env(variables(&[("APP__T", "[1, 2, 3]")]));
    assert_eq!(
        merged(&config.clone().text("x", "t = [4]").set("t=[5]")),
        "t = [1, 2, 3, 4, 5]\n"
    );
    assert_eq!(merged(&config.set("t[1]=9")), "t = [1, 9, 3]\n");
    let parts = Config::new()
        .append("t")
        .env(variables(&[("APP__T", "a,b")]))
        .set("t=['c']");
    assert_eq!(merged(&parts), "t = [\"a\", \"b\", \"c\"]\n");
}

#[test]
fn tables_of_variables_obey_the_rules() {
    let config = Config::new()
        .text(
            "x",
            "s = [{ name = 'a', port = 1 }]\nt = { a = 1 }\nu = { a = 1 }",
        )
        .merge_by("s", "name")
        .replace("t")
        .env(variables(&[
            ("APP__S", "[{ name = 'a', port = 2 }]"),
            ("APP__T", "{ b = 2 }"),
            ("APP__U", "{ b = 2 }"),
            ("APP__V", "{ b = 2 }"),
        ]))
        .text("y", "[v]\nc = 3");
    assert_eq!(
        merged(&config),
        "[[s]]\nname = \"a\"\nport = 2\n\n[t]\nb = 2\n\n[u]\na = 1\nb = 2\n\n[v]\nb = 2\nc = 3\n"
    );
}

#[test]
fn keys_that_merge_tables_may_be_made_of_variables() {
    let config = Config::new()
        .text("x", "s = [{ n = '${X}', port = 1 }]")
        .text("y", "s = [{ n = 'a', port = 2 }]")
        .merge_by("s", "n")
        .interpolate(Variables::new([("X", "a")]));
    assert_eq!(merged(&config), "[[s]]\nn = \"a\"\nport = 2\n");
}

#[test]
fn renames_follow_each_other_and_leave_no_empty_table() {
    let chain = Config::new().rename("a", "b", "1").rename("b", "c", "2");
    assert_eq!(merged(&chain.clone().text("x", "a = 1")), "c = 1\n");
    assert_eq!(merged(&chain.set("a=2")), "c = 2\n");
    let both = Config::new()
        .rename("old.x", "new.x", "1")
        .rename("old.y", "new.y", "1")
        .text("t", "[old]\nx = 1\ny = 2");
    assert_eq!(merged(&both), "[new]\nx = 1\ny = 2\n");
}

#[test]
fn deleting_what_is_not_there_makes_nothing() {
    let config = Config::new()
        .set("tls.cert=@delete")
        .env(variables(&[("APP__A__B", "@delete")]));
    assert_eq!(merged(&config), "");
}

#[test]
fn discovery_knows_profiles() {
    let folder = Folder::with(&[("app.prod.toml", "a = 1")]);
    let discover =
        toml_serde::config::Discover::new("app.{profile}.toml").starting_in(folder.path(""));
    let config = Config::new().discover(discover);
    assert_eq!(merged(&config.clone().profile("prod")), "a = 1\n");
    assert_eq!(merged(&config), "");
}

#[test]
fn defaults_are_taken_as_they_are() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Texts {
        a: String,
        b: String,
    }

    let texts = Texts {
        a: "${HOME} $$".into(),
        b: "@delete".into(),
    };
    let config = Config::new()
        .defaults(&texts)
        .expect("a table")
        .interpolate(Variables::new([("HOME", "h")]));
    assert_eq!(config.extract::<Texts>(), Ok(texts));
}

#[test]
fn variable_in_a_buffer_has_a_place() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is read in vain")]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is read in vain")]
    struct Inner {
        n: u8,
    }

    let config = Config::new()
        .secret("pw")
        .text("x", "pw = 'x'")
        .env(variables(&[("APP__N", "300")]));
    assert_eq!(
        config
            .extract::<Outer>()
            .expect_err("too large")
            .to_string(),
        "\
invalid value: integer `300`, expected u8 at n
 --> environment variable APP__N
  |
  | APP__N=300
  |        ^^^"
    );
}

#[test]
fn spans_that_are_none_are_nowhere() {
    let loaded = Config::new()
        .text("x", "a = 1")
        .text("y", "b = 1")
        .load()
        .expect("layers");
    let backwards = std::ops::Range { start: 6, end: 1 };
    assert_eq!(loaded.locate(backwards), None);
    assert_eq!(loaded.locate(0..100), None);
}

#[test]
fn variants_may_be_named_by_variables() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Settings {
        v: Variant,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    enum Variant {
        Some { x: u8 },
    }

    let config = Config::new().env(variables(&[("APP__V__SOME__X", "1")]));
    assert_eq!(
        config.extract::<Settings>(),
        Ok(Settings {
            v: Variant::Some { x: 1 }
        })
    );
}

#[test]
fn part_denies_unknown_keys_too() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is read in vain")]
    struct Part {
        a: u8,
    }

    let loaded = Config::new()
        .text("x", "[t]\na = 1\nb = 2")
        .unknown_fields(toml_serde::UnknownFields::Deny)
        .load()
        .expect("layers");
    let errors = loaded
        .extract_path::<Part>("t")
        .expect_err("an unknown key");
    assert_eq!(errors.as_slice()[0].message(), "unknown field `b`");
}

#[test]
fn hint_names_no_variable_that_would_mean_another_key() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is read in vain")]
    struct Settings {
        max_size: u8,
    }

    let config = Config::new().env(Env::new("APP").separator("_").variables::<&str, &str>([]));
    let errors = config.extract::<Settings>().expect_err("missing");
    assert_eq!(errors.to_string(), "missing field `max_size`");
}

#[test]
fn reports_have_no_control_characters() {
    let config = Config::new()
        .text("a\u{1b}[2J", "a = 1")
        .set("a\t=\u{1b}[31m'x");
    let errors = config
        .extract::<BTreeMap<String, u8>>()
        .expect_err("a text");
    let text = errors.to_string();
    assert!(
        !text
            .chars()
            .any(|letter| letter.is_control() && letter != '\n' && letter != '\t'),
        "{text:?}"
    );
}

#[test]
fn overrides_have_a_limit_of_depth() {
    let path = vec!["a"; 200].join(".");
    let errors = Config::new()
        .set(format!("{path}=1"))
        .load()
        .expect_err("too deep");
    assert_eq!(
        errors.to_string(),
        "the path of an override has too many keys"
    );
}
