//! Many edits at once: whether their time stays in proportion to their number.

use std::time::Instant;

use toml_edit_lite::{DocumentMut, Path, Segment};

use crate::measure::median;
use crate::report::{Grid, times};

/// How many edits are done at once.
const COUNTS: [usize; 4] = [500, 2_000, 8_000, 32_000];

/// A kind of edit: its name, and what does so many of it.
type Kind = (&'static str, fn(usize));

/// The times of one kind of edit.
#[derive(Clone, Debug)]
pub struct Edits {
    name: &'static str,
    /// Nanoseconds for each edit, one for each of [`COUNTS`].
    times: Vec<f64>,
}

/// Measures all kinds, `rounds` times each.
#[must_use]
pub fn measure_many(rounds: u32) -> Vec<Edits> {
    let kinds: [Kind; 4] = [
        ("appends to an array", append),
        ("new keys of a table", add_keys),
        ("new elements of an array of tables", add_tables),
        ("values set", set_values),
    ];
    let measure = |(name, edit): &Kind| Edits {
        name,
        times: COUNTS
            .iter()
            .map(|count| time_each(*edit, *count, rounds))
            .collect(),
    };
    kinds.iter().map(measure).collect()
}

fn time_each(edit: fn(usize), count: usize, rounds: u32) -> f64 {
    let round = |_| {
        let start = Instant::now();
        edit(count);
        start.elapsed().as_secs_f64() * 1e9 / f64::from(count as u32)
    };
    median((0..rounds).map(round))
}

const SOURCE: &str =
    "# A file.\narray = [\n    0,\n]\n\n[table]\nkey = 0\n\n[[tables]]\nname = 'a'\n";

fn key(at: usize) -> String {
    format!("key-{at}")
}

fn number(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

fn document() -> DocumentMut {
    DocumentMut::parse(SOURCE).expect("the source is TOML")
}

fn append(count: usize) {
    let edits = document().edit(|tx| (0..count).try_for_each(|at| tx.push("array", number(at))));
    edits.expect("the array is there");
}

fn add_keys(count: usize) {
    let edits = document()
        .edit(|tx| (0..count).try_for_each(|at| tx.set(["table", key(at).as_str()], number(at))));
    edits.expect("the table is there");
}

fn add_tables(count: usize) {
    let table = |at: usize| toml_core::Table::from([("name", key(at))]);
    let edits = document().edit(|tx| (0..count).try_for_each(|at| tx.push("tables", table(at))));
    edits.expect("the array is there");
}

/// As many values set as there are; making the document is part of the time.
fn set_values(count: usize) {
    let line = |at: usize| format!("{} = {at}\n", key(at));
    let lines = (0..count).map(line).collect::<Vec<_>>().concat();
    let mut document = DocumentMut::parse(lines).expect("the lines are TOML");
    let edits = document.edit(|tx| {
        (0..count)
            .try_for_each(|at| tx.set(Path::from(vec![Segment::Key(key(at))]), number(at + 1)))
    });
    edits.expect("the keys are there");
}

/// The table: nanoseconds for each edit, and by which factor they grow.
#[must_use]
pub fn to_grid(kinds: &[Edits]) -> Grid {
    let mut grid = Grid::new(["at once, ns/edit"]);
    for count in COUNTS {
        grid.add_column(&count.to_string());
    }
    grid.add_column("largest / smallest");
    for kind in kinds {
        let growth = match kind.times.as_slice() {
            [first, .., last] => last / first,
            _ => f64::NAN,
        };
        let cells = kind.times.iter().copied().chain([growth]).map(times);
        grid.add_row([kind.name.to_string()].into_iter().chain(cells));
    }
    grid
}
