//! Documents that come from files: opened, and saved so that a file is old or new, never half of one.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use toml_core::ParseOptions;

use super::DocumentMut;
use crate::error::{Error, ErrorKind};

/// What the names of temporary files start with. One is left behind only where the process is killed.
const TEMPORARY: &str = ".toml-edit-";

/// Where a document came from.
#[derive(Clone, Debug)]
pub(super) struct File {
    path: PathBuf,
    /// The text that the file had when it was last read or written.
    text: String,
}

/// Whether a file is written that others have changed in the meantime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overwrite {
    /// Only if it is what it was when it was opened or last saved.
    #[default]
    IfUnchanged,
    /// In any case.
    Always,
}

impl DocumentMut {
    /// Reads and parses a TOML 1.0 file, for [`save`](Self::save) to write.
    ///
    /// # Errors
    /// `Io`; `InvalidDocument`, also where the file is not UTF-8.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::open_with(path, ParseOptions::default())
    }

    /// [`open`](Self::open) with options.
    ///
    /// # Errors
    /// As there.
    pub fn open_with(path: impl AsRef<Path>, options: ParseOptions) -> Result<Self, Error> {
        // Absolute, for the folder that the process works in may be another one when the file is saved.
        let path = std::path::absolute(path)?;
        let text = match String::from_utf8(fs::read(&path)?) {
            Ok(text) => text,
            Err(error) => {
                let invalid = options.parse_bytes(error.as_bytes()).err();
                return Err(match invalid {
                    Some(invalid) => Error::syntax(ErrorKind::InvalidDocument, invalid),
                    None => Error::new(ErrorKind::InvalidDocument),
                });
            }
        };
        let mut document = Self::parse_with(text.clone(), options)?;
        document.file = Some(File { path, text });
        Ok(document)
    }

    /// The file that the document was opened from, as an absolute path.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
    }

    /// Writes the document to the file that it was opened from, unless others have changed that.
    ///
    /// The text goes to a temporary file in the same folder, is synced, and takes the old one's name and
    /// permissions. A symbolic link stays one: the file that it leads to is replaced. Whatever goes wrong, the file
    /// is the old one or the new one; a process that is killed may leave a temporary file behind, whose name starts
    /// with `.toml-edit-`.
    ///
    /// # Errors
    /// `NoFile`; `ChangedOnDisk`, also where the file is gone; `Io`, also where the file is read-only.
    pub fn save(&mut self) -> Result<(), Error> {
        self.save_with(Overwrite::IfUnchanged)
    }

    /// [`save`](Self::save), or whatever the file is now, even read-only. Where nothing has changed, nothing is written.
    ///
    /// # Errors
    /// As there.
    pub fn save_with(&mut self, overwrite: Overwrite) -> Result<(), Error> {
        let text = self.document.source().to_owned();
        let file = self.file.as_mut();
        let file = file.ok_or_else(|| Error::new(ErrorKind::NoFile))?;
        if overwrite == Overwrite::IfUnchanged {
            let on_disk = fs::read(&file.path).ok();
            if on_disk.as_deref() != Some(file.text.as_bytes()) {
                return Err(Error::new(ErrorKind::ChangedOnDisk));
            }
            if file.text == text {
                return Ok(());
            }
            if fs::metadata(&file.path)?.permissions().readonly() {
                return Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied).into());
            }
        }
        write(&file.path, &text)?;
        file.text = text;
        Ok(())
    }
}

/// Puts a text in the place of a file's, at once.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let path = behind_links(path);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let old = fs::metadata(&path).ok();
    let mut temporary = match old {
        Some(_) => tempfile::Builder::new()
            .prefix(TEMPORARY)
            .tempfile_in(folder)?,
        None => new_file_in(folder)?,
    };
    // The file itself, for errors that are the system's own, without the name of a file that nobody knows.
    temporary.as_file_mut().write_all(text.as_bytes())?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// The file that a link leads to, whether it is there or not.
fn behind_links(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    match (fs::read_link(path), path.parent()) {
        (Ok(target), Some(folder)) => folder.join(target),
        _ => path.to_path_buf(),
    }
}

/// A temporary file that others may read as they may any new file; by default they may not.
fn new_file_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the process masks is taken off by the system.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes the new name last, on systems where a folder can be synced; elsewhere there is nothing to do.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = OpenOptions::new().read(true).open(folder) {
        let _ = folder.sync_all();
    }
}
