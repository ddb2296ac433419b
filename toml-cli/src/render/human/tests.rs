//! Reports as a person sees them on a terminal of 80 columns.

use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::render::samples;
use crate::terminal::Terminal;

/// What is written for a source, all of its errors one after the other; 80 columns at most.
fn show(source: &[u8]) -> String {
    let terminal = Terminal {
        color: Color::Off,
        glyphs: Glyphs::Unicode,
        width: 80,
    };
    let mut text = String::new();
    let human = Human::new(Verbosity::Normal, terminal);
    human.file(&samples::report("config.toml", source), &mut text);
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
    }
    text
}

fn check(name: &str, source: &str) {
    samples::snapshot(name, &show(source.as_bytes()));
}

#[test]
fn human_wide_characters() {
    check(
        "human_wide",
        "[\"サーバー\"]\n\"名前\" = \"東京\"  # 首都\n\"名前\" = \"大阪\"\nemoji = \"👩‍👩‍👧\", 1\n",
    );
}

#[test]
fn human_tabs() {
    check(
        "human_tabs",
        "[server]\n\tname\t=\t\"ada\"\n\tport\t= 80 443\n\tname\t=\t\"grace\"\n",
    );
}

#[test]
fn human_long_lines() {
    let long = format!(
        "[\ndeps = [{0} oops, {0}]\nkey = \"{1}\"\nother = 1\nkey = \"{1}\"\n",
        "\"some-package >= 1.0\", ".repeat(40),
        "x".repeat(300)
    );
    check("human_long", &long["[\n".len()..]);
}

#[test]
fn human_long_names() {
    let key = "very_long_name_".repeat(10);
    check(
        "human_long_names",
        &format!("[{key}]\n{key} = 1\n{key} = yes\n{key}.{key} = 2\n"),
    );
}

#[test]
fn human_crlf() {
    check(
        "human_crlf",
        "[server]\r\nport =\r\nname = \"a\r\nname = 'b'\r\n\r\n[server]\r\n",
    );
}

#[test]
fn human_end_of_file() {
    check("human_end_newline", "a = 1\nb = [1,\n");
    check("human_end_no_newline", "a = 1\nb = [1,");
    check("human_end_empty_lines", "a = 1\nb = { x = 1\n\n\n");
    check("human_end_string", "a = \"\"\"\ntext\n");
    check("human_end_value", "a =");
}

#[test]
fn human_several_errors() {
    check(
        "human_several",
        "title = TOML\n\n[owner]\nname = 'Tom'\nborn = 1979-13-27\n\n[owner]\nactive = yes\n\
         path = \"C:\\Users\\tom\"\n",
    );
}

#[test]
fn human_not_utf8() {
    samples::snapshot(
        "human_not_utf8",
        &show(b"# caf\xc3\xa9\nname = 'caf\xe9 \xe8\xe9'\n"),
    );
}
