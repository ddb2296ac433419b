//! Inline tables, and the date-times that come as structs.

use serde_core::Serialize;
use serde_core::ser::SerializeMap;
use toml_core::encode::encode_key;

use super::super::key::KeySerializer;
use super::super::names::{Names, check_unique};
use super::super::scalar::impl_struct;
use super::super::style::Style;
use super::super::{Error, timestamp};
use super::{Line, OnNone, ValueSerializer};

/// An inline table that is being written.
#[derive(Debug)]
pub struct InlineTable<'d> {
    out: &'d mut String,
    style: Style,
    line: Line,
    is_empty: bool,
    /// The names of the fields, if it is a struct.
    fields: Vec<&'static str>,
    /// The variant whose one value it is.
    variant: Option<&'static str>,
}

impl<'d> InlineTable<'d> {
    #[inline]
    pub(super) fn open(out: &'d mut String, style: Style, line: Line) -> Self {
        out.push('{');
        Self {
            out,
            style,
            line,
            is_empty: true,
            fields: Vec::new(),
            variant: None,
        }
    }

    /// The same table as the value of a variant, whose own table is open too.
    pub(super) fn of_variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// Writes a key and its value, and tells whether there was one.
    fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<bool, Error> {
        let start = self.out.len();
        self.out.push_str(if self.is_empty { " " } else { ", " });
        encode_key(key, self.out);
        self.out.push_str(" = ");
        let mut is_skipped = false;
        let none = OnNone::Skip(&mut is_skipped);
        let serializer = ValueSerializer::with_style(self.out, self.style, self.line, none);
        let result = value.serialize(serializer);
        if let Err(error) = result {
            return Err(self.locate(error.in_key(key)));
        }
        if is_skipped {
            self.out.truncate(start);
        } else {
            self.is_empty = false;
        }
        Ok(!is_skipped)
    }

    #[cold]
    fn locate(&self, error: Error) -> Error {
        match self.variant {
            Some(variant) => error.in_key(variant),
            None => error,
        }
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        if self.entry(name, value)? {
            self.fields.push(name);
        }
        Ok(())
    }

    fn finish(self) -> Result<&'d mut String, Error> {
        check_unique(&self.fields).map_err(|error| self.locate(error))?;
        self.out.push_str(if self.is_empty { "}" } else { " }" });
        self.out
            .push_str(if self.variant.is_some() { " }" } else { "" });
        Ok(self.out)
    }
}

/// A map that is being written as an inline table.
#[derive(Debug)]
pub struct ValueMap<'d> {
    table: InlineTable<'d>,
    names: Names,
}

impl<'d> ValueMap<'d> {
    #[inline]
    pub(super) fn new(table: InlineTable<'d>) -> Self {
        let names = Names::default();
        Self { table, names }
    }
}

impl<'d> SerializeMap for ValueMap<'d> {
    type Ok = &'d mut String;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let out = self.names.start();
        key.serialize(KeySerializer { out })
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if self.table.entry(self.names.current(), value)? {
            self.names.keep();
        }
        Ok(())
    }

    fn end(self) -> Result<&'d mut String, Error> {
        self.names.check()?;
        self.table.finish()
    }
}

/// A struct that is being written: an inline table, or a date-time.
#[derive(Debug)]
pub enum ValueStruct<'d> {
    /// An inline table.
    Table(InlineTable<'d>),
    /// A date-time.
    Timestamp(ValueTimestamp<'d>),
}

impl<'d> ValueStruct<'d> {
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Table(table) => table.field(name, value),
            Self::Timestamp(timestamp) => timestamp::encode(name, value, timestamp.out),
        }
    }

    fn finish(self) -> Result<&'d mut String, Error> {
        match self {
            Self::Table(table) => table.finish(),
            Self::Timestamp(timestamp) => timestamp.finish(),
        }
    }
}

impl_struct! {
    SerializeStruct for ValueStruct<'d>, &'d mut String;
    SerializeStructVariant for ValueStruct<'d>, &'d mut String;
}

/// A date-time that is being written.
#[derive(Debug)]
pub struct ValueTimestamp<'d> {
    out: &'d mut String,
    start: usize,
}

impl<'d> ValueTimestamp<'d> {
    #[inline]
    pub(super) fn new(out: &'d mut String) -> Self {
        let start = out.len();
        Self { out, start }
    }

    fn finish(self) -> Result<&'d mut String, Error> {
        if self.out.len() == self.start {
            return Err(timestamp::invalid());
        }
        Ok(self.out)
    }
}
