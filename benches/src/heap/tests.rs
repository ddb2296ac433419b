use super::{Heap, Row, to_grid};

#[test]
fn grid_relates_peaks_to_the_source() {
    let heap = |peak| Heap {
        peak,
        allocations: 3,
    };
    let row = Row {
        name: "some".to_string(),
        bytes: 10_000,
        ours: heap(10_000),
        peers: vec![Some(heap(20_000)), None],
    };
    let text = to_grid(&[row]).to_string();
    let cells: Vec<&str> = text
        .lines()
        .nth(2)
        .expect("a row")
        .split('|')
        .map(str::trim)
        .collect();
    assert_eq!(
        cells,
        ["", "some", "10.0", "1.00", "2.00", "-", "0.50", "3", ""]
    );
}
