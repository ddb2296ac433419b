//! Arrays and tables, in the making.

use alloc::{borrow::ToOwned, string::String};

use serde_core::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Error, Name, Outcome, ValueSerializer, of_variant, present};
use crate::de::{DATETIME_FIELD, DATETIME_NAME};
use crate::ser::KeySerializer;
use crate::value::Array;
use crate::{Datetime, Table, Value};

/// For how many elements or keys room is made on the word of a type, before they are there.
const MAX_CAPACITY: usize = 4096;

fn capacity(length: Option<usize>) -> usize {
    length.unwrap_or_default().min(MAX_CAPACITY)
}

/// The value of a collection, or of a variant that holds it.
fn finish(variant: Option<Name>, content: Value) -> Value {
    match variant {
        Some(variant) => of_variant(variant, content),
        None => content,
    }
}

/// An error within a collection, seen from outside of the variant that holds it.
#[cold]
fn locate(error: Error, variant: Option<Name>) -> Error {
    match variant {
        Some(variant) => error.in_key(variant),
        None => error,
    }
}

/// An array, or a variant that holds one.
pub(super) struct ArraySerializer {
    variant: Option<Name>,
    elements: Array,
}

impl ArraySerializer {
    pub(super) fn new(variant: Option<Name>, length: Option<usize>) -> Self {
        Self {
            variant,
            elements: Array::with_capacity(capacity(length)),
        }
    }

    fn push<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), Error> {
        match present(element, "stand in an array") {
            Ok(value) => self.elements.push(value),
            Err(error) => {
                return Err(locate(error.in_index(self.elements.len()), self.variant));
            }
        }
        Ok(())
    }

    fn finish(self) -> Value {
        finish(self.variant, Value::Array(self.elements))
    }
}

/// The traits of what makes an array, which differ in the name of one method.
macro_rules! array {
    ($($trait:ident: $method:ident,)*) => {$(
        impl $trait for ArraySerializer {
            type Ok = Option<Value>;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), Error> {
                self.push(element)
            }

            fn end(self) -> Outcome {
                Ok(Some(self.finish()))
            }
        }
    )*};
}

array! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

/// A table, or a variant that holds one.
pub(super) struct TableSerializer {
    variant: Option<Name>,
    table: Table,
    /// The key of the value that comes next.
    key: Option<String>,
}

impl TableSerializer {
    pub(super) fn new(variant: Option<Name>, length: Option<usize>) -> Self {
        Self {
            variant,
            table: Table::with_capacity(capacity(length)),
            key: None,
        }
    }

    /// Inserts a value, unless it is `None`.
    fn insert<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), Error> {
        match value.serialize(ValueSerializer) {
            Ok(Some(value)) => {
                self.table.insert(key, value);
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(error) => Err(locate(error.in_key(&key), self.variant)),
        }
    }

    fn finish(self) -> Value {
        finish(self.variant, Value::Table(self.table))
    }
}

impl SerializeMap for TableSerializer {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = Some(to_text(key)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        match self.key.take() {
            Some(key) => self.insert(key, value),
            None => Err(Error::new("a value came before its key")),
        }
    }

    fn end(self) -> Outcome {
        Ok(Some(self.finish()))
    }
}

impl SerializeStructVariant for TableSerializer {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: Name,
        value: &T,
    ) -> Result<(), Error> {
        self.insert(key.to_owned(), value)
    }

    fn end(self) -> Outcome {
        Ok(Some(self.finish()))
    }
}

/// A table, or a date-time, which goes through serde as a struct.
pub(super) enum StructSerializer {
    Table(TableSerializer),
    Datetime(Option<Datetime>),
}

impl StructSerializer {
    pub(super) fn new(name: Name, length: usize) -> Self {
        match name {
            DATETIME_NAME => Self::Datetime(None),
            _ => Self::Table(TableSerializer::new(None, Some(length))),
        }
    }
}

impl SerializeStruct for StructSerializer {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: Name,
        value: &T,
    ) -> Result<(), Error> {
        match self {
            Self::Table(table) => table.insert(key.to_owned(), value),
            Self::Datetime(datetime) if key == DATETIME_FIELD => {
                *datetime = Some(parse(&to_text(value)?)?);
                Ok(())
            }
            Self::Datetime(_) => Ok(()),
        }
    }

    fn end(self) -> Outcome {
        match self {
            Self::Table(table) => Ok(Some(table.finish())),
            Self::Datetime(Some(datetime)) => Ok(Some(Value::Datetime(datetime))),
            Self::Datetime(None) => Err(Error::no_datetime_text()),
        }
    }
}

/// The text of a key, or of whatever is like one.
fn to_text<T: Serialize + ?Sized>(key: &T) -> Result<String, Error> {
    let mut text = String::new();
    key.serialize(KeySerializer::new(&mut text))?;
    Ok(text)
}

/// The date-time of a text, which is wrong where the fields of a date-time were set by hand.
fn parse(text: &str) -> Result<Datetime, Error> {
    text.parse().map_err(|_| Error::no_datetime(text))
}
