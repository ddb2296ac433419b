//! Tables of a document that are being written, of structs and of maps.

use std::mem;

use serde_core::Serialize;
use serde_core::ser::SerializeMap;

use super::field::FieldSerializer;
use super::inline::{IN_VARIANT, Line, OnNone, ValueSerializer, null};
use super::key::KeySerializer;
use super::names::{Names, check_unique};
use super::scalar::impl_struct;
use super::section::{Kind, Place, Retry, Section};
use super::{Buffer, Error};

/// A struct that is being written.
#[derive(Debug)]
pub struct TableSerializer<'d> {
    pub(super) buffer: &'d mut Buffer,
    pub(super) section: Section,
    /// Where the names of its fields start among those of the buffer.
    first_field: usize,
    /// The variant whose one value it is.
    variant: Option<&'static str>,
}

impl<'d> TableSerializer<'d> {
    #[inline]
    pub(super) fn new(section: Section, buffer: &'d mut Buffer) -> Self {
        Self {
            section,
            first_field: buffer.fields.len(),
            buffer,
            variant: None,
        }
    }

    /// Writes the one value of a variant into this table, which is that for the enum.
    pub(super) fn newtype_variant<T>(
        mut self,
        variant: &'static str,
        value: &T,
    ) -> Result<&'d mut Buffer, Error>
    where
        T: Serialize + ?Sized,
    {
        if self.entry(variant, value, Place::NoArrayOfTables)? {
            self.finish()
        } else {
            Err(null(IN_VARIANT).in_key(variant))
        }
    }

    /// The fields of a variant, in a table of its own within the table for the enum.
    pub(super) fn struct_variant(
        variant: &'static str,
        section: Section,
        buffer: &'d mut Buffer,
    ) -> Self {
        let mut table = Self::new(section.open_variant(variant, buffer), buffer);
        table.variant = Some(variant);
        table
    }

    #[inline]
    pub(super) fn field<T>(&mut self, name: &'static str, value: &T) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        if self.entry(name, value, Place::Anywhere)? {
            self.buffer.fields.push(name);
        }
        Ok(())
    }

    /// Writes a key and its value, and tells whether there was one.
    #[inline]
    pub(super) fn entry<T>(&mut self, key: &str, value: &T, place: Place) -> Result<bool, Error>
    where
        T: Serialize + ?Sized,
    {
        if self.section.depth >= self.buffer.layout.inline_depth {
            return self.inline_entry(key, value);
        }
        let (section, buffer) = (&mut self.section, &mut *self.buffer);
        match value.serialize(FieldSerializer::new(key, place, section, buffer)) {
            Ok(_) => Ok(!mem::take(&mut self.buffer.is_skipped)),
            Err(error) => match self.take_retry() {
                None => Err(self.locate(error.in_key(key))),
                Some(retry) => self.retry(retry, key, value),
            },
        }
    }

    /// Writes a key and its value on one line, and tells whether there was one.
    fn inline_entry<T>(&mut self, key: &str, value: &T) -> Result<bool, Error>
    where
        T: Serialize + ?Sized,
    {
        let mark = self.section.mark(self.buffer);
        let mut is_skipped = false;
        let style = self.buffer.layout.style;
        let start = self.section.line(self.buffer).len();
        let out = self.section.open_line(key, self.buffer);
        let line = Line { start, arrays: 0 };
        let none = OnNone::Skip(&mut is_skipped);
        match value.serialize(ValueSerializer::with_style(out, style, line, none)) {
            Ok(out) => out.push('\n'),
            Err(error) => return Err(self.locate(error.in_key(key))),
        }
        if is_skipped {
            self.section.roll_back(&mark, self.buffer);
        }
        Ok(!is_skipped)
    }

    /// What to do again here. A table of dotted keys leaves that to the table it is in.
    #[cold]
    fn take_retry(&mut self) -> Option<Retry> {
        match self.section.kind {
            Kind::Dotted => None,
            _ => self.buffer.retry.take(),
        }
    }

    /// Writes a value again, in another way.
    #[cold]
    fn retry<T>(&mut self, retry: Retry, key: &str, value: &T) -> Result<bool, Error>
    where
        T: Serialize + ?Sized,
    {
        self.section.roll_back(&retry.mark, self.buffer);
        match retry.place {
            Place::Inline => self.inline_entry(key, value),
            place => self.entry(key, value, place),
        }
    }

    #[cold]
    fn locate(&self, error: Error) -> Error {
        match self.variant {
            Some(variant) => error.in_key(variant),
            None => error,
        }
    }

    #[inline]
    pub(super) fn finish(mut self) -> Result<&'d mut Buffer, Error> {
        let fields = &self.buffer.fields[self.first_field..];
        check_unique(fields).map_err(|error| self.locate(error))?;
        self.buffer.fields.truncate(self.first_field);
        if !self.section.close(self.buffer) {
            return Err(self.buffer.give_up_dotted_keys());
        }
        Ok(self.buffer)
    }
}

impl Buffer {
    /// Has a table written under a header that could not be written as dotted keys.
    #[cold]
    pub(super) fn give_up_dotted_keys(&mut self) -> Error {
        self.retry = self.dotted.take().map(|mark| Retry {
            mark,
            place: Place::NoDottedKeys,
        });
        Error::new("a table with tables, or with nothing, cannot be written as dotted keys")
    }
}

impl_struct! {
    SerializeStruct for TableSerializer<'d>, &'d mut Buffer;
    SerializeStructVariant for TableSerializer<'d>, &'d mut Buffer;
}

/// A map that is being written.
#[derive(Debug)]
pub struct MapSerializer<'d> {
    table: TableSerializer<'d>,
    names: Names,
}

impl<'d> MapSerializer<'d> {
    pub(super) fn new(section: Section, buffer: &'d mut Buffer) -> Self {
        Self {
            table: TableSerializer::new(section, buffer),
            names: Names::default(),
        }
    }
}

impl<'d> SerializeMap for MapSerializer<'d> {
    type Ok = &'d mut Buffer;
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let out = self.names.start();
        key.serialize(KeySerializer { out })
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = self.names.current();
        if self.table.entry(key, value, Place::Anywhere)? {
            self.names.keep();
        }
        Ok(())
    }

    fn end(self) -> Result<&'d mut Buffer, Error> {
        self.names.check()?;
        self.table.finish()
    }
}
