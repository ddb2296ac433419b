//! The names that a table has so far, to find one that comes twice.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::Error;

/// How many names are compared with one another before they are hashed.
const FEW: usize = 16;

/// The keys of a map, one after the other in one text.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// Whether one is not greater than the one before it; until then none comes twice.
    is_unsorted: bool,
}

impl Names {
    /// Drops the current name if it was not kept, and gives the place to append another.
    #[inline]
    pub(super) fn start(&mut self) -> &mut String {
        let start = self.start_of_current();
        self.text.truncate(start);
        &mut self.text
    }

    /// The name that was started last.
    #[inline]
    pub(super) fn current(&self) -> &str {
        &self.text[self.start_of_current()..]
    }

    /// Counts the current name among those of the map.
    #[inline]
    pub(super) fn keep(&mut self) {
        if let Some(index) = self.ends.len().checked_sub(1) {
            self.is_unsorted |= self.current() <= self.get(index);
        }
        self.ends.push(self.text.len());
    }

    /// Refuses a name that comes twice.
    #[inline]
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.is_unsorted {
            let names: Vec<_> = (0..self.ends.len()).map(|index| self.get(index)).collect();
            check_unique(&names)
        } else {
            Ok(())
        }
    }

    #[inline]
    fn start_of_current(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    #[inline]
    fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[index]]
    }
}

/// Refuses a name that comes twice.
#[inline]
pub(super) fn check_unique(names: &[&str]) -> Result<(), Error> {
    let repeated = if names.len() <= FEW {
        let is_repeated = |index: &usize| names[..*index].contains(&names[*index]);
        (1..names.len()).find(is_repeated).map(|index| names[index])
    } else {
        find_repeated(names)
    };
    repeated.map_or(Ok(()), |name| Err(twice(name)))
}

fn find_repeated<'n>(names: &[&'n str]) -> Option<&'n str> {
    let mut seen = HashSet::with_capacity_and_hasher(names.len(), RandomState::default());
    names.iter().copied().find(|name| !seen.insert(*name))
}

#[cold]
fn twice(name: &str) -> Error {
    Error::new("the key comes twice in one table").in_key(name)
}
