//! Data of any shape, in any layout, reads back as the same data.

use proptest::prelude::*;
use toml_serde::Table;
use toml_serde::ser::{
    DottedKeys, LiteralStrings, Newlines, Serializer, SerializerBuilder, ValueSerializer,
};

use serde::Serialize;

use crate::tree::{Tree, entries, to_table};

/// Whatever needs care in keys and strings.
const ANY: &str = "[a-c'\"\\\\ .\n\t\r\u{1}\u{7f}é#=]{0,12}|[a-z_]{1,20}";
/// What both crates write alike.
const ORDINARY: &str = "([a-c'\\\\ .é#=]{0,12}[a-c])?|[a-z_]{1,20}|[a-c\n\"]{0,8}[a-c]";

fn layout() -> impl Strategy<Value = SerializerBuilder> {
    let width = prop_oneof![Just(0), 1..40_usize, Just(usize::MAX)];
    let depth = prop_oneof![0..4_usize, Just(usize::MAX)];
    let choices = (any::<[bool; 3]>(), width, depth, 0..5_u8);
    choices.prop_map(|([literals, lines, dotted], width, depth, indent)| {
        Serializer::builder()
            .literal_strings(if literals {
                LiteralStrings::ToSaveEscapes
            } else {
                LiteralStrings::Never
            })
            .multiline_strings(if lines {
                Newlines::Keep
            } else {
                Newlines::Escape
            })
            .dotted_keys(if dotted {
                DottedKeys::PlainTables
            } else {
                DottedKeys::Never
            })
            .array_width(width)
            .inline_depth(depth)
            .indent(indent)
    })
}

proptest! {
    #[test]
    fn document_reads_back(entries in entries(ANY)) {
        let expected = to_table(&entries);
        let tree = Tree::Table(entries);
        let text = toml_serde::to_string(&tree).unwrap();
        prop_assert_eq!(&text.parse::<Table>().unwrap(), &expected, "{}", text);
        let text = toml_serde::to_string_pretty(&tree).unwrap();
        prop_assert_eq!(&text.parse::<Table>().unwrap(), &expected, "{}", text);
    }

    #[test]
    fn document_in_any_layout_reads_back(entries in entries(ANY), layout in layout()) {
        let expected = to_table(&entries);
        let text = layout.to_string(&Tree::Table(entries)).unwrap();
        prop_assert_eq!(&text.parse::<Table>().unwrap(), &expected, "{}", text);
    }

    #[test]
    fn value_reads_back(entries in entries(ANY)) {
        let expected = to_table(&entries);
        let mut text = String::from("x = ");
        Tree::Table(entries).serialize(ValueSerializer::new(&mut text)).unwrap();
        let table: Table = text.parse().unwrap();
        prop_assert_eq!(table["x"].as_table(), Some(&expected), "{}", text);
    }

    #[test]
    fn text_is_that_of_the_peer(entries in entries(ORDINARY)) {
        let tree = Tree::Table(entries);
        let expected = toml::to_string(&tree).unwrap();
        prop_assert_eq!(toml_serde::to_string(&tree).unwrap(), expected);
        let expected = toml::to_string_pretty(&tree).unwrap();
        prop_assert_eq!(toml_serde::to_string_pretty(&tree).unwrap(), expected);
    }
}
