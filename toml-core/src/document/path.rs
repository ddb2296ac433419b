//! Paths into a document: dotted keys with indexes, such as `server."my key".ports[-1]`.

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::{Document, ValueRef};
use crate::{Error, encode, parser};

/// A path of keys and indexes, in TOML's dotted-key syntax with `[index]` behind a key.
///
/// ```
/// use toml_core::{Path, Segment};
///
/// let path = Path::parse("tool.'my key'.select[-1]")?;
/// assert_eq!(path.segments()[1], Segment::Key("my key".into()));
/// assert_eq!(path.segments()[3], Segment::Index(-1));
/// assert_eq!(path.to_string(), "tool.\"my key\".select[-1]");
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(Vec<Segment>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key of a table, decoded.
    Key(String),
    /// A 0-based index into an array; a negative one counts from the end.
    Index(i64),
}

impl Path {
    /// Reads a path. The empty text is the path of the root.
    ///
    /// # Errors
    /// Where a key or index is not well formed, with its span inside `path`.
    pub fn parse(path: &str) -> Result<Self, Error> {
        parser::parse_path(path).map(Self)
    }

    /// The steps, outermost first.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The value at this path, if there is one.
    #[must_use]
    pub fn find<'d>(&self, document: &'d Document<'_>) -> Option<ValueRef<'d>> {
        let root = document.root().as_value();
        self.0
            .iter()
            .try_fold(root, |value, segment| match segment {
                Segment::Key(key) => value.get(key),
                Segment::Index(_) => value.get_index(segment.position(value.as_array()?.len())?),
            })
    }
}

impl Segment {
    /// The 0-based position that an index means in an array of `length` elements; `None` for one that is not there, and for a
    /// key.
    ///
    /// ```
    /// use toml_core::Segment;
    ///
    /// assert_eq!(Segment::Index(-1).position(3), Some(2));
    /// assert_eq!(Segment::Index(3).position(3), None);
    /// ```
    #[must_use]
    pub fn position(&self, length: usize) -> Option<usize> {
        let from_start = match self {
            Self::Key(_) => return None,
            Self::Index(index) if *index < 0 => index.checked_add_unsigned(length as u64)?,
            Self::Index(index) => *index,
        };
        let position = usize::try_from(from_start).ok()?;
        (position < length).then_some(position)
    }
}

fn encoded(key: &str) -> String {
    let mut text = String::new();
    encode::encode_key(key, &mut text);
    text
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments)
    }
}

impl core::str::FromStr for Path {
    type Err = Error;

    fn from_str(path: &str) -> Result<Self, Error> {
        Self::parse(path)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if at == 0 => f.write_str(&encoded(key))?,
                Segment::Key(key) => write!(f, ".{}", encoded(key))?,
            }
        }
        Ok(())
    }
}
