//! The heap that parsing takes: its peak, and how often something was allocated.
//!
//! Counts only in a program whose global allocator is `dhat::Alloc`, as in `toml-bench-heap`; that
//! makes it slow, so times are taken elsewhere. Growing a block counts as one more allocation, and
//! adds to the peak what it grows by.

#[cfg(test)]
mod tests;

use dhat::{HeapStats, Profiler};
use serde_json::{Value, json};

use crate::inputs::Input;
use crate::measure::geometric_mean;
use crate::ours;
use crate::peers::{PEERS, Peer};
use crate::report::{Grid, kilobytes, times};

/// Peers in the table of heaps.
const SHOWN: &[&str] = &["toml-spanner", "toml DeTable"];

/// Inputs below this many bytes do not count in the means.
const SMALLEST_COUNTED: usize = 2000;

/// The heap that something took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heap {
    /// The most bytes that were allocated at a time.
    pub peak: usize,
    /// How often something was allocated or grown.
    pub allocations: u64,
}

/// The heap that the parsers take for one input.
#[derive(Clone, Debug)]
pub struct Row {
    name: String,
    bytes: usize,
    ours: Heap,
    peers: Vec<Option<Heap>>,
}

/// Measures what `action` takes of the heap, on top of what is there.
///
/// # Panics
/// When another measurement is under way.
pub fn measure(action: impl FnOnce()) -> Heap {
    let profiler = Profiler::builder().testing().build();
    action();
    let stats = HeapStats::get();
    drop(profiler);
    Heap {
        peak: stats.max_bytes,
        allocations: stats.total_blocks,
    }
}

/// Measures all inputs.
#[must_use]
pub fn run(inputs: &[Input]) -> Vec<Row> {
    inputs.iter().map(measure_input).collect()
}

fn measure_input(input: &Input) -> Row {
    let measure_peer = |peer: &Peer| {
        let source = peer.source(input).ok()?;
        Some(measure(|| (peer.parse)(source)))
    };
    Row {
        name: input.name.clone(),
        bytes: input.bytes(),
        ours: measure(|| ours::parse(&input.text)),
        peers: shown_peers().map(measure_peer).collect(),
    }
}

fn shown_peers() -> impl Iterator<Item = &'static Peer> {
    let find = |name: &&str| PEERS.iter().find(|peer| peer.name == *name);
    SHOWN.iter().filter_map(find)
}

impl Row {
    /// The peak of ours in bytes for each byte of the source.
    fn our_share(&self) -> f64 {
        ratio(self.ours.peak, self.bytes)
    }

    fn peer_share(&self, at: usize) -> f64 {
        self.peers[at].map_or(f64::NAN, |heap| ratio(heap.peak, self.bytes))
    }

    /// The peak of ours in that of the first peer.
    fn against_first(&self) -> f64 {
        self.our_share() / self.peer_share(0)
    }

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![self.name.clone(), kilobytes(self.bytes)];
        cells.push(times(self.our_share()));
        cells.extend((0..self.peers.len()).map(|at| times(self.peer_share(at))));
        cells.push(times(self.against_first()));
        cells.push(self.ours.allocations.to_string());
        cells
    }
}

/// The table: peaks in bytes for each byte of the source, and the number of our allocations.
#[must_use]
pub fn to_grid(rows: &[Row]) -> Grid {
    let mut grid = Grid::new(["input", "KB", "ours"]);
    shown_peers().for_each(|peer| grid.add_column(peer.name));
    grid.add_column(&format!("ours / {}", SHOWN[0]));
    grid.add_column("allocations");
    for row in rows {
        grid.add_row(row.cells());
    }
    let counted = || rows.iter().filter(|row| row.bytes >= SMALLEST_COUNTED);
    let mut add = |name: &str, summary: fn(&mut dyn Iterator<Item = f64>) -> f64| {
        let mut cells = vec![format!("**{name}**"), String::new()];
        cells.push(times(summary(&mut counted().map(Row::our_share))));
        for at in 0..SHOWN.len() {
            cells.push(times(summary(&mut counted().map(|row| row.peer_share(at)))));
        }
        cells.push(times(summary(&mut counted().map(Row::against_first))));
        grid.add_row(cells);
    };
    add("geometric mean", |numbers| geometric_mean(numbers));
    add("most", |numbers| numbers.fold(0.0, f64::max));
    grid
}

/// Everything, for other programs.
#[must_use]
pub fn to_json(rows: &[Row]) -> Value {
    let heap = |heap: Heap| json!({ "peak": heap.peak, "allocations": heap.allocations });
    let row = |row: &Row| {
        let peers = shown_peers().zip(&row.peers);
        let peers = peers.filter_map(|(peer, it)| Some((peer.name.to_string(), heap((*it)?))));
        let peers: Value = peers.collect();
        json!({ "input": row.name, "bytes": row.bytes, "ours": heap(row.ours), "peers": peers })
    };
    rows.iter().map(row).collect()
}

fn ratio(a: usize, b: usize) -> f64 {
    f64::from(a as u32) / f64::from(b as u32)
}
