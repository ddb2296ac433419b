//! Which layer has set a value, and what it has displaced.

use toml_core::{Path, Segment, Span};

use super::Place;
use super::load::Loaded;
use super::sources::DocumentValue;
use super::tree::{Content, Found, ROOT};

/// Where a value was set, and the values that it has displaced.
///
/// `Display` is both in one line: `config/local.toml:3:8, overrides defaults:2:8`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    place: Place,
    displaced: Vec<Place>,
}

impl Origin {
    /// Layer, line and column of the value; for a table of several layers, of the first.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The values that were set before by other layers, the latest first.
    #[must_use]
    pub fn displaced(&self) -> &[Place] {
        &self.displaced
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.place.fmt(f)?;
        for (at, place) in self.displaced.iter().enumerate() {
            write!(f, "{} {place}", if at == 0 { ", overrides" } else { "," })?;
        }
        Ok(())
    }
}

impl Loaded {
    /// Where the value at a path such as `server.ports[0]` was set; `None` where nothing is, and where it is no path.
    ///
    /// The value of a secret path is hidden.
    #[must_use]
    pub fn origin(&self, path: &str) -> Option<Origin> {
        let path = Path::parse(path).ok()?;
        let segments = path.segments();
        let found = self.find(segments)?;
        let secrets = self.secrets_by_path();
        let place = |span| self.sources.masked_place(span, &secrets);
        let displaced = self.displaced(found).into_iter().filter_map(place);
        let displaced: Vec<Place> = displaced.collect();
        let place = place(self.span_of(found))?;
        Some(Origin { place, displaced })
    }

    /// The layer and the place of a [`Spanned`](crate::Spanned) that was read from this configuration: its span counts through
    /// the texts of all layers.
    #[must_use]
    pub fn locate(&self, span: std::ops::Range<usize>) -> Option<Place> {
        let start = u32::try_from(span.start).ok()?;
        let end = u32::try_from(span.end).ok()?;
        let secrets = self.secrets_by_path();
        self.sources.masked_place(Span { start, end }, &secrets)
    }

    /// The value at a path.
    pub(super) fn find(&self, path: &[Segment]) -> Option<Found> {
        self.find_slot(path).filter(|found| self.is_set(*found))
    }

    /// Whether there is a value, and not a note that there is none.
    fn is_set(&self, found: Found) -> bool {
        match found {
            Found::Value(_) => true,
            Found::Slot(id) => {
                let content = &self.tree.slot(id).content;
                !matches!(content, Content::Absent | Content::Deleted)
            }
        }
    }

    /// [`find`](Self::find), for what was deleted, too.
    pub(super) fn find_slot(&self, path: &[Segment]) -> Option<Found> {
        let root = Found::Slot(ROOT);
        path.iter()
            .try_fold(root, |found, segment| self.step(found, segment))
    }

    fn step(&self, found: Found, segment: &Segment) -> Option<Found> {
        let value = match found {
            Found::Value(value) => value,
            Found::Slot(id) => match &self.tree.slot(id).content {
                Content::Value(value) => *value,
                Content::Text(text) => text.value?,
                Content::Table(_) => {
                    let Segment::Key(key) = segment else {
                        return None;
                    };
                    return self.tree.look_up(&self.sources, id, key);
                }
                Content::Array(elements) => {
                    let position = segment.position(elements.len())?;
                    return Some(Found::Slot(elements[position]));
                }
                _ => return None,
            },
        };
        let (table, _) = self.sources.value(value);
        let child = match segment {
            Segment::Key(key) => table.get(key)?,
            Segment::Index(_) => {
                let elements = table.as_array()?;
                elements.get(segment.position(elements.len())?)?
            }
        };
        Some(Found::Value(DocumentValue {
            id: child.id(),
            ..value
        }))
    }

    pub(super) fn span_of(&self, found: Found) -> Span {
        match found {
            Found::Slot(id) => self.tree.slot(id).span,
            Found::Value(value) => self.sources.span(value),
        }
    }

    /// Where the values stand that a value has displaced, the latest first.
    pub(super) fn displaced(&self, found: Found) -> Vec<Span> {
        let Found::Slot(id) = found else {
            return Vec::new();
        };
        let displaced = self.tree.displaced(id);
        let values = displaced.filter(|found| self.is_set(*found));
        values.map(|found| self.span_of(found)).collect()
    }
}
