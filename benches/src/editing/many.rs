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
    let kinds: [Kind; 7] = [
        ("appends to an array", append),
        ("new keys of a table", add_keys),
        ("new elements of an array of tables", add_tables),
        ("values set", set_values),
        ("keys removed", remove_keys),
        ("first elements removed", remove_first),
        ("a key more and one less in each table", change_tables),
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

/// A document of as many lines; making it is part of the time of those who use it.
fn lines(count: usize, line: impl FnMut(usize) -> String) -> DocumentMut {
    let lines = (0..count).map(line).collect::<Vec<_>>().concat();
    DocumentMut::parse(lines).expect("the lines are TOML")
}

/// As many values set as there are.
fn set_values(count: usize) {
    let mut document = lines(count, |at| format!("{} = {at}\n", key(at)));
    let edits = document.edit(|tx| {
        (0..count)
            .try_for_each(|at| tx.set(Path::from(vec![Segment::Key(key(at))]), number(at + 1)))
    });
    edits.expect("the keys are there");
}

fn remove_keys(count: usize) {
    let mut document = lines(count, |at| format!("{} = {at}\n", key(at)));
    let edits = document.edit(|tx| {
        (0..count).try_for_each(|at| tx.remove(Path::from(vec![Segment::Key(key(at))])))
    });
    edits.expect("the keys are there");
}

/// Each edit removes the element that is the first by then.
fn remove_first(count: usize) {
    let elements = (0..=count).map(|at| format!("    {at},\n"));
    let source = format!("array = [\n{}]\n", elements.collect::<String>());
    let mut document = DocumentMut::parse(source).expect("the array is TOML");
    let edits = document.edit(|tx| (0..count).try_for_each(|_| tx.remove("array[0]")));
    edits.expect("the elements are there");
}

/// Two edits of each table of an array count as one.
fn change_tables(count: usize) {
    let mut document = lines(count, |at| format!("[[tables]]\nname = {at}\nold = 0\n\n"));
    let item = |at: usize, key: &str| {
        let index = Segment::Index(number(at));
        Path::from(vec![
            Segment::Key("tables".to_owned()),
            index,
            Segment::Key(key.to_owned()),
        ])
    };
    let edits = document.edit(|tx| {
        (0..count).try_for_each(|at| {
            tx.set(item(at, "new"), number(at))?;
            tx.remove(item(at, "old"))
        })
    });
    edits.expect("the tables are there");
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
