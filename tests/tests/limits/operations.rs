//! What can be done with a source.

use std::hint::black_box;

use serde::de::IgnoredAny;
use toml_core::{Kind, ParseOptions, Path, Segment, Table, Value, ValueRef, encode};
use toml_edit_lite::{
    DiffLabels, DocumentMut, FormatOptions, MergePolicy, Nesting, SortKeys, unified_diff,
};
use toml_serde::config::{Config, Loaded};
use toml_tests::edits;

/// Something to do with a source.
#[derive(Clone, Copy)]
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&str),
}

const fn operation(name: &'static str, run: fn(&str)) -> Operation {
    Operation { name, run }
}

/// What reads a valid source.
pub(crate) const READING: &[Operation] = &[
    operation("parsing", |source| drop(black_box(parse(source)))),
    operation("tokens", |source| {
        black_box(parse(source).tokens().count());
    }),
    operation("spans", |source| visit(parse(source).root().as_value())),
    operation("paths", |source| {
        let document = parse(source);
        for path in edits::paths(&document) {
            assert!(path.find(&document).is_some());
        }
    }),
    operation("`from_str`", |source| {
        black_box(toml_serde::from_str::<Table>(source).expect("valid"));
    }),
    operation("`from_str` of nothing", |source| {
        toml_serde::from_str::<IgnoredAny>(source).expect("valid");
    }),
    operation("unknown keys", |source| {
        #[derive(serde::Deserialize)]
        struct Nothing {}
        let options = toml_serde::Options {
            unknown_fields: toml_serde::UnknownFields::Collect,
            ..toml_serde::Options::default()
        };
        let read = toml_serde::from_str_with::<Nothing>(source, options).expect("valid");
        black_box(read.unknown_fields);
    }),
    operation("`DeTable`", |source| {
        black_box(toml_serde::de::DeTable::parse(source).expect("valid"));
    }),
];

/// What is done with the data, and with layers of it.
pub(crate) const WHOLE: &[Operation] = &[
    operation("owned values", |source| {
        let table = parse(source).to_table();
        let copy = table.clone();
        assert!(table == copy);
    }),
    operation("encoding", |source| {
        let table = parse(source).to_table();
        black_box(encode::encode_document(&table));
        black_box(encode::encode_value(&Value::Table(table)));
    }),
    operation("`to_string`", |source| {
        let table = parse(source).to_table();
        black_box(toml_serde::to_string(&table).expect("a document"));
        black_box(toml_serde::to_string_pretty(&table).expect("a document"));
    }),
    operation("layers", |source| {
        black_box(layers(source).extract::<Table>().expect("a table"));
    }),
    operation("explained layers", |source| {
        let layers = layers(source);
        black_box((layers.explain(), layers.to_table()));
    }),
    operation("formatting", |source| {
        black_box(toml_edit_lite::format(source, &FormatOptions::default()).expect("valid"));
        let options = FormatOptions {
            sort: SortKeys::All,
            nesting: Nesting::TablesAndKeys,
            ..FormatOptions::default()
        };
        black_box(toml_edit_lite::format(source, &options).expect("valid"));
    }),
    operation("a diff", |source| {
        let labels = DiffLabels {
            old: "old",
            new: "new",
        };
        black_box(unified_diff(&source.replace('1', "2"), source, labels));
    }),
];

/// Edits of all of a document, in one transaction where there are many.
pub(crate) const EDITING: &[Operation] = &[
    operation("a new value for each", |source| {
        let document = parse(source);
        edit_all(source, |tx| {
            scalars(&document)
                .into_iter()
                .try_for_each(|path| tx.set(path, "new"))
        });
    }),
    operation("a new key for each line", |source| {
        edit_all(source, |tx| {
            let mut numbers = 0..source.lines().count();
            numbers.try_for_each(|number| tx.set(format!("new{number}").as_str(), 1))
        });
    }),
    operation("removing each key", |source| {
        let document = parse(source);
        edit_all(source, |tx| {
            let mut keys = document.root().keys();
            keys.try_for_each(|key| {
                tx.remove(Path::from(vec![Segment::Key(key.as_str().to_owned())]))
            })
        });
    }),
    operation("merging", |source| {
        let document = parse(source);
        for old in ["", source] {
            let mut merged = DocumentMut::parse(old).expect("valid");
            merged
                .merge(&document, MergePolicy::Extend)
                .expect("the data fit");
        }
    }),
    operation("updating", |source| {
        let data = Value::Table(parse(source).to_table());
        let mut document = DocumentMut::parse("").expect("valid");
        for data in [&data, &data, &Value::Table(Table::new())] {
            document.update_from_value(data).expect("the data fit");
        }
    }),
];

/// What is done with a source that is invalid.
pub(crate) const BROKEN: &[Operation] = &[
    operation("parsing", |source| {
        black_box(toml_core::parse(source).expect_err("invalid"));
    }),
    operation("recovery", |source| {
        let options = all_errors();
        let (document, errors) = options.parse_recoverable(source);
        black_box((document.tokens().count(), &errors));
        assert!(!errors.is_empty());
    }),
    operation("recovery of what is not UTF-8", |source| {
        // Not in the first byte of a character that is longer.
        let is_replaced = |byte: u8| matches!(byte, b'a' | b'k' | b'1' | b'x');
        let replace = |byte: u8| if is_replaced(byte) { 0xff } else { byte };
        let bytes: Vec<u8> = source.bytes().map(replace).collect();
        black_box(all_errors().parse_bytes_recoverable(&bytes));
    }),
    operation("`from_str_all`", |source| {
        black_box(toml_serde::from_str_all::<Table>(source).err());
    }),
    operation("reports", |source| {
        let (_, errors) = toml_core::parse_recoverable(source);
        for error in errors {
            black_box(error.report(source).to_string());
        }
    }),
];

fn parse(source: &str) -> toml_core::Document<'_> {
    toml_core::parse(source).expect("valid")
}

fn all_errors() -> ParseOptions {
    ParseOptions {
        max_errors: usize::MAX,
        ..ParseOptions::default()
    }
}

/// Looks at all that a document knows of where its values stand.
fn visit(value: ValueRef<'_>) {
    black_box((value.span(), value.raw(), value.key().map(|key| key.span())));
    value.children().for_each(visit);
}

/// The paths of all values that are no tables or arrays.
fn scalars(document: &toml_core::Document<'_>) -> Vec<Path> {
    let is_scalar = |path: &Path| {
        let kind = path.find(document).map(ValueRef::kind);
        !matches!(kind, Some(Kind::Table | Kind::Array))
    };
    let paths = edits::paths(document).into_iter();
    paths.filter(is_scalar).collect()
}

fn edit_all(
    source: &str,
    edits: impl FnOnce(&mut toml_edit_lite::Transaction<'_>) -> Result<(), toml_edit_lite::Error>,
) {
    let mut document = DocumentMut::parse(source).expect("valid");
    document.edit(edits).expect("the edits fit");
}

/// The same source twice, and something on top.
fn layers(source: &str) -> Loaded {
    let config = Config::new().text("below", source).text("above", source);
    config.load().expect("valid")
}
