//! Texts that are not TOML.

use toml_core::{Path, Segment, Span, de};

use super::Loader;
use super::files::within;
use crate::config::sources::shifted;
use crate::config::{Error, ErrorKind, Note};

impl Loader<'_> {
    /// An error of the parser, with its place in all layers.
    #[cold]
    pub(super) fn syntax_error(&mut self, error: &toml_core::Error, base: u32) -> Error {
        let kind = ErrorKind::Toml(de::ErrorKind::Syntax(error.kind()));
        let path = error.path().and_then(|path| Path::parse(path).ok());
        let segments: Vec<Segment> = path
            .map(|path| path.segments().to_vec())
            .unwrap_or_default();
        let mut reported = Error::new(kind, error.message()).at_path(segments.clone());
        if self.config.rules.is_secret(&segments) {
            self.hide_line(shifted(error.span(), base));
        }
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

    /// Notes all that stands behind the `=` of a line as a secret, as what is wrong with it may hide where it ends.
    fn hide_line(&mut self, span: Span) {
        let Some((text, start)) = self.sources.line(span) else {
            return;
        };
        let Some(equals) = text.find('=') else { return };
        let end = start + text.len() as u32;
        self.hidden.push(Span::new(start + equals as u32 + 1, end));
    }
}
