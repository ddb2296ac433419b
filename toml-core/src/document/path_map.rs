//! Things by the paths that they are at.

use alloc::{vec, vec::Vec};

use super::path::Segment;
use crate::value::Map;

/// Things by paths, for questions about what is at a path, above it and below it.
///
/// A question takes as many steps as its path has segments, however many others there are. A path is given as a slice
/// of segments, or as any other sequence of them; [`Path::segments`](super::Path::segments) is one. Segments are
/// compared as they are: a negative index is another than the one that counts from the start.
///
/// ```
/// use toml_core::{Path, PathMap};
///
/// let server = Path::parse("servers[1]")?;
/// let port = Path::parse("servers[1].port")?;
///
/// let mut notes = PathMap::new();
/// notes.insert(server.segments(), "in use");
/// assert_eq!(notes.get(port.segments()), None);
/// assert_eq!(notes.along(port.segments()).next(), Some((2, &"in use")));
/// assert!(notes.contains_below(Path::parse("servers")?.segments()));
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct PathMap<T> {
    /// The root, once something was put in, and whatever is on a way to something; the place of a node is its number.
    nodes: Vec<Node<T>>,
    /// Numbers of nodes that are no longer part of the map.
    free: Vec<usize>,
}

/// Something, or a step on the way to it: only the root has neither a value nor children.
#[derive(Clone, Debug)]
struct Node<T> {
    value: Option<T>,
    children: Map<Segment, usize>,
}

const ROOT: usize = 0;

impl<T> Default for PathMap<T> {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self {
            value: None,
            children: Map::new(),
        }
    }
}

impl<T> PathMap<T> {
    /// A map with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is at the path.
    #[must_use]
    pub fn get<'p>(&self, path: impl IntoIterator<Item = &'p Segment>) -> Option<&T> {
        self.nodes[self.find(path)?].value.as_ref()
    }

    /// What is at the path, to change it.
    #[must_use]
    pub fn get_mut<'p>(&mut self, path: impl IntoIterator<Item = &'p Segment>) -> Option<&mut T> {
        let node = self.find(path)?;
        self.nodes[node].value.as_mut()
    }

    /// Puts something at the path, and gives what was there before.
    pub fn insert<'p>(
        &mut self,
        path: impl IntoIterator<Item = &'p Segment>,
        value: T,
    ) -> Option<T> {
        self.slot(path).replace(value)
    }

    /// What is at the path; where there was nothing, that is now what `value` gives.
    pub fn get_or_insert_with<'p>(
        &mut self,
        path: impl IntoIterator<Item = &'p Segment>,
        value: impl FnOnce() -> T,
    ) -> &mut T {
        self.slot(path).get_or_insert_with(value)
    }

    /// What is at the path and above it, the root first, each with the number of segments that lead to it.
    pub fn along<'m, 'p>(
        &'m self,
        path: impl IntoIterator<Item = &'p Segment>,
    ) -> impl Iterator<Item = (usize, &'m T)> {
        let mut path = path.into_iter();
        let next = move |node: &&'m Node<T>| Some(&self.nodes[*node.children.get(path.next()?)?]);
        let way = core::iter::successors(self.nodes.get(ROOT), next).enumerate();
        way.filter_map(|(length, node)| Some((length, node.value.as_ref()?)))
    }

    /// Whether there is something at the path or below it.
    #[must_use]
    pub fn contains_below<'p>(&self, path: impl IntoIterator<Item = &'p Segment>) -> bool {
        self.find(path)
            .is_some_and(|node| !self.nodes[node].is_bare())
    }

    /// Removes what is at the path, and all below it.
    pub fn remove_below<'p>(&mut self, path: impl IntoIterator<Item = &'p Segment>) {
        if self.nodes.is_empty() {
            return;
        }
        let mut way = Vec::new();
        let mut node = ROOT;
        for segment in path {
            let Some(child) = self.nodes[node].children.get(segment) else {
                return;
            };
            way.push((node, segment));
            node = *child;
        }
        let mut gone = vec![node];
        while let Some(node) = gone.pop() {
            let Node { children, .. } = core::mem::take(&mut self.nodes[node]);
            gone.extend(children.into_values());
            if node != ROOT {
                self.free.push(node);
            }
        }
        // The first step leads to what is gone, those above it perhaps to nothing else.
        while let Some((parent, segment)) = way.pop() {
            self.nodes[parent].children.swap_remove(segment);
            if parent == ROOT || !self.nodes[parent].is_bare() {
                break;
            }
            self.free.push(parent);
        }
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn find<'p>(&self, path: impl IntoIterator<Item = &'p Segment>) -> Option<usize> {
        let mut path = path.into_iter();
        let root = (!self.nodes.is_empty()).then_some(ROOT)?;
        path.try_fold(root, |node, segment| {
            self.nodes[node].children.get(segment).copied()
        })
    }

    /// Where something is put that is at the path.
    fn slot<'p>(&mut self, path: impl IntoIterator<Item = &'p Segment>) -> &mut Option<T> {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut node = ROOT;
        for segment in path {
            node = match self.nodes[node].children.get(segment) {
                Some(child) => *child,
                None => self.add(node, segment.clone()),
            };
        }
        &mut self.nodes[node].value
    }

    fn add(&mut self, parent: usize, segment: Segment) -> usize {
        let child = self.free.pop().unwrap_or_else(|| {
            self.nodes.push(Node::default());
            self.nodes.len() - 1
        });
        self.nodes[parent].children.insert(segment, child);
        child
    }
}

