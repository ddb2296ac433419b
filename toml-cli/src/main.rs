//! The binary `toml`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(toml_cli::run(std::env::args_os()))
}
