//! Types of every shape that serde knows, for round trips.
//!
//! Property tests fill them with what `proptest` draws, fuzz targets with what the fuzzer does.

#![expect(missing_docs, reason = "the names and types say it")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};
use toml_serde::value::{Date, Datetime, Time};

/// Scalars of all types whose values fit in 64 bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scalars {
    pub boolean: bool,
    pub tiny: i8,
    pub short: u16,
    pub long: i64,
    pub nonzero: NonZeroU32,
    pub double: f64,
    pub character: char,
    pub text: String,
    pub datetime: Datetime,
    pub date: Date,
    pub time: Time,
}

/// Numbers that a `Value` does not hold as they are written: integers that may not fit in 64 bits
/// with a sign, and floats of 32 bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wide {
    pub unsigned: u64,
    pub signed_128: i128,
    pub unsigned_128: u128,
    pub list: Vec<u64>,
    pub single: f32,
}

/// Tables and plain values in an order that TOML cannot write them in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Containers {
    pub map: BTreeMap<String, Vec<i64>>,
    pub tables: BTreeMap<String, BTreeMap<String, bool>>,
    pub before: Option<String>,
    pub optional: Option<Box<Containers>>,
    pub list: Vec<Containers>,
    pub matrix: Vec<Vec<u8>>,
    pub tuple: (u8, String, (bool,)),
    pub array: [i16; 3],
    pub after: Option<Meters>,
    pub pair: Pair,
}

/// A newtype struct.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meters(pub f64);

/// A tuple struct.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub u8, pub String);

/// Maps with all types of keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Keys {
    pub integers: BTreeMap<i32, u8>,
    pub booleans: BTreeMap<bool, u8>,
    pub characters: BTreeMap<char, u8>,
    pub variants: BTreeMap<Unit, u8>,
    pub newtypes: BTreeMap<Name, u8>,
}

/// A newtype of a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name(pub String);

/// An enum of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    First,
    SecondOne,
}

/// The four representations of enums, alone and in lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enums {
    pub external: External,
    pub externals: Vec<External>,
    pub internal: Internal,
    pub internals: Vec<Internal>,
    pub adjacent: Adjacent,
    pub adjacents: Vec<Adjacent>,
    pub untagged: Untagged,
    pub untaggeds: Vec<Untagged>,
    pub unit: Unit,
}

/// Externally tagged, variants of all kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum External {
    Unit,
    Newtype(i64),
    Nested(Box<External>),
    Tuple(u8, String),
    Struct { x: Option<u8>, list: Vec<u8> },
}

/// Internally tagged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Internal {
    Unit,
    Newtype(Flat),
    Struct { x: u8, tables: Vec<Flat> },
}

/// Adjacently tagged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content")]
pub enum Adjacent {
    Unit,
    Newtype(Vec<String>),
    Tuple(u8, bool),
    Struct { x: u8 },
}

/// Untagged, variants that differ in type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Untagged {
    Integer(i64),
    Float(f64),
    Datetime(Datetime),
    Text(String),
    List(Vec<Untagged>),
    Table { x: u8, inner: Option<Flat> },
}

/// A struct with two flattened parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flattened {
    pub id: u8,
    #[serde(flatten)]
    pub flat: Flat,
    #[serde(flatten)]
    pub rest: BTreeMap<String, Vec<i64>>,
}

/// A part that is flattened, or an inner struct.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flat {
    pub label: String,
    pub table: Option<BTreeMap<String, u8>>,
    pub since: Option<Datetime>,
    pub weight: Option<f64>,
}
