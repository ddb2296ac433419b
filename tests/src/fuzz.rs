//! The fuzz targets: what each does with its bytes, as the fuzzer, the replay of its corpus and the generated cases run it.
//!
//! ```text
//! fuzz/targets/NAME.rs ──► Target::check ──► invariants     a violation is one text
//! tests/fuzz           ──►                   generate       documents and edits out of bytes
//! ```
//!
//! A new target is a function here, a line in [`TARGETS`], and a file in `fuzz/targets`.

mod configuration;
mod edit;
mod inputs;
mod shapes;
mod text;

pub use inputs::input;

/// What the bytes of a target are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A document, or what is almost one.
    Document,
    /// A document with a number in a comment at its start.
    Numbered,
    /// Documents with lines between them that say what they are.
    Layers,
    /// Choices of a generator.
    Choices,
}

/// A fuzz target.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name of its file, without `.rs`, and of the folder of its corpus.
    pub name: &'static str,
    /// What its bytes are.
    pub input: Input,
    /// Runs it on bytes.
    pub check: fn(&[u8]) -> Result<(), String>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target {
        name: "parse",
        input: Input::Document,
        check: text::parse,
    },
    Target {
        name: "recover",
        input: Input::Document,
        check: text::recover,
    },
    Target {
        name: "roundtrip",
        input: Input::Document,
        check: text::roundtrip,
    },
    Target {
        name: "serde_roundtrip",
        input: Input::Choices,
        check: shapes::serde_roundtrip,
    },
    Target {
        name: "edit",
        input: Input::Choices,
        check: edit::edit,
    },
    Target {
        name: "format",
        input: Input::Numbered,
        check: text::format,
    },
    Target {
        name: "differential",
        input: Input::Document,
        check: text::differential,
    },
    Target {
        name: "config",
        input: Input::Layers,
        check: configuration::config,
    },
];

/// Runs a target on bytes, as the fuzzer wants it.
///
/// # Panics
/// Where an invariant is violated, with what is wrong, and where no target has that name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = target.unwrap_or_else(|| panic!("no target {name}"));
    if let Err(violation) = (target.check)(bytes) {
        panic!("{name}: {violation}");
    }
}
