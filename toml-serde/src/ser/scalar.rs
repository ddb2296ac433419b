//! Scalars, and the methods of a serializer that take them.

use toml_core::encode::{encode_f32, encode_float, encode_i128, encode_integer, encode_u128};

use super::style::Style;

/// A value that is neither array nor table.
pub(super) trait Scalar: Copy {
    fn encode(self, style: Style, out: &mut String);
}

impl Scalar for bool {
    #[inline]
    fn encode(self, _style: Style, out: &mut String) {
        // Not one push of either, which would copy a length that is not known.
        if self {
            out.push_str("true");
        } else {
            out.push_str("false");
        }
    }
}

impl Scalar for i64 {
    #[inline]
    fn encode(self, _style: Style, out: &mut String) {
        encode_integer(self, out);
    }
}

impl Scalar for i128 {
    fn encode(self, _style: Style, out: &mut String) {
        encode_i128(self, out);
    }
}

impl Scalar for u64 {
    #[inline]
    fn encode(self, _style: Style, out: &mut String) {
        encode_u128(self.into(), out);
    }
}

impl Scalar for u128 {
    fn encode(self, _style: Style, out: &mut String) {
        encode_u128(self, out);
    }
}

impl Scalar for f32 {
    fn encode(self, _style: Style, out: &mut String) {
        encode_f32(self, out);
    }
}

impl Scalar for f64 {
    fn encode(self, _style: Style, out: &mut String) {
        encode_float(self, out);
    }
}

impl Scalar for char {
    fn encode(self, style: Style, out: &mut String) {
        style.encode_str(self.encode_utf8(&mut [0; 4]), out);
    }
}

impl Scalar for &str {
    #[inline]
    fn encode(self, style: Style, out: &mut String) {
        style.encode_str(self, out);
    }
}

/// The methods for scalars of a `Serializer` that has a method `scalar` for any of them.
macro_rules! serialize_scalars {
    () => {
        $crate::ser::scalar::serialize_scalars! {
            bool: serialize_bool as bool,
            i8: serialize_i8 as i64,
            i16: serialize_i16 as i64,
            i32: serialize_i32 as i64,
            i64: serialize_i64 as i64,
            i128: serialize_i128 as i128,
            u8: serialize_u8 as i64,
            u16: serialize_u16 as i64,
            u32: serialize_u32 as i64,
            u64: serialize_u64 as u64,
            u128: serialize_u128 as u128,
            f32: serialize_f32 as f32,
            f64: serialize_f64 as f64,
            char: serialize_char as char,
            &str: serialize_str as &str,
        }

        #[inline]
        fn serialize_unit_variant(
            self,
            _name: &'static str,
            _index: u32,
            variant: &'static str,
        ) -> Result<Self::Ok, Self::Error> {
            self.scalar(variant)
        }
    };
    ($($type:ty: $method:ident as $wide:ty,)*) => {
        $(
            #[inline]
            fn $method(self, value: $type) -> Result<Self::Ok, Self::Error> {
                self.scalar(<$wide>::from(value))
            }
        )*
    };
}

/// Methods of a `Serializer` that refuse what TOML has nothing for.
macro_rules! reject_units {
    () => {
        #[cold]
        fn serialize_unit(self) -> Result<Self::Ok, Self::Error> {
            Err($crate::ser::Error::unit())
        }

        #[cold]
        fn serialize_unit_struct(self, name: &'static str) -> Result<Self::Ok, Self::Error> {
            Err($crate::ser::Error::unit_struct(name))
        }
    };
}

/// Methods of a `Serializer` that look through `Some` and newtype structs.
macro_rules! serialize_transparent {
    () => {
        #[inline]
        fn serialize_some<T: serde_core::Serialize + ?Sized>(
            self,
            value: &T,
        ) -> Result<Self::Ok, Self::Error> {
            value.serialize(self)
        }

        #[inline]
        fn serialize_newtype_struct<T: serde_core::Serialize + ?Sized>(
            self,
            _name: &'static str,
            value: &T,
        ) -> Result<Self::Ok, Self::Error> {
            value.serialize(self)
        }
    };
}

/// Methods of a `Serializer` that take bytes and tuples as arrays.
macro_rules! serialize_as_arrays {
    () => {
        #[inline]
        fn serialize_bytes(self, bytes: &[u8]) -> Result<Self::Ok, Self::Error> {
            serde_core::Serialize::serialize(bytes, self)
        }

        #[inline]
        fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, Self::Error> {
            self.serialize_seq(Some(length))
        }

        #[inline]
        fn serialize_tuple_struct(
            self,
            _name: &'static str,
            length: usize,
        ) -> Result<Self::SerializeTupleStruct, Self::Error> {
            self.serialize_seq(Some(length))
        }
    };
}

/// The traits of an array that has methods `element` and `finish`.
macro_rules! impl_array {
    ($array:ident<$lifetime:lifetime>, $ok:ty) => {
        $crate::ser::scalar::impl_array! {
            SerializeSeq, serialize_element, $array<$lifetime>, $ok;
            SerializeTuple, serialize_element, $array<$lifetime>, $ok;
            SerializeTupleStruct, serialize_field, $array<$lifetime>, $ok;
        }
    };
    ($($trait:ident, $method:ident, $array:ident<$lifetime:lifetime>, $ok:ty;)*) => {
        $(
            impl<$lifetime> serde_core::ser::$trait for $array<$lifetime> {
                type Ok = $ok;
                type Error = $crate::ser::Error;

                #[inline]
                fn $method<T: serde_core::Serialize + ?Sized>(
                    &mut self,
                    value: &T,
                ) -> Result<(), Self::Error> {
                    self.element(value)
                }

                #[inline]
                fn end(self) -> Result<Self::Ok, Self::Error> {
                    Ok(self.finish())
                }
            }
        )*
    };
}

/// The traits of a table with fields that has methods `field` and `finish`.
macro_rules! impl_struct {
    ($($trait:ident for $table:ident<$lifetime:lifetime>, $ok:ty;)*) => {
        $(
            impl<$lifetime> serde_core::ser::$trait for $table<$lifetime> {
                type Ok = $ok;
                type Error = $crate::ser::Error;

                #[inline]
                fn serialize_field<T: serde_core::Serialize + ?Sized>(
                    &mut self,
                    name: &'static str,
                    value: &T,
                ) -> Result<(), Self::Error> {
                    self.field(name, value)
                }

                #[inline]
                fn end(self) -> Result<Self::Ok, Self::Error> {
                    self.finish()
                }
            }
        )*
    };
}

pub(super) use {
    impl_array, impl_struct, reject_units, serialize_as_arrays, serialize_scalars,
    serialize_transparent,
};
