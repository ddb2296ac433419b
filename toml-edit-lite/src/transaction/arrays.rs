//! Elements of arrays, in brackets or under headers.

use std::cmp::Ordering;
use std::collections::HashSet;

use toml_core::{ParseOptions, Segment, Value, ValueRef, Version, encode};

use super::update::index as segment;
use super::{Transaction, queue};
use crate::error::{Error, ErrorKind};
use crate::new_value::{Content, Element, NewValue};
use crate::patch::Patch;
use crate::path::{Form, IntoPath, Place, form, join, path_of};
use crate::plan::State;

/// Whether an array has a line for each element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrayLines {
    /// All on one line.
    One,
    /// A line for each element.
    OneEach,
}

impl Transaction<'_> {
    /// See [`DocumentMut::push`](crate::DocumentMut::push).
    ///
    /// # Errors
    /// As there.
    pub fn push(&mut self, array: impl IntoPath, value: impl Into<NewValue>) -> Result<(), Error> {
        let path = array.into_path()?;
        let NewValue(content) = value.into();
        content.check_depth()?;
        let path = path_of(&self.count_from_start(path.segments())?);
        if !self.queue.admits_push(path.segments()) || self.resolve(&path).is_err() {
            self.flush()?;
        }
        let place = array_at(&self.target.state(), path.segments())?;
        let (found, content) = (place.segments(), for_elements(&place, content));
        if needs_brackets(&place, &content) {
            return self.insert_element(&found, None, content);
        }
        self.push_contents(&found, vec![content])
    }

    /// See [`DocumentMut::insert`](crate::DocumentMut::insert).
    ///
    /// # Errors
    /// As there.
    pub fn insert(
        &mut self,
        array: impl IntoPath,
        index: usize,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        let path = array.into_path()?;
        let NewValue(content) = value.into();
        content.check_depth()?;
        self.insert_element(path.segments(), Some(index), content)
    }

    /// See [`DocumentMut::insert_all`](crate::DocumentMut::insert_all).
    ///
    /// # Errors
    /// As there.
    pub fn insert_all<V: Into<NewValue>>(
        &mut self,
        array: impl IntoPath,
        index: usize,
        values: impl IntoIterator<Item = V>,
    ) -> Result<(), Error> {
        let path = array.into_path()?;
        let element = |value: V| {
            let NewValue(content) = value.into();
            content.check_depth()?;
            Ok(Element::from(content))
        };
        let elements = values.into_iter().map(element);
        let elements = elements.collect::<Result<Vec<Element>, Error>>()?;
        self.insert_elements(path.segments(), Some(index), elements)
    }

    /// A new element before the one at an index, or behind the last.
    pub(super) fn insert_element(
        &mut self,
        path: &[Segment],
        index: Option<usize>,
        element: impl Into<Element>,
    ) -> Result<(), Error> {
        self.insert_elements(path, index, vec![element.into()])
    }

    fn insert_elements(
        &mut self,
        path: &[Segment],
        index: Option<usize>,
        mut new: Vec<Element>,
    ) -> Result<(), Error> {
        self.flush()?;
        let place = array_at(&self.target.state(), path)?;
        let path = place.segments();
        let length = elements(&place).count();
        let index = index.unwrap_or(length);
        if index > length {
            let path = join(&path, segment(index));
            return Err(Error::at(ErrorKind::NoSuchIndex, path_of(&path)));
        }
        for element in &mut new {
            let content = std::mem::replace(&mut element.content, Content::Raw(String::new()));
            element.content = for_elements(&place, content);
        }
        if new
            .iter()
            .any(|element| needs_brackets(&place, &element.content))
        {
            return self.put_into_brackets(&path, |elements| {
                elements.splice(index..index, new);
            });
        }
        if new.is_empty() {
            return Ok(());
        }
        self.run_at(path_of(&path), |state, place| {
            queue::insert_elements(state, place, index, new)
        })
    }

    /// See [`DocumentMut::push_sorted`](crate::DocumentMut::push_sorted).
    ///
    /// # Errors
    /// As there.
    pub fn push_sorted(
        &mut self,
        array: impl IntoPath,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        let path = array.into_path()?;
        let NewValue(content) = value.into();
        content.check_depth()?;
        self.flush()?;
        let place = array_at(&self.target.state(), path.segments())?;
        let (found, content) = (place.segments(), for_elements(&place, content));
        let at = match &content {
            Content::Data(new) => sorted_place(&place, new),
            _ => None,
        };
        self.insert_element(&found, at, content)
    }

    /// See [`DocumentMut::retain`](crate::DocumentMut::retain).
    ///
    /// # Errors
    /// As there.
    pub fn retain(
        &mut self,
        array: impl IntoPath,
        mut keep: impl FnMut(ValueRef<'_>) -> bool,
    ) -> Result<(), Error> {
        self.flush()?;
        let path = self.resolve(&array.into_path()?)?;
        let place = array_at(&self.target.state(), &path)?;
        let gone: Vec<Segment> = elements(&place)
            .enumerate()
            .filter(|(_, element)| !keep(*element))
            .map(|(at, _)| segment(at))
            .collect();
        if gone.is_empty() {
            return Ok(());
        }
        if gone.len() == elements(&place).count() {
            return self.clear(path_of(&path));
        }
        self.remove_all(&path, &gone)
    }

    /// See [`DocumentMut::dedup`](crate::DocumentMut::dedup).
    ///
    /// # Errors
    /// As there.
    pub fn dedup(&mut self, array: impl IntoPath) -> Result<(), Error> {
        let mut seen = HashSet::new();
        // As text, since values have no hash; equal data has equal text.
        self.retain(array, |element| {
            seen.insert(canonical_text(element.to_value()))
        })
    }

    /// See [`DocumentMut::sort`](crate::DocumentMut::sort).
    ///
    /// # Errors
    /// As there.
    pub fn sort(
        &mut self,
        array: impl IntoPath,
        mut compare: impl FnMut(ValueRef<'_>, ValueRef<'_>) -> Ordering,
    ) -> Result<(), Error> {
        self.flush()?;
        let path = self.resolve(&array.into_path()?)?;
        let place = array_at(&self.target.state(), &path)?;
        let elements: Vec<ValueRef<'_>> = elements(&place).collect();
        let mut order: Vec<usize> = (0..elements.len()).collect();
        order.sort_by(|one, other| compare(elements[*one], elements[*other]));
        self.reorder(path_of(&path), &order)
    }

    /// See [`DocumentMut::reorder`](crate::DocumentMut::reorder).
    ///
    /// # Errors
    /// As there.
    pub fn reorder(&mut self, array: impl IntoPath, order: &[usize]) -> Result<(), Error> {
        self.run_at(array, |state, place| {
            let place = array_at(state, &place.segments())?;
            let elements: Vec<ValueRef<'_>> = elements(&place).collect();
            if !is_permutation(order, elements.len()) {
                return Err(Error::at(ErrorKind::NotAPermutation, place.path()));
            }
            if place.form() == Form::Section {
                return Ok(state.reorder_sections(&elements, order));
            }
            Ok(state.list(place.value()).reorder(order))
        })
    }

    /// See [`DocumentMut::swap`](crate::DocumentMut::swap).
    ///
    /// # Errors
    /// As there.
    pub fn swap(&mut self, array: impl IntoPath, one: usize, other: usize) -> Result<(), Error> {
        self.flush()?;
        let path = self.resolve(&array.into_path()?)?;
        let length = array_at(&self.target.state(), &path)?
            .value()
            .children()
            .count();
        if one.max(other) >= length {
            let path = join(&path, segment(one.max(other)));
            return Err(Error::at(ErrorKind::NoSuchIndex, path_of(&path)));
        }
        let mut order: Vec<usize> = (0..length).collect();
        order.swap(one, other);
        self.reorder(path_of(&path), &order)
    }

    /// See [`DocumentMut::set_lines`](crate::DocumentMut::set_lines).
    ///
    /// # Errors
    /// As there.
    pub fn set_lines(&mut self, array: impl IntoPath, lines: ArrayLines) -> Result<(), Error> {
        self.run_at(array, |state, place| {
            let place = array_at(state, &place.segments())?;
            if place.form() == Form::Section {
                return Err(Error::at(ErrorKind::NotAnArray, place.path()));
            }
            match lines {
                ArrayLines::OneEach => {
                    let spread = state.list(place.value()).spread();
                    Ok(spread.into_iter().collect())
                }
                ArrayLines::One => {
                    let in_the_way = || Error::at(ErrorKind::CommentInTheWay, place.path());
                    state.join(place.value()).ok_or_else(in_the_way)
                }
            }
        })
    }
}

