//! Environment variables as a layer: which of them, and the path that a name stands for.

use std::ffi::OsString;
use std::{env, fmt};

/// Environment variables whose names begin with a prefix.
///
/// `APP__SERVER__PORT=80` sets `server.port` for the prefix `APP`. What stands behind the prefix is split at
/// the separator, `__` by default, and each part is a key.
///
/// # Case
/// The prefix is compared as it is given. A key is first taken in lower case: `MAX_SIZE` is `max_size`. It stands
/// for any other key that the layers below have in its table, or that the struct names as a field, if these differ in case,
/// `-` and `_` only: `max-size` and `maxSize` are set by `APP__MAX_SIZE`, too. Where the table is a map and
/// no layer below has such a key, it is the one in lower case.
///
/// # Values
/// A variable is text, and is read by the type that is wanted:
///
/// | wanted | what is read |
/// |---|---|
/// | a string, a path, a type that is read from a string | the text as it is, without quotes |
/// | a boolean | `true`, `false`, `yes`, `no`, `on`, `off`, `1` or `0`, in any case |
/// | a number, a date-time | as TOML writes them: `80`, `0x50`, `1.5e3`, `1979-05-27` |
/// | a list | `a,b,c`, each part without the space round it, or an array of TOML; nothing for an empty text |
/// | a table | an inline table of TOML: `{ host = "a", port = 80 }` |
/// | the name of a variant | the text, whatever its case, `-` and `_` |
/// | anything, as under `flatten` or in an untagged enum | as TOML if it is a value of TOML, else text |
///
/// A number in a name is an index where there is an array: `APP__SERVERS__0__PORT`.
///
/// A name in which a key would be empty is left out, such as `APP__` or `APP__A__`. Of variables that set the same value, the
/// last one by name counts.
///
/// ```
/// use toml_serde::config::{Config, Env};
///
/// #[derive(serde::Deserialize)]
/// struct Settings {
///     port: u16,
///     tags: Vec<String>,
/// }
///
/// let variables = [("APP__PORT", "80"), ("APP__TAGS", "a,b")];
/// let config = Config::new().env(Env::new("APP").variables(variables));
/// let settings: Settings = config.load()?.extract()?;
/// assert_eq!(settings.port, 80);
/// assert_eq!(settings.tags, ["a", "b"]);
/// # Ok::<(), toml_serde::config::Errors>(())
/// ```
#[derive(Clone)]
pub struct Env {
    prefix: String,
    prefix_separator: Option<String>,
    separator: String,
    ignored: Vec<String>,
    variables: Option<Vec<(OsString, OsString)>>,
}

/// A variable that is part of the configuration.
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) value: String,
    /// The parts of the name that are keys, by where they stand in it.
    pub(super) keys: Vec<std::ops::Range<usize>>,
}

impl Env {
    /// The variables that begin with a prefix and the separator, such as `APP` and `__`.
    ///
    /// An empty prefix stands for all variables.
    #[must_use]
    pub fn new(prefix: impl Into<String>) -> Self {
        Self {
            prefix: prefix.into(),
            prefix_separator: None,
            separator: "__".to_owned(),
            ignored: Vec::new(),
            variables: None,
        }
    }

    /// What stands between two keys, `__` by default.
    #[must_use]
    pub fn separator(mut self, separator: impl Into<String>) -> Self {
        self.separator = separator.into();
        self
    }

    /// What stands between the prefix and the first key, where it is another separator: `_` for `APP_PORT`.
    #[must_use]
    pub fn prefix_separator(mut self, separator: impl Into<String>) -> Self {
        self.prefix_separator = Some(separator.into());
        self
    }

    /// Leaves out a variable that has the prefix and is no part of the configuration, by its whole name.
    #[must_use]
    pub fn ignore(mut self, name: impl Into<String>) -> Self {
        self.ignored.push(name.into());
        self
    }

    /// Takes these variables instead of those of the process, as for a test.
    #[must_use]
    pub fn variables<N, V>(mut self, variables: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: Into<OsString>,
        V: Into<OsString>,
    {
        let all = variables.into_iter();
        self.variables = Some(
            all.map(|(name, value)| (name.into(), value.into()))
                .collect(),
        );
        self
    }

    /// The name of the variable that sets a path of keys; `None` where a key has the separator in it.
    pub(super) fn name_of<'k>(&self, keys: impl Iterator<Item = &'k str>) -> Option<String> {
        let keys: Vec<String> = keys
            .map(|key| key.to_uppercase().replace('-', "_"))
            .collect();
        let separator = self.separator.to_uppercase();
        let is_split =
            |key: &String| key.is_empty() || (!separator.is_empty() && key.contains(&separator));
        if keys.iter().any(is_split) {
            return None;
        }
        Some(format!("{}{}", self.start(), keys.join(&self.separator)))
    }

    /// What a variable's name begins with.
    fn start(&self) -> String {
        if self.prefix.is_empty() {
            return String::new();
        }
        let separator = self.prefix_separator.as_ref().unwrap_or(&self.separator);
        format!("{}{separator}", self.prefix)
    }

    /// The variables that are part of the configuration, by name; for one that is not UTF-8, its name as far as it is.
    pub(super) fn collect(&self) -> Vec<Result<Variable, String>> {
        let mut all: Vec<_> = match &self.variables {
            Some(variables) => variables.clone(),
            None => env::vars_os().collect(),
        };
        all.sort();
        all.into_iter()
            .filter_map(|(name, value)| self.read(name, value))
            .collect()
    }

    fn read(&self, name: OsString, value: OsString) -> Option<Result<Variable, String>> {
        let start = self.start();
        let shown = name.to_string_lossy().into_owned();
        if !shown.starts_with(&start) || self.ignored.contains(&shown) {
            return None;
        }
        let (Ok(name), Ok(value)) = (name.into_string(), value.into_string()) else {
            return Some(Err(shown));
        };
        let keys = self.keys(&name, start.len())?;
        Some(Ok(Variable { name, value, keys }))
    }

    /// `None` where a key would be empty.
    fn keys(&self, name: &str, start: usize) -> Option<Vec<std::ops::Range<usize>>> {
        let mut keys = Vec::new();
        let mut at = start;
        let parts: Vec<&str> = match self.separator.as_str() {
            "" => vec![&name[start..]],
            separator => name[start..].split(separator).collect(),
        };
        for part in parts {
            if part.is_empty() {
                return None;
            }
            keys.push(at..at + part.len());
            at += part.len() + self.separator.len();
        }
        Some(keys)
    }
}

/// Without values, which may be secrets.
impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Env")
            .field("prefix", &self.prefix)
            .field("separator", &self.separator)
            .finish_non_exhaustive()
    }
}

/// Whether two names differ in case, `-` and `_` only.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|letter| !matches!(letter, '-' | '_'));
    letters.flat_map(char::to_lowercase)
}
