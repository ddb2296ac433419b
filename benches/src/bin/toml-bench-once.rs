//! `toml-bench-once NAME ITERATIONS` parses one generated input so often and does nothing else.
//!
//! `NAME@BYTES` is a hard input of that length. `cargo xtask bench --instructions` and `--growth`
//! count what this executes.

use std::process::ExitCode;

use benches::{generate, growth, ours};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().and_then(|name| input(&name));
    let iterations = arguments.next().and_then(|text| text.parse::<u32>().ok());
    let (Some(text), Some(iterations)) = (text, iterations) else {
        eprintln!("usage: toml-bench-once NAME[@BYTES] ITERATIONS");
        return ExitCode::FAILURE;
    };
    for _ in 0..iterations {
        ours::parse(&text);
    }
    ExitCode::SUCCESS
}

fn input(name: &str) -> Option<String> {
    match name.split_once('@') {
        Some((name, bytes)) => Some(growth::Shape::find(name)?.text(bytes.parse().ok()?)),
        None => Some(generate::Shape::find(name)?.text()),
    }
}
