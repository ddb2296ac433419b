//! Edits that wait, grouped by the table or array that they change.
//!
//! Edits that concern different items are independent, so they can be planned on the same text and applied
//! at once. Two edits concern the same items if the path of one is the start of that of the other.
//!
//! Keys that a table gets and others that it loses can wait together, but are planned one after the other.

use std::collections::BTreeMap;

use toml_core::{PathMap, Segment};

use crate::collect::one_line;
use crate::error::{Error, ErrorKind};
use crate::lines;
use crate::list::NewItem;
use crate::new_value::{Content, Element, Entry, Section};
use crate::patch::{self, Patch};
use crate::path::{Form, Place};
use crate::plan::State;
use crate::plan::insert::Position;
use crate::style::text_like;

/// Edits of one kind of one item.
#[derive(Debug)]
pub(super) enum Group {
    /// Another text for a value.
    Replace {
        path: Vec<Segment>,
        content: Content,
    },
    /// New keys at the end of a table.
    Insert {
        path: Vec<Segment>,
        entries: Vec<Entry>,
    },
    /// New elements at the end of an array.
    Push {
        path: Vec<Segment>,
        contents: Vec<Content>,
    },
    /// Children that leave a table or array, by the segments that they have before any of them leaves.
    Remove {
        path: Vec<Segment>,
        children: Vec<Segment>,
    },
    /// Another key for an item.
    Rename { path: Vec<Segment>, key: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Insert,
    Push,
    Remove,
}

/// What waits.
#[derive(Debug, Default)]
pub(super) struct Queue {
    groups: Vec<Group>,
    /// Items that become something else as a whole.
    claims: PathMap<()>,
    /// Tables and arrays that get or lose children: in which groups.
    changed: PathMap<Changes>,
}

/// The groups of edits that change the children of one item.
#[derive(Debug, Default)]
struct Changes {
    insert: Option<usize>,
    push: Option<usize>,
    remove: Option<usize>,
    /// The sorted indexes of the elements that leave, before any of them leaves.
    gone: Vec<i64>,
}

impl Changes {
    fn of(&self, kind: Kind) -> Option<usize> {
        match kind {
            Kind::Insert => self.insert,
            Kind::Push => self.push,
            Kind::Remove => self.remove,
        }
    }

    fn of_mut(&mut self, kind: Kind) -> &mut Option<usize> {
        match kind {
            Kind::Insert => &mut self.insert,
            Kind::Push => &mut self.push,
            Kind::Remove => &mut self.remove,
        }
    }

    /// Whether edits of a kind can join the ones that wait.
    fn admits(&self, kind: Kind) -> bool {
        match kind {
            Kind::Insert | Kind::Remove => self.push.is_none(),
            Kind::Push => self.insert.is_none() && self.remove.is_none(),
        }
    }

