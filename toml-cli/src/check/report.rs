//! One file and what is wrong with it.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read as _};

use toml_core::{Error, ErrorKind, ParseOptions, Version};

use crate::files::Source;

/// What a file is told that fails as TOML 1.0 and would be right as TOML 1.1.
const VALID_IN_1_1: &str = "the file is valid TOML 1.1; pass --toml 1.1";

/// The most characters of a dotted path that a line of text shows; JSON has all of it.
const MAX_PATH: usize = 60;

/// The most bytes worth reading: one more than the parser takes, so that it can say so.
const READ_LIMIT: u64 = u32::MAX as u64 + 1;

/// One file and what is wrong with it; all that a renderer gets to see.
pub(crate) struct Report<'a> {
    /// Where in the order of the run the file stands. Reports are made in any order.
    pub(crate) place: usize,
    /// The file's name, as reports show it.
    pub(crate) name: &'a str,
    /// The file's bytes, which need not be UTF-8.
    pub(crate) source: &'a [u8],
    /// What is wrong, in the order of the file; empty where it is valid.
    pub(crate) errors: Vec<Error>,
    /// A remark on the file as a whole.
    pub(crate) note: Option<&'static str>,
}

/// A file or folder that could not be read.
pub(crate) struct Unreadable<'a> {
    /// Where in the order of the run it stands.
    pub(crate) place: usize,
    /// Its name, as reports show it.
    pub(crate) name: &'a str,
    /// What the operating system said.
    pub(crate) error: &'a str,
}

impl<'a> Report<'a> {
    /// Parses the bytes of the file at a place in the order.
    pub(crate) fn of(place: usize, name: &'a str, source: &'a [u8], options: ParseOptions) -> Self {
        let (_, errors) = options.parse_bytes_recoverable(source);
        let note = is_valid_in_1_1(&errors, source, options).then_some(VALID_IN_1_1);
        Self {
            place,
            name,
            source,
            errors,
            note,
        }
    }

    /// What an error says, with the place in the data that it concerns.
    pub(crate) fn headline(&self, error: &Error) -> String {
        match error.path() {
            Some(path) => format!("{} (at {})", self.message(error), shortened(path)),
            None => self.message(error).into_owned(),
        }
    }

    /// What an error says. A byte that is no text is named by value and offset, as no snippet can show it.
    pub(crate) fn message(&self, error: &Error) -> Cow<'static, str> {
        let message = error.message();
        let offset = error.span().start;
        match self.source.get(offset as usize) {
            Some(byte) if error.kind() == ErrorKind::InvalidUtf8 => {
                format!("{message}: byte 0x{byte:02X} at offset {offset}").into()
            }
            _ => message.into(),
        }
    }
}

/// A path for a line of text: cut behind [`MAX_PATH`] characters.
fn shortened(path: &str) -> Cow<'_, str> {
    match path.char_indices().nth(MAX_PATH) {
        Some((cut, _)) => format!("{}…", &path[..cut]).into(),
        None => path.into(),
    }
}

/// Whether errors that only TOML 1.0 knows are all that is wrong; parses again to be sure.
fn is_valid_in_1_1(errors: &[Error], source: &[u8], options: ParseOptions) -> bool {
    let version = Version::V1_1;
    options.version != version
        && errors.iter().any(|error| error.kind().is_valid_in_1_1())
        && ParseOptions { version, ..options }
            .parse_bytes(source)
            .is_ok()
}

/// Fills the buffer with a whole input.
pub(super) fn read(source: &Source, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    match source {
        Source::Stdin => io::stdin().lock().take(READ_LIMIT).read_to_end(buffer)?,
        Source::File(path) => {
            let file = File::open(path)?;
            let length = file.metadata()?.len().min(READ_LIMIT);
            buffer.try_reserve(usize::try_from(length).unwrap_or(usize::MAX))?;
            file.take(READ_LIMIT).read_to_end(buffer)?
        }
    };
    Ok(())
}
