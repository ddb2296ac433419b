//! Tables of a document that are being written, of structs and of maps.

use serde_core::Serialize;
use serde_core::ser::SerializeMap;

use super::field::FieldSerializer;
use super::inline::{IN_VARIANT, ValueSerializer};
use super::names::{Key, MapNames};
use super::scalar::impl_struct;
use super::section::{Place, Retry, Written};
use super::{Buffer, Error};

/// A struct that is being written.
#[derive(Debug)]
pub struct TableSerializer<'d> {
    buffer: &'d mut Buffer,
    /// The variant whose one value it is.
    variant: Option<&'static str>,
}

impl<'d> TableSerializer<'d> {
    /// The table that has just been begun.
    #[inline]
    pub(super) fn of(buffer: &'d mut Buffer) -> Self {
        let variant = None;
        Self { buffer, variant }
    }

    /// The fields of a variant, in a table within the one that has just been begun.
    pub(super) fn of_variant(variant: &'static str, buffer: &'d mut Buffer) -> Result<Self, Error> {
        buffer.open_variant(variant)?;
        let variant = Some(variant);
        Ok(Self { buffer, variant })
    }

    /// Writes the one value of a variant into the table that has just been begun.
    pub(super) fn newtype_variant<T>(
        variant: &'static str,
        value: &T,
        buffer: &'d mut Buffer,
    ) -> Result<&'d mut Buffer, Error>
    where
        T: Serialize + ?Sized,
    {
        match buffer.entry(Key::Text(variant), value, Place::NoArrayOfTables)? {
            Written::Something => Self::of(buffer).finish(),
            Written::Nothing => Err(Error::none(IN_VARIANT).in_key(variant)),
        }
    }

    #[inline]
    pub(super) fn field<T>(&mut self, name: &'static str, value: &T) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        let result = self.buffer.field(name, value);
        result.map_err(|error| locate(error, self.variant))
    }

    #[inline]
    pub(super) fn finish(self) -> Result<&'d mut Buffer, Error> {
        self.buffer.close_table()?;
        Ok(self.buffer)
    }
}

/// The same error, seen from the table for the enum that the variant is one of.
#[cold]
fn locate(error: Error, variant: Option<&str>) -> Error {
    match variant {
        Some(variant) => error.in_key(variant),
        None => error,
    }
}

impl_struct! {
    SerializeStruct for TableSerializer<'d>, &'d mut Buffer;
    SerializeStructVariant for TableSerializer<'d>, &'d mut Buffer;
}

/// A map that is being written.
#[derive(Debug)]
pub struct MapSerializer<'d> {
    buffer: &'d mut Buffer,
    names: MapNames,
}

impl<'d> MapSerializer<'d> {
    /// The table that has just been begun.
    #[inline]
    pub(super) fn of(buffer: &'d mut Buffer) -> Self {
        let names = MapNames::start(&buffer.names);
        Self { buffer, names }
    }
}

impl<'d> SerializeMap for MapSerializer<'d> {
    type Ok = &'d mut Buffer;
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.buffer.names.push(key)
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let index = self.buffer.names.last();
        let key = Key::Stored(index);
        if self.buffer.entry(key, value, Place::Anywhere)? == Written::Nothing {
            self.buffer.names.truncate(index);
        }
        Ok(())
    }

    #[inline]
    fn end(self) -> Result<&'d mut Buffer, Error> {
        self.names.finish(&mut self.buffer.names)?;
        self.buffer.close_table()?;
        Ok(self.buffer)
    }
}

impl Buffer {
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self.entry(Key::Text(name), value, Place::Anywhere)? {
            Written::Something => self.add_field(name),
            Written::Nothing => Ok(()),
        }
    }

    /// Writes a key and its value into the table.
    #[inline]
    fn entry<T>(&mut self, key: Key<'_>, value: &T, place: Place) -> Result<Written, Error>
    where
        T: Serialize + ?Sized,
    {
        let outer = self.outer.len();
        let result = value.serialize(FieldSerializer::new(key, place, self));
        result.or_else(|error| match self.take_retry(outer) {
            Some(retry) => self.retry(&retry, key, value),
            None => Err(error.in_key(key.text(&self.names))),
        })
    }

    /// Writes a key and its value on one line.
    fn inline_entry<T>(&mut self, key: Key<'_>, value: &T) -> Result<Written, Error>
    where
        T: Serialize + ?Sized,
    {
        let (style, start) = (self.layout.style, self.line().len());
        let out = self.open_line(key);
        match value.serialize(ValueSerializer::in_line(start, style, out)) {
            Ok(out) => out.push('\n'),
            Err(error) => return Err(error.in_key(key.text(&self.names))),
        }
        Ok(Written::Something)
    }

    /// Writes a value again, in another way.
    #[cold]
    fn retry<T>(&mut self, retry: &Retry, key: Key<'_>, value: &T) -> Result<Written, Error>
    where
        T: Serialize + ?Sized,
    {
        self.roll_back(&retry.mark);
        match retry.place {
            Place::Inline => self.inline_entry(key, value),
            place => self.entry(key, value, place),
        }
    }
}
