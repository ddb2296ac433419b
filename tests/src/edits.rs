//! Edits as data: what a document and an owned value can both be told to do.
//!
//! Property tests and fuzz targets draw them, the oracle test makes all that a document has room for.

use toml_core::encode::encode_value;
use toml_core::{
    ArrayForm, ArrayRef, Document, Kind, Path, Segment, Table, TableForm, Value, ValueRef,
};
use toml_edit_lite::{DocumentMut, Error, ErrorKind, Splice, Transaction};

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
    /// A new element before the one at an index of the array at the path.
    Insert(Path, usize, Value),
    /// New elements before the one at an index of the array at the path.
    InsertAll(Path, usize, Vec<Value>),
    /// A new element at the end of the array at the path.
    Push(Path, Value),
    /// Nothing in an array or table.
    Clear(Path),
    /// The elements of an array in the order of their texts.
    Sort(Path),
    /// The keys of a table in order.
    SortKeys(Path),
    /// Two elements of an array in each other's place.
    Swap(Path, usize, usize),
    /// The same data, a table written otherwise.
    Convert(Path, Form),
    /// An item at another path, whose parent is there or can be made.
    Move(Path, Path),
    /// An item at another path, too.
    Copy(Path, Path),
    /// The same data, with a comment at the end of an item's line if it has one to itself.
    Comment(Path, String),
    /// The same data, with comment lines above an item if it has a line.
    CommentsAbove(Path, Vec<String>),
    /// The same data, with a comment line somewhere in an item or before it if it has lines there.
    Note(Path, Splice),
    /// Other data for the whole document.
    Update(Path, Table),
}

