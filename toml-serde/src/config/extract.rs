//! Reads the merged configuration into types.

use std::marker::PhantomData;

use serde_core::de::{Deserialize, Deserializer, Error as _, Visitor};
use toml_core::{Kind, Path, Segment, Span};

use super::load::Loaded;
use super::mask::Secrets;
use super::node::{ConfigNode, Context};
use super::session::{self, Presence};
use super::tree::{Found, ROOT};
use super::{Error, ErrorKind, Errors};
use crate::de::all::{Readable, is_pretended_within, read_all};
use crate::de::deserializer::read_node;
use crate::de::handed::End;
use crate::de::options::{FoundKey, find_keys};
use crate::de::watch::{Pretence, UnknownKey, Watch};
use crate::{Options, UnknownFields};

/// A value, and what is doubtful about the configuration that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted<T> {
    /// The value.
    pub value: T,
    /// Keys that have been renamed, and with [`UnknownFields::Collect`] those that no field was there for.
    pub warnings: Vec<Error>,
}

impl Loaded {
    /// Reads the configuration into a type.
    ///
    /// # Errors
    /// All values that the type does not take, and all that are missing.
    pub fn extract<'c, T: Deserialize<'c>>(&'c self) -> Result<T, Errors> {
        if self.rules.unknown_fields != UnknownFields::Deny
            && let Ok(value) = self.part(Found::Slot(ROOT)).read_quickly()
        {
            return Ok(value);
        }
        Ok(self.extract_with_warnings()?.value)
    }

    /// [`extract`](Self::extract), with what is doubtful though not wrong.
    ///
    /// # Errors
    /// As [`extract`](Self::extract).
    pub fn extract_with_warnings<'c, T: Deserialize<'c>>(&'c self) -> Result<Extracted<T>, Errors> {
        self.extract_after(Vec::new())
    }

    /// Reads the value at a path, such as `server.tls`, into a type. An `Option` is `None` where nothing is set.
    ///
    /// # Errors
    /// As [`extract`](Self::extract); where nothing is set at the path, or it is not a path.
    pub fn extract_path<'c, T: Deserialize<'c>>(&'c self, path: &str) -> Result<T, Errors> {
        let path = match Path::parse(path) {
            Ok(path) => path,
            Err(error) => {
                let message = format!("`{path}` is not a path: {}", error.message());
                return Err(Errors::of(Error::new(ErrorKind::InvalidRule, message)));
            }
        };
        let Some(found) = self.find(path.segments()) else {
            return T::deserialize(Unset).map_err(|_| Errors::of(self.not_set(path.segments())));
        };
        let part = Part {
            prefix: path.segments().to_vec(),
            ..self.part(found)
        };
        let mut errors = Vec::new();
        let (read, secrets) = part.read_noting_secrets(&mut errors);
        let value = read.map(|(value, unknown)| {
            if self.rules.unknown_fields == UnknownFields::Deny {
                errors.extend(self.unknown_fields(unknown, &secrets));
            }
            value
        });
        match value {
            Some(value) if errors.is_empty() => Ok(value),
            _ => Err(Self::sorted(errors)),
        }
    }

    /// Reads the configuration into a type; the errors that are known already are told with those of that.
    pub(super) fn extract_after<'c, T: Deserialize<'c>>(
        &'c self,
        mut errors: Vec<Error>,
    ) -> Result<Extracted<T>, Errors> {
        let part = self.part(Found::Slot(ROOT));
        let known = errors.len();
        let (read, secrets) = part.read_noting_secrets(&mut errors);
        let mut warnings = self.warnings.clone();
        let of_layers = errors.iter_mut().take(known);
        for error in of_layers.chain(&mut warnings) {
            error.hide(&secrets.all);
        }
        let value = read.map(|(value, unknown)| {
            let unknown = self.unknown_fields(unknown, &secrets);
            match self.rules.unknown_fields {
                UnknownFields::Deny => errors.extend(unknown),
                UnknownFields::Collect => warnings.extend(unknown),
                UnknownFields::Ignore => {}
            }
            value
        });
        warnings.sort_by_key(Error::order);
        match value {
            Some(value) if errors.is_empty() => Ok(Extracted { value, warnings }),
            _ => Err(Self::sorted(errors)),
        }
    }

    /// What is secret by its path or by a type, errors or not.
    pub(super) fn secrets_of<'c, T: Deserialize<'c>>(&'c self) -> Secrets {
        let part = self.part(Found::Slot(ROOT));
        let (read, secrets) = part.read_noting_secrets::<T>(&mut Vec::new());
        let unknown = read.map(|(_, unknown)| unknown).unwrap_or_default();
        self.with_unknown(&secrets, &self.find_unknown(unknown))
    }

