//! Edits as data: what a document and an owned value can both be told to do.
//!
//! Property tests and fuzz targets draw them, the oracle test makes all that a document has room for.

use toml_core::{Document, Kind, Path, Segment, Table, Value, encode::encode_value};
use toml_edit_lite::{DocumentMut, Error};

/// One edit, with a path that leads to something.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another value for an item.
    Set(Path, Value),
    /// A new key in the table at the path.
    Add(Path, String, Value),
    /// An item less.
    Remove(Path),
    /// Another key for an item.
    Rename(Path, String),
    /// A new element before the one at an index of the array at the path, or at its end.
    Insert(Path, usize, Value),
    /// Nothing in an array or table.
    Clear(Path),
    /// The elements of an array in the order of their texts.
    Sort(Path),
    /// The keys of a table in order.
    SortKeys(Path),
    /// Two elements of an array in each other's place.
    Swap(Path, usize, usize),
}

impl Edit {
    /// Where the edit takes place.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Set(path, _)
            | Self::Add(path, ..)
            | Self::Remove(path)
            | Self::Rename(path, _)
            | Self::Insert(path, ..)
            | Self::Clear(path)
            | Self::Sort(path)
            | Self::SortKeys(path)
            | Self::Swap(path, ..) => path,
        }
    }

    /// Edits a document.
    ///
    /// # Errors
    /// As the methods of [`DocumentMut`].
    pub fn apply(&self, document: &mut DocumentMut) -> Result<(), Error> {
        match self.clone() {
            Self::Set(path, value) => document.set(path, value),
            Self::Add(path, key, value) => document.set(joined(&path, Segment::Key(key)), value),
            Self::Remove(path) => document.remove(path),
            Self::Rename(path, key) => document.rename(path, &key),
            Self::Insert(path, at, value) => {
                let array = document.get(&path);
                if array.is_some_and(|array| array.children().count() == at) {
                    return document.push(path, value);
                }
                document.insert(path, at, value)
            }
            Self::Clear(path) => document.clear(path),
            Self::Sort(path) => {
                let text = |value: toml_core::ValueRef<'_>| encode_value(&value.to_value());
                document.sort(path, |one, other| text(one).cmp(&text(other)))
            }
            Self::SortKeys(path) => document.sort_keys(path, str::cmp),
            Self::Swap(path, one, other) => document.swap(path, one, other),
        }
    }

    /// Edits owned data in the same way: what a document has to say afterwards.
    ///
    /// # Panics
    /// Where the path leads to nothing that the edit makes sense for.
    pub fn apply_to_table(&self, root: &mut Table) {
        if let Self::Remove(path) | Self::Rename(path, _) = self {
            let (parent, last) = split(path);
            return self.apply_to_child(target(root, &parent), last);
        }
        match (self, target(root, self.path().segments())) {
            (Self::Set(_, value), Target::Value(slot)) => *slot = value.clone(),
            (Self::Set(_, Value::Table(table)), Target::Table(slot)) => *slot = table.clone(),
            (Self::Clear(_), Target::Value(Value::Array(array))) => array.clear(),
            (Self::Insert(_, at, value), Target::Value(Value::Array(array))) => {
                array.insert(*at, value.clone());
            }
            (Self::Sort(_), Target::Value(Value::Array(array))) => array.sort_by_key(encode_value),
            (Self::Swap(_, one, other), Target::Value(Value::Array(array))) => {
                array.swap(*one, *other);
            }
            (edit, Target::Value(Value::Table(table)) | Target::Table(table)) => match edit {
                Self::Add(_, key, value) => drop(table.insert(key.clone(), value.clone())),
                Self::Clear(_) => table.clear(),
                Self::SortKeys(_) => table.sort_keys(),
                _ => panic!("{edit:?} of a table"),
            },
            (edit, _) => panic!("{edit:?} of another value"),
        }
    }

    fn apply_to_child(&self, parent: Target<'_>, last: &Segment) {
        match (self, parent, last) {
            (Self::Remove(_), Target::Value(Value::Array(array)), Segment::Index(at)) => {
                array.remove(usize::try_from(*at).expect("an index from the start"));
            }
            (
                edit,
                Target::Value(Value::Table(table)) | Target::Table(table),
                Segment::Key(key),
            ) => {
                let value = table.remove(key.as_str()).expect("the key is there");
                if let Self::Rename(_, key) = edit {
                    table.insert(key.clone(), value);
                }
            }
            (edit, ..) => panic!("{edit:?} of another value"),
        }
    }
}

