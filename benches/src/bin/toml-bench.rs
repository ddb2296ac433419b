//! Measures, prints a table or JSON, and writes `RESULTS.md`, the chart and `instructions.json`.
//!
//! `cargo xtask bench` builds and runs it.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use benches::instructions::{Counter, Verdict};
use benches::peers::PEERS;
use benches::python::{self, Question, Quick};
use benches::report::{Output, Section, package_versions};
use benches::{cli, compare, growth, inputs, instructions};
use clap::{Args, Parser, Subcommand};

/// Measures the toolkit and its peers
#[derive(Debug, Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Parse every input with ours and each peer, in turns
    Compare(CompareArgs),
    /// Parse hard inputs of 64 KB to 64 MB
    Growth(GrowthArgs),
    /// Count the instructions that parsing takes
    Instructions(InstructionsArgs),
    /// Time `toml check` beside other checkers
    Cli(CliArgs),
    /// Read and write every input with the Python package and its peers, in turns
    Python(PythonArgs),
}

#[derive(Debug, Args)]
struct CompareArgs {
    #[command(flatten)]
    output: Output,

    /// Draw the chart into this file
    #[arg(long, value_name = "FILE")]
    chart: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct GrowthArgs {
    #[command(flatten)]
    output: Output,

    /// Where to write what valgrind says
    #[arg(long, value_name = "FOLDER")]
    scratch: PathBuf,
}

#[derive(Debug, Args)]
struct InstructionsArgs {
    /// The counts that are known
    #[arg(long, value_name = "FILE")]
    known: PathBuf,

    /// Write the counts into the file instead of comparing with it
    #[arg(long)]
    update: bool,

    /// Where to write what valgrind says
    #[arg(long, value_name = "FOLDER")]
    scratch: PathBuf,
}

#[derive(Debug, Args)]
struct CliArgs {
    #[command(flatten)]
    output: Output,

    /// The binary `toml`
    #[arg(long, value_name = "FILE")]
    toml: PathBuf,

    /// The `bin` folder with `taplo`, `tombi` and `python`
    #[arg(long, value_name = "FOLDER")]
    peers: PathBuf,

    /// Where to write the files to check
    #[arg(long, value_name = "FOLDER")]
    scratch: PathBuf,
}

#[derive(Debug, Args)]
struct PythonArgs {
    #[command(flatten)]
    output: Output,

    /// The interpreter of the environment with our package and the peers
    #[arg(long, value_name = "FILE")]
    python: PathBuf,

    /// The program that measures
    #[arg(long, value_name = "FILE")]
    script: PathBuf,

