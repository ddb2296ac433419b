//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use toml_core::Version;

/// The TOML toolkit
#[derive(Debug, Parser)]
#[command(name = "toml", version, propagate_version = true)]
pub(crate) struct Cli {
    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colour; `auto` is on a terminal, and heeds `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check that files are valid TOML
    #[command(after_help = AFTER_CHECK)]
    Check(CheckArgs),

    /// Explain an error code, or list them all
    Explain(ExplainArgs),
}

const AFTER_CHECK: &str = "\
Exit codes:
  0  every file is valid
  1  a file is invalid
  2  a path could not be read (the others are still checked), or the arguments are wrong";

/// The arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Files and folders; `-` is standard input
    ///
    /// In folders, `*.toml` and well-known TOML files such as `Cargo.lock` and `Pipfile` are
    /// checked. What `.gitignore` names, hidden folders and symbolic links are left out, unless
    /// they are given here themselves.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,

    /// Write the report here instead of to standard output; the file is replaced when the run is done
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The version of TOML to check against
    #[arg(long, value_name = "VERSION", default_value = "1.0")]
    pub(crate) toml: TomlVersion,

    /// Report only what is wrong: no summary, no progress, no valid files
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// The arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A code as reports show it, such as `toml::duplicate-key`; `toml::` may be left out
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A report with the lines concerned, for people
    Human,
    /// One line an error: `path:line:col: error[code]: message`
    Plain,
    /// One JSON object a file and line
    Json,
    /// One SARIF 2.1.0 log, for code scanning and editors
    Sarif,
    /// Workflow commands of GitHub Actions, which annotate the diff
    Github,
    /// One Code Quality report of GitLab
    Gitlab,
    /// One JUnit XML report, a test case a file
    Junit,
}

/// A version of TOML, as spelled on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TomlVersion {
    /// What every reader in use understands
    #[value(name = "1.0")]
    V1_0,
    /// Newlines and trailing commas in inline tables, `\e` and `\xHH`, times without seconds
    #[value(name = "1.1")]
    V1_1,
}

impl From<TomlVersion> for Version {
    fn from(version: TomlVersion) -> Self {
        match version {
            TomlVersion::V1_0 => Self::V1_0,
            TomlVersion::V1_1 => Self::V1_1,
        }
    }
}
