//! Measures the loading of layered configuration, prints a table or JSON, and writes it into `RESULTS.md`.

use std::io;

use benches::layers;
use benches::report::{Output, Section, package_versions};
use clap::Parser;

/// Measures `toml_serde::config` and its peers
#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    output: Output,
}

const ABOUT: &str = "\
Three layers of 5 KB together are loaded into a struct of 60 fields, by `load` and `extract` of a `Config` that is made once. `from_str` is one call of `toml_serde::from_str` with the merged
text, that is without layers: 0.50 means that loading the layers takes twice as long. `figment` and `config` load the same
layers into the same struct; like ours they know the layer of each value, but no lines. Times are those of ours, in
microseconds. In turns in one process, dropping the result included; all come to the same struct.";

fn main() -> io::Result<()> {
    let output = Cli::parse().output;
    let outcome = layers::run(output.plan(), output.filter.as_deref())?;
    let section = Section {
        title: "Layers",
        command: "cargo xtask bench --config",
        about: ABOUT.to_owned(),
        body: outcome.to_grid().to_string(),
    };
    let versions = package_versions(layers::PACKAGES);
    output.show(&section, &outcome.to_json(), versions)
}
