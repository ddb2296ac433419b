//! What is wrong with a configuration: the layer, the place, the line, and what else has to do with it.

use std::{fmt, io};

use toml_core::{Segment, de};

use super::Place;
use super::mask::Secrets;

/// Why a configuration could not be loaded or read, or what is doubtful about it.
///
/// `Display` is the message, the place, the line, and notes:
///
/// ```text
/// invalid type: string "http", expected u16 at server.port
///   --> config/local.toml:12:8
///    |
/// 12 | port = "http"
///    |        ^^^^^^
/// note: overrides `80` at config/default.toml:3:8
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq)]
struct Inner {
    kind: ErrorKind,
    message: String,
    path: Vec<Segment>,
    place: Option<Place>,
    notes: Vec<Note>,
    help: Option<String>,
}

/// What kind of mistake it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file that was named as required is not there.
    NotFound,
    /// A file or folder could not be read.
    Unreadable(io::ErrorKind),
    /// An environment variable is not UTF-8.
    NotUtf8,
    /// A text is not TOML, or a value is not what the type takes.
    Toml(de::ErrorKind),
    /// A layer has a value of another type than the layers before it.
    TypeChange,
    /// A `${…}` in a string cannot be replaced.
    Interpolation,
    /// An override is not `path=value`, or its path leads nowhere.
    InvalidOverride,
    /// A path that the program has given is not a path, or a profile's name is none.
    InvalidRule,
    /// A path at which nothing is set.
    NotSet,
    /// A key that has been renamed.
    Deprecated,
    /// All layers together are larger than 4 GiB, or a path is longer than tables may nest.
    TooLarge,
}

impl ErrorKind {
    /// The stable code of the kind, such as `toml::invalid-type` or `config::type-change`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFound => "config::not-found",
            Self::Unreadable(_) => "config::unreadable",
            Self::NotUtf8 => "config::not-utf8",
            Self::Toml(kind) => kind.code(),
            Self::TypeChange => "config::type-change",
            Self::Interpolation => "config::interpolation",
            Self::InvalidOverride => "config::invalid-override",
            Self::InvalidRule => "config::invalid-rule",
            Self::NotSet => "config::not-set",
            Self::Deprecated => "config::deprecated",
            Self::TooLarge => "config::too-large",
        }
    }
}

/// Something else that has to do with an error, such as the value that was overridden.
///
/// `Display` is the text, with the place where there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    text: String,
    place: Option<Place>,
    excerpt: Excerpt,
}

/// Whether the line of a note is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Excerpt {
    Shown,
    Left,
}

impl Note {
    /// A note that is about no place.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            place: None,
            excerpt: Excerpt::Left,
        }
    }

    /// A note that names a place.
    pub(super) fn at(text: impl Into<String>, place: Place) -> Self {
        Self {
            text: text.into(),
            place: Some(place),
            excerpt: Excerpt::Left,
        }
    }

    /// A note that shows the line of its place.
    pub(super) fn showing(text: impl Into<String>, place: Place) -> Self {
        Self {
            excerpt: Excerpt::Shown,
            ..Self::at(text, place)
        }
    }

    /// What there is to say, in one line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place that it is about.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match (&self.place, self.excerpt) {
            (None, _) => Ok(()),
            (Some(place), Excerpt::Left) => write!(f, " at {place}"),
            (Some(place), Excerpt::Shown) => write_excerpt(place, f),
        }
    }
}

impl Error {
    #[cold]
    pub(super) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            path: Vec::new(),
            place: None,
            notes: Vec::new(),
            help: None,
        }))
    }

    pub(super) fn at(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    pub(super) fn at_path(mut self, path: Vec<Segment>) -> Self {
        self.0.path = path;
        self
    }

    pub(super) fn with_note(mut self, note: Note) -> Self {
        self.0.notes.push(note);
        self
    }

    pub(super) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Hides secrets: in places, and in the words of the parser where it has found one.
    pub(super) fn hide(&mut self, secrets: &Secrets) {
        if secrets.is_empty() {
            return;
        }
        let inner = &mut *self.0;
        let is_about = |place: &Option<Place>| {
            place
                .as_ref()
                .is_some_and(|place| secrets.hide(place.global()))
        };
        if let (ErrorKind::Toml(de::ErrorKind::Syntax(_)), true) =
            (inner.kind, is_about(&inner.place))
        {
            "the value of a secret is not TOML".clone_into(&mut inner.message);
            inner.help = None;
        }
        inner.place = inner.place.take().map(|place| place.masked(secrets));
        for note in &mut inner.notes {
            note.place = note.place.take().map(|place| place.masked(secrets));
        }
    }

    /// What errors are sorted by: those without a place come first.
    pub(super) fn order(&self) -> Option<u32> {
        self.0.place.as_ref().map(Place::order)
    }

    /// What kind of mistake it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What is wrong, in one lower-case line without place or full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The dotted path of the value, such as `server.ports[2]`; `None` for the whole configuration.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        let path = toml_core::Path::from(self.0.path.clone());
        (!self.0.path.is_empty()).then(|| path.to_string())
    }

    /// Layer, line and column; `None` for what is in no layer.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What else has to do with it.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.0.notes
    }

    /// What to do about it, where there is more to say than the message does.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// The message and the path, on one line.
    fn write_headline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match self.path() {
            Some(path) => write!(f, " at {path}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_headline(f)?;
        if let Some(place) = &self.0.place {
            write_excerpt(place, f)?;
        }
        for note in &self.0.notes {
            write!(f, "\nnote: {note}")?;
        }
        match &self.0.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

/// The place on a line of its own, and the line that it names.
fn write_excerpt(place: &Place, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let gutter = place.gutter();
    writeln!(f, "\n{:gutter$}--> {place}", "")?;
    place.write_snippet(f)
}

/// The code; the rest is in `Display`, the lines of all layers included.
#[cfg(feature = "miette")]
impl miette::Diagnostic for Error {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.kind().code()))
    }
}
