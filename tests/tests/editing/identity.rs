//! A document that is not edited prints as it was read, byte for byte.

use std::fs;
use std::path::Path;

use toml_core::{ParseOptions, Value, Version};
use toml_edit_lite::DocumentMut;

use crate::oracle::valid_files;

fn with(version: Version) -> ParseOptions {
    ParseOptions {
        version,
        ..ParseOptions::default()
    }
}

/// Reads and prints; also after edits that change nothing.
fn check(source: &str, version: Version) {
    let mut document = DocumentMut::parse_with(source, with(version)).expect("the source is valid");
    assert_eq!(document.to_string(), source);
    let data = Value::Table(document.view().to_table());
    if !has_nan(&data) {
        document.update_from_value(&data).expect("the same data");
        assert_eq!(document.as_str(), source);
        assert_eq!(document.patches(), []);
    }
    let outcome = document.edit(|tx| {
        tx.set("a key that is new", 1)?;
        tx.remove("a key that is not there")
    });
    assert!(outcome.is_err());
    assert_eq!(document.as_str(), source);
}

fn has_nan(value: &Value) -> bool {
    match value {
        Value::Float(float) => float.is_nan(),
        Value::Array(array) => array.iter().any(has_nan),
        Value::Table(table) => table.values().any(has_nan),
        _ => false,
    }
}

#[test]
fn files_of_toml_test_are_printed_as_they_are() {
    let lists = [("1.0.0", Version::V1_0, 210), ("1.1.0", Version::V1_1, 220)];
    for (list, version, count) in lists {
        let files = valid_files(list);
        assert_eq!(files.len(), count);
        for (_, source) in &files {
            check(source, version);
        }
    }
}

#[test]
fn files_of_this_repository_and_real_ones_are_printed_as_they_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let named = std::env::var_os("TOML_CORPUS").map(Into::into);
    let corpus = named.unwrap_or_else(|| root.join("../shared/corpus"));
    let mut count = 0;
    for folder in [root, corpus] {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("the folder can be read").path();
            let is_toml = path
                .extension()
                .is_some_and(|end| end == "toml" || end == "lock");
            if !is_toml {
                continue;
            }
            let source = fs::read_to_string(&path).expect("the file can be read");
            // Some are wrong on purpose.
            if with(Version::V1_1).parse(&source).is_ok() {
                check(&source, Version::V1_1);
                count += 1;
            }
        }
    }
    assert!(count >= 2, "{count} files");
}

#[test]
fn odd_texts_are_printed_as_they_are() {
    let sources = [
        "",
        "\n",
        "\u{feff}",
        "\u{feff}# c",
        "a = 1",
        "a = 1\r\nb = 2\nc = 3\r\n",
        "\t a\t=\t1 \t# c\t\n\r\n",
        "[b.x]\n[a]\n[b]\ny=1\n[b.z]",
        "a = [ # c\r\n1 ,\n\n2\r\n,]  ",
        "  [ 'a' . \"b\" ]  # c\n  'x' . y = { } \n",
        "s = \"\"\"\r\na\r\n\"\"\"\r\n",
    ];
    for source in sources {
        check(source, Version::V1_0);
    }
}
