//! What came of a task as a table: rows are inputs, columns are peers.

use super::{Outcome, Row};
use crate::measure::{Comparison, geometric_mean, median};
use crate::report::{Grid, kilobytes, speed, times};

impl Outcome {
    /// The table, with the geometric mean and the worst of each column below.
    #[must_use]
    pub fn to_grid(&self) -> Grid {
        let mut grid = Grid::new(["input", "KB", "MB/s"].into_iter().chain(self.task.peers()));
        for row in &self.rows {
            grid.add_row(row.to_cells());
        }
        let columns = 0..self.task.peers().count();
        let mean = geometric_mean(self.counted().map(Row::our_speed));
        let means = columns.clone().map(|at| geometric_mean(self.ratios(at)));
        grid.add_row(summary("geometric mean", speed(mean)).chain(means.map(times)));
        let worst = columns.map(|at| self.ratios(at).fold(f64::INFINITY, f64::min));
        grid.add_row(summary("worst", String::new()).chain(worst.map(times)));
        grid
    }

    fn counted(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.is_counted)
    }

    /// The ratios of a column that count in its mean.
    fn ratios(&self, column: usize) -> impl Iterator<Item = f64> {
        self.counted()
            .filter_map(move |row| Some(row.cells[column].as_ref().ok()?.ratio))
    }
}

impl Row {
    /// Megabytes of text that ours reads or writes in a second.
    fn our_speed(&self) -> f64 {
        let times = self.cells.iter().flatten().map(|cell| cell.ours);
        f64::from(self.bytes as u32) * 1e3 / median(times)
    }

    fn to_cells(&self) -> impl Iterator<Item = String> {
        let cell = |cell: &Result<Comparison, &str>| match cell {
            Ok(comparison) => times(comparison.ratio),
            Err(reason) => (*reason).to_string(),
        };
        let first = [
            self.name.clone(),
            kilobytes(self.bytes),
            speed(self.our_speed()),
        ];
        first.into_iter().chain(self.cells.iter().map(cell))
    }
}

fn summary(name: &str, speed: String) -> impl Iterator<Item = String> {
    [format!("**{name}**"), String::new(), speed].into_iter()
}
