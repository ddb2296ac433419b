//! Edits of values that are not in the text yet.

use toml_core::{Segment, Table, Value};

use super::{Change, Edit};

/// Makes an edit to the value that the first `length` segments of its path lead to; gives it back where that cannot
/// be done.
pub(super) fn fold(outer: &mut Value, length: usize, edit: Edit) -> Option<Edit> {
    let done = match (&edit.change, edit.path[length..].split_last()) {
        (Change::Set(value), None) => {
            outer.clone_from(value);
            true
        }
        (Change::Remove | Change::Rename(_), None) => false,
        (Change::Set(value), Some((last, way))) => {
            walk(outer, way).is_some_and(|holder| set(holder, last, value))
        }
        (Change::Remove, Some((last, way))) => {
            walk(outer, way).is_some_and(|holder| remove(holder, last))
        }
        (Change::Rename(key), Some((last, way))) => {
            walk(outer, way).is_some_and(|holder| rename(holder, last, key))
        }
        (change, _) => {
            walk(outer, &edit.path[length..]).is_some_and(|value| change_inside(value, change))
        }
    };
    (!done).then_some(edit)
}

/// The value that some segments lead to.
fn walk<'v>(value: &'v mut Value, way: &[Segment]) -> Option<&'v mut Value> {
    way.iter()
        .try_fold(value, |value, segment| match (value, segment) {
            (Value::Table(table), Segment::Key(key)) => table.get_mut(key.as_str()),
            (Value::Array(array), Segment::Index(index)) => {
                array.get_mut(usize::try_from(*index).ok()?)
            }
            _ => None,
        })
}

fn set(holder: &mut Value, segment: &Segment, value: &Value) -> bool {
    match (holder, segment) {
        (Value::Table(table), Segment::Key(key)) => {
            table.insert(key.clone(), value.clone());
            true
        }
        (holder @ Value::Array(_), Segment::Index(_)) => {
            let slot = walk(holder, std::slice::from_ref(segment));
            slot.map(|slot| slot.clone_from(value)).is_some()
        }
        _ => false,
    }
}

fn remove(holder: &mut Value, segment: &Segment) -> bool {
    match (holder, segment) {
        (Value::Table(table), Segment::Key(key)) => table.remove(key.as_str()).is_some(),
        (Value::Array(array), Segment::Index(index)) => match usize::try_from(*index) {
            Ok(index) if index < array.len() => {
                array.remove(index);
                true
            }
            _ => false,
        },
        _ => false,
    }
}

fn rename(holder: &mut Value, segment: &Segment, key: &str) -> bool {
    let (Value::Table(table), Segment::Key(old)) = (holder, segment) else {
        return false;
    };
    let renamed = std::mem::take(table).into_iter().map(|(name, value)| {
        let name = if name == *old { key.to_owned() } else { name };
        (name, value)
    });
    *table = renamed.collect::<Table>();
    true
}

/// A change of what is in a table or array.
fn change_inside(value: &mut Value, change: &Change) -> bool {
    match (value, change) {
        (Value::Array(array), Change::Push(_, new)) => array.push(new.clone()),
        (Value::Array(array), Change::Insert(index, new)) if *index <= array.len() => {
            array.splice(*index..*index, new.iter().cloned());
        }
        (Value::Array(array), Change::Clear) => array.clear(),
        (Value::Table(table), Change::Clear) => table.clear(),
        (Value::Array(array), Change::Reorder(order)) if order.len() == array.len() => {
            let mut old: Vec<Option<Value>> = std::mem::take(array).into_iter().map(Some).collect();
            let moved = order
                .iter()
                .map(|at| old.get_mut(*at).and_then(Option::take));
            array.extend(moved.flatten());
        }
        (Value::Table(table), Change::SortKeys(keys)) => {
            let mut old = std::mem::take(table);
            let sorted = keys.iter().filter_map(|key| old.remove_entry(key.as_str()));
            table.extend(sorted);
        }
        _ => return false,
    }
    true
}
