//! From the words of the command line to an exit code.

use std::ffi::OsString;

use clap::Parser as _;

use crate::args::{Cli, Command};
use crate::exit::Exit;
use crate::{check, explain};

/// Runs the command line `args`, whose first word is the program's name, and returns its exit code.
///
/// 0: everything asked for was done and found right. 1: something is invalid. 2: something could
/// not be done at all, such as reading a file.
///
/// ```
/// assert_eq!(toml_cli::run(["toml", "check", "no/such/file.toml"]), 2);
/// ```
pub fn run<I, T>(args: I) -> u8
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(message) => return answer(&message).code(),
    };
    let exit = match cli.command {
        Command::Check(args) => check::run(&args, cli.color),
        Command::Explain(args) => explain::run(&args, cli.color),
    };
    exit.code()
}

/// Prints what clap has to say: help, the version, or what is wrong with the arguments.
fn answer(message: &clap::Error) -> Exit {
    // A reader that has gone away cannot be told so.
    let _ = message.print();
    if message.use_stderr() {
        Exit::Failed
    } else {
        Exit::Clean
    }
}
