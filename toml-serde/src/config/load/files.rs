//! Which files are read: required, optional, the first of several, all of a folder, the nearest above.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use toml_core::Span;

use super::{Loader, Strings};
use crate::config::{Discover, Error, ErrorKind, Layer, Presence};

/// What stands for the profile in a path.
const PROFILE: &str = "{profile}";

impl Loader<'_> {
    pub(super) fn add_file(&mut self, path: &Path, presence: Presence) {
        let Some(path) = self.with_profile(path) else {
            return;
        };
        self.settable.files.push(path.clone());
        self.look_beside(&path);
        self.read(&path, presence);
    }

    fn look_beside(&mut self, path: &Path) {
        self.looked_in.extend(path.parent().map(Path::to_owned));
        // A link may lead to a file elsewhere.
        if let Ok(real) = fs::canonicalize(path) {
            self.looked_in.extend(real.parent().map(Path::to_owned));
        }
    }

    pub(super) fn add_first_file(&mut self, paths: &[PathBuf]) {
        let paths: Vec<_> = paths
            .iter()
            .filter_map(|path| self.with_profile(path))
            .collect();
        for path in &paths {
            self.look_beside(path);
        }
        let found = paths.iter().find(|path| path.exists());
        self.settable.files.extend(found.or(paths.first()).cloned());
        if let Some(path) = found {
            self.read(path, Presence::Optional);
        }
    }

    pub(super) fn add_folder(&mut self, folder: &Path) {
        let Some(folder) = self.with_profile(folder) else {
            return;
        };
        self.look_beside(&folder);
        self.looked_in.push(folder.clone());
        match files_of(&folder) {
            Ok(files) => {
                for file in files {
                    self.settable.files.push(file.clone());
                    self.read(&file, Presence::Optional);
                }
            }
            Err(error) if is_absent(&error) => {}
            Err(error) => self.unreadable(&folder, &error),
        }
    }

    pub(super) fn discover(&mut self, discover: &Discover) {
        let Some(name) = self.with_profile(discover.name()) else {
            return;
        };
        let discover = &discover.clone().named(name);
        self.looked_in.extend(discover.folders());
        let found = discover.find().map(|path| {
            let here = env::current_dir().and_then(fs::canonicalize).ok();
            let relative = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
            relative.unwrap_or(path)
        });
        match found {
            Some(path) => self.add_file(&path, Presence::Optional),
            None => self.settable.files.push(discover.name().to_owned()),
        }
    }

    /// The path with the profile's name in it; `None` where it wants one and there is none.
    fn with_profile(&mut self, path: &Path) -> Option<PathBuf> {
        let Some(text) = path.to_str().filter(|text| text.contains(PROFILE)) else {
            return Some(path.to_owned());
        };
        let profile = self.config.profile.as_deref()?;
        // A name that comes from a variable or an argument must not lead to another folder.
        let is_name = !matches!(profile, "" | "." | "..") && !profile.contains(['/', '\\', '\0']);
        if !is_name {
            let message = format!("`{profile}` is not the name of a profile");
            self.errors
                .push(Error::new(ErrorKind::InvalidRule, message));
            return None;
        }
        Some(text.replace(PROFILE, profile).into())
    }

    fn read(&mut self, path: &Path, presence: Presence) {
        match fs::read(path) {
            Ok(bytes) => self.add_bytes(path, bytes),
            Err(error) if is_absent(&error) => {
                if presence == Presence::Required {
                    let message = format!("file {} not found", path.display());
                    self.errors.push(Error::new(ErrorKind::NotFound, message));
                }
            }
            Err(error) => self.unreadable(path, &error),
        }
    }

    fn add_bytes(&mut self, path: &Path, bytes: Vec<u8>) {
        let layer = Layer::File(path.to_owned());
        match String::from_utf8(bytes) {
            Ok(text) => self.add_text(layer, &text, Strings::MayDirect),
            Err(error) => {
                let bytes = error.as_bytes();
                let Err(error) = toml_core::parse_bytes(bytes) else {
                    return;
                };
                let shown = String::from_utf8_lossy(bytes).into_owned();
                match self.sources.add(layer, shown.into()) {
                    Ok(base) => {
                        let error = self.syntax_error(&error, base);
                        self.errors.push(error);
                    }
                    Err(error) => self.errors.push(error),
                }
            }
        }
    }

    #[cold]
    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let message = format!("cannot read {}: {error}", path.display());
        let kind = ErrorKind::Unreadable(error.kind());
        self.errors.push(Error::new(kind, message));
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The files of a folder that end with `.toml` and are not hidden, by name.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.extension() == Some(OsStr::new("toml")) && !is_hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What a span becomes in a text in which bytes that are no UTF-8 were replaced: the part in front is the same.
pub(super) fn within(span: Span, length: usize) -> Span {
    let end = length as u32;
    Span::new(span.start.min(end), span.end.min(end))
}
