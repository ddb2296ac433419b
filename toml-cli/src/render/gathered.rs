//! What a format that is one document gathers from many threads until the end of the run.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Items with their place in the order of the run.
#[derive(Debug)]
pub(super) struct Gathered<T>(Mutex<Vec<(usize, T)>>);

impl<T> Gathered<T> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Adds an item; any thread may, in any order.
    pub(super) fn push(&self, place: usize, item: T) {
        self.lock().push((place, item));
    }

    /// Takes all items, in the order of the run.
    pub(super) fn take(&self) -> Vec<T> {
        let mut items = std::mem::take(&mut *self.lock());
        items.sort_by_key(|(place, _)| *place);
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// A thread that panicked cannot have left half an item behind.
    fn lock(&self) -> MutexGuard<'_, Vec<(usize, T)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn take_in_order_of_place() {
        let gathered = Gathered::new();
        for (place, item) in [(2, 'c'), (0, 'a'), (1, 'b')] {
            gathered.push(place, item);
        }
        assert_eq!(gathered.take(), ['a', 'b', 'c']);
        assert_eq!(gathered.take(), [' '; 0]);
    }
}
