//! Where a value of a configuration stands: in which layer, and where in its text.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml_core::{Position, Snippet, Span};

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
    /// An override such as `server.port=80`, as it was given.
    Override(String),
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(name) => f.write_str(name),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Variable(name) => write!(f, "environment variable {name}"),
            Self::Override(text) => write!(f, "override '{text}'"),
        }
    }
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
    /// Where the layer's text begins in all layers, for their order.
    base: u32,
    secrecy: Secrecy,
}

/// Whether what stands at a place may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Secrecy {
    Open,
    Secret,
}

impl Place {
    /// `span` is one of the layer's text, which begins at `base` in all layers.
    pub(super) fn new(layer: Layer, text: Arc<str>, span: Span, base: u32) -> Self {
        Self {
            layer,
            text,
            span,
            base,
            secrecy: Secrecy::Open,
        }
    }

    /// Hides secrets of the layer's text, and this place's own if it is among them.
    pub(super) fn masked(mut self, secrets: &[Span]) -> Self {
        if secrets.is_empty() {
            return self;
        }
        let has_own = secrets.iter().any(|secret| touches(*secret, self.span));
        if has_own {
            self.secrecy = Secrecy::Secret;
        }
        let (text, span) = mask(&self.text, secrets, self.span);
        if let Layer::Override(shown) = &mut self.layer {
            text.clone_into(shown);
        }
        self.text = text.into();
        self.span = span;
        self
    }

    /// What places are sorted by: the layer, then the place in it.
    pub(super) fn order(&self) -> u64 {
        u64::from(self.base) + u64::from(self.span.start)
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

    /// What is written there, as it is written; `***` for a secret.
    #[must_use]
    pub fn raw(&self) -> &str {
        match self.secrecy {
            Secrecy::Open => self.text.get(self.span.range()).unwrap_or_default(),
            Secrecy::Secret => MASK,
        }
    }

    /// The line with its number, and an underline.
    pub(super) fn snippet(&self) -> Snippet<'_> {
        let snippet = Snippet::new(&self.text, self.span);
        match self.layer {
            Layer::Variable(_) | Layer::Override(_) => snippet.without_number(),
            _ => snippet,
        }
    }

    /// How many columns the numbers of [`snippet`](Self::snippet) take.
    pub(super) fn gutter(&self) -> usize {
        match self.layer {
            Layer::Variable(_) | Layer::Override(_) => 1,
            _ => self.line().to_string().len(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position();
        match self.layer {
            Layer::Text(_) | Layer::File(_) => write!(f, "{}:{line}:{column}", self.layer),
            _ => self.layer.fmt(f),
        }
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
    a.start < b.end.max(b.start.saturating_add(1)) && b.start < a.end.max(a.start.saturating_add(1))
}

/// The text with each secret replaced by [`MASK`], and where a span of it has gone.
fn mask(text: &str, secrets: &[Span], span: Span) -> (String, Span) {
    let mut masked = String::new();
    let mut done = 0;
    let mut place = span;
    for secret in secrets {
        let (start, end) = (secret.start as usize, secret.end as usize);
        if start < done || text.get(start..end).is_none() {
            continue;
        }
        masked.push_str(&text[done..start]);
        let moved_start = masked.len() as u32;
        masked.push_str(MASK);
        let moved_end = masked.len() as u32;
        done = end;
        if touches(*secret, span) {
            place = Span::new(moved_start, moved_end);
        } else if secret.end <= span.start {
            let shift = |offset: u32| offset - secret.end;
            place = Span::new(moved_end + shift(span.start), moved_end + shift(span.end));
        }
    }
    masked.push_str(&text[done..]);
    (masked, place)
}