/// What a path leads to in owned data.
enum Target<'t> {
    Table(&'t mut Table),
    Value(&'t mut Value),
}

fn target<'t>(root: &'t mut Table, path: &[Segment]) -> Target<'t> {
    let Some((Segment::Key(first), rest)) = path.split_first() else {
        return Target::Table(root);
    };
    let mut value = root.get_mut(first.as_str()).expect("the key is there");
    for segment in rest {
        value = match (value, segment) {
            (Value::Table(table), Segment::Key(key)) => table.get_mut(key.as_str()),
            (Value::Array(array), Segment::Index(at)) => {
                array.get_mut(usize::try_from(*at).expect("an index from the start"))
            }
            _ => None,
        }
        .expect("the path leads to something");
    }
    Target::Value(value)
}

fn split(path: &Path) -> (Vec<Segment>, &Segment) {
    let (last, parent) = path.segments().split_last().expect("not the root");
    (parent.to_vec(), last)
}

/// A path with one segment more.
#[must_use]
pub fn joined(path: &Path, segment: Segment) -> Path {
    let mut segments = path.segments().to_vec();
    segments.push(segment);
    Path::from(segments)
}

/// The paths to everything in a document, the root included.
#[must_use]
pub fn paths(document: &Document<'_>) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut open = vec![(Path::default(), document.root().as_value())];
    while let Some((path, value)) = open.pop() {
        for (at, child) in value.children().enumerate() {
            let segment = match child.key() {
                Some(key) => Segment::Key(key.as_str().to_owned()),
                None => Segment::Index(i64::try_from(at).expect("a short array")),
            };
            open.push((joined(&path, segment), child));
        }
        paths.push(path);
    }
    paths
}

/// A key that no test file has, and that can be bare.
pub const PLAIN_KEY: &str = "new-key_0";
/// A key that no test file has, and that needs quotes.
pub const ODD_KEY: &str = "new \"key\" é.\\";

/// Values of all kinds and shapes.
#[must_use]
pub fn samples() -> Vec<Value> {
    let inner = Table::from([("x", Value::from(1)), ("y z", Value::from([true]))]);
    let table = Table::from([
        ("a", Value::from("text")),
        ("b", Value::from(inner.clone())),
        ("c", Value::from(Table::new())),
    ]);
    let datetime: toml_core::Datetime = "1979-05-27T07:32:00.5Z".parse().expect("a date-time");
    vec![
        Value::from("it's \"né\"\n\\w"),
        Value::from(-42),
        Value::from(1.5e300),
        Value::from(false),
        Value::from(datetime),
        Value::from([
            Value::from(1),
            Value::from("two"),
            Value::from(inner.clone()),
        ]),
        Value::Array(Vec::new()),
        Value::from(table.clone()),
        Value::from(Table::new()),
        Value::from([inner, table]),
    ]
}

/// One edit of each kind for each path of a document.
#[must_use]
pub fn all_edits(document: &Document<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for path in paths(document) {
        let value = path.find(document).expect("the path leads to something");
        if !path.segments().is_empty() {
            edits.extend(
                samples()
                    .into_iter()
                    .map(|value| Edit::Set(path.clone(), value)),
            );
            edits.push(Edit::Remove(path.clone()));
        }
        if value.key().is_some() {
            edits
                .extend([PLAIN_KEY, ODD_KEY].map(|key| Edit::Rename(path.clone(), key.to_owned())));
        }
        match value.kind() {
            Kind::Table => add_table_edits(&path, &mut edits),
            Kind::Array => add_array_edits(&path, value.children().count(), &mut edits),
            _ => {}
        }
    }
    edits
}

fn add_table_edits(path: &Path, edits: &mut Vec<Edit>) {
    for value in samples() {
        edits.push(Edit::Add(path.clone(), PLAIN_KEY.to_owned(), value));
    }
    edits.push(Edit::Add(path.clone(), ODD_KEY.to_owned(), Value::from(1)));
    edits.push(Edit::Clear(path.clone()));
    edits.push(Edit::SortKeys(path.clone()));
}

fn add_array_edits(path: &Path, length: usize, edits: &mut Vec<Edit>) {
    let mut places = vec![0, length / 2, length];
    places.dedup();
    for value in samples() {
        let insert = |at: &usize| Edit::Insert(path.clone(), *at, value.clone());
        edits.extend(places.iter().map(insert));
    }
    edits.push(Edit::Clear(path.clone()));
    edits.push(Edit::Sort(path.clone()));
    if length > 1 {
        edits.push(Edit::Swap(path.clone(), 0, length - 1));
    }
}
