//! `cargo xtask bench`: builds the programs of `benches/` and runs those that were asked for.
//!
//! Knows where results go; what is measured, and how, is in `benches/`.

mod checkers;
mod python;

use std::path::PathBuf;
use std::process::Command;

use clap::Args;

use crate::shell::{self, Result, cargo};

/// The arguments of `bench`.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct BenchArgs {
    /// Compare with the peers: times and heap; done without any of these flags
    #[arg(long)]
    compare: bool,

    /// Read and write structs and values; done without any of these flags
    #[arg(long)]
    serde: bool,

    /// Load layered configuration; done without any of these flags
    #[arg(long)]
    config: bool,

    /// Set one value in every input, and do many edits at once
    #[arg(long)]
    edit: bool,

    /// Parse hard inputs of 64 KB to 64 MB
    #[arg(long)]
    growth: bool,

    /// Count instructions with valgrind; more than 3 % above benches/instructions.json fails
    #[arg(long)]
    instructions: bool,

    /// Write benches/instructions.json instead of comparing with it
    #[arg(long, requires = "instructions")]
    update: bool,

    /// Time `toml check` beside taplo, tombi and tomllib (from `PyPI`, into target/venv-bench)
    #[arg(long)]
    cli: bool,

    /// Read and write with the Python package and its peers (from `PyPI`, into target/venv-bench-python)
    #[arg(long)]
    python: bool,

    /// Fewer rounds and smaller inputs; writes no results
    #[arg(long)]
    quick: bool,

    /// Only inputs whose names contain this; writes no results
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

/// Runs the modes asked for, or the comparison.
pub(crate) fn run(args: &BenchArgs) -> Result<()> {
    let is_alone = !(args.compare
        || args.serde
        || args.config
        || args.edit
        || args.growth
        || args.instructions
        || args.cli
        || args.python);
    if args.compare || is_alone {
        compare(args)?;
        heap(args)?;
    }
    if args.serde || is_alone {
        serde(args)?;
    }
    if args.config || is_alone {
        config(args)?;
    }
    if args.edit {
        edit(args)?;
    }
    if args.growth {
        growth(args)?;
    }
    if args.cli {
        cli(args)?;
    }
    if args.python {
        python(args)?;
    }
    // The last one, since it may fail.
    if args.instructions {
        instructions(args)?;
    }
    Ok(())
}

fn compare(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench");
    command.arg("compare");
    add_common(&mut command, args);
    if args.is_whole() {
        command.arg("--chart").arg(in_benches("results.svg"));
    }
    shell::run(&mut command)
}

fn heap(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench-heap");
    if let Some(filter) = &args.filter {
        command.args(["--filter", filter]);
    }
    if args.is_whole() {
        command.arg("--results").arg(in_benches("RESULTS.md"));
    }
    shell::run(&mut command)
}

/// Built without the features of `benches`, so that `toml` has those that it has by default.
fn serde(args: &BenchArgs) -> Result<()> {
    let mut build = cargo(&["build", "--release", "--package", "benches"]);
    shell::run(build.args(["--no-default-features", "--bin", "toml-bench-serde"]))?;
    let mut command = program("toml-bench-serde");
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn config(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench-config");
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn edit(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench-edit");
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn growth(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench");
    command.arg("growth").arg("--scratch").arg(scratch());
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn instructions(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let mut command = program("toml-bench");
    command.arg("instructions").arg("--scratch").arg(scratch());
    command.arg("--known").arg(in_benches("instructions.json"));
    if args.update {
        command.arg("--update");
    }
    shell::run(&mut command)
}

fn cli(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    build("toml-cli")?;
    let peers = checkers::install()?;
    let mut command = program("toml-bench");
    command.arg("cli").arg("--scratch").arg(scratch());
    command.arg("--toml").arg(path_of("toml"));
    command.arg("--peers").arg(peers);
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn python(args: &BenchArgs) -> Result<()> {
    build("benches")?;
    let environment = python::environment()?;
    let mut command = program("toml-bench");
    command.arg("python").arg("--scratch").arg(scratch());
    command.arg("--python").arg(environment.path_of("python"));
    command.arg("--script").arg(in_benches("python/compare.py"));
    add_common(&mut command, args);
    shell::run(&mut command)
}

fn add_common(command: &mut Command, args: &BenchArgs) {
    if args.quick {
        command.arg("--quick");
    }
    if let Some(filter) = &args.filter {
        command.args(["--filter", filter]);
    }
    if args.is_whole() {
        command.arg("--results").arg(in_benches("RESULTS.md"));
    }
}

impl BenchArgs {
    /// Whether the results are worth keeping.
    fn is_whole(&self) -> bool {
        !self.quick && self.filter.is_none()
    }
}

fn build(package: &str) -> Result<()> {
    shell::run(&mut cargo(&["build", "--release", "--package", package]))
}

/// A program that [`build`] has built.
fn program(name: &str) -> Command {
    let mut command = Command::new(path_of(name));
    command.current_dir(shell::root());
    command
}

fn path_of(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    shell::target().join("release").join(file)
}

fn in_benches(name: &str) -> PathBuf {
    shell::root().join("benches").join(name)
}

fn scratch() -> PathBuf {
    shell::target().join("bench")
}
