//! What reports are written to.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal as _, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::Flushing;
use crate::render::visible;
use crate::terminal::Destination;

/// Standard output or a file.
pub(in crate::check) enum Target {
    /// Standard output.
    Stdout(StdoutLock<'static>),
    /// A file that takes its name when it is complete, so that nobody ever reads half of one.
    New(Box<NamedTempFile>, PathBuf),
    /// Something that is there and no regular file, such as a pipe or `/dev/null`.
    Device(File, PathBuf),
}

impl Target {
    /// Opens the file of this name, or standard output for none and for `-`.
    ///
    /// # Errors
    /// What to tell the user where the file cannot be written.
    pub(in crate::check) fn open(path: Option<&Path>) -> Result<Self, String> {
        match path {
            Some(path) if path.as_os_str() != "-" => Self::open_file(path).map_err(|error| {
                let name = path.to_string_lossy();
                format!("{}: {}", visible(&name), cause(&error))
            }),
            _ => Ok(Self::Stdout(io::stdout().lock())),
        }
    }

    fn open_file(path: &Path) -> io::Result<Self> {
        // A symbolic link stays, and the file that it leads to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        match fs::metadata(&path) {
            Ok(metadata) if !metadata.is_file() => {
                let file = OpenOptions::new().write(true).open(&path)?;
                Ok(Self::Device(file, path))
            }
            _ => Ok(Self::New(Box::new(temporary(&path)?), path)),
        }
    }

    /// When to write buffered text out.
    pub(super) fn flushing(&self) -> Flushing {
        match self {
            Self::Stdout(stdout) if stdout.is_terminal() => Flushing::Always,
            _ => Flushing::AtEnd,
        }
    }

    /// What the terminal has to know.
    pub(in crate::check) fn destination(&self) -> Destination {
        match self {
            Self::Stdout(_) => Destination::Stdout,
            Self::New(..) | Self::Device(..) => Destination::File,
        }
    }

    /// What to call it in a message.
    pub(super) fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Stdout(_) => Cow::Borrowed("standard output"),
            Self::New(_, path) | Self::Device(_, path) => {
                Cow::Owned(visible(&path.to_string_lossy()).into_owned())
            }
        }
    }

    /// Gives a new file its name, once it is on the disk. Without this, nothing of it stays.
    pub(super) fn keep(self) -> io::Result<()> {
        match self {
            Self::New(file, path) => {
                file.as_file().sync_all()?;
                file.persist(path).map(drop).map_err(|error| error.error)
            }
            Self::Stdout(_) | Self::Device(..) => Ok(()),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::New(file, _) => file.write(bytes),
            Self::Device(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::New(file, _) => file.flush(),
            Self::Device(file, _) => file.flush(),
        }
    }
}

/// A temporary file beside `path`, so that it can be renamed.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".toml-report-");
    // Temporary files are private; a report is a file like every other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// What the operating system said, without the name of the temporary file that `tempfile` adds.
fn cause(error: &io::Error) -> String {
    let mut text = error.to_string();
    if let Some(end) = text.find(" at path ") {
        text.truncate(end);
    }
    text
}
