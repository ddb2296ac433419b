//! A key's name, in all places that have it.

use toml_core::{Span, ValueRef, encode};

use super::State;
use super::insert::extent_of;
use crate::extent;
use crate::patch::Patch;
use crate::path::{Form, Place};
use crate::style::key_text;

impl State<'_> {
    /// Gives an item another key, in every header and dotted key that leads to it or through it.
    pub(crate) fn rename(&self, place: &Place<'_>, key: &str) -> Vec<Patch> {
        let spans = self.key_spans(place);
        let patch = |span: Span| Patch {
            span,
            text: self.respelled(span, key),
        };
        spans.into_iter().map(patch).collect()
    }

    /// Where an item's own key is written.
    pub(crate) fn key_spans(&self, place: &Place<'_>) -> Vec<Span> {
        let value = place.value();
        let mut spans = Vec::new();
        match place.form() {
            Form::Value => spans.extend(value.key().map(|key| key.span())),
            Form::Dotted => self.dotted_spans(place, value, &mut spans),
            Form::Root | Form::Section => {}
        }
        if place.form() != Form::Value {
            let at = place.key_count().saturating_sub(1);
            for table in extent::headers(value) {
                spans.extend(self.header_keys(table).get(at));
            }
        }
        spans
    }

    fn dotted_spans(&self, place: &Place<'_>, value: ValueRef<'_>, spans: &mut Vec<Span>) {
        let owner = place.owner();
        let at = place.key_count() - owner.key_count() - 1;
        for leaf in extent_of(value) {
            spans.extend(extent::keys_of(self.source(), &owner, leaf).get(at));
        }
    }

    /// The segments of a header.
    pub(crate) fn header_keys(&self, table: ValueRef<'_>) -> Vec<Span> {
        let header = table.span();
        let text = &self.source()[header.range()];
        let inner = text.trim_start_matches('[').trim_start_matches([' ', '\t']);
        toml_core::key_spans(
            self.source(),
            header.start as usize + text.len() - inner.len(),
        )
    }

    /// A key in the quotes of the one at `span`, if those were no need either.
    fn respelled(&self, span: Span, key: &str) -> String {
        let old = &self.source()[span.range()];
        let quotes = old
            .bytes()
            .next()
            .filter(|byte| matches!(byte, b'"' | b'\''));
        let Some(quote) = quotes else {
            return key_text(key);
        };
        let was_needed = key_text(&old[1..old.len() - 1]).starts_with(['"', '\'']);
        let new = key_text(key);
        if was_needed && !new.starts_with(['"', '\'']) {
            return new;
        }
        let form = if quote == b'\'' {
            toml_core::StringForm::Literal
        } else {
            toml_core::StringForm::Basic
        };
        let mut text = String::new();
        encode::encode_string_as(key, form, &mut text);
        text
    }
}
