//! The map behind [`Table`](crate::Table): keys and values in the order of insertion.
//!
//! ```
//! use toml_serde::map::{Entry, Map};
//!
//! let mut stars: Map<String, u32> = Map::new();
//! stars.insert("toml".to_string(), 5);
//! if let Entry::Vacant(place) = stars.entry("serde") {
//!     place.insert(8);
//! }
//! assert_eq!(stars.keys().collect::<Vec<_>>(), ["toml", "serde"]);
//! ```

pub use toml_core::value::{
    Entry, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Map, OccupiedEntry, VacantEntry,
    Values, ValuesMut,
};
