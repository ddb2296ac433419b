//! The cases of `fixtures/`, a file an area: an input, edits, and the whole text that is expected.
//!
//! ```toml
//! [[case]]
//! name = "what is shown"
//! input = "a = 1\n"
//! edits = [["set", "a", 2], ["remove", "b"]]  # a method and its arguments
//! expected = "a = 2\n"                        # or: error = "no-such-key", and the text stays
//! version = "1.1"                             # without it 1.0
//! newlines = "crlf"                           # in input and expected; without it as written
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use toml_core::{Kind, ParseOptions, Table, Value, ValueRef, Version};
use toml_edit_lite::{ArrayLines, DocumentMut, Error, MergePolicy, Raw, Splice, Transaction};

fn fixture_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

#[test]
fn cases_give_what_they_expect() {
    let (mut count, mut failures) = (0, Vec::new());
    for file in fixture_files() {
        let source = fs::read_to_string(&file).expect("the file can be read");
        let fixture =
            toml_core::parse(&source).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in fixture["case"].as_array().expect("there are cases") {
            count += 1;
            let case = case.as_table().expect("a case is a table");
            if let Err(failure) = run(case) {
                let area = file.file_stem().unwrap_or_default().to_string_lossy();
                failures.push(format!("=== {area}: {}\n{failure}", text(&case["name"])));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {count} cases:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(count >= 150, "{count} cases");
}

fn run(case: &Table) -> Result<(), String> {
    let newlines = |source: &str| match case.get("newlines") {
        Some(_) => source.replace('\n', "\r\n"),
        None => source.to_owned(),
    };
    let input = newlines(text(&case["input"]));
    let version = match case.get("version") {
        Some(_) => Version::V1_1,
        None => Version::V1_0,
    };
    let options = ParseOptions {
        version,
        ..ParseOptions::default()
    };
    let mut document =
        DocumentMut::parse_with(input.as_str(), options).map_err(|error| error.to_string())?;
    let edits = case["edits"].as_array().expect("a list of edits");
    let outcome = edits.iter().try_for_each(|edit| {
        let edit = edit.as_array().expect("an edit is a list");
        document.edit(|tx| apply(tx, text(&edit[0]), &edit[1..]))
    });
    let (expected, code) = match case.get("error") {
        Some(code) => (
            input.as_str().to_owned(),
            format!("toml::edit::{}", text(code)),
        ),
        None => (newlines(text(&case["expected"])), String::new()),
    };
    let actual_code = outcome.err().map_or("", |error| error.kind().code());
    if actual_code != code {
        return Err(format!("error {actual_code:?}, expected {code:?}"));
    }
    if document.as_str() != expected {
        return Err(format!("--- expected\n{expected}\n--- found\n{document}"));
    }
    Ok(())
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn index(value: &Value) -> usize {
    let integer = value.as_i64().expect("an integer");
    usize::try_from(integer).expect("an index")
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(text).collect()
}

/// One edit by its name.
fn apply(tx: &mut Transaction<'_>, name: &str, args: &[Value]) -> Result<(), Error> {
    let path = args.first().map_or("", |path| path.as_str().unwrap_or(""));
    match name {
        "set" => tx.set(path, args[1].clone()),
        "set_raw" => tx.set(path, Raw::parse(text(&args[1]))?),
        "insert_before" => tx.insert_before(path, text(&args[1]), args[2].clone()),
        "insert_after" => tx.insert_after(path, text(&args[1]), args[2].clone()),
        "insert_at" => tx.insert_at(path, index(&args[1]), text(&args[2]), args[3].clone()),
        "insert_sorted" => tx.insert_sorted(path, text(&args[1]), args[2].clone()),
        "remove" => tx.remove(path),
        "clear" => tx.clear(path),
        "rename" => tx.rename(path, text(&args[1])),
        "move_to" => tx.move_to(path, text(&args[1])),
        "copy_to" => tx.copy_to(path, text(&args[1])),
        "update" => tx.update_from_value(&args[0]),
        "merge" => {
            let other = toml_core::parse(path).expect("the other document is TOML");
            tx.merge(&other, policy(args.get(1).map_or("overwrite", text)))
        }
        "splice" => tx.splice(path, splice(text(&args[1])), text(&args[2])),
        "sort_keys" => tx.sort_keys(path, str::cmp),
        _ => apply_to_array(tx, name, args),
    }
}

fn apply_to_array(tx: &mut Transaction<'_>, name: &str, args: &[Value]) -> Result<(), Error> {
    let path = args.first().map_or("", |path| path.as_str().unwrap_or(""));
    match name {
        "push" => tx.push(path, args[1].clone()),
        "push_raw" => tx.push(path, Raw::parse(text(&args[1]))?),
        "push_sorted" => tx.push_sorted(path, args[1].clone()),
        "insert_all" => {
            let values = args[2].as_array().cloned().unwrap_or_default();
            tx.insert_all(path, index(&args[1]), values)
        }
        "insert" => tx.insert(path, index(&args[1]), args[2].clone()),
        "dedup" => tx.dedup(path),
        "sort" => tx.sort(path, |one, other| sort_key(one).cmp(&sort_key(other))),
        "retain_not" => tx.retain(path, |element| element.to_value() != args[1]),
        "swap" => tx.swap(path, index(&args[1]), index(&args[2])),
        "reorder" => {
            let order = args[1].as_array().expect("a list").iter().map(index);
            tx.reorder(path, &order.collect::<Vec<_>>())
        }
        "one_line" => tx.set_lines(path, ArrayLines::One),
        "line_each" => tx.set_lines(path, ArrayLines::OneEach),
        "to_inline" => tx.to_inline(path),
        "to_table" => tx.to_table(path),
        "to_dotted" => tx.to_dotted(path),
        "set_comment" => tx.set_comment(path, Some(text(&args[1]))),
        "remove_comment" => tx.set_comment(path, None),
        "set_comments_above" => tx.set_comments_above(path, &texts(&args[1])),
        "set_preamble" => tx.set_preamble(&texts(&args[0])),
        "set_epilogue" => tx.set_epilogue(&texts(&args[0])),
        _ => panic!("no edit is called {name}"),
    }
}

fn policy(name: &str) -> MergePolicy {
    match name {
        "overwrite" => MergePolicy::Overwrite,
        "keep" => MergePolicy::Keep,
        "extend" => MergePolicy::Extend,
        _ => panic!("no policy is called {name}"),
    }
}

fn splice(name: &str) -> Splice {
    match name {
        "body" => Splice::Body,
        "end" => Splice::End,
        "sections" => Splice::Sections,
        "before" => Splice::Before,
        "instead" => Splice::Instead,
        _ => panic!("no place is called {name}"),
    }
}

/// Strings by their text, tables by their `name`, others as they are written.
fn sort_key(value: ValueRef<'_>) -> String {
    let named = match value.kind() {
        Kind::Table => value.get("name"),
        _ => Some(value),
    };
    named.map_or(String::new(), |value| {
        value.as_str().unwrap_or(value.raw()).to_owned()
    })
}
