//! The strings of values: short ones repeat within a document, such as the source of each package
//! in a lock file. They are forgotten with the document, as values may be secret.

use pyo3::prelude::*;
use pyo3::types::PyString;

/// Longer strings, in bytes, are hardly ever repeated.
const LONGEST: usize = 64;

/// One slot for this many bytes of source, within [`FEWEST`] and [`MOST`].
const SOURCE_PER_SLOT: usize = 64;
const FEWEST: usize = 16;
const MOST: usize = 1024;

/// The strings of a document met so far, each at the place that its hash gives it.
pub(super) struct Strings<'py, 'd> {
    slots: Vec<Option<(&'d str, Bound<'py, PyString>)>>,
    benefit: Benefit,
}

/// Whether it pays to look whether a string is there already, as far as a document has shown.
#[derive(Default)]
pub(super) struct Benefit {
    hits: u32,
    misses: u32,
}

impl Benefit {
    /// Misses that are borne before there are hits, enough to fill the slots.
    const PATIENCE: u32 = 32;

    /// Misses that a hit makes up for: it saves a string, and a miss costs a hash and a comparison.
    const MISSES_FOR_A_HIT: u32 = 4;

    #[inline]
    pub(super) fn is_likely(&self) -> bool {
        self.misses <= Self::PATIENCE + self.hits.saturating_mul(Self::MISSES_FOR_A_HIT)
    }

    #[inline]
    pub(super) fn count_hit(&mut self) {
        self.hits = self.hits.saturating_add(1);
    }

    #[inline]
    pub(super) fn count_miss(&mut self) {
        self.misses = self.misses.saturating_add(1);
    }
}

impl<'py, 'd> Strings<'py, 'd> {
    /// Room for the strings of a source of this many bytes, or characters.
    pub(super) fn for_source(length: usize) -> Self {
        let count = (length / SOURCE_PER_SLOT).next_power_of_two();
        let mut slots = Vec::new();
        slots.resize_with(count.clamp(FEWEST, MOST), || None);
        Self {
            slots,
            benefit: Benefit::default(),
        }
    }

    /// The string of a text.
    #[inline]
    pub(super) fn get(&mut self, py: Python<'py>, text: &'d str) -> Bound<'py, PyString> {
        if text.len() > LONGEST || !self.benefit.is_likely() {
            return PyString::new(py, text);
        }
        let at = Gist::of(text).hash() & (self.slots.len() - 1);
        let slot = &mut self.slots[at];
        match slot {
            Some((known, string)) if *known == text => {
                self.benefit.count_hit();
                string.clone()
            }
            _ => {
                self.benefit.count_miss();
                let string = PyString::new(py, text);
                *slot = Some((text, string.clone()));
                string
            }
        }
    }
}

/// What tells short texts from one another: the length and up to eight bytes from each end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Gist {
    length: usize,
    first: u64,
    last: u64,
}

impl Gist {
    /// The length in bytes up to which texts of one gist are the same.
    pub(super) const WHOLE: usize = 16;

    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let (first, last) = ends(text.as_bytes());
        Self {
            length: text.len(),
            first,
            last,
        }
    }

    /// A hash. Whoever prepares texts that collide gains nothing: the later takes the place of the
    /// earlier.
    #[inline]
    pub(super) fn hash(self) -> usize {
        let first = self.first ^ 0x9e37_79b9_7f4a_7c15 ^ self.length as u64;
        let product = u128::from(first) * u128::from(self.last ^ 0xd6e8_feb8_6659_fd93);
        (product as u64 ^ (product >> 64) as u64) as usize
    }
}

/// Up to eight bytes from the start and from the end.
#[inline]
fn ends(text: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (u64::from_ne_bytes(*first), u64::from_ne_bytes(*last))
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_ne_bytes(*first), u32::from_ne_bytes(*last));
        (first.into(), last.into())
    } else {
        let all = text.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
        (all, 0)
    }
}
