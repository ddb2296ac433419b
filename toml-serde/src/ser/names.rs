//! The names that a table has so far, to find one that comes twice.

use std::collections::HashSet;

use foldhash::fast::RandomState;
use serde_core::Serialize;
use toml_core::ser::KeySerializer;

use super::Error;

/// How many names are compared with one another before they are hashed.
const FEW: usize = 16;

/// Bytes to make room for with the first key of a map.
const CAPACITY: usize = 256;

/// The key of a value that is about to be written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Key<'k> {
    /// This.
    Text(&'k str),
    /// That of a map, by its index among the [`Names`].
    Stored(usize),
}

impl<'k> Key<'k> {
    #[inline]
    pub(super) fn text(self, names: &'k Names) -> &'k str {
        match self {
            Self::Text(text) => text,
            Self::Stored(index) => names.get(index),
        }
    }
}

/// The keys of maps, one after the other in one text, those of a map within another behind its.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Names {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The index of the name that was pushed last.
    #[inline]
    pub(super) fn last(&self) -> usize {
        self.len().saturating_sub(1)
    }

    #[inline]
    pub(super) fn push<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<(), Error> {
        if self.text.capacity() == 0 {
            self.text.reserve(CAPACITY);
            self.ends.reserve(FEW);
        }
        key.serialize(KeySerializer::new(&mut self.text))?;
        self.ends.push(self.text.len());
        Ok(())
    }

    /// Drops all but the first names.
    #[inline]
    pub(super) fn truncate(&mut self, length: usize) {
        self.ends.truncate(length);
        self.text.truncate(self.start(length));
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> &str {
        &self.text[self.start(index)..self.ends[index]]
    }

    #[inline]
    fn start(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

/// The names of one map among others: those from an index on.
#[derive(Clone, Copy, Debug)]
pub(super) struct MapNames {
    first: usize,
}

impl MapNames {
    /// None so far.
    #[inline]
    pub(super) fn start(names: &Names) -> Self {
        let first = names.len();
        Self { first }
    }

    /// Drops the names of the map.
    ///
    /// # Errors
    /// Where a name comes twice.
    #[inline]
    pub(super) fn finish(self, names: &mut Names) -> Result<(), Error> {
        if !self.are_sorted(names) {
            self.check(names)?;
        }
        names.truncate(self.first);
        Ok(())
    }

    /// Whether each name is greater than the one before it, so that none comes twice.
    fn are_sorted(self, names: &Names) -> bool {
        let (text, mut start) = (names.text.as_bytes(), names.start(self.first));
        let mut before: Option<&[u8]> = None;
        names.ends[self.first..].iter().all(|end| {
            let name = &text[start..*end];
            start = *end;
            before.replace(name).is_none_or(|before| before < name)
        })
    }

    #[cold]
    fn check(self, names: &Names) -> Result<(), Error> {
        let names: Vec<_> = (self.first..names.len())
            .map(|index| names.get(index))
            .collect();
        let repeated = if names.len() <= FEW {
            let is_repeated = |index: &usize| names[..*index].contains(&names[*index]);
            (1..names.len()).find(is_repeated).map(|index| names[index])
        } else {
            find_repeated(&names)
        };
        repeated.map_or(Ok(()), |name| Err(twice(name)))
    }
}

fn find_repeated<'n>(names: &[&'n str]) -> Option<&'n str> {
    let mut seen = HashSet::with_capacity_and_hasher(names.len(), RandomState::default());
    names.iter().copied().find(|name| !seen.insert(*name))
}

/// Fingerprints of the names of a struct's fields, of six bits each, as a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen(u64);

impl Seen {
    pub(super) const NONE: Self = Self(0);

    /// Adds a name to those of a struct, which start at an index.
    ///
    /// # Errors
    /// Where it is among them.
    #[inline]
    pub(super) fn add(
        &mut self,
        name: &'static str,
        fields: &mut Vec<&'static str>,
        start: usize,
    ) -> Result<(), Error> {
        let first = name.bytes().next().unwrap_or(0);
        let bit = 1 << ((name.len() * 7 + usize::from(first)) % 64);
        if self.0 & bit != 0 || fields.len() == fields.capacity() {
            add_slowly(name, fields, start)?;
        } else {
            fields.push(name);
        }
        self.0 |= bit;
        Ok(())
    }
}

fn add_slowly(
    name: &'static str,
    fields: &mut Vec<&'static str>,
    start: usize,
) -> Result<(), Error> {
    if fields[start..].contains(&name) {
        return Err(twice(name));
    }
    fields.reserve(FEW);
    fields.push(name);
    Ok(())
}

#[cold]
fn twice(name: &str) -> Error {
    Error::new("the key comes twice in one table").in_key(name)
}
