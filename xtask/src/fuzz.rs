//! `cargo xtask fuzz`: builds the fuzz targets once, runs them in turn, and says what came of it.
//!
//! Knows cargo-fuzz and where things lie below `fuzz/`; what the targets check is in `tests/src/fuzz.rs`.

mod corpus;
mod report;
mod tools;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use clap::Args;

use crate::shell::{self, Result, cargo, root};
use report::Row;

/// The longest input that the fuzzer makes, in bytes: small ones reach the same code faster.
const MAX_LENGTH: u32 = 4096;

/// Seconds after which an input counts as one that hangs.
const TIMEOUT: u32 = 20;

/// Seconds after which an input is reported as slow.
const SLOW: u32 = 1;

/// The arguments of `fuzz`.
#[derive(Debug, Args)]
pub(crate) struct FuzzArgs {
    /// Seconds for each target
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u32,

    /// How many targets to run at a time
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    jobs: u8,

    /// A sanitizer, such as `address`; none by default, since nothing of ours is `unsafe`
    #[arg(long, value_name = "NAME", default_value = "none")]
    sanitizer: String,

    /// Write what is worth keeping to fuzz/corpus afterwards
    #[arg(long)]
    keep: bool,

    /// The targets, all by default
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
}

/// Fuzzes the targets asked for, or all of them.
pub(crate) fn run(args: &FuzzArgs) -> Result<()> {
    let targets = targets(&args.targets)?;
    tools::check()?;
    shell::run(&mut cargo_fuzz("build", args))?;
    let seeds = folder("target/seeds")?;
    let mut write_seeds = cargo(&["run", "--quiet", "--package", "toml-tests"]);
    write_seeds.args(["--example", "fuzz_seeds", "--"]);
    shell::run(write_seeds.arg(&seeds))?;
    let mut rows = Vec::new();
    for targets in targets.chunks(args.jobs.into()) {
        rows.extend(fuzz_together(targets, args)?);
    }
    if args.keep {
        targets
            .iter()
            .try_for_each(|target| corpus::keep(target, args))?;
    }
    println!("{}", report::table(&rows));
    let failed: Vec<&str> = rows
        .iter()
        .filter(|row| row.has_failed())
        .map(Row::target)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!(
        "failed: {}; see fuzz/target/logs and fuzz/artifacts",
        failed.join(", ")
    ))
}

/// The names asked for, once each is known to be one, or all names.
fn targets(wanted: &[String]) -> Result<Vec<String>> {
    let folder = root().join("fuzz/targets");
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let stem = |path: PathBuf| {
        path.file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| stem(entry.path()))
        .collect();
    names.sort();
    if let Some(unknown) = wanted.iter().find(|name| !names.contains(name)) {
        return Err(format!(
            "no target `{unknown}`; there are {}",
            names.join(", ")
        ));
    }
    Ok(if wanted.is_empty() {
        names
    } else {
        wanted.to_vec()
    })
}

/// A folder below `fuzz/`, made where it is not there.
fn folder(path: &str) -> Result<PathBuf> {
    let folder = root().join("fuzz").join(path);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// `cargo fuzz build` or `cargo fuzz run` by the nightly toolchain.
fn cargo_fuzz(command: &str, args: &FuzzArgs) -> Command {
    let mut cargo = tools::nightly("cargo");
    cargo.args(["fuzz", command, "--sanitizer", &args.sanitizer]);
    cargo.current_dir(root());
    cargo
}

/// Runs some targets at the same time.
fn fuzz_together(targets: &[String], args: &FuzzArgs) -> Result<Vec<Row>> {
    thread::scope(|scope| {
        let run = |target: &String| {
            let target = target.clone();
            scope.spawn(move || fuzz(&target, args))
        };
        let running: Vec<_> = targets.iter().map(run).collect();
        let wait = |thread: thread::ScopedJoinHandle<'_, Result<Row>>| {
            let outcome = thread.join();
            outcome.unwrap_or_else(|_| Err("a thread has panicked".to_owned()))
        };
        running.into_iter().map(wait).collect()
    })
}

/// Runs one target; what it prints goes to a file.
fn fuzz(target: &str, args: &FuzzArgs) -> Result<Row> {
    let log = folder("target/logs")?.join(format!("{target}.log"));
    let output = fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut command = cargo_fuzz("run", args);
    command.arg(target);
    // The first folder is the one that is written to.
    command.arg(folder(&format!("target/found/{target}"))?);
    command.arg(folder(&format!("corpus/{target}"))?);
    command.arg(folder(&format!("target/seeds/{target}"))?);
    command.args(["--", "-print_final_stats=1"]);
    command.arg(format!("-max_total_time={}", args.seconds));
    command.arg(format!("-max_len={MAX_LENGTH}"));
    command.arg(format!("-timeout={TIMEOUT}"));
    command.arg(format!("-report_slow_units={SLOW}"));
    command.arg(format!("-dict={}", root().join("fuzz/toml.dict").display()));
    eprintln!("fuzz: {target} for {} s", args.seconds);
    let status = command.stdout(Stdio::null()).stderr(output).status();
    let status = status.map_err(|error| format!("cannot run {target}: {error}"))?;
    let text = fs::read(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    Ok(Row::new(
        target,
        &String::from_utf8_lossy(&text),
        status.success(),
    ))
}
