//! Measures edits, prints tables or JSON, and writes them into `RESULTS.md`.

use std::io;

use benches::report::{Output, Section, package_versions};
use benches::{editing, inputs};
use clap::Parser;

/// Measures toml-edit-lite and `toml_edit`
#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    output: Output,
}

const ABOUT: &str = "\
`µs` is the time of ours to parse a text, set the value nearest to its middle and print the result; `toml_edit`, how many
times longer that takes; `differs`, where it reads other data. `edit / parse` is the time of one edit of a document that
is there, in the time of one parse of its text. In turns in one process; inputs below 500 bytes are not in the means.

The second table has the time of edits that are done in one transaction.";

fn main() -> io::Result<()> {
    let output = Cli::parse().output;
    let inputs = inputs::matching(output.filter.as_deref());
    let rows = editing::run(&inputs, output.plan());
    let many = editing::measure_many(if output.quick { 3 } else { 15 });
    let section = Section {
        title: "Editing",
        command: "cargo xtask bench --edit",
        about: ABOUT.to_string(),
        body: format!(
            "{}\n{}",
            editing::to_grid(&rows),
            editing::many_to_grid(&many)
        ),
    };
    output.show(
        &section,
        &editing::to_json(&rows),
        package_versions(&["toml_edit"]),
    )
}