    /// The index that an element had before any left, for the one that it has now.
    fn index_before(&self, index: i64) -> i64 {
        // The nth of those that leave has had n others before it.
        let is_before = |n: usize| self.gone[n] - as_index(n) <= index;
        let (mut low, mut high) = (0, self.gone.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_before(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        index + as_index(low)
    }

    fn note_gone(&mut self, segments: &[Segment]) {
        for segment in segments {
            if let Segment::Index(index) = segment {
                let at = self.gone.partition_point(|other| other < index);
                self.gone.insert(at, *index);
            }
        }
    }
}

impl Queue {
    pub(super) fn take(&mut self) -> Vec<Group> {
        let queue = std::mem::take(self);
        queue.groups
    }

    /// Whether nothing that waits concerns the value at a path, which is to be replaced.
    pub(super) fn admits_replacement(&self, path: &[Segment]) -> bool {
        !self.is_claimed(path) && !self.changed.contains_below(path) && !self.is_shifted(path)
    }

    pub(super) fn replace(&mut self, path: Vec<Segment>, content: Content) {
        self.claim(&path);
        self.groups.push(Group::Replace { path, content });
    }

    /// Whether the item at a path can get another key, with which its path is `new`.
    pub(super) fn admits_rename(&self, path: &[Segment], new: &[Segment]) -> bool {
        self.admits_replacement(path) && !self.is_claimed(new)
    }

    pub(super) fn rename(&mut self, path: Vec<Segment>, new: &[Segment], key: String) {
        self.claim(&path);
        self.claim(new);
        self.groups.push(Group::Rename { path, key });
    }

    /// Whether a key can be added to the table at a path without looking at what waits.
    pub(super) fn admits_insertion(&self, path: &[Segment], key: &Segment) -> bool {
        !self.is_claimed(child(path, key)) && self.admits(path, Kind::Insert)
    }

    pub(super) fn insert(&mut self, path: Vec<Segment>, key: &Segment, entry: Entry) {
        self.claim(child(&path, key));
        if let Some(Group::Insert { entries, .. }) = self.group(&path, Kind::Insert) {
            return entries.push(entry);
        }
        self.open(&path, Kind::Insert);
        let entries = vec![entry];
        self.groups.push(Group::Insert { path, entries });
    }

    pub(super) fn admits_push(&self, path: &[Segment]) -> bool {
        self.admits(path, Kind::Push)
    }

    pub(super) fn push(&mut self, path: Vec<Segment>, content: Content) {
        if let Some(Group::Push { contents, .. }) = self.group(&path, Kind::Push) {
            return contents.push(content);
        }
        self.open(&path, Kind::Push);
        let contents = vec![content];
        self.groups.push(Group::Push { path, contents });
    }

    /// Whether children can leave the table or array at a path; `segments` are the ones that they have before any leaves.
    pub(super) fn admits_removal(&self, path: &[Segment], segments: &[Segment]) -> bool {
        let is_free = |segment| {
            !self.is_claimed(child(path, segment))
                && !self.changed.contains_below(child(path, segment))
        };
        self.admits(path, Kind::Remove) && segments.iter().all(is_free)
    }

    /// Notes that children leave; `segments` are the ones that they have before any leaves.
    pub(super) fn remove(&mut self, path: &[Segment], segments: Vec<Segment>) {
        for segment in &segments {
            self.claim(child(path, segment));
        }
        if self.group(path, Kind::Remove).is_none() {
            self.open(path, Kind::Remove);
            self.groups.push(Group::Remove {
                path: path.to_vec(),
                children: Vec::new(),
            });
        }
        if let Some(changes) = self.changed.get_mut(path) {
            changes.note_gone(&segments);
        }
        if let Some(Group::Remove { children, .. }) = self.group(path, Kind::Remove) {
            children.extend(segments);
        }
    }

    /// The segment that a child of an item has before any leaves, for the one that it has now.
    pub(super) fn segment_before(&self, path: &[Segment], segment: &Segment) -> Segment {
        match (segment, self.changed.get(path)) {
            (Segment::Index(index), Some(changes)) => Segment::Index(changes.index_before(*index)),
            _ => segment.clone(),
        }
    }

    /// How many children the table or array at a path loses.
    pub(super) fn removed_count(&mut self, path: &[Segment]) -> usize {
        match self.group(path, Kind::Remove) {
            Some(Group::Remove { children, .. }) => children.len(),
            _ => 0,
        }
    }

    /// Whether the array at a path has the elements that it will have, so that they can be counted from its end.
    pub(super) fn keeps_elements(&self, path: &[Segment]) -> bool {
        !self.is_in_claimed(path) && self.changed.get(path).is_none() && !self.is_shifted(path)
    }

    fn claim<'p>(&mut self, path: impl IntoIterator<Item = &'p Segment>) {
        self.claims.insert(path, ());
    }

    fn open(&mut self, path: &[Segment], kind: Kind) {
        let at = self.groups.len();
        let changes = self.changed.get_or_insert_with(path, Changes::default);
        *changes.of_mut(kind) = Some(at);
    }

    fn group(&mut self, path: &[Segment], kind: Kind) -> Option<&mut Group> {
        let at = self.changed.get(path)?.of(kind)?;
        self.groups.get_mut(at)
    }

    /// Whether the children of the item at a path can be changed so.
    fn admits(&self, path: &[Segment], kind: Kind) -> bool {
        let is_same = self
            .changed
            .get(path)
            .is_none_or(|changes| changes.admits(kind));
        !self.is_in_claimed(path) && is_same && !self.is_shifted(path)
    }

    /// Whether an item, something that it is in, or something in it becomes something else.
    fn is_claimed<'p>(&self, path: impl IntoIterator<Item = &'p Segment> + Clone) -> bool {
        self.claims.contains_below(path.clone()) || self.is_in_claimed(path)
    }

    /// Whether an item, or something that it is in, becomes something else.
    fn is_in_claimed<'p>(&self, path: impl IntoIterator<Item = &'p Segment>) -> bool {
        self.claims.along(path).next().is_some()
    }

    /// Whether an array on the way to a path gets or loses elements, so that indexes may mean others.
    fn is_shifted(&self, path: &[Segment]) -> bool {
        let mut changed = self.changed.along(path);
        changed.any(|(length, _)| matches!(path.get(length), Some(Segment::Index(_))))
    }
}

/// The path of a child of what is at a path.
fn child<'p>(
    path: &'p [Segment],
    segment: &'p Segment,
) -> impl Iterator<Item = &'p Segment> + Clone {
    path.iter().chain([segment])
}

