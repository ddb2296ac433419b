//! File names as URIs (RFC 3986).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::log::{ArtifactLocation, Message};
use crate::files::STDIN;
use crate::render::repository_path;

/// All but what RFC 3986 calls unreserved, and the slash. A colon is not kept either: in front of the
/// first slash it would end a scheme.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The folder in which `toml` was run, as most readers call it.
const ROOT: &str = "%SRCROOT%";

impl ArtifactLocation {
    /// The location of a file by its name in reports.
    pub(super) fn of(name: &str) -> Self {
        if name == STDIN {
            return Self::described("Standard input.");
        }
        if let Some(uri) = absolute(name) {
            return Self {
                uri: Some(uri),
                uri_base_id: None,
                description: None,
            };
        }
        let path = repository_path(name);
        // What leads out of a base has none (section 3.4.4).
        let leads_out = path.split('/').any(|part| part == "..");
        Self {
            uri: Some(encode(path)),
            uri_base_id: (!leads_out).then_some(ROOT),
            description: None,
        }
    }

    fn described(text: &str) -> Self {
        Self {
            uri: None,
            uri_base_id: None,
            description: Some(Message::new(text)),
        }
    }
}

/// What relative URIs are relative to. Only the reader knows where that is on its machine.
pub(super) fn base_ids() -> BTreeMap<&'static str, ArtifactLocation> {
    let location = ArtifactLocation::described("The folder in which the files were checked.");
    BTreeMap::from([(ROOT, location)])
}

/// The `file:` URI of an absolute path, on Windows with a drive or a server.
fn absolute(name: &str) -> Option<String> {
    if cfg!(windows) {
        if let [drive, b':', b'/', ..] = name.as_bytes() {
            let drive = char::from(*drive);
            return Some(format!("file:///{drive}:{}", encode(&name[2..])));
        }
        if name.starts_with("//") {
            return Some(format!("file:{}", encode(name)));
        }
    }
    name.starts_with('/')
        .then(|| format!("file://{}", encode(name)))
}

fn encode(path: &str) -> String {
    utf8_percent_encode(path, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> (Option<String>, Option<&'static str>) {
        let location = ArtifactLocation::of(name);
        (location.uri, location.uri_base_id)
    }

    #[test]
    fn uri_encodes_what_is_reserved() {
        let uri = |text: &str| Some(text.to_string());
        assert_eq!(of("./a/b.toml"), (uri("a/b.toml"), Some(ROOT)));
        assert_eq!(
            of("a b#c%20,d:e/ü~.toml"),
            (uri("a%20b%23c%2520%2Cd%3Ae/%C3%BC~.toml"), Some(ROOT))
        );
        assert_eq!(of("../a.toml"), (uri("../a.toml"), None));
        assert_eq!(of("/x y/a.toml"), (uri("file:///x%20y/a.toml"), None));
        assert_eq!(of("<stdin>"), (None, None));
    }
}
