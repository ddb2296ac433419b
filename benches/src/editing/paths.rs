//! Which value of an input is set, by ours and by `toml_edit`.

use toml_core::{Document, Kind, Path, Segment, Value};

/// A value in the middle of a document.
pub(super) struct Target {
    pub(super) path: Path,
    /// Two values of the kind that is there, neither the one that is there.
    pub(super) values: [Value; 2],
}

impl Target {
    /// The string, integer or boolean nearest to the middle of a text that a path of keys and indexes leads to.
    pub(super) fn find(text: &str) -> Option<Self> {
        let document = toml_core::parse(text).ok()?;
        let middle = text.len() / 2;
        let mut scalars = scalars(&document);
        scalars.sort_by_key(|(_, start)| start.abs_diff(middle));
        let (path, _) = scalars.into_iter().next()?;
        let values = match path.find(&document)?.kind() {
            Kind::String => ["one text", "another"].map(Value::from),
            Kind::Integer => [1_234_567, 7_654_321].map(Value::from),
            // One of them is there already; it is set again after the other.
            _ => [false, true].map(Value::from),
        };
        Some(Self { path, values })
    }

    /// The same edit by `toml_edit`: the new value gets the white space and comment of the old one.
    pub(super) fn set_with_toml_edit(&self, text: &str) -> Option<String> {
        let mut document: toml_edit::DocumentMut = text.parse().ok()?;
        let mut item = document.as_item_mut();
        for segment in self.path.segments() {
            item = match segment {
                Segment::Key(key) => item.get_mut(key.as_str())?,
                Segment::Index(index) => item.get_mut(usize::try_from(*index).ok()?)?,
            };
        }
        let value = item.as_value_mut()?;
        let decor = value.decor().clone();
        *value = match &self.values[0] {
            Value::String(text) => text.as_str().into(),
            Value::Integer(integer) => (*integer).into(),
            Value::Boolean(boolean) => (*boolean).into(),
            _ => return None,
        };
        *value.decor_mut() = decor;
        Some(document.to_string())
    }
}

/// The paths of all scalars that can be set, none inside an array in brackets, and where they start.
fn scalars(document: &Document<'_>) -> Vec<(Path, usize)> {
    let mut found = Vec::new();
    let mut open = vec![(Vec::new(), document.root().as_value())];
    while let Some((path, value)) = open.pop() {
        let is_array = value.array_form() == Some(toml_core::ArrayForm::Inline);
        if matches!(value.kind(), Kind::String | Kind::Integer | Kind::Boolean) {
            let start = value.span().start as usize;
            found.push((Path::from(path.clone()), start));
        }
        let children = value.children().filter(|_| !is_array).enumerate();
        open.extend(children.map(|(at, child)| {
            let segment = match child.key() {
                Some(key) => Segment::Key(key.as_str().to_owned()),
                None => Segment::Index(i64::try_from(at).unwrap_or(i64::MAX)),
            };
            let mut path = path.clone();
            path.push(segment);
            (path, child)
        }));
    }
    found
}