    /// Where to write the inputs
    #[arg(long, value_name = "FOLDER")]
    scratch: PathBuf,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Compare(args) => run_compare(&args),
        Command::Growth(args) => run_growth(&args),
        Command::Instructions(args) => run_instructions(&args),
        Command::Cli(args) => run_cli(&args),
        Command::Python(args) => run_python(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("toml-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_compare(args: &CompareArgs) -> io::Result<()> {
    let inputs = inputs::matching(args.output.filter.as_deref());
    let outcome = compare::run(&inputs, args.output.plan());
    if let Some(path) = &args.chart {
        fs::write(path, outcome.to_chart().to_svg())?;
    }
    let call = |peer: &benches::peers::Peer| format!("- {}: {}", peer.name, peer.call);
    let calls: Vec<String> = PEERS.iter().map(call).collect();
    let section = Section {
        title: "Parsing",
        command: "cargo xtask bench",
        about: format!("{ABOUT_COMPARE}\n\n{}", calls.join("\n")),
        body: outcome.to_grid().to_string(),
    };
    args.output
        .show(&section, &outcome.to_json(), peer_versions())
}

const ABOUT_COMPARE: &str = "\
How many times faster ours is than each peer. `MB/s` is our parse to a `Document`, with which all columns but the last
two compare; `toml Table` and `basic-toml` compare with our parse to an owned `Table`. Ours and the peer take turns on
the same text in one process, dropping the result included; a cell is the median of the rounds' ratios. Inputs below
500 bytes are not in the means. Where there is no number, the peer rejects the input, panics on it, or finds other data
in it (`differs`).";

fn run_growth(args: &GrowthArgs) -> io::Result<()> {
    let largest = if args.output.quick {
        1 << 22
    } else {
        usize::MAX
    };
    let mut rows = growth::run(args.output.filter.as_deref(), largest);
    match Counter::new(&args.scratch) {
        Ok(counter) => growth::count_instructions(&mut rows, &counter)?,
        Err(error) => eprintln!("toml-bench: {error}"),
    }
    let section = Section {
        title: "Growth",
        command: "cargo xtask bench --growth",
        about: ABOUT_GROWTH.to_string(),
        body: growth::to_grid(&rows).to_string(),
    };
    args.output
        .show(&section, &growth::to_json(&rows), Vec::new())
}

const ABOUT_GROWTH: &str = "\
Nanoseconds for each byte of inputs that are hard in one way each. `linear`: the largest takes at most a third more for
each byte than the smallest. `linear, waits for memory`: it takes longer, yet as many instructions for each byte (column
`instructions`: 1 MB in 64 KB, counted by valgrind), so what grows is the price of memory that is new or in no cache.";

fn run_instructions(args: &InstructionsArgs) -> io::Result<()> {
    let counts = Counter::new(&args.scratch)?.count_all()?;
    let known = instructions::read_known(&args.known)?;
    if args.update {
        instructions::write_known(&args.known, &counts)?;
    }
    let verdict = Verdict::new(known, counts);
    println!("{}", verdict.to_grid());
    let failures = verdict.failures();
    if args.update || failures.is_empty() {
        return Ok(());
    }
    Err(io::Error::other(format!(
        "more instructions than known for {}\n            if that is intended: cargo xtask bench --instructions --update",
        failures.join(", ")
    )))
}

fn run_cli(args: &CliArgs) -> io::Result<()> {
    let programs = cli::Programs {
        toml: args.toml.clone(),
        peers: args.peers.clone(),
    };
    let tasks = cli::run(&programs, &args.scratch)?;
    let section = Section {
        title: "Whole processes",
        command: "cargo xtask bench --cli",
        about: ABOUT_CLI.to_string(),
        body: cli::to_grid(&tasks).to_string(),
    };
    args.output
        .show(&section, &cli::to_json(&tasks), programs.versions())
}

const ABOUT_CLI: &str = "\
From start to exit, in turns, the median of the rounds. All files are valid; the folder also holds 20 files that its
`.gitignore` names, which not every program leaves out.";

fn run_python(args: &PythonArgs) -> io::Result<()> {
    let program = python::Program {
        python: args.python.clone(),
        script: args.script.clone(),
        scratch: args.scratch.clone(),
    };
    let inputs = inputs::matching(args.output.filter.as_deref());
    let is_quick = if args.output.quick {
        Quick::Yes
    } else {
        Quick::No
    };
    let outcome = program.run(&inputs, is_quick)?;
    let section = |title, about: String, body| Section {
        title,
        command: "cargo xtask bench --python",
        about,
        body,
    };
    let import = outcome.import_seconds() * 1000.0;
    let about = format!("{ABOUT_READING} `import toml_py` takes {import:.1} ms.\n\n{ABOUT_PYTHON}");
    let body = outcome.to_grid(Question::Reading).to_string();
    let reading = section("Reading in Python", about, body);
    let about = format!("{ABOUT_WRITING}\n\n{ABOUT_PYTHON}");
    let body = outcome.to_grid(Question::Writing).to_string();
    let writing = section("Writing in Python", about, body);
    let one = outcome.to_grid(Question::Editing);
    let many = outcome.to_grid_of_many_edits();
    let about = format!("{ABOUT_EDITING}\n\n{ABOUT_PYTHON}\n\n{ABOUT_MANY_EDITS}");
    let editing = section("Editing in Python", about, format!("{one}\n{many}"));
    // The JSON is that of all.
    let sections = [reading, writing, editing];
    let shown = if args.output.json { 1 } else { sections.len() };
    for section in &sections[..shown] {
        args.output
            .show(section, outcome.as_json(), outcome.versions())?;
    }
    Ok(())
}

const ABOUT_READING: &str = "\
How many times faster `toml_py.loads` is than each peer on the same `str`; `json` and `orjson` read the same data as
JSON, in which dates are strings. `KB` and `MB/s` are of the TOML text.";

const ABOUT_WRITING: &str = "\
How many times faster `toml_py.dumps` is than each peer with the same objects; `json` and `orjson` write JSON, dates
by `default=str`. `KB` and `MB/s` are of the text that ours writes, which is the same as that of `tomli_w`.";

const ABOUT_EDITING: &str = "\
`µs` is the time that `toml_py` takes to `parse` a text, set the string or integer nearest to its middle, and make the text
of the result by `str`; the other columns, how many times longer `loads`, the same assignment and `dumps` of each peer take.";

const ABOUT_MANY_EDITS: &str = "\
The second table has the time for each of many edits, one statement of Python each, and for the text that is asked for at
the end. The document is there before the clock starts, and its text has been asked for once.";

const ABOUT_PYTHON: &str = "\
Ours and the peer take turns in one process, dropping the result included; a cell is the median of the rounds' ratios.
Inputs below 500 bytes are not in the means. Where there is no number, the peer rejects the input, or finds or writes
other data (`differs`).";

fn peer_versions() -> Vec<String> {
    let mut packages: Vec<&str> = PEERS.iter().map(|peer| peer.package).collect();
    packages.sort_unstable();
    packages.dedup();
    package_versions(&packages)
}
