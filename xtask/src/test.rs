//! `cargo xtask test`: everything that CI does, step by step, up to the first failure.
//!
//! A new step is a function and a line in [`STEPS`].

mod deny;
mod features;
mod long;
mod no_std;
mod python;

use std::time::Instant;

use clap::Args;

use crate::shell::{self, Result, cargo};

/// One thing that CI does.
struct Step {
    name: &'static str,
    what: &'static str,
    when: When,
    run: fn() -> Result<()>,
}

/// When a step is run that nobody has named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    /// With `--long`.
    Long,
    /// Never: it needs a program that has to be installed.
    OnRequest,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        what: "the code is formatted",
        when: When::Always,
        run: fmt,
    },
    Step {
        name: "clippy",
        what: "no lint has anything to say",
        when: When::Always,
        run: clippy,
    },
    Step {
        name: "test",
        what: "all tests, with all features",
        when: When::Always,
        run: test,
    },
    Step {
        name: "doc",
        what: "the documentation builds without a warning",
        when: When::Always,
        run: doc,
    },
    Step {
        name: "features",
        what: "each crate without features, and with each feature alone",
        when: When::Always,
        run: features::run,
    },
    Step {
        name: "no-std",
        what: "toml-core needs no standard library",
        when: When::Always,
        run: no_std::run,
    },
    Step {
        name: "python",
        what: "the wheel in a new environment: toml-test, drop-in, properties, types",
        when: When::Always,
        run: python::run,
    },
    Step {
        name: "long",
        what: "limits and faults on a larger scale, optimised",
        when: When::Long,
        run: long::run,
    },
    Step {
        name: "deny",
        what: "licences, sources, duplicates and advisories of dependencies, by cargo-deny",
        when: When::OnRequest,
        run: deny::run,
    },
];

/// The arguments of `test`.
#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Run only this step; may be given several times
    #[arg(long, value_name = "NAME", value_parser = STEPS.iter().map(|step| step.name).collect::<Vec<_>>())]
    step: Vec<String>,

    /// Run also what takes long: the step `long`
    #[arg(long)]
    long: bool,

    /// List the steps instead of running them
    #[arg(long)]
    list: bool,
}

impl TestArgs {
    fn wants(&self, step: &Step) -> bool {
        if !self.step.is_empty() {
            return self.step.iter().any(|name| name == step.name);
        }
        match step.when {
            When::Always => true,
            When::Long => self.long,
            When::OnRequest => false,
        }
    }
}

/// Runs the steps asked for, or all of them.
pub(crate) fn run(args: &TestArgs) -> Result<()> {
    if args.list {
        for step in STEPS {
            println!("{:<10} {}", step.name, step.what);
        }
        return Ok(());
    }
    let (steps, others): (Vec<&Step>, Vec<&Step>) = STEPS.iter().partition(|step| args.wants(step));
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
    if args.step.is_empty() {
        print_others(&others);
    }
    Ok(())
}

/// Says what was not run, and how to run it.
fn print_others(others: &[&Step]) {
    for step in others {
        println!(
            "not run: {}, {} (--step {})",
            step.name, step.what, step.name
        );
    }
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
