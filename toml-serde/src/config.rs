//! Layers of configuration: what the calls of [`Config`] choose is read by `load`, merged by `merge`, and handed to types by
//! `extract`.
//!
#![doc = include_str!("../CONFIG.md")]

mod discover;
mod env;
mod error;
mod explain;
mod extract;
mod interpolate;
mod load;
mod loose;
mod mask;
mod merge;
mod node;
mod origin;
mod overrides;
mod place;
mod relative_path;
mod report;
mod rules;
#[cfg(feature = "schemars")]
mod schema;
mod secret;
mod session;
mod sources;
mod tree;
#[cfg(feature = "watch")]
mod watch;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use toml_core::Version;

pub use discover::{Discover, Stop};
pub use env::Env;
pub use error::{Error, ErrorKind, Note};
pub use extract::Extracted;
pub use interpolate::Variables;
pub use load::Loaded;
pub use origin::Origin;
pub use place::{Layer, Place};
pub use relative_path::RelativePathBuf;
#[cfg(feature = "schemars")]
pub use schema::{example, example_of, mark_secret, schema};
pub use secret::Secret;
#[cfg(feature = "watch")]
pub use watch::{WatchError, Watcher};

use crate::UnknownFields;
use crate::ser;
use rules::{Merge, Rules};

/// All errors of a configuration, in the order of its layers.
pub type Errors = crate::de::Errors<Error>;

/// Which layers a configuration has, and how they are merged.
///
/// Layers are added in order; later ones win. Nothing is read before [`load`](Self::load), and that may be
/// called again to read everything anew.
///
/// # Files and profiles
/// A path may hold `{profile}`, which stands for the name given by [`profile`](Self::profile); without one, files with
/// such a path are left out.
///
/// # Merging
/// - Tables are merged key by key; other values are replaced, arrays as a whole.
/// - [`append`](Self::append), [`merge_by`](Self::merge_by) and [`replace`](Self::replace) choose otherwise for the value at a path.
/// - A layer deletes what the layers before it have set by the string `"@delete"` in its place:
///   `tls = "@delete"`, `APP__TLS=@delete`, or `--set tls=@delete`. [`delete_marker`](Self::delete_marker) chooses another text.
/// - A value of another type than before is an error, but for an integer in place of a float and the other way round;
///   [`allow_type_change`](Self::allow_type_change) exempts a path.
///
/// In the paths of all these rules the indexes of arrays are left out: `servers.tags` is the `tags` of every
/// element of `servers`.
#[derive(Clone, Default)]
pub struct Config {
    entries: Vec<Entry>,
    profile: Option<String>,
    /// Shared with what was loaded.
    rules: Arc<Rules>,
}

/// Without the texts of layers, which may have secrets.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("layers", &self.entries)
            .field("profile", &self.profile)
            .finish_non_exhaustive()
    }
}

/// One call that has added layers.
#[derive(Clone)]
enum Entry {
    /// What [`Config::defaults`] has written: its strings are taken as they are.
    Defaults(String),
    Text {
        name: String,
        text: String,
    },
    File {
        path: PathBuf,
        presence: Presence,
    },
    FirstFile(Vec<PathBuf>),
    Folder(PathBuf),
    Discover(Discover),
    Env(Env),
    Override(String),
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Defaults(_) => f.write_str("Defaults"),
            Self::Text { name, .. } => f.debug_tuple("Text").field(name).finish(),
            Self::File { path, presence } => {
                f.debug_tuple("File").field(path).field(presence).finish()
            }
            Self::FirstFile(paths) => f.debug_tuple("FirstFile").field(paths).finish(),
            Self::Folder(path) => f.debug_tuple("Folder").field(path).finish(),
            Self::Discover(discover) => discover.fmt(f),
            Self::Env(env) => env.fmt(f),
            Self::Override(_) => f.write_str("Override"),
        }
    }
}

/// Whether a file must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Presence {
    Required,
    Optional,
}

