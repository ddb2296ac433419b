//! The commands, read back as the runner reads them.

use super::*;
use crate::render::samples::{self, FILES, NORMAL, errors};

/// A command as the runner takes it apart: properties and message, both unescaped.
fn read(line: &str) -> (Vec<(String, String)>, String) {
    let rest = line.strip_prefix("::error ").expect("a command");
    let (properties, message) = rest.split_once("::").expect("a message");
    let property = |pair: &str| {
        let (name, value) = pair.split_once('=').expect("a value");
        let value = value.replace("%3A", ":").replace("%2C", ",");
        (name.to_string(), unescaped(&value))
    };
    let properties = properties.split(',').map(property).collect();
    (properties, unescaped(message))
}

fn unescaped(text: &str) -> String {
    let text = text.replace("%0D", "\r").replace("%0A", "\n");
    text.replace("%25", "%")
}

#[test]
fn github_snapshot() {
    samples::snapshot("github", &samples::run(&Github::new(NORMAL)));
}

#[test]
fn github_read_back() {
    let text = samples::run(&Github::new(NORMAL));
    let commands: Vec<_> = text.lines().map(read).collect();
    let mut commands = commands.iter();
    let (properties, message) = commands.next().expect("the missing file");
    let pair = |name: &str, value: &str| (name.to_string(), value.to_string());
    assert_eq!(
        *properties,
        [pair("file", "gone, %.toml"), pair("title", "unreadable")]
    );
    assert_eq!(message, "No such file");
    for (name, source) in FILES {
        for error in errors(source) {
            let (properties, message) = commands.next().expect("a command an error");
            assert_eq!(properties[0], pair("file", &visible(name)));
            assert_eq!(properties[1], pair("line", &error.start().line.to_string()));
            assert_eq!(
                *properties.last().expect("a title"),
                pair("title", error.code())
            );
            let first = message.lines().next().unwrap_or_default();
            assert!(first.starts_with(&*visible(&error.message())), "{message}");
        }
    }
    assert_eq!(commands.next(), None);
}

#[test]
fn github_no_columns_across_lines() {
    let source = b"a = '''\nx\n";
    let mut text = String::new();
    Github::new(NORMAL).file(&samples::report("./a.toml", source), &mut text);
    assert!(
        text.starts_with("::error file=a.toml,line=1,endLine="),
        "{text}"
    );
}
