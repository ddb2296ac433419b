//! A table that reads well on a terminal and as Markdown.

use std::fmt;

/// Rows of text; the first column is set left, the others right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// A table without rows.
    pub fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            columns: columns.into_iter().map(String::from).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a column at the right. Rows come after columns.
    pub fn add_column(&mut self, name: &str) {
        self.columns.push(name.to_string());
    }

    /// Adds a row at the end.
    pub fn add_row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    fn widths(&self) -> Vec<usize> {
        let width = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            let width = cells
                .chain([&self.columns[at]])
                .map(|it| it.chars().count());
            width.max().unwrap_or(0).max(3)
        };
        (0..self.columns.len()).map(width).collect()
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        write_row(f, &self.columns, &widths)?;
        for (at, width) in widths.iter().enumerate() {
            let line = "-".repeat(width + 1);
            match at {
                0 => write!(f, "|{line}-")?,
                _ => write!(f, "|{line}:")?,
            }
        }
        f.write_str("|\n")?;
        self.rows
            .iter()
            .try_for_each(|row| write_row(f, row, &widths))
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, cells: &[String], widths: &[usize]) -> fmt::Result {
    for (at, width) in widths.iter().enumerate() {
        let cell = cells.get(at).map_or("", String::as_str);
        match at {
            0 => write!(f, "| {cell:<width$} ")?,
            _ => write!(f, "| {cell:>width$} ")?,
        }
    }
    f.write_str("|\n")
}

/// A ratio: `1.34`, `13.4`, `134`; a dash where there is none.
#[must_use]
pub fn times(ratio: f64) -> String {
    match ratio {
        _ if !ratio.is_finite() => "-".to_string(),
        _ if ratio < 9.995 => format!("{ratio:.2}"),
        _ if ratio < 99.95 => format!("{ratio:.1}"),
        _ => format!("{ratio:.0}"),
    }
}

/// A speed in whole megabytes a second.
#[must_use]
pub fn speed(megabytes: f64) -> String {
    if megabytes.is_finite() {
        format!("{megabytes:.0}")
    } else {
        "-".to_string()
    }
}

/// A number of bytes as kilobytes.
#[must_use]
pub fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", f64::from(bytes as u32) / 1000.0)
}
