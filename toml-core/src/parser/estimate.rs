//! How many nodes a source will have, from a few samples of it: one allocation that fits is worth
//! more than the thousand instructions that the look takes.

use wide::u8x16;

/// Bytes from one sample to the next. Sources of fewer than two samples are not looked at.
const STEP: usize = 1536;

/// Bytes of each sample: no more than a byte can count.
const SAMPLE_BYTES: usize = 128;

/// Bytes of a dense source for each node; small sources cannot waste much.
const BYTES_PER_NODE: usize = 16;

/// About how many nodes to make room for before anything of the source was read.
pub(super) fn node_count(source: &[u8]) -> usize {
    if source.len() < 2 * STEP {
        return source.len() / BYTES_PER_NODE + 4;
    }
    let samples = source.chunks(STEP).filter_map(|chunk| chunk.first_chunk());
    let (count, nodes) = samples.fold((0, 0), |(count, nodes), sample| {
        (count + 1, nodes + nodes_in(sample))
    });
    let expected = nodes as u64 * source.len() as u64 / (count * SAMPLE_BYTES as u64);
    let expected = expected as usize;
    expected + expected / 16 + 16
}

/// Keys and opening brackets make nodes; so do commas, unless they part the pairs of inline tables.
fn nodes_in(sample: &[u8; SAMPLE_BYTES]) -> usize {
    let mut found = [u8x16::ZERO; 4];
    for lanes in sample.as_chunks().0 {
        let lanes = u8x16::new(*lanes);
        for (count, byte) in found.iter_mut().zip(*b"=[{,") {
            // A match is -1.
            *count -= lanes.simd_eq(u8x16::splat(byte));
        }
    }
    let [keys, arrays, tables, commas] = found.map(|count| usize::from(count.reduce_add()));
    keys + arrays + tables + commas.saturating_sub(keys)
}
