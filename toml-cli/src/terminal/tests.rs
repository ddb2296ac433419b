//! The environment as a list of pairs.

use super::*;

fn environment(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    |name| {
        let pair = pairs.iter().find(|(key, _)| *key == name)?;
        Some(pair.1.to_string())
    }
}

#[test]
fn color_precedence() {
    let auto = |is_terminal, pairs| color(ColorChoice::Auto, is_terminal, environment(pairs));
    assert_eq!(auto(true, &[]), Color::On);
    assert_eq!(auto(false, &[]), Color::Off);
    assert_eq!(auto(true, &[("NO_COLOR", "1")]), Color::Off);
    assert_eq!(auto(true, &[("NO_COLOR", "0")]), Color::Off);
    assert_eq!(auto(true, &[("TERM", "dumb")]), Color::Off);
    assert_eq!(auto(true, &[("CLICOLOR", "0")]), Color::Off);
    assert_eq!(auto(false, &[("CLICOLOR_FORCE", "1")]), Color::On);
    assert_eq!(auto(false, &[("CLICOLOR_FORCE", "0")]), Color::Off);
    assert_eq!(
        auto(false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]),
        Color::Off
    );

    let no_color = environment(&[("NO_COLOR", "1")]);
    assert_eq!(color(ColorChoice::Always, false, &no_color), Color::On);
    assert_eq!(
        color(ColorChoice::Never, true, environment(&[])),
        Color::Off
    );
}

#[test]
fn glyphs_follow_locale() {
    assert_eq!(glyphs(environment(&[])), Glyphs::Unicode);
    assert_eq!(
        glyphs(environment(&[("LANG", "de_DE.UTF-8")])),
        Glyphs::Unicode
    );
    assert_eq!(glyphs(environment(&[("LANG", "C")])), Glyphs::Ascii);
    assert_eq!(
        glyphs(environment(&[("LC_ALL", "C.utf8"), ("LANG", "C")])),
        Glyphs::Unicode
    );
    assert_eq!(glyphs(environment(&[("TERM", "linux")])), Glyphs::Ascii);
}
