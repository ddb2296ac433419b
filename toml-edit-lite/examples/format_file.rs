//! Prints a file, formatted: `cargo run --example format_file -- FILE [WIDTH]`.

use toml_edit_lite::{FormatOptions, format};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let mut options = FormatOptions::default();
    if let Some(width) = arguments.next() {
        options.line_width = width.parse()?;
    }
    let source = std::fs::read_to_string(path)?;
    print!("{}", format(&source, &options)?);
    Ok(())
}
