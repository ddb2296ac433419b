//! Edits of whole documents: each file of toml-test updated to, and merged with, the one behind it.

use toml_core::{ParseOptions, Table, Value};
use toml_edit_lite::{DocumentMut, MergePolicy};
use toml_tests::invariants::{check_patches, same_table};

use crate::oracle::valid_files;

fn parse(source: &str) -> DocumentMut {
    DocumentMut::parse(source).expect("the source is valid")
}

/// What [`MergePolicy::Overwrite`] is to make of data.
fn merged(mut ours: Table, theirs: &Table) -> Table {
    for (key, value) in theirs {
        let value = match (ours.get(key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => Value::Table(merged(old.clone(), new)),
            _ => value.clone(),
        };
        ours.insert(key.clone(), value);
    }
    ours
}

/// Each valid file with the one behind it.
fn pairs() -> Vec<(String, String)> {
    let files: Vec<String> = valid_files("1.0.0")
        .into_iter()
        .map(|(_, source)| source)
        .collect();
    let next = files.iter().cycle().skip(1);
    files
        .iter()
        .zip(next)
        .map(|(one, other)| (one.clone(), other.clone()))
        .collect()
}

#[test]
fn any_document_becomes_any_other() {
    for (source, other) in pairs() {
        let mut document = parse(&source);
        let data = parse(&other).view().to_table();
        let outcome = document.update_from_value(&Value::Table(data.clone()));
        assert!(outcome.is_ok(), "{outcome:?}\n{source}\n---\n{other}");
        let read = ParseOptions::default()
            .parse(document.as_str())
            .expect("the result is valid");
        assert!(
            same_table(&read.to_table(), &data),
            "{source}\n---\n{other}\n---\n{document}"
        );
        assert_eq!(check_patches(&source, &document), Ok(()));
    }
}

#[test]
fn any_document_is_merged_with_any_other() {
    for (source, other) in pairs() {
        let (mut document, theirs) = (parse(&source), parse(&other));
        let expected = merged(document.view().to_table(), &theirs.view().to_table());
        let outcome = document.merge(theirs.view(), MergePolicy::Overwrite);
        assert!(outcome.is_ok(), "{outcome:?}\n{source}\n---\n{other}");
        let read = document.view().to_table();
        assert!(
            same_table(&read, &expected),
            "{source}\n---\n{other}\n---\n{document}"
        );
    }
}
