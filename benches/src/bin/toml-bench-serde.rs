//! Measures structs and values, prints tables or JSON, and writes them into `RESULTS.md`.
//!
//! A program of its own, because it is built without `preserve_order`, so that `toml` has the
//! features that it has by default, with which it is faster.

use std::io;

use benches::inputs;
use benches::report::{Output, Section, package_versions};
use benches::typed::{self, Task};
use clap::Parser;

/// Measures toml-serde and its peers
#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    output: Output,
}

const ABOUT_READ: &str = "\
How many times faster than each peer ours reads text into structs, complete ones that know every key. All libraries read
the same types, and fail on a key that these do not name; text is owned but where the row says `borrowed`. `MB/s` is ours.";

const ABOUT_WRITE: &str = "\
How many times faster than each peer ours writes the same structs. `KB` is the text that ours writes, `MB/s` how much of
it in a second.";

const ABOUT_VALUE: &str = "\
How many times faster than each peer ours reads text into an owned value that may hold anything. Ours keeps the order of
the keys; `toml` sorts them, as it does by default.";

const ABOUT_ALL: &str = "\
In turns in one process, dropping the result included, as in the first section; what each library reads or writes is
compared beforehand.";

fn main() -> io::Result<()> {
    let output = Cli::parse().output;
    if cfg!(feature = "preserve_order") && output.results.is_some() {
        return Err(io::Error::other(
            "results are taken without the feature `preserve_order`",
        ));
    }
    let inputs = inputs::matching(output.filter.as_deref());
    for task in Task::ALL {
        let outcome = typed::run(*task, &inputs, output.plan());
        let section = Section {
            title: task.title(),
            command: "cargo xtask bench --serde",
            about: format!("{}\n\n{ABOUT_ALL}\n\n{}", about(*task), calls(*task)),
            body: outcome.to_grid().to_string(),
        };
        if !output.json {
            println!("{}", section.title);
        }
        let versions = package_versions(typed::PACKAGES);
        output.show(&section, &outcome.to_json(), versions)?;
    }
    Ok(())
}

fn about(task: Task) -> &'static str {
    match task {
        Task::Read => ABOUT_READ,
        Task::Write => ABOUT_WRITE,
        Task::Value => ABOUT_VALUE,
    }
}

fn calls(task: Task) -> String {
    let calls = task.calls().iter();
    let lines = calls.map(|(name, call)| format!("- {name}: {call}"));
    lines.collect::<Vec<_>>().join("\n")
}
