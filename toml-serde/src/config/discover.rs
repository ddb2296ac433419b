//! Looking for a file in the parent folders.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file that is looked for in a folder and in those above it; the nearest one is taken, and none need be there.
///
/// The search ends, at the latest, with the folder of the repository (one that holds `.git`) or the home folder, whichever
/// comes first, lest the configuration of somebody else be taken.
///
/// ```
/// use toml_serde::config::{Config, Discover, Stop};
///
/// let config = Config::new().discover("app.toml");
/// let config = Config::new().discover(Discover::new("app.toml").starting_in("src/bin").until(Stop::Root));
/// # let _ = config;
/// ```
#[derive(Clone, Debug)]
pub struct Discover {
    name: PathBuf,
    from: Option<PathBuf>,
    stop: Stop,
    home: Option<PathBuf>,
}

/// The last folder in which a file is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stop {
    /// The first that holds `.git`, or the home folder.
    Repository,
    /// The home folder.
    Home,
    /// The root of the file system.
    Root,
}

impl Discover {
    /// Looks for a file of this name, or path below a folder such as `.config/app.toml`.
    #[must_use]
    pub fn new(name: impl Into<PathBuf>) -> Self {
        Self {
            name: name.into(),
            from: None,
            stop: Stop::Repository,
            home: None,
        }
    }

    /// Where the search begins, instead of in the working folder.
    #[must_use]
    pub fn starting_in(mut self, folder: impl Into<PathBuf>) -> Self {
        self.from = Some(folder.into());
        self
    }

    /// Where the search ends, [`Stop::Repository`] by default.
    #[must_use]
    pub fn until(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }

    /// Takes another folder for the home folder, as for a test.
    #[must_use]
    pub fn home(mut self, folder: impl Into<PathBuf>) -> Self {
        self.home = Some(folder.into());
        self
    }

    /// The same search for another name.
    pub(super) fn named(self, name: PathBuf) -> Self {
        Self { name, ..self }
    }

    /// The name that is looked for.
    pub(super) fn name(&self) -> &Path {
        &self.name
    }

    /// The nearest file of that name.
    pub(super) fn find(&self) -> Option<PathBuf> {
        let candidates = self
            .folders()
            .into_iter()
            .map(|folder| folder.join(&self.name));
        candidates.into_iter().find(|candidate| candidate.is_file())
    }

    /// The folders that are looked in, the nearest first.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let start = match &self.from {
            Some(folder) => Ok(folder.clone()),
            None => env::current_dir(),
        };
        // Without links and `..`, so that what is above really is, and the stops are met.
        let Ok(start) = start.and_then(fs::canonicalize) else {
            return Vec::new();
        };
        let home = self.home.clone().or_else(env::home_dir);
        let home = home.map(|home| fs::canonicalize(&home).unwrap_or(home));
        let mut folders = Vec::new();
        for folder in start.ancestors() {
            folders.push(folder.to_owned());
            if self.is_last(folder, home.as_deref()) {
                break;
            }
        }
        folders
    }

    fn is_last(&self, folder: &Path, home: Option<&Path>) -> bool {
        let is_home = home == Some(folder);
        match self.stop {
            Stop::Repository => is_home || folder.join(".git").exists(),
            Stop::Home => is_home,
            Stop::Root => false,
        }
    }
}

impl From<&str> for Discover {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Discover {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<PathBuf> for Discover {
    fn from(name: PathBuf) -> Self {
        Self::new(name)
    }
}

impl From<&Path> for Discover {
    fn from(name: &Path) -> Self {
        Self::new(name)
    }
}
