//! A folder with files for one test.

use std::fs;
use std::path::PathBuf;

/// A temporary folder.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Writes a file that is never seen half.
    #[cfg(feature = "watch")]
    pub(crate) fn replace(&self, name: &str, text: &str) {
        let new = self.0.path().join(".new");
        fs::write(&new, text).expect("a file");
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::rename(new, path).expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A report without the path of the folder.
    pub(crate) fn shorten(&self, report: &str) -> String {
        let path = self.0.path().display().to_string();
        report.replace(&format!("{path}/"), "")
    }
}
