//! Paths as callers give them, and the items of a document that they lead to.

use toml_core::{
    ArrayForm, Document, Kind, ParseOptions, Path, Segment, TableForm, TableRef, ValueRef,
};

use crate::error::{Error, ErrorKind};

/// What can be given as a path.
///
/// A text is read in TOML's dotted-key syntax with indexes behind keys: `tool."my key".select[-1]`. Where keys
/// are not known to be clean, give the segments themselves.
pub trait IntoPath {
    /// The path.
    ///
    /// # Errors
    /// `InvalidPath` where a text is not in the syntax of paths.
    fn into_path(self) -> Result<Path, Error>;
}

impl IntoPath for &str {
    fn into_path(self) -> Result<Path, Error> {
        Path::parse(self).map_err(|error| Error::syntax(ErrorKind::InvalidPath, error))
    }
}

impl IntoPath for &String {
    fn into_path(self) -> Result<Path, Error> {
        self.as_str().into_path()
    }
}

impl IntoPath for String {
    fn into_path(self) -> Result<Path, Error> {
        self.as_str().into_path()
    }
}

impl IntoPath for Path {
    fn into_path(self) -> Result<Path, Error> {
        Ok(self)
    }
}

impl IntoPath for &Path {
    fn into_path(self) -> Result<Path, Error> {
        Ok(self.clone())
    }
}

impl IntoPath for Vec<Segment> {
    fn into_path(self) -> Result<Path, Error> {
        Ok(Path::from(self))
    }
}

impl IntoPath for &[Segment] {
    fn into_path(self) -> Result<Path, Error> {
        Ok(Path::from(self.to_vec()))
    }
}

impl<const N: usize> IntoPath for &[Segment; N] {
    fn into_path(self) -> Result<Path, Error> {
        self.as_slice().into_path()
    }
}

impl<const N: usize> IntoPath for [Segment; N] {
    fn into_path(self) -> Result<Path, Error> {
        Ok(Path::from(Vec::from(self)))
    }
}

/// Keys alone, as they are.
impl IntoPath for &[&str] {
    fn into_path(self) -> Result<Path, Error> {
        let keys = self.iter().map(|key| Segment::Key((*key).to_owned()));
        Ok(Path::from(keys.collect::<Vec<_>>()))
    }
}

impl<const N: usize> IntoPath for &[&str; N] {
    fn into_path(self) -> Result<Path, Error> {
        self.as_slice().into_path()
    }
}

impl<const N: usize> IntoPath for [&str; N] {
    fn into_path(self) -> Result<Path, Error> {
        self.as_slice().into_path()
    }
}

/// How an item stands in the text, as far as edits care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The document.
    Root,
    /// `key = value`, or an element of an array in brackets: the value has bytes of its own.
    Value,
    /// A table that only dotted keys name.
    Dotted,
    /// A table or array of tables under headers, its own or those of tables below it.
    Section,
}

pub(crate) fn form(value: ValueRef<'_>) -> Form {
    match (value.table_form(), value.array_form()) {
        (Some(TableForm::Root), _) => Form::Root,
        (Some(TableForm::Dotted), _) => Form::Dotted,
        (Some(TableForm::Header | TableForm::Implicit), _) | (_, Some(ArrayForm::OfTables)) => {
            Form::Section
        }
        _ => Form::Value,
    }
}

/// An item, and everything that it is in: the root first, the item last.
#[derive(Clone)]
pub(crate) struct Place<'d> {
    steps: Vec<(Step<'d>, ValueRef<'d>)>,
}

/// How an item is found in the one that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step<'d> {
    Root,
    Key(&'d str),
    Index(usize),
}

impl Step<'_> {
    fn segment(self) -> Option<Segment> {
        match self {
            Self::Root => None,
            Self::Key(key) => Some(Segment::Key(key.to_owned())),
            Self::Index(index) => i64::try_from(index).ok().map(Segment::Index),
        }
    }
}

impl<'d> Place<'d> {
    pub(crate) fn root(document: &'d Document<'d>) -> Self {
        Self {
            steps: vec![(Step::Root, document.root().as_value())],
        }
    }

    /// The item at a path.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`, `NotATable` or `NotAnArray` with the path as far as it leads.
    pub(crate) fn find(document: &'d Document<'d>, path: &[Segment]) -> Result<Self, Error> {
        let (place, rest) = Self::find_part(document, path)?;
        match rest.first() {
            None => Ok(place),
            Some(Segment::Key(_)) => Err(Error::at(ErrorKind::NoSuchKey, path_of(path))),
            Some(Segment::Index(_)) => Err(Error::at(ErrorKind::NoSuchIndex, path_of(path))),
        }
    }