/// A form that tables are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Braces.
    Inline,
    /// A header.
    Table,
    /// Dotted keys.
    Dotted,
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
            | Self::InsertAll(path, ..)
            | Self::Push(path, _)
            | Self::Clear(path)
            | Self::Sort(path)
            | Self::SortKeys(path)
            | Self::Convert(path, _)
            | Self::Move(path, _)
            | Self::Copy(path, _)
            | Self::Comment(path, _)
            | Self::CommentsAbove(path, _)
            | Self::Note(path, _)
            | Self::Update(path, _)
            | Self::Swap(path, ..) => path,
        }
    }

    /// Edits a document.
    ///
    /// # Errors
    /// As the methods of [`DocumentMut`].
    pub fn apply(&self, document: &mut DocumentMut) -> Result<(), Error> {
        document.edit(|tx| self.apply_in(tx))
    }

    /// Edits a document as one of many edits.
    ///
    /// # Errors
    /// As the methods of [`Transaction`].
    pub fn apply_in(&self, document: &mut Transaction<'_>) -> Result<(), Error> {
        match self.clone() {
            Self::Set(path, value) => document.set(path, value),
            Self::Add(path, key, value) => document.set(joined(&path, Segment::Key(key)), value),
            Self::Remove(path) => document.remove(path),
            Self::Rename(path, key) => document.rename(path, &key),
            Self::Insert(path, at, value) => document.insert(path, at, value),
            Self::InsertAll(path, at, values) => document.insert_all(path, at, values),
            Self::Push(path, value) => document.push(path, value),
            Self::Clear(path) => document.clear(path),
            Self::Sort(path) => {
                let text = |value: ValueRef<'_>| canonical_text(value.to_value());
                document.sort(path, |one, other| text(one).cmp(&text(other)))
            }
            Self::SortKeys(path) => document.sort_keys(path, str::cmp),
            Self::Swap(path, one, other) => document.swap(path, one, other),
            Self::Convert(path, Form::Inline) => document.to_inline(path),
            Self::Convert(path, Form::Table) => document.to_table(path),
            Self::Convert(path, Form::Dotted) => document.to_dotted(path),
            Self::Move(path, to) => document.move_to(path, to),
            Self::Copy(path, to) => document.copy_to(path, to),
            Self::Comment(path, text) => may_have_no_place(document.set_comment(path, Some(&text))),
            Self::CommentsAbove(path, lines) => {
                let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
                may_have_no_place(document.set_comments_above(path, &lines))
            }
            Self::Note(path, splice) => {
                may_have_no_place(document.splice(path, splice, "# a remark, é\n"))
            }
            Self::Update(_, table) => document.update_from_value(&Value::Table(table)),
        }
    }

    /// The same edit with another new key, so that an edit before it cannot have made that.
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        match &mut self {
            Self::Add(_, key, _) | Self::Rename(_, key) => *key += &number.to_string(),
            Self::Move(_, to) | Self::Copy(_, to) => {
                let mut segments = to.segments().to_vec();
                for segment in &mut segments {
                    if let Segment::Key(key) = segment
                        && (key == PLAIN_KEY || key == ODD_KEY)
                    {
                        *key += &number.to_string();
                    }
                }
                *to = Path::from(segments);
            }
            _ => {}
        }
        self
    }

    /// The same edit with another value, where it has one.
    #[must_use]
    pub fn with_value(mut self, new: Value) -> Self {
        if let Self::Set(_, value)
        | Self::Add(_, _, value)
        | Self::Insert(_, _, value)
        | Self::Push(_, value) = &mut self
        {
            *value = new;
        }
        self
    }

    /// Edits owned data in the same way: what a document has to say afterwards.
    ///
    /// # Panics
    /// Where the path leads to nothing that the edit makes sense for.
    pub fn apply_to_table(&self, root: &mut Table) {
        match self {
            Self::Convert(..) | Self::Comment(..) | Self::CommentsAbove(..) | Self::Note(..) => {
                return;
            }
            Self::Update(_, table) => {
                root.clone_from(table);
                return;
            }
            Self::Move(path, to) => return move_value(root, path, to),
            Self::Copy(path, to) => return copy_value(root, path, to),
            _ => {}
        }
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
            (Self::InsertAll(_, at, values), Target::Value(Value::Array(array))) => {
                array.splice(*at..*at, values.iter().cloned());
            }
            (Self::Push(_, value), Target::Value(Value::Array(array))) => array.push(value.clone()),
            (Self::Sort(_), Target::Value(Value::Array(array))) => {
                array.sort_by_key(|value| canonical_text(value.clone()));
            }
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

/// A text that does not depend on the order of keys.
fn canonical_text(mut value: Value) -> String {
    sort_all(&mut value);
    encode_value(&value)
}

fn sort_all(value: &mut Value) {
    match value {
        Value::Table(table) => {
            table.sort_keys();
            table.values_mut().for_each(sort_all);
        }
        Value::Array(array) => array.iter_mut().for_each(sort_all),
        _ => {}
    }
}

/// Not every item can have a comment, or lines of its own.
fn may_have_no_place(outcome: Result<(), Error>) -> Result<(), Error> {
    match outcome.as_ref().map_err(Error::kind) {
        Err(ErrorKind::NoCommentPlace | ErrorKind::NoLines) => Ok(()),
        _ => outcome,
    }
}

/// Moves a value to a key of a table that is there, or is made.
fn move_value(root: &mut Table, path: &Path, to: &Path) {
    let value = value_at(root, path);
    Edit::Remove(path.clone()).apply_to_table(root);
    put_value(root, to, value);
}

/// Puts a value at a key of a table that is there, or is made, too.
fn copy_value(root: &mut Table, path: &Path, to: &Path) {
    let value = value_at(root, path);
    put_value(root, to, value);
}

fn value_at(root: &mut Table, path: &Path) -> Value {
    match target(root, path.segments()) {
        Target::Value(value) => value.clone(),
        Target::Table(table) => Value::Table(table.clone()),
    }
}

fn put_value(root: &mut Table, to: &Path, value: Value) {
    let (parent, last) = split(to);
    let mut table = root;
    for segment in &parent {
        let Segment::Key(key) = segment else {
            panic!("{to} leads through an array")
        };
        let entry = table.entry(key.as_str());
        let Value::Table(next) = entry.or_insert_with(|| Value::Table(Table::new())) else {
            panic!("{to} leads through another value")
        };
        table = next;
    }
    let Segment::Key(key) = last else {
        panic!("{to} leads to an index")
    };
    table.insert(key.clone(), value);
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
///
/// # Panics
/// Where an array has more than 2^63 elements.
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
///
/// # Panics
/// Never: the date-time among them is one.
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
///
/// # Panics
/// Never: the paths are those of the document.
#[must_use]
pub fn all_edits(document: &Document<'_>) -> Vec<Edit> {
    let paths = paths(document);
    let edits = paths.iter().flat_map(|path| edits_at(document, path));
    edits.collect()
}

/// One edit of each kind for a path of a document.
///
/// # Panics
/// Where the path leads to nothing.
#[must_use]
pub fn edits_at(document: &Document<'_>, path: &Path) -> Vec<Edit> {
    let value = path.find(document).expect("the path leads to something");
    let mut edits = Vec::new();
    if !path.segments().is_empty() {
        let values = samples().into_iter();
        edits.extend(values.map(|value| Edit::Set(path.clone(), value)));
        edits.push(Edit::Remove(path.clone()));
    }
    if value.key().is_some() {
        edits.extend([PLAIN_KEY, ODD_KEY].map(|key| Edit::Rename(path.clone(), key.to_owned())));
    }
    if !path.segments().is_empty() {
        add_moves(document, path, &mut edits);
        edits.push(Edit::Comment(path.clone(), "a remark, é".to_owned()));
        let lines = ["one line".to_owned(), String::new(), "# another".to_owned()];
        edits.push(Edit::CommentsAbove(path.clone(), lines.to_vec()));
    }
    let splices = [Splice::Body, Splice::End, Splice::Sections, Splice::Before];
    edits.extend(splices.map(|splice| Edit::Note(path.clone(), splice)));
    add_conversions(document, path, &mut edits);
    match value.kind() {
        Kind::Table => add_table_edits(path, &mut edits),
        Kind::Array => add_array_edits(path, value.children().count(), &mut edits),
        _ => {}
    }
    edits
}

/// Moves and copies of an item to a new table, and into the first table under a header that it is not a part of.
fn add_moves(document: &Document<'_>, path: &Path, edits: &mut Vec<Edit>) {
    let key = |key: &str| Segment::Key(key.to_owned());
    let new = Path::from(vec![key(PLAIN_KEY), key("b c")]);
    edits.push(Edit::Move(path.clone(), new.clone()));
    edits.push(Edit::Copy(path.clone(), new));
    let root = document.root().iter();
    let other = root.filter(|(_, value)| value.table_form() == Some(TableForm::Header));
    let mut other = other.map(|(name, _)| Path::from(vec![key(name.as_str()), key(ODD_KEY)]));
    let is_outside = |other: &Path| other.segments()[0] != path.segments()[0];
    if let Some(other) = other.find(is_outside) {
        edits.push(Edit::Move(path.clone(), other.clone()));
        edits.push(Edit::Copy(path.clone(), other));
    }
}

/// Every form that a table can take, and those of arrays of tables.
fn add_conversions(document: &Document<'_>, path: &Path, edits: &mut Vec<Edit>) {
    let value = path.find(document).expect("the path leads to something");
    let is_tables = |array: ArrayRef<'_>| {
        !array.is_empty() && array.iter().all(|element| element.kind() == Kind::Table)
    };
    let is_array = value.as_array().is_some_and(is_tables);
    if value.key().is_none() || !is_array && value.kind() != Kind::Table {
        return;
    }
    edits.push(Edit::Convert(path.clone(), Form::Inline));
    let outer = |length: usize| Path::from(path.segments()[..length].to_vec()).find(document);
    let is_inline = |value: ValueRef<'_>| {
        value.table_form() == Some(TableForm::Inline)
            || value.array_form() == Some(ArrayForm::Inline)
    };
    if (0..path.segments().len()).filter_map(outer).any(is_inline) {
        return;
    }
    edits.push(Edit::Convert(path.clone(), Form::Table));
    if !is_array {
        edits.push(Edit::Convert(path.clone(), Form::Dotted));
    }
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
    for value in samples() {
        edits.push(Edit::Insert(path.clone(), 0, value.clone()));
        if length > 2 {
            edits.push(Edit::Insert(path.clone(), length / 2, value.clone()));
        }
        edits.push(Edit::Push(path.clone(), value));
    }
    for values in [samples(), samples()[7..9].to_vec()] {
        edits.push(Edit::InsertAll(path.clone(), length / 2, values.clone()));
        edits.push(Edit::InsertAll(path.clone(), 0, values));
    }
    edits.push(Edit::Clear(path.clone()));
    edits.push(Edit::Sort(path.clone()));
    if length > 1 {
        edits.push(Edit::Swap(path.clone(), 0, length - 1));
    }
}