fn as_index(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Group {
    /// What the edits are about: a value, or the table or array whose children they concern.
    pub(super) fn path(&self) -> &[Segment] {
        match self {
            Self::Replace { path, .. }
            | Self::Insert { path, .. }
            | Self::Push { path, .. }
            | Self::Remove { path, .. }
            | Self::Rename { path, .. } => path,
        }
    }

    /// The patches of the group's edits.
    pub(super) fn plan(&self, state: &State<'_>) -> Result<Vec<Patch>, Error> {
        match self {
            Self::Replace { path, content } => {
                let place = Place::find(state.document, path)?;
                let span = place.value().span();
                let newline = || lines::newline_near(state.source(), span.start as usize);
                let text = text_like(content, Some(place.value()), newline);
                if state.source()[span.range()] == text {
                    return Ok(Vec::new());
                }
                Ok(vec![Patch { span, text }])
            }
            Self::Insert { path, entries } => {
                let place = Place::find(state.document, path)?;
                state.insert(&place, entries.clone(), Position::End)
            }
            Self::Push { path, contents } => {
                let place = Place::find(state.document, path)?;
                let length = place.value().children().count();
                let elements = contents.iter().cloned().map(Element::from).collect();
                insert_elements(state, &place, length, elements)
            }
            Self::Remove { path, children } => {
                let place = Place::find(state.document, path)?;
                state.remove(&place, children)
            }
            Self::Rename { path, key } => {
                let place = Place::find(state.document, path)?;
                Ok(state.rename(&place, key))
            }
        }
    }
}

/// New elements before the one at an index.
pub(super) fn insert_elements(
    state: &State<'_>,
    place: &Place<'_>,
    index: usize,
    elements: Vec<Element>,
) -> Result<Vec<Patch>, Error> {
    if place.form() == Form::Section {
        let not_a_table = |_| Error::at(ErrorKind::NotATable, place.path());
        let section = |element: Element| {
            let entries = element.content.into_entries().map_err(not_a_table)?;
            let comments = element.comments;
            Ok(Section { entries, comments })
        };
        let tables = elements.into_iter().map(section);
        let tables = tables.collect::<Result<Vec<Section>, Error>>()?;
        return Ok(vec![state.insert_tables(place, index, tables)]);
    }
    let array = place.value();
    let newline = lines::newline_near(state.source(), array.span().start as usize);
    let model = match index.checked_sub(1) {
        Some(before) => array.get_index(before),
        None => array.get_index(0),
    };
    let item = |element: Element| {
        let Entry {
            content, comments, ..
        } = one_line(Entry::of_element(element));
        NewItem {
            text: text_like(&content, model, || newline),
            comments,
        }
    };
    let items: Vec<NewItem> = elements.into_iter().map(item).collect();
    Ok(state.insert_items(place, index, items))
}

/// Groups that are planned once those before them are applied.
#[derive(Default)]
pub(super) struct Later {
    pub(super) groups: Vec<Group>,
    paths: PathMap<()>,
}

impl Later {
    pub(super) fn push(&mut self, group: Group) {
        self.paths.insert(group.path(), ());
        self.groups.push(group);
    }

    /// Whether a group changes the paths of what is here, or the same item, so that it has to come behind.
    pub(super) fn must_have(&self, group: &Group) -> bool {
        self.paths.contains_below(group.path())
    }
}

/// Patches of groups that are applied together.
#[derive(Default)]
pub(super) struct Planned {
    pub(super) patches: Vec<Patch>,
    /// End by start, of all patches.
    taken: BTreeMap<u32, u32>,
    paths: PathMap<()>,
}

impl Planned {
    /// Adds the patches of a group, unless they touch others in a way that the order would matter, or there are patches
    /// of the same item: what a table loses may decide where that goes which it gets.
    pub(super) fn add(&mut self, group: &Group, state: &State<'_>) -> Result<bool, Error> {
        if self.paths.get(group.path()).is_some() {
            return Ok(false);
        }
        let mut patches = group.plan(state)?;
        patch::sort(&mut patches);
        if patches.iter().any(|patch| self.touches(patch)) {
            return Ok(false);
        }
        self.paths.insert(group.path(), ());
        for patch in &patches {
            let end = self.taken.entry(patch.span.start).or_insert(patch.span.end);
            *end = patch.span.end.max(*end);
        }
        self.patches.extend(patches);
        Ok(true)
    }

    fn touches(&self, patch: &Patch) -> bool {
        let span = patch.span;
        let before = self.taken.range(..=span.start).next_back();
        let is_in_one =
            before.is_some_and(|(start, end)| *end > span.start || *start == span.start);
        let next = self.taken.range(span.start..).next();
        is_in_one || next.is_some_and(|(start, _)| *start < span.end)
    }
}
