//! The sections of the specification of TOML 1.0 that explanations point at.

use super::Section;

/// A section by its heading and the anchor of that heading.
macro_rules! section {
    ($name:literal, $anchor:literal) => {
        Some(Section {
            name: $name,
            url: concat!("https://toml.io/en/v1.0.0#", $anchor),
        })
    };
}

pub(super) const SPEC: Option<Section> = section!("Spec", "spec");
pub(super) const COMMENT: Option<Section> = section!("Comment", "comment");
pub(super) const KEY_VALUE_PAIR: Option<Section> = section!("Key/Value Pair", "keyvalue-pair");
pub(super) const KEYS: Option<Section> = section!("Keys", "keys");
pub(super) const STRING: Option<Section> = section!("String", "string");
pub(super) const INTEGER: Option<Section> = section!("Integer", "integer");
pub(super) const FLOAT: Option<Section> = section!("Float", "float");
pub(super) const BOOLEAN: Option<Section> = section!("Boolean", "boolean");
pub(super) const OFFSET_DATE_TIME: Option<Section> =
    section!("Offset Date-Time", "offset-date-time");
pub(super) const LOCAL_DATE: Option<Section> = section!("Local Date", "local-date");
pub(super) const LOCAL_TIME: Option<Section> = section!("Local Time", "local-time");
pub(super) const ARRAY: Option<Section> = section!("Array", "array");
pub(super) const TABLE: Option<Section> = section!("Table", "table");
pub(super) const INLINE_TABLE: Option<Section> = section!("Inline Table", "inline-table");
pub(super) const ARRAY_OF_TABLES: Option<Section> = section!("Array of Tables", "array-of-tables");
