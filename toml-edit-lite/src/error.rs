//! Why an edit was refused: the reason, and the path that it is about.

mod kind;
#[cfg(feature = "miette")]
mod miette;

use std::fmt;

pub use kind::ErrorKind;
use toml_core::Path;

/// Why an edit was refused. The document is as it was before.
///
/// One word in size. `Display` is a single line, such as ``no such key at tool.ruff``.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    path: Option<Path>,
    source: Option<Source>,
}

enum Source {
    Toml(toml_core::Error),
    Io(std::io::Error),
    #[cfg(feature = "serde")]
    Serialize(toml_core::ser::Error),
}

impl Error {
    #[cold]
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            path: None,
            source: None,
        }))
    }

    #[cold]
    pub(crate) fn at(kind: ErrorKind, path: Path) -> Self {
        Self::new(kind).with_path(path)
    }

    /// A path or fragment that is not TOML.
    #[cold]
    pub(crate) fn syntax(kind: ErrorKind, source: toml_core::Error) -> Self {
        let mut error = Self::new(kind);
        error.0.source = Some(Source::Toml(source));
        error
    }

    /// A text that would not be a document.
    #[cold]
    pub(crate) fn would_break(source: toml_core::Error) -> Self {
        let kind = ErrorKind::WouldBreak {
            rule: source.kind(),
        };
        Self::syntax(kind, source)
    }

    #[cold]
    pub(crate) fn with_path(mut self, path: Path) -> Self {
        self.0.path.get_or_insert(path);
        self
    }

    /// The same error once more, without what only the first can own.
    #[cold]
    pub(crate) fn again(&self) -> Self {
        let source = match &self.0.source {
            Some(Source::Toml(error)) => Some(Source::Toml(error.clone())),
            _ => None,
        };
        Self(Box::new(Inner {
            kind: self.0.kind,
            path: self.0.path.clone(),
            source,
        }))
    }

    /// Why the edit was refused.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The path that the error is about, as far as it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_ref()
    }

    /// The error of the parser behind `WouldBreak`, `InvalidPath`, `InvalidFragment` and `InvalidDocument`.
    #[must_use]
    pub fn toml_error(&self) -> Option<&toml_core::Error> {
        match &self.0.source {
            Some(Source::Toml(error)) => Some(error),
            _ => None,
        }
    }

    /// The error of the operating system behind [`ErrorKind::Io`].
    #[must_use]
    pub fn io_error(&self) -> Option<&std::io::Error> {
        match &self.0.source {
            Some(Source::Io(error)) => Some(error),
            _ => None,
        }
    }
}

impl From<std::io::Error> for Error {
    #[cold]
    fn from(source: std::io::Error) -> Self {
        let mut error = Self::new(ErrorKind::Io);
        error.0.source = Some(Source::Io(source));
        error
    }
}

#[cfg(feature = "serde")]
impl From<toml_core::ser::Error> for Error {
    #[cold]
    fn from(source: toml_core::ser::Error) -> Self {
        let mut error = Self::new(ErrorKind::NotSerializable);
        error.0.source = Some(Source::Serialize(source));
        error
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.kind.message())?;
        if let Some(path) = &self.0.path {
            let path = path.to_string();
            write!(
                f,
                " at {}",
                if path.is_empty() { "the root" } else { &path }
            )?;
        }
        match &self.0.source {
            None => Ok(()),
            Some(Source::Toml(error)) => write!(f, ": {}", error.message()),
            Some(Source::Io(error)) => write!(f, ": {error}"),
            #[cfg(feature = "serde")]
            Some(Source::Serialize(error)) => write!(f, ": {error}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("path", &self.0.path.as_ref().map(ToString::to_string))
            .field("message", &self.to_string())
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            None => None,
            Some(Source::Toml(error)) => Some(error),
            Some(Source::Io(error)) => Some(error),
            #[cfg(feature = "serde")]
            Some(Source::Serialize(error)) => Some(error),
        }
    }
}
