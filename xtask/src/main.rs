//! Chores of this repository: `cargo xtask COMMAND`, one module a command.

mod bench;
mod fuzz;
mod python;
mod shell;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of this repository
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Measure speed and heap beside the peers, and write benches/RESULTS.md
    Bench(bench::BenchArgs),
    /// Fuzz with nightly and cargo-fuzz
    Fuzz(fuzz::FuzzArgs),
    /// Do everything that CI does
    Test(test::TestArgs),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Bench(args) => bench::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Test(args) => test::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
