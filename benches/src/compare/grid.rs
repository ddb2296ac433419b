//! The comparison as a table: rows are inputs, columns are peers.

use super::{Outcome, Row};
use crate::measure::Comparison;
use crate::peers::{Against, PEERS};
use crate::report::{Grid, kilobytes, speed, times};

impl Outcome {
    /// The table, with the geometric mean and the worst of each column below.
    #[must_use]
    pub fn to_grid(&self) -> Grid {
        let mut grid = Grid::new(["input", "KB", "MB/s"]);
        for peer in PEERS {
            grid.add_column(peer.name);
        }
        for row in &self.rows {
            grid.add_row(cells(row));
        }
        let columns = 0..PEERS.len();
        let mean = self.mean_speed(Against::Document);
        let means = columns.clone().map(|at| times(self.mean_ratio(at)));
        grid.add_row(summary("geometric mean", speed(mean)).chain(means));
        let worst = columns.map(|at| times(self.worst_ratio(at)));
        grid.add_row(summary("worst", String::new()).chain(worst));
        grid
    }
}

fn cells(row: &Row) -> impl Iterator<Item = String> {
    let cell = |cell: &Result<Comparison, &str>| match cell {
        Ok(comparison) => times(comparison.ratio),
        Err(reason) => (*reason).to_string(),
    };
    let speed = speed(row.our_speed(Against::Document));
    let first = [row.name.clone(), kilobytes(row.bytes), speed];
    first.into_iter().chain(row.cells.iter().map(cell))
}

fn summary(name: &str, speed: String) -> impl Iterator<Item = String> {
    [format!("**{name}**"), String::new(), speed].into_iter()
}
