//! `toml explain`: the rule behind an error code, or all codes.

mod index;
mod page;
mod suggest;

use std::io::{self, ErrorKind, Write as _};

use crate::args::{ColorChoice, ExplainArgs};
use crate::exit::Exit;
use crate::render::visible;
use crate::terminal::{Destination, Terminal};

/// Prints the explanation of a code, or the list of all.
pub(crate) fn run(args: &ExplainArgs, color: ColorChoice) -> Exit {
    let terminal = Terminal::detect(color, Destination::Stdout);
    let Some(code) = &args.code else {
        return print(&index::all(terminal));
    };
    match toml_core::ErrorKind::from_code(code) {
        Some(kind) => print(&page::of(kind, terminal)),
        None => unknown(code),
    }
}

/// Says that there is no such code, and which ones are like it.
fn unknown(code: &str) -> Exit {
    let similar = suggest::similar(code);
    let advice = if similar.is_empty() {
        String::from("`toml explain` lists all codes")
    } else {
        let quoted: Vec<String> = similar.iter().map(|code| format!("`{code}`")).collect();
        format!("did you mean {}?", quoted.join(" or "))
    };
    // Where standard error is gone there is nobody left to tell.
    let _ = writeln!(
        io::stderr(),
        "error: no error code `{}`; {advice}",
        visible(code)
    );
    Exit::Failed
}

/// Writes to standard output. A reader that went away is no failure.
fn print(text: &str) -> Exit {
    let mut stdout = io::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "error: standard output: {error}");
            Exit::Failed
        }
        _ => Exit::Clean,
    }
}
