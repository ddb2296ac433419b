//! The two programs of the toml-test protocol: TOML to tagged JSON, and back.

use std::io::{Read, Write};
use std::process::ExitCode;

use toml_core::{ParseOptions, Version, encode};

use crate::tagged;

/// One of the two programs: standard input to standard output, or to a message.
pub type Program = fn(&[u8], Version) -> Result<String, String>;

/// Tagged JSON for a TOML document.
///
/// # Errors
/// Why the document was rejected, in one line.
pub fn decode(input: &[u8], version: Version) -> Result<String, String> {
    let options = ParseOptions {
        version,
        ..ParseOptions::default()
    };
    let document = options
        .parse_bytes(input)
        .map_err(|error| error.to_string())?;
    Ok(format!("{:#}\n", tagged::from_table_view(document.root())))
}

/// A TOML document for tagged JSON; valid in every version of TOML.
///
/// # Errors
/// Why the input is not tagged JSON, in one line.
pub fn encode(input: &[u8], _: Version) -> Result<String, String> {
    let json = serde_json::from_slice(input).map_err(|error| error.to_string())?;
    Ok(encode::encode_document(&tagged::to_table(&json)?))
}

/// Runs a program as a process: exit code 0, 1 for invalid input, 2 for arguments or pipes that do
/// not work.
#[must_use]
pub fn run(program: Program) -> ExitCode {
    let outcome = version(std::env::args().skip(1)).and_then(|version| {
        let mut input = Vec::new();
        let read = std::io::stdin().read_to_end(&mut input);
        read.map_err(|error| error.to_string())?;
        Ok(program(&input, version))
    });
    let (code, message) = match outcome {
        Ok(Ok(output)) => match std::io::stdout().write_all(output.as_bytes()) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => (2, error.to_string()),
        },
        Ok(Err(message)) => (1, message),
        Err(message) => (2, message),
    };
    eprintln!("{message}");
    ExitCode::from(code)
}

/// The version of TOML that the arguments ask for, 1.0 by default.
fn version(mut arguments: impl Iterator<Item = String>) -> Result<Version, String> {
    let mut version = Version::default();
    while let Some(argument) = arguments.next() {
        if argument != "--toml" {
            return Err(format!(
                "unknown argument `{argument}`; usage: [--toml 1.0|1.1]"
            ));
        }
        version = match arguments.next().as_deref() {
            Some("1.0") => Version::V1_0,
            Some("1.1") => Version::V1_1,
            _ => return Err("`--toml` takes 1.0 or 1.1".to_string()),
        };
    }
    Ok(version)
}
