//! All independent errors of a document at once, and none that follow from others.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml_serde::{Options, UnknownFields, from_str_all, from_str_all_with};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
struct Config {
    title: String,
    server: Server,
    #[serde(default)]
    users: Vec<User>,
    #[serde(default)]
    limits: BTreeMap<String, u8>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
struct Server {
    host: std::net::IpAddr,
    port: std::num::NonZeroU16,
    mode: Mode,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are looked at")]
enum Mode {
    Fast,
    Slow { delay: u8 },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only errors are looked at")]
struct User {
    name: String,
    #[serde(alias = "mail")]
    email: Option<String>,
    id: Id,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only errors are looked at")]
enum Id {
    Number(u32),
    Text(String),
}

/// The errors' first lines.
fn headlines(source: &str) -> Vec<String> {
    let errors = from_str_all::<Config>(source).expect_err("there are errors");
    let texts = errors.into_iter().map(|error| error.to_string());
    texts
        .map(|text| text.lines().next().unwrap_or_default().to_string())
        .collect()
}

#[test]
fn independent_errors_are_all_told() {
    let source = "\
[server]
host = 'nowhere'
port = 0
mode = 'Fsat'
[[users]]
nam = 'a'
id = 1
[[users]]
name = 'b'
id = 1.5
[limits]
a = 300
b = 3
c = -1
";
    assert_eq!(
        headlines(source),
        [
            "missing field `title` at the top level",
            "invalid IP address syntax at server.host, line 2 column 8",
            "invalid value: integer `0`, expected a nonzero u16 at server.port, line 3 column 8",
            "unknown variant `Fsat`, expected `Fast` or `Slow` at server.mode, line 4 column 8",
            "missing field `name` at users[0], line 5 column 1",
            "unknown field `nam`, expected one of `name`, `email`, `mail`, `id` at users[0].nam, line 6 column 1",
            "data did not match any variant of untagged enum Id at users[1].id, line 10 column 6",
            "invalid value: integer `300`, expected u8 at limits.a, line 12 column 5",
            "invalid value: integer `-1`, expected u8 at limits.c, line 14 column 5",
        ]
    );
}

#[test]
fn missing_tables_and_wrong_types_of_tables_are_told_once() {
    assert_eq!(
        headlines("title = 1\nserver = 'x'"),
        [
            "invalid type: integer `1`, expected a string at title, line 1 column 9",
            "invalid type: string \"x\", expected struct Server at server, line 2 column 10",
        ]
    );
    assert_eq!(
        headlines(""),
        [
            "missing field `title` at the top level",
            "missing field `server` at the top level",
        ]
    );
    assert_eq!(
        headlines("title = 'x'\nserver = { host = '::1', port = 1, mode = { Slow = { } } }"),
        ["missing field `delay` at server.mode.Slow, line 2 column 52"]
    );
}

#[test]
fn mistakes_of_syntax_do_not_hide_those_of_data() {
    let source = "title = 'x\n[server]\nhost = 1\nport = = 2\nmode = 'Fast'\n";
    assert_eq!(
        headlines(source),
        [
            "literal string is not closed at title, line 1 column 9",
            "invalid type: integer `1`, expected IP address at server.host, line 3 column 8",
            "expected a value, found `=` at server.port, line 4 column 8",
        ]
    );
}

#[test]
fn unknown_keys_are_errors_where_denied() {
    let source =
        "title = 'x'\ntitel = 'y'\n[server]\nhost = '::1'\nport = 1\nmode = 'Fast'\nprot = 2\n";
    assert!(from_str_all::<Config>(source).is_ok());
    let options = Options {
        unknown_fields: UnknownFields::Deny,
        ..Options::default()
    };
    let errors = from_str_all_with::<Config>(source, options).unwrap_err();
    assert_eq!(
        errors.to_string(),
        "\
unknown field `titel`, expected one of `title`, `server`, `users`, `limits` at titel, line 2 column 1
  |
2 | titel = 'y'
  | ^^^^^
help: did you mean `title`?

unknown field `prot`, expected one of `host`, `port`, `mode` at server.prot, line 7 column 1
  |
7 | prot = 2
  | ^^^^
help: did you mean `port`?"
    );
}

#[test]
fn errors_are_told_up_to_the_limit() {
    let lines: Vec<_> = (0..500).map(|number| format!("k{number} = 'x'")).collect();
    let source = lines.join("\n");
    let options = Options {
        max_errors: 7,
        ..Options::default()
    };
    let errors = from_str_all_with::<BTreeMap<String, u8>>(&source, options).unwrap_err();
    assert_eq!(errors.as_slice().len(), 7);
    let errors = from_str_all::<BTreeMap<String, u8>>(&source).unwrap_err();
    assert_eq!(errors.as_slice().len(), 100);
}

#[test]
fn types_that_contain_themselves_end() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are looked at")]
    struct Tree {
        left: Box<Branch>,
        name: String,
    }
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are looked at")]
    enum Branch {
        Tree(Tree),
        Leaf,
    }
    let errors = from_str_all::<Tree>("name = 1").unwrap_err();
    let messages: Vec<_> = errors
        .into_iter()
        .map(|error| error.message().to_string())
        .collect();
    assert_eq!(
        messages,
        [
            "missing field `left`",
            "invalid type: integer `1`, expected a string",
        ]
    );
}

#[test]
fn each_element_and_entry_that_matches_no_variant_is_told() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are looked at")]
    struct Ids {
        list: Vec<Id>,
        map: BTreeMap<String, Id>,
        port: u16,
    }

    let source = "list = [true, 1, false]\nmap = { a = [], b = 1, c = [] }\nport = 'x'";
    let errors = from_str_all::<Ids>(source).expect_err("there are errors");
    let lines: Vec<_> = errors
        .iter()
        .map(|error| (error.path().expect("a path"), error.message().to_owned()))
        .collect();
    let no_match = "data did not match any variant of untagged enum Id";
    assert_eq!(
        lines,
        [
            ("list[0]".to_owned(), no_match.to_owned()),
            ("list[2]".to_owned(), no_match.to_owned()),
            ("map.a".to_owned(), no_match.to_owned()),
            ("map.c".to_owned(), no_match.to_owned()),
            (
                "port".to_owned(),
                "invalid type: string \"x\", expected u16".to_owned()
            ),
        ]
    );
}

#[test]
fn key_that_is_missing_elsewhere_in_the_same_table_is_told() {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind", content = "content")]
    #[expect(dead_code, reason = "only errors are looked at")]
    enum Adjacent {
        Struct { x: u8 },
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only errors are looked at")]
    struct Outer {
        adjacent: Adjacent,
    }

    // The content comes first, so serde buffers it, and what is wrong with it has the place of the whole table.
    let errors = from_str_all::<Outer>("[adjacent.content]\n[adjacent]\nkind = 'Struct'\nx = 0\n")
        .expect_err("there are errors");
    let told: Vec<_> = errors.iter().map(|error| error.message()).collect();
    assert_eq!(told, ["missing field `x`"]);
}
