//! Where a value of a configuration stands: in which layer, and where in its text.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml_core::{Locator, Position, Snippet, Span};

use super::mask::Secrets;
use super::sources::shifted;

/// What set a value: one text that a configuration was put together from.
///
/// `Display` names it as reports do, such as `config/local.toml` or `environment variable APP__PORT`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layer {
    /// A text that the program has brought along, by its name; that of [`defaults`](super::Config::defaults)
    /// is `defaults`.
    Text(String),
    /// A file, by the path that it was read from.
    File(PathBuf),
    /// An environment variable, by its name.
    Variable(String),
    /// An override such as `server.port=80`, as it was given; a secret in it is `***`.
    Override(String),
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(name) => f.write_str(&printable(name)),
            Self::File(path) => f.write_str(&printable(&path.display().to_string())),
            Self::Variable(name) => write!(f, "environment variable {}", printable(name)),
            Self::Override(text) => write!(f, "override '{}'", printable(text)),
        }
    }
}

/// Text without control characters, which could drive a terminal or end a line.
pub(super) fn printable(text: &str) -> String {
    let shown = text.chars().map(|letter| match letter {
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    });
    shown.collect()
}

/// A place in a layer.
///
/// `Display` is the layer, with line and column where it has lines:
/// `config/local.toml:12:8`, `environment variable APP__SERVER__PORT`, `override 'server.port=x'`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Place {
    layer: Layer,
    text: Arc<str>,
    span: Span,
    /// Where the layer's text begins in all layers.
    base: u32,
    /// What is not shown of all layers.
    secrets: Secrets,
}

/// Lines and columns in the layers, by where these begin.
pub(super) type Locators = HashMap<u32, Locator>;

impl Place {
    /// `span` is one of the layer's text, which begins at `base` in all layers.
    pub(super) fn new(layer: Layer, text: Arc<str>, span: Span, base: u32) -> Self {
        Self {
            layer,
            text,
            span,
            base,
            secrets: Secrets::default(),
        }
    }

    /// The same place, where secrets are not shown.
    pub(super) fn masked(mut self, secrets: &Secrets) -> Self {
        if secrets.is_empty() {
            return self;
        }
        self.secrets = secrets.clone();
        if let Layer::Override(_) = self.layer {
            self.layer = Layer::Override(self.shown(0..self.text.len()).0);
        }
        self
    }

    /// The span in all layers.
    pub(super) fn global(&self) -> Span {
        shifted(self.span, self.base)
    }

    /// What places are sorted by: the layer, then the place in it.
    pub(super) fn order(&self) -> u32 {
        self.global().start
    }

    /// What set the value.
    #[must_use]
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// The file, for a layer that is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.layer {
            Layer::File(path) => Some(path),
            _ => None,
        }
    }

    /// Line and column, 1-based, in characters; for a variable or an override, in `NAME=value`.
    #[must_use]
    pub fn position(&self) -> Position {
        Position::of(self.text.as_bytes(), self.span.start)
    }

    /// 1-based.
    #[must_use]
    pub fn line(&self) -> usize {
        self.position().line
    }

    /// 1-based, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.position().column
    }

    /// In bytes from the start of the layer's text; for a variable or an override, of `NAME=value`.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.range()
    }

    /// What is written there, as it is written; `***` for a secret and for what has one in it.
    #[must_use]
    pub fn raw(&self) -> &str {
        if self.secrets.hide(self.global()) {
            return MASK;
        }
        self.text.get(self.span.range()).unwrap_or_default()
    }

    /// As `Display`, for one of many places.
    pub(super) fn push_to(&self, text: &mut String, locators: &mut Locators) {
        let locator = locators.entry(self.base).or_default();
        let position = locator.locate(self.text.as_bytes(), self.span.start);
        // A string takes all that it is given.
        let _ = self.write(text, position);
    }

    fn write(&self, to: &mut impl fmt::Write, position: Position) -> fmt::Result {
        let Position { line, column } = position;
        match self.layer {
            Layer::Text(_) | Layer::File(_) => write!(to, "{}:{line}:{column}", self.layer),
            _ => write!(to, "{}", self.layer),
        }
    }

    /// Writes the line with its number, and an underline.
    pub(super) fn write_snippet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (masked, span);
        let snippet = if self.secrets.is_empty() {
            Snippet::new(&self.text, self.span)
        } else {
            (masked, span) = self.shown(0..self.text.len());
            Snippet::new(&masked, span)
        };
        match self.layer {
            Layer::Variable(_) | Layer::Override(_) => write!(f, "{}", snippet.without_number()),
            _ => write!(f, "{snippet}"),
        }
    }

    /// How many columns the line's number takes in [`write_snippet`](Self::write_snippet).
    pub(super) fn gutter(&self) -> usize {
        match self.layer {
            Layer::Variable(_) | Layer::Override(_) => 1,
            _ => self.line().to_string().len(),
        }
    }

    /// The text with each secret replaced by [`MASK`], and where the place has gone. Newlines in secrets stay, so that lines
    /// keep their numbers.
    fn shown(&self, range: Range<usize>) -> (String, Span) {
        let text = &self.text[range];
        let mut shown = String::new();
        let mut done = 0;
        let mut place = self.span;
        let end = self.base + text.len() as u32;
        for secret in self.secrets.within(self.base..end.saturating_add(1)) {
            let start = (secret.start - self.base) as usize;
            let end = ((secret.end - self.base) as usize).min(text.len());
            let Some(hidden) = text.get(start..end).filter(|_| start >= done) else {
                continue;
            };
            shown.push_str(&text[done..start]);
            let moved = Span::new(shown.len() as u32, (shown.len() + MASK.len()) as u32);
            shown.push_str(MASK);
            shown.extend(hidden.chars().filter(|letter| *letter == '\n'));
            done = end;
            if touches(*secret, self.global()) {
                place = moved;
            } else if secret.end <= self.global().start {
                let behind = self.span.start - end as u32;
                let start = shown.len() as u32 + behind;
                place = Span::new(start, start + self.span.len() as u32);
            }
        }
        shown.push_str(&text[done..]);
        (shown, place)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, self.position())
    }
}

/// As `Display`: the text of the layer is long, and may have secrets.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({self})")
    }
}

/// What is shown of a secret.
pub(super) const MASK: &str = "***";

/// Whether two spans have a byte in common, or one is empty and inside of the other.
pub(super) fn touches(a: Span, b: Span) -> bool {
    let end = |span: Span| span.end.max(span.start.saturating_add(1));
    a.start < end(b) && b.start < end(a)
}
