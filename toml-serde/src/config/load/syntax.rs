//! Texts that are not TOML.

use toml_core::{Path, Segment, de};

use super::Loader;
use super::files::within;
use crate::config::sources::shifted;
use crate::config::{Error, ErrorKind, Note};

impl Loader<'_> {
    /// An error of the parser, with its place in all layers.
    #[cold]
    pub(super) fn syntax_error(&self, error: &toml_core::Error, base: u32) -> Error {
        let kind = ErrorKind::Toml(de::ErrorKind::Syntax(error.kind()));
        let path = error.path().and_then(|path| Path::parse(path).ok());
        let segments: Vec<Segment> = path
            .map(|path| path.segments().to_vec())
            .unwrap_or_default();
        let mut reported = Error::new(kind, error.message()).at_path(segments);
        let length = self.sources.end_of(base) - base;
        let place = |span| {
            self.sources
                .place(shifted(within(span, length as usize), base))
        };
        if let Some(place) = place(error.span()) {
            reported = reported.at(place);
        }
        if let Some(related) = error.related()
            && let Some(place) = place(related.span)
        {
            reported = reported.with_note(Note::showing(related.relation.label(), place));
        }
        match error.help() {
            Some(help) => reported.with_help(help),
            None => reported,
        }
    }
}
