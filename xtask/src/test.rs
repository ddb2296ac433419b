//! `cargo xtask test`: everything that CI does, step by step, up to the first failure.
//!
//! A new step is a function and a line in [`STEPS`].

mod features;
mod no_std;
mod python;

use std::time::Instant;

use clap::Args;

use crate::shell::{self, Result, cargo};

/// One thing that CI does.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        what: "the code is formatted",
        run: fmt,
    },
    Step {
        name: "clippy",
        what: "no lint has anything to say",
        run: clippy,
    },
    Step {
        name: "test",
        what: "all tests, with all features",
        run: test,
    },
    Step {
        name: "doc",
        what: "the documentation builds without a warning",
        run: doc,
    },
    Step {
        name: "features",
        what: "each crate without features, and with each feature alone",
        run: features::run,
    },
    Step {
        name: "no-std",
        what: "toml-core needs no standard library",
        run: no_std::run,
    },
    Step {
        name: "python",
        what: "the wheel in a new environment: toml-test, drop-in, properties, types",
        run: python::run,
    },
];

/// The arguments of `test`.
#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Run only this step; may be given several times
    #[arg(long, value_name = "NAME", value_parser = STEPS.iter().map(|step| step.name).collect::<Vec<_>>())]
    step: Vec<String>,

    /// List the steps instead of running them
    #[arg(long)]
    list: bool,
}

/// Runs the steps asked for, or all of them.
pub(crate) fn run(args: &TestArgs) -> Result<()> {
    if args.list {
        for step in STEPS {
            println!("{:<10} {}", step.name, step.what);
        }
        return Ok(());
    }
    let is_wanted =
        |step: &&Step| args.step.is_empty() || args.step.iter().any(|name| name == step.name);
    let steps: Vec<&Step> = STEPS.iter().filter(is_wanted).collect();
    let start = Instant::now();
    let mut times = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!(
            "\n=== {}/{} {}: {}",
            at + 1,
            steps.len(),
            step.name,
            step.what
        );
        let start = Instant::now();
        (step.run)().map_err(|error| {
            format!(
                "step `{}` failed: {error}\n       again: cargo xtask test --step {}",
                step.name, step.name
            )
        })?;
        let seconds = start.elapsed().as_secs_f64();
        println!("=== {} ok in {seconds:.1} s", step.name);
        times.push(format!("{} {seconds:.1} s", step.name));
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "\nxtask test: ok, {} of {} steps in {seconds:.1} s ({})",
        steps.len(),
        STEPS.len(),
        times.join(", ")
    );
    Ok(())
}

fn fmt() -> Result<()> {
    shell::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    // A workspace of its own.
    let fuzz = "fuzz/Cargo.toml";
    shell::run(&mut cargo(&["fmt", "--manifest-path", fuzz, "--check"]))
}

fn clippy() -> Result<()> {
    shell::run(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ]))
}

fn test() -> Result<()> {
    shell::run(&mut cargo(&["test", "--workspace", "--all-features"]))
}

fn doc() -> Result<()> {
    let mut command = cargo(&["doc", "--no-deps", "--workspace", "--all-features"]);
    shell::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}
