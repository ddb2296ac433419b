//! A value that is never shown.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer};
use serde_core::{Serialize, Serializer};

use super::place::MASK;
use super::session;
use crate::spanned::deserialize_noting;

/// A value that no report prints: `Debug`, `Display` and `Serialize` give `***`, and the errors of a configuration
/// and [`Loaded::explain_as`](super::Loaded::explain_as) hide it.
///
/// [`Config::defaults`](super::Config::defaults) takes the value itself. Who does not know the type cannot hide it: for
/// [`Config::load`](super::Config::load), [`Loaded::origin`](super::Loaded::origin) and values that serde never got to, as in an
/// untagged enum none of whose variants matches, name its path by [`Config::secret`](super::Config::secret), too.
///
/// ```
/// use toml_serde::config::{Config, Secret};
///
/// #[derive(Debug, serde::Deserialize)]
/// struct Database {
///     password: Secret<String>,
/// }
///
/// let database: Database = Config::new().set("password=hunter2").extract()?;
/// assert_eq!(database.password.expose(), "hunter2");
/// assert_eq!(format!("{database:?}"), "Database { password: Secret(***) }");
/// # Ok::<(), toml_serde::config::Errors>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides a value.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself.
    pub fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({MASK})")
    }
}

impl<T> fmt::Display for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl<T: Serialize> Serialize for Secret<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if session::is_revealing() {
            self.0.serialize(serializer)
        } else {
            serializer.serialize_str(MASK)
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !session::is_active() {
            return T::deserialize(deserializer).map(Self);
        }
        let spanned = deserialize_noting(deserializer, session::note_secret)?;
        Ok(Self(spanned.into_inner()))
    }
}