    fn part(&self, found: Found) -> Part<'_> {
        Part {
            loaded: self,
            found,
            prefix: Vec::new(),
        }
    }

    /// The errors in the order of layers.
    fn sorted(mut errors: Vec<Error>) -> Errors {
        errors.sort_by_key(Error::order);
        // Where a type takes no placeholder for what is wrong, it may have nothing to say of its own.
        Errors::new(errors).unwrap_or_else(|| {
            let message = "the configuration could not be read";
            Errors::of(Error::new(
                ErrorKind::Toml(toml_core::de::ErrorKind::Custom),
                message,
            ))
        })
    }

    /// What there is to say of unknown keys.
    fn unknown_fields(&self, keys: Vec<UnknownKey>, secrets: &FoundSecrets) -> Vec<Error> {
        let found = self.find_unknown(keys);
        let secrets = self.with_unknown(secrets, &found);
        let found = found.iter();
        found.map(|key| self.unknown_field(key, &secrets)).collect()
    }

    /// The secrets, and where there are any, the values of unknown keys: one may be a misspelt secret.
    fn with_unknown(&self, secrets: &FoundSecrets, unknown: &[FoundKey]) -> Secrets {
        if secrets.presence == Presence::None && !self.rules.has_secrets() {
            return secrets.all.clone();
        }
        secrets.all.and(self.values_of(unknown))
    }

    fn find_unknown(&self, keys: Vec<UnknownKey>) -> Vec<FoundKey> {
        let context = self.plain_context();
        find_keys(ConfigNode::of_slot(&context, ROOT), keys)
    }

    /// Where the values of unknown keys stand.
    fn values_of(&self, keys: &[FoundKey]) -> Vec<Span> {
        let values = keys.iter().filter_map(|key| self.find(&key.path));
        values.flat_map(|value| self.values_in(value)).collect()
    }

    fn context<'w, 'c: 'w>(&'c self, watch: &'w Watch) -> Context<'w, 'c> {
        Context::new(&self.sources, &self.tree, Some(watch))
    }
}

/// A part of the configuration that is read.
struct Part<'c> {
    loaded: &'c Loaded,
    found: Found,
    /// The path of the part.
    prefix: Vec<Segment>,
}

/// What is secret, and whether the type has secrets at all.
struct FoundSecrets {
    all: Secrets,
    presence: Presence,
}

/// A value, and the keys that nobody wanted.
type Read<T> = Option<(T, Vec<UnknownKey>)>;

impl<'c> Part<'c> {
    fn node<'n>(&self, context: &'n Context<'n, 'c>) -> ConfigNode<'n, 'c> {
        Loaded::node(context, self.found)
    }

    /// Reads the part without looking for more than the first error.
    fn read_quickly<T: Deserialize<'c>>(&self) -> Result<T, crate::de::Error> {
        let context = self.loaded.plain_context();
        let read = || read_node(self.node(&context), End::Read, PhantomData);
        session::reading(&self.loaded.folders, read).0
    }

    fn read_noting_secrets<T: Deserialize<'c>>(
        &self,
        errors: &mut Vec<Error>,
    ) -> (Read<T>, FoundSecrets) {
        let loaded = self.loaded;
        let mut found = Vec::new();
        let (read, secrets) = session::reading(&loaded.folders, || {
            read_all(self, Options::default(), loaded.completeness, &mut found)
        });
        let secrets = FoundSecrets {
            all: loaded
                .secrets_by_path()
                .and(loaded.secrets_by_type(&secrets.spans)),
            presence: secrets.presence,
        };
        let reported = found
            .iter()
            .map(|error| loaded.report(error, &self.prefix, &secrets.all));
        errors.extend(reported);
        (read, secrets)
    }
}

impl<'c> Readable<'c> for Part<'c> {
    fn read<T: Deserialize<'c>>(&self, watch: Watch) -> (Result<T, crate::de::Error>, Watch) {
        let context = self.loaded.context(&watch);
        let result = read_node(self.node(&context), End::Read, PhantomData);
        (result, watch)
    }

    fn has_pretence(&self, pretence: &Pretence, outer: (Span, Kind)) -> bool {
        let watch = Watch::default();
        let context = self.loaded.context(&watch);
        is_pretended_within(pretence, self.node(&context), outer)
    }
}

/// Stands for a value that is not set: `None`, or nothing.
struct Unset;

impl<'de> Deserializer<'de> for Unset {
    type Error = crate::de::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("nothing is set"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_none()
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
