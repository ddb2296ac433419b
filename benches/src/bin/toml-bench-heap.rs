//! Prints the heap that parsing takes, and writes it into `RESULTS.md`.
//!
//! A program of its own, because counting makes everything slow.

use std::io;
use std::path::PathBuf;

use benches::report::{Environment, Section, package_versions, write_section};
use benches::{heap, inputs};
use clap::Parser;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// Measures the heap that parsing takes
#[derive(Debug, Parser)]
struct Cli {
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,

    /// Put the table into this file
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,

    /// Only inputs whose names contain this
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

const ABOUT: &str = "\
The most bytes on the heap at a time while parsing to a borrowed document, for each byte of the source, the source
itself not counted; and how often ours allocates or grows a block. Inputs below 2 KB are not in the means.";

fn main() -> io::Result<()> {
    let cli = Cli::parse();
    let rows = heap::run(&inputs::matching(cli.filter.as_deref()));
    let body = heap::to_grid(&rows).to_string();
    if cli.json {
        println!("{}", heap::to_json(&rows));
    } else {
        println!("{body}");
    }
    let Some(path) = cli.results else {
        return Ok(());
    };
    let section = Section {
        title: "Heap",
        command: "cargo xtask bench",
        about: ABOUT.to_string(),
        body,
    };
    let versions = package_versions(&["toml-spanner", "toml"]);
    write_section(&path, &section, &Environment::here(versions))
}
