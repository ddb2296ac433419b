//! Where the elements of long arrays are, so that one of them is found without walking over those before it.

use alloc::vec::Vec;

use super::{Node, NodeId, Tree};

/// Elements with smaller indexes are found by walking.
pub(crate) const WALKED: usize = 16;

/// The elements of all arrays that have more than [`WALKED`].
#[derive(Clone, Debug)]
pub(crate) struct Elements {
    /// The arrays in order, each with where its elements start in `all`.
    arrays: Vec<(NodeId, usize)>,
    all: Vec<NodeId>,
}

impl Elements {
    /// Takes one look at every node.
    pub(crate) fn of(tree: &Tree) -> Self {
        let (mut arrays, mut all) = (Vec::new(), Vec::new());
        for node in &tree.nodes {
            if node.kind.is_array() && node.child_count() as usize > WALKED {
                arrays.push((tree.id_of(node), all.len()));
                all.extend(tree.children(node).map(|element| tree.id_of(element)));
            }
        }
        Self { arrays, all }
    }

    /// The element at an index that is less than the length of a long array.
    pub(crate) fn get<'t>(&self, tree: &'t Tree, array: &Node, index: usize) -> Option<&'t Node> {
        let array = tree.id_of(array);
        let at = self.arrays.binary_search_by_key(&array, |(id, _)| *id);
        let (_, start) = self.arrays.get(at.ok()?)?;
        Some(tree.node(*self.all.get(start + index)?))
    }
}