impl<'d> State<'d> {
    /// An array on one line, with all arrays and tables in it; `None` where a comment stands in the way.
    fn join(&self, array: ValueRef<'d>) -> Option<Vec<Patch>> {
        let (mut patches, mut open) = (Vec::new(), vec![array]);
        while let Some(value) = open.pop() {
            if form(value) == Form::Value && value.children().next().is_some() {
                patches.extend(self.list(value).join()?);
            }
            open.extend(value.children());
        }
        Some(patches)
    }
}

/// The array at a path.
fn array_at<'d>(state: &State<'d>, path: &[Segment]) -> Result<Place<'d>, Error> {
    let place = Place::find(state.document, path)?;
    match place.value().as_array() {
        Some(_) => Ok(place),
        None => Err(Error::at(ErrorKind::NotAnArray, place.path())),
    }
}

fn elements<'d>(place: &Place<'d>) -> impl Iterator<Item = ValueRef<'d>> + use<'d> {
    place.value().children()
}

/// What a text means, for an array of tables, whose elements cannot have texts.
pub(super) fn for_elements(array: &Place<'_>, content: Content) -> Content {
    match content {
        Content::Raw(text) if array.form() == Form::Section => {
            let options = ParseOptions {
                version: Version::V1_1,
                ..ParseOptions::default()
            };
            match options.parse_value(&text) {
                Ok(value) => Content::Data(value.value().to_value()),
                Err(_) => Content::Raw(text),
            }
        }
        content => content,
    }
}

/// Whether an array of tables is to get an element that cannot stand under a header.
fn needs_brackets(array: &Place<'_>, content: &Content) -> bool {
    array.form() == Form::Section && !content.is_table()
}

/// Before which element a new one keeps the order; none where there is none, or it goes to the end.
fn sorted_place(array: &Place<'_>, new: &Value) -> Option<usize> {
    let old: Vec<Value> = elements(array).map(|old| old.to_value()).collect();
    let is_sorted = old.is_sorted_by(|one, other| compare(one, other).is_le());
    is_sorted.then(|| old.partition_point(|old| compare(old, new).is_le()))
}

/// Numbers by value, texts by their bytes, other values by how they are written.
fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
        (Value::Float(one), Value::Float(other)) => one.total_cmp(other),
        (Value::String(one), Value::String(other)) => one.cmp(other),
        _ => encode::encode_value(one).cmp(&encode::encode_value(other)),
    }
}

fn is_permutation(order: &[usize], length: usize) -> bool {
    let distinct: HashSet<usize> = order.iter().copied().collect();
    order.len() == length && distinct.len() == length && order.iter().all(|at| *at < length)
}

/// The text of a value, whatever the order of its keys.
pub(super) fn canonical_text(mut value: Value) -> String {
    sort_all(&mut value);
    encode::encode_value(&value)
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
