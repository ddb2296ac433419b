//! TOML files that do not end in `.toml`.

use std::path::Path;

/// Names of files that are always TOML, and who writes or reads them. What stands before such a name
/// and a `-` or `.` makes no difference: `old-Cargo.lock` is TOML too.
const NAMES: &[(&str, &str)] = &[
    ("Cargo.lock", "Cargo"),
    ("Cargo.toml.orig", "Cargo, in published packages"),
    ("Forc.lock", "Forc (Sway)"),
    ("Gopkg.lock", "dep (Go)"),
    ("Move.lock", "the Move package manager"),
    ("Pipfile", "Pipenv"),
    ("Scarb.lock", "Scarb (Cairo)"),
    ("aiken.lock", "Aiken"),
    ("alire.lock", "Alire (Ada)"),
    ("containers.conf", "Podman and Buildah"),
    ("mise.lock", "mise"),
    ("pdm.lock", "PDM"),
    ("pesde.lock", "pesde (Luau)"),
    ("poetry.lock", "Poetry"),
    ("registries.conf", "Podman, Buildah and Skopeo"),
    ("uv.lock", "uv"),
    ("wally.lock", "Wally (Luau)"),
];

/// Names of files that are TOML in one folder only: folder, name, and who reads them.
const NAMES_IN_FOLDER: &[(&str, &str, &str)] = &[
    (".cargo", "config", "Cargo before 1.39"),
    (".cargo", "credentials", "Cargo before 1.39"),
];

/// Whether a file found in a folder is TOML, going by its path.
pub(super) fn is_toml(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        // A name that is not UTF-8 can still end in `.toml`.
        return path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    };
    ends_in_toml(name)
        || NAMES.iter().any(|(known, _)| is_variant(name, known))
        || NAMES_IN_FOLDER.iter().any(|(folder, known, _)| {
            *known == name && path.parent().is_some_and(|parent| parent.ends_with(folder))
        })
}

/// Whether a name is a known one, or a known one behind a prefix.
fn is_variant(name: &str, known: &str) -> bool {
    name.strip_suffix(known)
        .is_some_and(|prefix| prefix.is_empty() || prefix.ends_with(['-', '.']))
}

/// Whether a name ends in `.toml`, in any case, even where nothing stands before the dot.
fn ends_in_toml(name: &str) -> bool {
    let Some(start) = name.len().checked_sub(".toml".len()) else {
        return false;
    };
    name.get(start..)
        .is_some_and(|end| end.eq_ignore_ascii_case(".toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_toml_by_name() {
        for path in [
            "a.toml",
            "b/.rustfmt.toml",
            "C.TOML",
            ".toml",
            "x/Cargo.lock",
            "old-Cargo.lock",
            "Pipfile",
            ".cargo/config",
        ] {
            assert!(is_toml(Path::new(path)), "{path}");
        }
        for path in [
            "toml",
            "a.toml.bak",
            "Pipfile.lock",
            "config",
            "x/config",
            "yarn.lock",
            "cargo.LOCK",
            "MyCargo.lock",
        ] {
            assert!(!is_toml(Path::new(path)), "{path}");
        }
    }
}
