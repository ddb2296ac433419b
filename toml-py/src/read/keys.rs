//! The strings of keys, which repeat within a document and from one to the next.
//!
//! A string that is there already needs no memory, no copy and no new hash. The strings of up to
//! [`SLOTS`] keys stay from one document to the next. Values are never kept, see `strings.rs`.

use std::mem;
use std::sync::Mutex;

use pyo3::prelude::*;
use pyo3::types::PyString;

use super::strings::{Benefit, Gist};

/// How many keys are remembered; a power of two.
const SLOTS: usize = 1024;

/// Longer keys, in bytes, are hardly ever repeated.
const LONGEST: usize = 64;

/// A key and its string.
struct Known {
    gist: Gist,
    /// The key, if its gist is not all of it.
    text: Box<str>,
    string: Py<PyString>,
}

type Slot = Option<Known>;

/// The keys remembered while nobody uses them; empty while somebody does.
static SHELF: Mutex<Vec<Slot>> = Mutex::new(Vec::new());

/// The strings of keys met so far, each at the place that its hash gives it.
pub(super) struct Keys<'py> {
    py: Python<'py>,
    slots: Vec<Slot>,
    benefit: Benefit,
    /// The last key that was not to be remembered.
    other: Option<Bound<'py, PyString>>,
}

impl<'py> Keys<'py> {
    /// Takes the keys from the shelf; where somebody else has them, starts anew.
    pub(super) fn take(py: Python<'py>) -> Self {
        let mut slots = match SHELF.try_lock() {
            Ok(mut shelf) => mem::take(&mut *shelf),
            Err(_) => Vec::new(),
        };
        if slots.is_empty() {
            slots.resize_with(SLOTS, || None);
        }
        Self {
            py,
            slots,
            benefit: Benefit::default(),
            other: None,
        }
    }

    /// The string of a key.
    #[inline]
    pub(super) fn get(&mut self, key: &str) -> &Bound<'py, PyString> {
        let py = self.py;
        if key.len() > LONGEST || !self.benefit.is_likely() {
            return self.other.insert(PyString::new(py, key));
        }
        let gist = Gist::of(key);
        let slot = &mut self.slots[gist.hash() % SLOTS];
        if slot.as_ref().is_some_and(|known| known.is(key, gist)) {
            self.benefit.count_hit();
        } else {
            self.benefit.count_miss();
            *slot = None;
        }
        let known = slot.get_or_insert_with(|| Known::new(py, key, gist));
        known.string.bind(py)
    }
}

impl Known {
    fn new(py: Python<'_>, key: &str, gist: Gist) -> Self {
        let is_whole = key.len() <= Gist::WHOLE;
        Self {
            gist,
            text: if is_whole { "".into() } else { key.into() },
            string: PyString::new(py, key).unbind(),
        }
    }

    #[inline]
    fn is(&self, key: &str, gist: Gist) -> bool {
        self.gist == gist && (key.len() <= Gist::WHOLE || *self.text == *key)
    }
}

/// Puts the keys back on the shelf.
impl Drop for Keys<'_> {
    fn drop(&mut self) {
        if let Ok(mut shelf) = SHELF.try_lock() {
            *shelf = mem::take(&mut self.slots);
        }
    }
}