impl Config {
    /// No layers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn rules_mut(&mut self) -> &mut Rules {
        Arc::make_mut(&mut self.rules)
    }

    fn with(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// Adds the values of a Rust value as a layer named `defaults`. Of what it leaves out, such as a `None`, nothing
    /// is set.
    ///
    /// # Errors
    /// Where the value cannot be written as TOML, or is no table.
    pub fn defaults<T: Serialize + ?Sized>(self, values: &T) -> Result<Self, ser::Error> {
        let text = session::revealing(|| crate::to_string(values))?;
        Ok(self.with(Entry::Defaults(text)))
    }

    /// Adds a TOML text that the program has brought along; reports call it by its name.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(Entry::Text {
            name: name.into(),
            text: text.into(),
        })
    }

    /// Adds a file that must be there.
    #[must_use]
    pub fn file(self, path: impl Into<PathBuf>) -> Self {
        self.with(Entry::File {
            path: path.into(),
            presence: Presence::Required,
        })
    }

    /// Adds a file that need not be there.
    #[must_use]
    pub fn optional_file(self, path: impl Into<PathBuf>) -> Self {
        self.with(Entry::File {
            path: path.into(),
            presence: Presence::Optional,
        })
    }

    /// Adds the first of several files that is there; none need be.
    #[must_use]
    pub fn first_file<P: Into<PathBuf>>(self, paths: impl IntoIterator<Item = P>) -> Self {
        self.with(Entry::FirstFile(
            paths.into_iter().map(Into::into).collect(),
        ))
    }

    /// Adds all files of a folder whose names end with `.toml`, in the order of their names by byte, as `conf.d` folders
    /// have it. Hidden files and folders in it are left out; the folder need not be there.
    #[must_use]
    pub fn folder(self, path: impl Into<PathBuf>) -> Self {
        self.with(Entry::Folder(path.into()))
    }

    /// Adds the nearest file of a name in the working folder or above it; see [`Discover`].
    #[must_use]
    pub fn discover(self, file: impl Into<Discover>) -> Self {
        self.with(Entry::Discover(file.into()))
    }

    /// Adds environment variables; see [`Env`].
    #[must_use]
    pub fn env(self, env: Env) -> Self {
        self.with(Entry::Env(env))
    }

    /// Adds an override as `--set` on a command line has it, such as `server.port=80`.
    ///
    /// In front of the first `=` outside of quotes stands a path of keys as TOML has it, with indexes of elements that
    /// are there: `servers[0].port`. What stands behind is a value of TOML if it is one, or else text:
    /// `name=x` and `name="x"` are the same.
    #[must_use]
    pub fn set(self, assignment: impl Into<String>) -> Self {
        self.with(Entry::Override(assignment.into()))
    }

    /// [`set`](Self::set) for each of several.
    #[must_use]
    pub fn set_all<A: Into<String>>(self, assignments: impl IntoIterator<Item = A>) -> Self {
        assignments.into_iter().fold(self, Self::set)
    }

    /// What `{profile}` in the paths of files stands for.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    /// Chooses TOML 1.1 for the files and texts, instead of 1.0.
    #[must_use]
    pub fn version(mut self, version: Version) -> Self {
        self.rules_mut().version = version;
        self
    }

    /// Puts the elements of the array at a path behind those of the layers before.
    #[must_use]
    pub fn append(mut self, path: &str) -> Self {
        self.rules_mut().merge(path, Merge::Append);
        self
    }

    /// Merges the tables of the array at a path by the value of a key, such as `name`: one that has the same value
    /// as one of the layers before is merged with it, the others are put behind.
    #[must_use]
    pub fn merge_by(mut self, path: &str, key: impl Into<String>) -> Self {
        self.rules_mut().merge(path, Merge::ByKey(key.into()));
        self
    }

    /// Replaces the table at a path as a whole instead of merging it.
    #[must_use]
    pub fn replace(mut self, path: &str) -> Self {
        self.rules_mut().merge(path, Merge::Replace);
        self
    }

    /// Lets the value at a path change its type from one layer to the next, as for an untagged enum.
    #[must_use]
    pub fn allow_type_change(mut self, path: &str) -> Self {
        self.rules_mut().allow_type_change(path);
        self
    }

    /// The string by which a layer deletes a value, `@delete` by default; `None` for none.
    #[must_use]
    pub fn delete_marker(mut self, marker: Option<&str>) -> Self {
        self.rules_mut().delete_marker = marker.map(|marker| marker.to_owned().into());
        self
    }

    /// Replaces `${NAME}` and `${NAME:-default}` in the strings of files and texts by variables; see [`Variables`].
    #[must_use]
    pub fn interpolate(mut self, variables: Variables) -> Self {
        self.rules_mut().interpolation = Some(variables);
        self
    }

    /// Reads a key that has been renamed as if it had its new name, with a warning that shows the line to change.
    ///
    /// Holds for files, texts, variables and overrides alike, and for keys of tables only: no path leads through
    /// arrays. Where one layer has both, the new name wins. A key that was renamed twice gets its last name.
    #[must_use]
    pub fn rename(mut self, old: &str, new: &str, since: impl Into<String>) -> Self {
        self.rules_mut().rename(old, new, since.into());
        self
    }

    /// Hides the value at a path, and all below it, in reports, in [`explain`](Loaded::explain) and in [`origin`](Loaded::origin);
    /// see also [`Secret`]. What a conversion of your own says of a value is not looked at.
    #[must_use]
    pub fn secret(mut self, path: &str) -> Self {
        self.rules_mut().secret(path);
        self
    }

    /// Whether a key that a struct has no field for is an error, a warning or nothing; ignored by default.
    ///
    /// Warnings are told by [`Loaded::extract_with_warnings`]. What [`UnknownFields`] says of buffers holds here, too.
    #[must_use]
    pub fn unknown_fields(mut self, policy: UnknownFields) -> Self {
        self.rules_mut().unknown_fields = policy;
        self
    }

    /// Reads and merges all layers.
    ///
    /// # Errors
    /// Everything that is wrong with the layers, whatever type they are to be read as: files that are missing
    /// or not TOML, types that change, overrides that lead nowhere. These reports hide secret paths, but do not know what a
    /// type calls [`Secret`]; those of [`extract`](Self::extract) do.
    pub fn load(&self) -> Result<Loaded, Errors> {
        let (loaded, errors) = load::load(self);
        match Errors::new(errors) {
            None => Ok(loaded),
            Some(errors) => Err(errors),
        }
    }

    /// Reads and merges all layers, and reads them into a type.
    ///
    /// # Errors
    /// All that [`load`](Self::load) and [`Loaded::extract`] have to say, at once.
    pub fn extract<T: DeserializeOwned>(&self) -> Result<T, Errors> {
        self.extract_with_warnings()
            .map(|extracted| extracted.value)
    }

    /// [`extract`](Self::extract), with what is doubtful though not wrong.
    ///
    /// # Errors
    /// As [`extract`](Self::extract).
    pub fn extract_with_warnings<T: DeserializeOwned>(&self) -> Result<Extracted<T>, Errors> {
        let (loaded, errors) = load::load(self);
        loaded.extract_after(errors)
    }
}
