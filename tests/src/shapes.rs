//! Types of every shape that serde knows, for round trips.
//!
//! Property tests fill them with what `proptest` draws, the fuzz target with what `Arbitrary` makes of its bytes.

#![expect(missing_docs, reason = "the names and types say it")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde::{Deserialize, Serialize};
use toml_serde::value::{Date, Datetime, Time};

use crate::generate::values;

/// Scalars of all types whose values fit in 64 bits.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scalars {
    pub boolean: bool,
    pub tiny: i8,
    pub short: u16,
    pub long: i64,
    pub nonzero: NonZeroU32,
    #[arbitrary(with = values::number)]
    pub double: f64,
    pub character: char,
    #[arbitrary(with = values::text)]
    pub text: String,
    #[arbitrary(with = values::datetime)]
    pub datetime: Datetime,
    #[arbitrary(with = values::date)]
    pub date: Date,
    #[arbitrary(with = values::time)]
    pub time: Time,
}

/// Numbers that a `Value` does not hold as they are written: integers that may not fit in 64 bits
/// with a sign, and floats of 32 bits.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wide {
    pub unsigned: u64,
    pub signed_128: i128,
    pub unsigned_128: u128,
    pub list: Vec<u64>,
    #[arbitrary(with = short_number)]
    pub single: f32,
}

/// Tables and plain values in an order that TOML cannot write them in.
#[derive(Arbitrary, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Arbitrary, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meters(#[arbitrary(with = values::number)] pub f64);

/// A tuple struct.
#[derive(Arbitrary, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub u8, #[arbitrary(with = values::text)] pub String);

/// Maps with all types of keys.
#[derive(Arbitrary, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Keys {
    pub integers: BTreeMap<i32, u8>,
    pub booleans: BTreeMap<bool, u8>,
    pub characters: BTreeMap<char, u8>,
    pub variants: BTreeMap<Unit, u8>,
    pub newtypes: BTreeMap<Name, u8>,
}

/// A newtype of a key.
#[derive(Arbitrary, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name(#[arbitrary(with = values::text)] pub String);

/// An enum of names.
#[derive(Arbitrary, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    First,
    SecondOne,
}

/// The four representations of enums, alone and in lists.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum External {
    Unit,
    Newtype(i64),
    Nested(Box<External>),
    Tuple(u8, String),
    Struct { x: Option<u8>, list: Vec<u8> },
}

/// Internally tagged.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Internal {
    Unit,
    Newtype(Flat),
    Struct { x: u8, tables: Vec<Flat> },
}

/// Adjacently tagged.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content")]
pub enum Adjacent {
    Unit,
    Newtype(Vec<String>),
    Tuple(u8, bool),
    Struct { x: u8 },
}

/// Untagged, variants that differ in type.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Untagged {
    Integer(i64),
    Float(#[arbitrary(with = values::number)] f64),
    Datetime(#[arbitrary(with = values::datetime)] Datetime),
    Text(#[arbitrary(with = values::text)] String),
    List(Vec<Untagged>),
    Table { x: u8, inner: Option<Flat> },
}

/// A struct with two flattened parts.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flattened {
    pub id: u8,
    #[serde(flatten)]
    pub flat: Flat,
    #[serde(flatten)]
    #[arbitrary(with = other_keys)]
    pub rest: BTreeMap<String, Vec<i64>>,
}

/// A part that is flattened, or an inner struct.
#[derive(Arbitrary, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flat {
    #[arbitrary(with = values::text)]
    pub label: String,
    pub table: Option<BTreeMap<String, u8>>,
    #[arbitrary(with = optional_datetime)]
    pub since: Option<Datetime>,
    #[arbitrary(with = optional_number)]
    pub weight: Option<f64>,
}

fn optional_datetime(u: &mut Unstructured<'_>) -> Result<Option<Datetime>> {
    let is_there = u.arbitrary()?;
    if is_there {
        values::datetime(u).map(Some)
    } else {
        Ok(None)
    }
}

fn optional_number(u: &mut Unstructured<'_>) -> Result<Option<f64>> {
    let is_there = u.arbitrary()?;
    if is_there {
        values::number(u).map(Some)
    } else {
        Ok(None)
    }
}

/// A float of 32 bits that equals itself.
fn short_number(u: &mut Unstructured<'_>) -> Result<f32> {
    let float: f32 = u.arbitrary()?;
    Ok(if float.is_nan() { 0.5 } else { float })
}

/// What a flattened map may hold: keys that are no fields of the struct.
fn other_keys(u: &mut Unstructured<'_>) -> Result<BTreeMap<String, Vec<i64>>> {
    let rest: Vec<(u8, Vec<i64>)> = u.arbitrary()?;
    let entries = rest.into_iter();
    Ok(entries
        .map(|(key, list)| (format!("x{key}"), list))
        .collect())
}
