//! Pages as a person sees them, and that every page fits.

use super::*;
use crate::render::samples::snapshot;
use crate::terminal::Glyphs;

fn terminal(color: Color) -> Terminal {
    Terminal {
        color,
        glyphs: Glyphs::Unicode,
        width: 80,
    }
}

#[test]
fn page_snapshots() {
    let plain = terminal(Color::Off);
    snapshot("explain_duplicate_key", &of(ErrorKind::DuplicateKey, plain));
    snapshot(
        "explain_since_1_1",
        &of(ErrorKind::InlineTableNewlineSince1_1, plain),
    );
    snapshot("explain_invalid_utf8", &of(ErrorKind::InvalidUtf8, plain));
    snapshot("explain_too_large", &of(ErrorKind::TooLarge, plain));
}

#[test]
fn pages_fit_80_columns() {
    for kind in ErrorKind::all() {
        for line in of(*kind, terminal(Color::Off)).lines() {
            assert!(line.chars().count() <= 80, "{line}");
            assert!(!line.contains(char::is_control), "{line}");
        }
    }
}

#[test]
fn pages_differ_in_colour_only() {
    let plain = of(ErrorKind::NullValue, terminal(Color::Off));
    let colored = of(ErrorKind::NullValue, terminal(Color::On));
    assert!(colored.contains("\x1b[1m\x1b[31mWrong\x1b[0m"), "{colored}");
    let mut stripped = colored;
    for code in ["\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[0m"] {
        stripped = stripped.replace(code, "");
    }
    assert_eq!(stripped, plain);
}