impl<T> Node<T> {
    fn is_bare(&self) -> bool {
        self.value.is_none() && self.children.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;
    use alloc::string::ToString;

    use super::*;

    /// What a [`PathMap`] does, by the paths themselves.
    type Model = BTreeMap<Vec<Segment>, usize>;

    /// All paths of up to two segments, of a key and an index.
    fn paths() -> Vec<Vec<Segment>> {
        let segments = [Segment::Key("a".to_string()), Segment::Index(0)];
        let mut paths = vec![Vec::new()];
        for one in &segments {
            paths.push(vec![one.clone()]);
            paths.extend(segments.iter().map(|two| vec![one.clone(), two.clone()]));
        }
        paths
    }

    fn check(map: &PathMap<usize>, model: &Model) {
        for path in paths() {
            assert_eq!(map.get(&path), model.get(&path));
            let along: Vec<(usize, &usize)> = map.along(&path).collect();
            let lengths = 0..=path.len();
            let expected = lengths.filter_map(|length| Some((length, model.get(&path[..length])?)));
            assert_eq!(along, expected.collect::<Vec<_>>());
            let is_below = model.keys().any(|other| other.starts_with(&path));
            assert_eq!(map.contains_below(&path), is_below);
        }
        assert_eq!(map.nodes.len().max(1) - map.free.len(), nodes_needed(model));
    }

    /// The root, and the paths at and above everything.
    fn nodes_needed(model: &Model) -> usize {
        let is_needed = |path: &&Vec<Segment>| model.keys().any(|other| other.starts_with(path));
        1 + paths().iter().skip(1).filter(is_needed).count()
    }

    #[test]
    fn four_changes_of_any_kind() {
        let paths = paths();
        // With each path: insert there, or remove there and below.
        let kinds = 2 * paths.len();
        for mut changes in 0..kinds.pow(4) {
            let (mut map, mut model) = (PathMap::new(), Model::new());
            for number in 0..4 {
                let path = &paths[changes % paths.len()];
                if (changes / paths.len()).is_multiple_of(2) {
                    assert_eq!(map.insert(path, number), model.insert(path.clone(), number));
                } else {
                    map.remove_below(path);
                    model.retain(|other, _| !other.starts_with(path));
                }
                changes /= kinds;
            }
            check(&map, &model);
        }
    }

    #[test]
    fn values_are_changed_in_place() {
        let path = [Segment::Index(1)];
        let mut map = PathMap::new();
        assert_eq!(map.get_mut(&path), None);
        *map.get_or_insert_with(&path, || 1) += 1;
        *map.get_or_insert_with(&path, || 7) += 1;
        assert_eq!(map.get_mut(&path), Some(&mut 3));
        map.clear();
        assert!(!map.contains_below(&[]));
    }
}
