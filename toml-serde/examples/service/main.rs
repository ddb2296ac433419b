//! A service whose configuration has five layers: defaults in the program, two files, variables, and what `--set` says.
//!
//! ```sh
//! cd toml-serde/examples/service
//! cargo run --example service
//! cargo run --example service -- --set server.port=8443 --explain
//! cargo run --example service -- --broken
//! ```

mod settings;

use std::path::Path;
use std::process::ExitCode;

use settings::{Settings, Which, config};
use toml_serde::config::Env;

fn main() -> ExitCode {
    let mut overrides = Vec::new();
    let (mut which, mut is_explained) = (Which::Config, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--explain" => is_explained = true,
            "--broken" => which = Which::Broken,
            "--set" => overrides.extend(arguments.next()),
            other => {
                eprintln!(
                    "unknown argument {other}; there are --set KEY=VALUE, --explain and --broken"
                );
                return ExitCode::from(2);
            }
        }
    }
    if let Which::Broken = which {
        overrides.push("server.tls.certificate=1".to_owned());
    }
    let env = match which {
        Which::Config => Env::new("APP"),
        Which::Broken => Env::new("APP").variables([("APP__SERVER__WORKERS", "many")]),
    };
    let config = config(Path::new(""), which).env(env).set_all(overrides);
    let extracted = match config.extract_with_warnings::<Settings>() {
        Ok(extracted) => extracted,
        Err(errors) => {
            eprintln!("{errors}");
            return ExitCode::FAILURE;
        }
    };
    for warning in &extracted.warnings {
        eprintln!("warning: {warning}\n");
    }
    if is_explained {
        match config.load() {
            Ok(loaded) => print!("{}", loaded.explain_as::<Settings>()),
            Err(errors) => eprintln!("{errors}"),
        }
    } else {
        println!("{:#?}", extracted.value);
    }
    ExitCode::SUCCESS
}