    /// The deepest item on the way to a path, and the segments that lead further.
    ///
    /// # Errors
    /// `NotATable` or `NotAnArray` where the next segment has no meaning for the item; `TooDeep` for a path
    /// that is longer than any document is deep.
    pub(crate) fn find_part<'p>(
        document: &'d Document<'d>,
        path: &'p [Segment],
    ) -> Result<(Self, &'p [Segment]), Error> {
        if path.len() > ParseOptions::MAX_DEPTH_LIMIT + 1 {
            return Err(Error::new(ErrorKind::TooDeep));
        }
        let mut steps = Vec::with_capacity(path.len() + 1);
        steps.push((Step::Root, document.root().as_value()));
        let mut place = Self { steps };
        for (at, segment) in path.iter().enumerate() {
            match place.step(segment) {
                Ok(Some(step)) => place.steps.push(step),
                Ok(None) => return Ok((place, &path[at..])),
                Err(kind) => return Err(Error::at(kind, place.path())),
            }
        }
        Ok((place, &[]))
    }

    /// One step further, if there is something.
    fn step(&self, segment: &Segment) -> Result<Option<(Step<'d>, ValueRef<'d>)>, ErrorKind> {
        let value = self.value();
        match segment {
            Segment::Key(key) => {
                let table = value.as_table().ok_or(ErrorKind::NotATable)?;
                Ok(table
                    .get(key)
                    .map(|child| (Step::Key(key_of(child)), child)))
            }
            Segment::Index(_) => {
                let array = value.as_array().ok_or(ErrorKind::NotAnArray)?;
                let position = segment.position(array.len());
                Ok(position.and_then(|at| Some((Step::Index(at), array.get(at)?))))
            }
        }
    }

    /// The place of a child of the item, which is a table.
    pub(crate) fn child(&self, child: ValueRef<'d>) -> Self {
        let mut steps = self.steps.clone();
        steps.push((Step::Key(key_of(child)), child));
        Self { steps }
    }

    pub(crate) fn value(&self) -> ValueRef<'d> {
        self.steps[self.steps.len() - 1].1
    }

    /// The item as a table.
    pub(crate) fn table(&self) -> Result<TableRef<'d>, Error> {
        let table = self.value().as_table();
        table.ok_or_else(|| Error::at(ErrorKind::NotATable, self.path()))
    }

    pub(crate) fn form(&self) -> Form {
        form(self.value())
    }

    pub(crate) fn is_root(&self) -> bool {
        self.steps.len() == 1
    }

    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, outer) = self.steps.split_last()?;
        let steps = outer.to_vec();
        (!steps.is_empty()).then_some(Self { steps })
    }

    /// Whether the item is an element of an array.
    pub(crate) fn is_element(&self) -> bool {
        matches!(self.steps.last(), Some((Step::Index(_), _)))
    }

    /// The item's key in the table that it is in.
    pub(crate) fn key(&self) -> Option<&'d str> {
        match self.steps.last()?.0 {
            Step::Key(key) => Some(key),
            Step::Root | Step::Index(_) => None,
        }
    }

    /// The segments from the root, indexes counted from the start.
    pub(crate) fn segments(&self) -> Vec<Segment> {
        let segments = self.steps.iter().filter_map(|(step, _)| step.segment());
        segments.collect()
    }

    pub(crate) fn path(&self) -> Path {
        Path::from(self.segments())
    }

    /// How many keys lead to the item: the segments of its header, if it has one.
    pub(crate) fn key_count(&self) -> usize {
        let keys = self
            .steps
            .iter()
            .filter(|(step, _)| matches!(step, Step::Key(_)));
        keys.count()
    }

    /// The innermost item, this one included, whose body or braces the text of this one stands in.
    pub(crate) fn owner(&self) -> Self {
        let is_owner = |(_, value): &(Step<'_>, ValueRef<'_>)| form(*value) != Form::Dotted;
        let at = self.steps.iter().rposition(is_owner).unwrap_or(0);
        Self {
            steps: self.steps[..=at].to_vec(),
        }
    }

    /// The first value on the way that has bytes of its own: the one whose key stands on a line of a body.
    pub(crate) fn outermost_value(&self) -> Option<ValueRef<'d>> {
        let mut values = self.steps.iter().map(|(_, value)| *value);
        values.find(|value| form(*value) == Form::Value)
    }

    /// Whether the item's text stands between brackets or braces, which it cannot leave by headers.
    pub(crate) fn is_inline(&self) -> bool {
        self.steps
            .iter()
            .any(|(_, value)| form(*value) == Form::Value)
    }
}

/// The key of something that is in a table.
pub(crate) fn key_of(child: ValueRef<'_>) -> &str {
    child.key().map_or("", |key| key.as_str())
}

/// The path of a child of what is at a path.
pub(crate) fn join(path: &[Segment], segment: Segment) -> Vec<Segment> {
    let mut path = path.to_vec();
    path.push(segment);
    path
}

pub(crate) fn path_of(segments: &[Segment]) -> Path {
    Path::from(segments.to_vec())
}

/// Whether two values are the same data: NaN is NaN, `-0.0` is not `0.0`.
pub(crate) fn is_same(one: ValueRef<'_>, other: &toml_core::Value) -> bool {
    use toml_core::Value;
    match other {
        Value::Float(float) => one
            .as_f64()
            .is_some_and(|one| one.to_bits() == float.to_bits() || one.is_nan() && float.is_nan()),
        Value::Array(elements) => one.as_array().is_some_and(|array| {
            array.len() == elements.len()
                && array
                    .iter()
                    .zip(elements)
                    .all(|(one, other)| is_same(one, other))
        }),
        Value::Table(entries) => one.as_table().is_some_and(|table| {
            table.len() == entries.len()
                && table.iter().all(|(key, one)| {
                    entries
                        .get(key.as_str())
                        .is_some_and(|other| is_same(one, other))
                })
        }),
        Value::String(text) => one.as_str() == Some(text),
        Value::Integer(integer) => one.as_i64() == Some(*integer),
        Value::Boolean(boolean) => one.as_bool() == Some(*boolean),
        Value::Datetime(datetime) => {
            one.kind() == Kind::Datetime && one.as_datetime() == Some(*datetime)
        }
    }
}
