//! A path that is meant from the folder of the file that names it.

use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde_core::de::{Deserialize, Deserializer};
use serde_core::{Serialize, Serializer};

use super::session;
use crate::Spanned;

/// A path that is read relative to the folder of the file that it stands in; from anything else, such as a variable or
/// an override, it is one of the working folder. An absolute path stays as it is.
///
/// Outside of a [`Config`](super::Config) it is a plain path.
///
/// ```
/// use toml_serde::config::{Config, RelativePathBuf};
///
/// #[derive(serde::Deserialize)]
/// struct Settings {
///     certificate: RelativePathBuf,
/// }
///
/// let folder = tempfile::tempdir()?;
/// let file = folder.path().join("app.toml");
/// std::fs::write(&file, "certificate = 'tls/server.pem'")?;
/// let settings: Settings = Config::new().file(&file).extract()?;
/// assert_eq!(*settings.certificate, folder.path().join("tls/server.pem"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelativePathBuf {
    written: PathBuf,
    path: PathBuf,
}

impl RelativePathBuf {
    /// The path, found from the working folder.
    #[must_use]
    pub fn as_path(&self) -> &Path {
        &self.path
    }

    /// The path as it was written.
    #[must_use]
    pub fn as_written(&self) -> &Path {
        &self.written
    }

    /// The path, found from the working folder.
    #[must_use]
    pub fn into_path_buf(self) -> PathBuf {
        self.path
    }
}

/// As that of the path.
impl fmt::Debug for RelativePathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.path, f)
    }
}

impl From<PathBuf> for RelativePathBuf {
    fn from(path: PathBuf) -> Self {
        Self {
            written: path.clone(),
            path,
        }
    }
}

impl Deref for RelativePathBuf {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

impl AsRef<Path> for RelativePathBuf {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

/// The path as it was written.
impl Serialize for RelativePathBuf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RelativePathBuf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !session::is_active() {
            return PathBuf::deserialize(deserializer).map(Self::from);
        }
        let spanned = Spanned::<PathBuf>::deserialize(deserializer)?;
        let folder = session::folder_of(spanned.span().start);
        let written = spanned.into_inner();
        let path = match folder {
            Some(folder) => folder.join(&written),
            None => written.clone(),
        };
        Ok(Self { written, path })
    }
}
