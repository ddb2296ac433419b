//! From what a type says to what a person reads: the layer, what was overridden, where a value could be set.

use toml_core::{Segment, Span, de};

use super::load::{Loaded, Overrides};
use super::mask::Secrets;
use super::place::printable;
use super::rules::keys_of;
use super::tree::{Content, Found, Key, key_span};
use super::{Error, ErrorKind, Note};
use crate::de::options::FoundKey;

/// How many characters of a displaced value are shown.
const SHOWN: usize = 40;

impl Loaded {
    /// An error of a type, whose spans are of all layers. `prefix` is the path of what was read.
    #[cold]
    pub(super) fn report(&self, error: &de::Error, prefix: &[Segment], secrets: &Secrets) -> Error {
        let mut path = prefix.to_vec();
        path.extend(error.segments());
        let span = error.place().0;
        let secrecy = secrecy(span, secrets);
        let kind = ErrorKind::Toml(error.kind());
        let mut reported = Error::new(kind, message(error, secrecy)).at_path(path.clone());
        if let Some(place) = span.and_then(|span| self.sources.masked_place(span, secrets)) {
            reported = reported.at(place);
        }
        for reason in error.reasons() {
            reported = reported.with_note(self.reason(reason, secrets));
        }
        if let Some(key) = error.missing_key() {
            return self.missing(reported, error, &path, key);
        }
        let reported = self.with_displaced(reported, &path, (secrecy, secrets));
        match error.help() {
            Some(help) => reported.with_help(help),
            None => reported,
        }
    }

    /// Why a variant of an untagged enum did not match.
    fn reason(&self, reason: &de::Error, secrets: &Secrets) -> Note {
        let span = reason.place().0;
        let secrecy = secrecy(span, secrets);
        let mut text = format!("no match: {}", message(reason, secrecy));
        if let Some(path) = reason.path() {
            text.push_str(" at ");
            text.push_str(&path);
        }
        match span.and_then(|span| self.sources.masked_place(span, secrets)) {
            Some(place) => Note::at(text, place),
            None => Note::new(text),
        }
    }

    /// Adds which value was overridden.
    fn with_displaced(
        &self,
        error: Error,
        path: &[Segment],
        (secrecy, secrets): (Secrecy, &Secrets),
    ) -> Error {
        let found = self.find(path);
        let displaced = found.and_then(|found| self.displaced(found).first().copied());
        let Some(span) = displaced else {
            return error;
        };
        let Some(place) = self.sources.masked_place(span, secrets) else {
            return error;
        };
        if secrecy == Secrecy::Secret || secrets.hide(span) {
            return error.with_note(Note::at("overrides the value", place));
        }
        let value = excerpt(self.sources.text(span));
        error.with_note(Note::at(format!("overrides `{value}`"), place))
    }

    /// Adds to the error of a missing key what may have been meant, who has deleted it, and where it can be set.
    fn missing(&self, mut error: Error, cause: &de::Error, table: &[Segment], key: &str) -> Error {
        if let Some(help) = cause.help() {
            error = error.with_note(Note::new(help));
        }
        let mut path = table.to_vec();
        path.push(Segment::Key(key.to_owned()));
        if let Some(Found::Slot(id)) = self.find_slot(&path) {
            let slot = self.tree.slot(id);
            let is_deleted = matches!(slot.content, Content::Deleted);
            if let (true, Some(place)) = (is_deleted, self.sources.place(slot.span)) {
                error = error.with_note(Note::at("deleted", place));
            }
        }
        match self.ways_to_set(&path) {
            Some(help) => error.with_help(help),
            None => error,
        }
    }

    /// The error of a path at which nothing is set.
    pub(super) fn not_set(&self, path: &[Segment]) -> Error {
        let error = Error::new(ErrorKind::NotSet, "nothing is set").at_path(path.to_vec());
        match self.ways_to_set(path) {
            Some(help) => error.with_help(help),
            None => error,
        }
    }

    /// Where the value at a path can be set: in which file, by which variable, by an override.
    fn ways_to_set(&self, path: &[Segment]) -> Option<String> {
        let shown = toml_core::Path::from(path.to_vec()).to_string();
        let mut ways = Vec::new();
        if let Some(file) = self.settable.files.last() {
            ways.push(format!("`{shown}` in {}", file.display()));
        }
        let has_index = path.iter().any(|step| matches!(step, Segment::Index(_)));
        if !has_index {
            let envs = self.settable.envs.iter();
            let names = envs.filter_map(|env| env.name_of(keys_of(path)));
            ways.extend(names.map(|name| format!("environment variable {name}")));
        }
        if self.settable.overrides == Overrides::Some {
            ways.push(format!("override '{shown}=…'"));
        }
        let last = ways.pop()?;
        Some(match &ways[..] {
            [] => format!("set {last}"),
            ways => format!("set {}, or {last}", ways.join(", ")),
        })
    }

    /// The error or warning of a key that no field is there for.
    pub(super) fn unknown_field(&self, key: &FoundKey, secrets: &Secrets) -> Error {
        let error = de::Error::unknown_key(&key.key, key.known);
        let kind = ErrorKind::Toml(error.kind());
        let mut reported = Error::new(kind, format!("unknown field `{}`", key.key));
        reported = reported.at_path(key.path.clone());
        if let Some(place) = self.sources.masked_place(key.span, secrets) {
            reported = reported.at(place);
        }
        for span in self.displaced_keys(&key.path) {
            if let Some(place) = self.sources.masked_place(span, secrets) {
                reported = reported.with_note(Note::at("set before", place));
            }
        }
        if let Some(help) = error.help() {
            return reported.with_help(help);
        }
        match key.known {
            [] => reported,
            known => {
                let known: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
                reported.with_help(format!("known here: {}", known.join(", ")))
            }
        }
    }

    /// Where the keys stand of the values that the one at a path has displaced.
    fn displaced_keys(&self, path: &[Segment]) -> Vec<Span> {
        let Some(Found::Slot(id)) = self.find(path) else {
            return Vec::new();
        };
        let displaced = self.tree.displaced(id);
        let keys = displaced.filter_map(|found| match found {
            Found::Slot(id) => self.tree.slot(id).key.clone(),
            Found::Value(value) => Some(Key::OfValue(value)),
        });
        keys.map(|key| key_span(&self.sources, &key)).collect()
    }
}

/// Whether what stands at a place may be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Secrecy {
    Open,
    Secret,
}

fn secrecy(span: Option<Span>, secrets: &Secrets) -> Secrecy {
    match span {
        Some(span) if secrets.hide(span) => Secrecy::Secret,
        _ => Secrecy::Open,
    }
}

/// The message of an error; that of a secret says nothing of the value.
fn message(error: &de::Error, secrecy: Secrecy) -> String {
    if secrecy == Secrecy::Open {
        return error.message().to_owned();
    }
    match error.found() {
        Some(_) => {
            let mut error = error.clone();
            error.set_found("a secret");
            error.message().to_owned()
        }
        None => "the secret is not a value that is taken here".to_owned(),
    }
}

/// A value on one line, cut where it is long.
fn excerpt(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    let mut shown: String = printable(line).chars().take(SHOWN).collect();
    if shown.len() < raw.len() {
        shown.push('…');
    }
    shown
}
