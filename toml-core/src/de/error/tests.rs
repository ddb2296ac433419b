use alloc::string::ToString;

use serde_core::de::{Error as _, Unexpected};

use super::{Error, ErrorKind};
use crate::Span;

const SOURCE: &str = "[server]\nhost = \"a\"\nport = \"abc\"\n";

fn wrong_port() -> Error {
    Error::invalid_type(Unexpected::Str("abc"), &"u16")
        .at(Span::new(27, 32))
        .in_key("port")
        .in_key("server")
}

#[test]
fn error_without_input_is_one_line() {
    let error = wrong_port();
    assert_eq!(error.kind(), ErrorKind::InvalidType);
    assert_eq!(error.span(), Some(27..32));
    assert_eq!(
        error.to_string(),
        r#"invalid type: string "abc", expected u16 at server.port"#
    );
}

#[test]
fn error_with_input_shows_the_line() {
    let error = wrong_port().with_input(SOURCE);
    assert_eq!(
        error.to_string(),
        "\
invalid type: string \"abc\", expected u16 at server.port, line 3 column 8
  |
3 | port = \"abc\"
  |        ^^^^^"
    );
}

#[test]
fn first_place_is_kept() {
    let error = wrong_port().at(Span::new(0, 1));
    assert_eq!(error.span(), Some(27..32));
}

#[test]
fn unknown_field_names_the_nearest() {
    let error = Error::unknown_field("prot", &["host", "port"]);
    assert_eq!(
        error.to_string(),
        "unknown field `prot`, expected `host` or `port`\nhelp: did you mean `port`?"
    );
}

#[test]
fn reasons_are_those_since_the_value_was_handed_out() {
    super::forget_discarded();
    drop(Error::missing_field("path"));
    drop(Error::missing_field("git"));
    let error = Error::custom("data did not match any variant of untagged enum Source");
    assert_eq!(error.kind(), ErrorKind::NoVariant);
    assert_eq!(
        error.in_key("dep").to_string(),
        "\
data did not match any variant of untagged enum Source at dep
no match: missing field `path` at dep
no match: missing field `git` at dep"
    );
}
