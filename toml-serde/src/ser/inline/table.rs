//! Inline tables, and the date-times that come as structs.

use serde_core::Serialize;
use serde_core::ser::SerializeMap;
use toml_core::encode::encode_key;

use super::super::names::{MapNames, Names, Seen};
use super::super::scalar::impl_struct;
use super::super::style::Style;
use super::super::{Error, timestamp};
use super::{Line, ValueSerializer};

/// An inline table that is being written.
#[derive(Debug)]
pub struct InlineTable<'d> {
    out: &'d mut String,
    style: Style,
    line: Line,
    is_empty: bool,
    /// The names of the fields, if it is a struct.
    fields: Vec<&'static str>,
    seen: Seen,
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
            seen: Seen::NONE,
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
        let value_start = self.out.len();
        let serializer = ValueSerializer::with_line(self.line, self.style, self.out);
        if let Err(error) = value.serialize(serializer) {
            return Err(self.locate(error.in_key(key)));
        }
        let has_value = self.out.len() > value_start;
        if has_value {
            self.is_empty = false;
        } else {
            self.out.truncate(start);
        }
        Ok(has_value)
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
            let added = self.seen.add(name, &mut self.fields, 0);
            added.map_err(|error| self.locate(error))?;
        }
        Ok(())
    }

    fn finish(self) -> &'d mut String {
        self.out.push_str(if self.is_empty { "}" } else { " }" });
        self.out
            .push_str(if self.variant.is_some() { " }" } else { "" });
        self.out
    }
}

/// A map that is being written as an inline table.
#[derive(Debug)]
pub struct ValueMap<'d> {
    table: InlineTable<'d>,
    names: Names,
    map: MapNames,
}

impl<'d> ValueMap<'d> {
    #[inline]
    pub(super) fn new(table: InlineTable<'d>) -> Self {
        let names = Names::default();
        let map = MapNames::start(&names);
        Self { table, names, map }
    }
}

impl<'d> SerializeMap for ValueMap<'d> {
    type Ok = &'d mut String;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.names.push(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let index = self.names.last();
        if !self.table.entry(self.names.get(index), value)? {
            self.names.truncate(index);
        }
        Ok(())
    }

    fn end(mut self) -> Result<&'d mut String, Error> {
        self.map.finish(&mut self.names)?;
        Ok(self.table.finish())
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
            Self::Table(table) => Ok(table.finish()),
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
            return Err(Error::no_datetime_text());
        }
        Ok(self.out)
    }
}
