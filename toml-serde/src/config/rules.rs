//! What a program has said of paths: how to merge them, what is secret, what was renamed.

use std::borrow::Cow;

use toml_core::{Path, Segment, Version};

use super::env::is_same_name;
use super::interpolate::Variables;
use super::{Error, ErrorKind};
use crate::UnknownFields;

/// How the value at a path is merged with the value of the layers before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    /// It replaces it.
    Replace,
    /// Its elements are put behind those of the array before.
    Append,
    /// Tables of an array are merged with those that have the same value for this key.
    ByKey(String),
}

/// A key that has another name now.
#[derive(Clone, Debug)]
pub(super) struct Rename {
    pub(super) old: Vec<String>,
    pub(super) new: Vec<String>,
    pub(super) since: String,
}

#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) version: Version,
    pub(super) delete_marker: Option<Cow<'static, str>>,
    pub(super) interpolation: Option<Variables>,
    pub(super) unknown_fields: UnknownFields,
    pub(super) renames: Vec<Rename>,
    merges: Vec<(Vec<String>, Merge)>,
    retypable: Vec<Vec<String>>,
    secrets: Vec<Vec<String>>,
    /// Paths that are none.
    errors: Vec<Error>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            version: Version::default(),
            delete_marker: Some("@delete".into()),
            interpolation: None,
            unknown_fields: UnknownFields::default(),
            renames: Vec::new(),
            merges: Vec::new(),
            retypable: Vec::new(),
            secrets: Vec::new(),
            errors: Vec::new(),
        }
    }
}

impl Rules {
    pub(super) fn merge(&mut self, path: &str, merge: Merge) {
        if let Some(keys) = self.keys(path) {
            self.merges.push((keys, merge));
        }
    }

    pub(super) fn allow_type_change(&mut self, path: &str) {
        let keys = self.keys(path);
        self.retypable.extend(keys);
    }

    pub(super) fn secret(&mut self, path: &str) {
        let keys = self.keys(path);
        self.secrets.extend(keys);
    }

    pub(super) fn rename(&mut self, old: &str, new: &str, since: String) {
        if let (Some(old), Some(new)) = (self.keys(old), self.keys(new)) {
            self.renames.push(Rename { old, new, since });
        }
    }

    /// The keys of a path; what is wrong with it is kept for later.
    fn keys(&mut self, path: &str) -> Option<Vec<String>> {
        let keys = match Path::parse(path) {
            Ok(parsed) => keys_of(parsed.segments()).map(str::to_owned).collect(),
            Err(error) => {
                let message = format!("`{path}` is not a path: {}", error.message());
                self.errors
                    .push(Error::new(ErrorKind::InvalidRule, message));
                return None;
            }
        };
        Some(keys)
    }

    /// What is wrong with the paths that were given.
    pub(super) fn errors(&self) -> &[Error] {
        &self.errors
    }

    /// Whether no rule asks for the path of a value.
    pub(super) fn are_plain(&self) -> bool {
        self.merges.is_empty() && self.retypable.is_empty()
    }

    /// How to merge the value at a path; the rule that was given last counts.
    pub(super) fn merge_at(&self, keys: &[&str]) -> Option<&Merge> {
        let mut rules = self.merges.iter().rev();
        rules.find(|(path, _)| path == keys).map(|(_, merge)| merge)
    }

    /// The last name of a key that has been renamed, perhaps several times.
    pub(super) fn last_name<'r>(&'r self, rename: &'r Rename) -> &'r [String] {
        let mut name = &rename.new;
        // No more steps than there are names: they may lead in a circle.
        for _ in &self.renames {
            let mut all = self.renames.iter();
            match all.find(|other| other.old == *name) {
                Some(next) if next.new != rename.old => name = &next.new,
                _ => break,
            }
        }
        name
    }

    pub(super) fn may_change_type(&self, keys: &[&str]) -> bool {
        self.retypable.iter().any(|path| path == keys)
    }

    /// Whether the value at a path is secret, or one round it.
    pub(super) fn is_secret(&self, path: &[Segment]) -> bool {
        let mut paths = self.secrets.iter();
        paths.any(|secret| {
            let mut keys = keys_of(path);
            let is_next = |key: &String| keys.next().is_some_and(|own| is_same_name(own, key));
            secret.iter().all(is_next)
        })
    }

    /// Whether the value at a path is secret by the name that its key has now.
    pub(super) fn is_secret_by_another_name(&self, path: &[Segment]) -> bool {
        let mut renames = self.renames.iter();
        renames.any(|rename| {
            let mut keys = keys_of(path);
            let is_next = |key: &String| keys.next().is_some_and(|own| is_same_name(own, key));
            let is_renamed = rename.old.iter().all(is_next);
            let new = self.last_name(rename).iter().cloned().map(Segment::Key);
            is_renamed && self.is_secret(&new.collect::<Vec<_>>())
        })
    }

    pub(super) fn has_secrets(&self) -> bool {
        !self.secrets.is_empty()
    }
}

/// The keys of a path, without indexes.
pub(super) fn keys_of(path: &[Segment]) -> impl Iterator<Item = &str> {
    path.iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    })
}
