//! `${NAME}` and `${NAME:-default}` in strings.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::{env, fmt};

use toml_core::{Document, ParseOptions, Segment, Span, ValueRef};

use super::loose;
use super::sources::{DocumentValue, Sources, shifted};
use super::tree::{Reading, Text};
use super::{Error, ErrorKind};

/// How deep one default may be in another.
const MAX_DEPTH: usize = 16;

/// The variables that strings may name, for [`Config::interpolate`](super::Config::interpolate).
///
/// - `${NAME}` is the value of a variable; if it is not set, that is an error.
/// - `${NAME:-default}` is the default if it is not set or empty. The default may name variables, too.
/// - `$$` is a dollar sign; any other dollar sign stands for itself.
///
/// Names are of ASCII letters, digits and `_`. Only the values of strings are looked at, in files and texts; no keys, and
/// neither variables nor overrides. A string that is nothing but one `${…}` is read by the type that is
/// wanted, as a variable is: `port = "${PORT:-80}"` may be an integer. Others are text.
///
/// ```
/// use toml_serde::config::{Config, Variables};
///
/// #[derive(serde::Deserialize)]
/// struct Settings {
///     url: String,
///     port: u16,
/// }
///
/// let settings: Settings = Config::new()
///     .text("built in", "url = 'http://${HOST}/'\nport = '${PORT:-80}'")
///     .interpolate(Variables::new([("HOST", "localhost")]))
///     .extract()?;
/// assert_eq!(settings.url, "http://localhost/");
/// assert_eq!(settings.port, 80);
/// # Ok::<(), toml_serde::config::Errors>(())
/// ```
#[derive(Clone)]
pub struct Variables(Option<Arc<HashMap<String, String>>>);

impl Variables {
    /// Those of the process, as they are when the configuration is loaded.
    #[must_use]
    pub fn of_process() -> Self {
        Self(None)
    }

    /// These and no others.
    #[must_use]
    pub fn new<N: Into<String>, V: Into<String>>(
        variables: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let all = variables.into_iter();
        let all = all.map(|(name, value)| (name.into(), value.into()));
        Self(Some(Arc::new(all.collect())))
    }

    fn get(&self, name: &str) -> Option<String> {
        match &self.0 {
            Some(variables) => variables.get(name).cloned(),
            None => env::var(name).ok(),
        }
    }
}

/// Without values, which may be secrets.
impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Variables").finish_non_exhaustive()
    }
}

/// What became of a string in which variables were named.
#[derive(Debug)]
pub(super) enum Expansion {
    Text(Box<Text>),
    /// That was reported.
    Failed,
}

/// What is wrong with a `${…}`.
#[derive(Debug, PartialEq)]
pub(super) struct Problem {
    /// Where it stands in the string's text.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Replaces variables in all strings of a document.
pub(super) fn expand_document(
    sources: &mut Sources,
    number: u32,
    variables: &Variables,
    options: ParseOptions,
) -> Vec<Error> {
    let mut strings = Vec::new();
    collect(&sources.document(number).document, &mut strings);
    let mut errors = Vec::new();
    for (path, value, text) in strings {
        let value = DocumentValue {
            document: number,
            id: value,
        };
        match expand(&text, variables) {
            Ok(None) => {}
            Ok(Some((expanded, reading))) => {
                let span = sources.span(value);
                let base = match sources.add_expansion(span, expanded.len()) {
                    Ok(base) => base,
                    Err(error) => {
                        errors.push(error);
                        continue;
                    }
                };
                let text = match reading {
                    Reading::AsWanted => {
                        loose::text_as_wanted(sources, &expanded, (base, span), options)
                    }
                    Reading::AsText => Text {
                        content: expanded,
                        span,
                        reading,
                        value: None,
                        parts: Vec::new(),
                    },
                };
                sources.expand(value, Expansion::Text(Box::new(text)));
            }
            Err(problems) => {
                let reported = problems.into_iter().map(|problem| {
                    let (found, parsed) = sources.value(value);
                    let span = shifted(locate(found, &problem.range), parsed.base);
                    let error = Error::new(ErrorKind::Interpolation, problem.message)
                        .at_path(path.clone())
                        .with_help(problem.help);
                    match sources.place(span) {
                        Some(place) => error.at(place),
                        None => error,
                    }
                });
                errors.extend(reported);
                sources.expand(value, Expansion::Failed);
            }
        }
    }
    errors
}

/// All strings that have a dollar sign, with their paths.
fn collect(document: &Document<'_>, strings: &mut Vec<(Vec<Segment>, toml_core::ValueId, String)>) {
    collect_in(document.root().as_value(), &mut Vec::new(), strings);
}

/// Recursion is bounded by the depth that the parser allows.
fn collect_in(
    value: ValueRef<'_>,
    path: &mut Vec<Segment>,
    strings: &mut Vec<(Vec<Segment>, toml_core::ValueId, String)>,
) {
    if let Some(text) = value.as_str()
        && text.contains('$')
    {
        strings.push((path.clone(), value.id(), text.to_owned()));
    }
    for (index, child) in value.children().enumerate() {
        path.push(match child.key() {
            Some(key) => Segment::Key(key.as_str().to_owned()),
            None => Segment::Index(i64::try_from(index).unwrap_or(i64::MAX)),
        });
        collect_in(child, path, strings);
        path.pop();
    }
}

/// The text with its variables replaced, and how to read it; `None` where nothing is to be replaced.
fn expand(text: &str, variables: &Variables) -> Result<Option<(String, Reading)>, Vec<Problem>> {
    if !text.contains("${") && !text.contains("$$") {
        return Ok(None);
    }
    let mut state = Expander {
        variables,
        problems: Vec::new(),
    };
    let expanded = state.expand(text, 0, 0);
    if !state.problems.is_empty() {
        return Err(state.problems);
    }
    let is_one = text.starts_with("${") && closing_brace(text, 2) == Some(text.len() - 1);
    let reading = if is_one {
        Reading::AsWanted
    } else {
        Reading::AsText
    };
    Ok(Some((expanded, reading)))
}

struct Expander<'v> {
    variables: &'v Variables,
    problems: Vec<Problem>,
}

impl Expander<'_> {
    /// `offset` is where the text begins in the string.
    fn expand(&mut self, text: &str, offset: usize, depth: usize) -> String {
        let mut expanded = String::new();
        let mut at = 0;
        while let Some(found) = text[at..].find('$') {
            let dollar = at + found;
            expanded.push_str(&text[at..dollar]);
            let rest = &text[dollar + 1..];
            if rest.starts_with('$') {
                expanded.push('$');
                at = dollar + 2;
            } else if rest.starts_with('{') {
                let Some(close) = closing_brace(text, dollar + 2) else {
                    self.report(
                        offset + dollar..offset + text.len(),
                        "`${` is never closed",
                        DOLLAR,
                    );
                    return expanded;
                };
                let place = offset + dollar..offset + close + 1;
                let value = self.variable(&text[dollar + 2..close], place, depth);
                expanded.push_str(&value);
                at = close + 1;
            } else {
                expanded.push('$');
                at = dollar + 1;
            }
        }
        expanded.push_str(&text[at..]);
        expanded
    }

    /// What stands between `${` and `}`.
    fn variable(&mut self, inner: &str, place: Range<usize>, depth: usize) -> String {
        let (name, default) = match inner.split_once(":-") {
            Some((name, default)) => (name, Some(default)),
            None => (inner, None),
        };
        if !is_name(name) {
            self.report(
                place,
                format!("`{name}` is not the name of a variable"),
                NAMES,
            );
            return String::new();
        }
        match (self.variables.get(name), default) {
            (Some(value), None) => value,
            (Some(value), Some(_)) if !value.is_empty() => value,
            (_, Some(_)) if depth == MAX_DEPTH => {
                self.report(place, "defaults are nested too deep", DOLLAR);
                String::new()
            }
            (_, Some(default)) => {
                let start = place.start + "${".len() + name.len() + ":-".len();
                self.expand(default, start, depth + 1)
            }
            (None, None) => {
                self.report(
                    place,
                    format!("environment variable `{name}` is not set"),
                    DEFAULT,
                );
                String::new()
            }
        }
    }

    #[cold]
    fn report(&mut self, range: Range<usize>, message: impl Into<String>, help: &'static str) {
        self.problems.push(Problem {
            range,
            message: message.into(),
            help,
        });
    }
}

const DOLLAR: &str = "write `$$` for a dollar sign";
const NAMES: &str = "names are of letters, digits and `_`; write `$$` for a dollar sign";
const DEFAULT: &str = "set it, or write `${NAME:-default}` for a default";

/// The `}` that belongs to a `${` whose content begins at `start`.
fn closing_brace(text: &str, start: usize) -> Option<usize> {
    let mut open = 0_usize;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'{' if at > 0 && bytes[at - 1] == b'$' => open += 1,
            b'}' if open == 0 => return Some(at),
            b'}' => open -= 1,
            _ => {}
        }
    }
    None
}

fn is_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    !name.is_empty() && !name.as_bytes()[0].is_ascii_digit() && name.bytes().all(is_part)
}

/// Where a part of a string's text stands in its document. Where escapes stand in front of it, it is found by the
/// dollar signs; where these are escaped themselves, it is the whole string.
fn locate(string: ValueRef<'_>, range: &Range<usize>) -> Span {
    if let Some(text) = string.text_span() {
        return Span::new(
            text.start + range.start as u32,
            text.start + range.end as u32,
        );
    }
    let (text, raw, whole) = (
        string.as_str().unwrap_or_default(),
        string.raw(),
        string.span(),
    );
    let number = text[..range.start].matches('$').count();
    let mut dollars = raw.match_indices('$');
    let is_countable = raw.matches('$').count() == text.matches('$').count();
    match dollars.nth(number) {
        Some((at, _)) if is_countable => {
            let length = range.len();
            let is_plain = raw.get(at..at + length) == text.get(range.clone());
            let end = if is_plain { at + length } else { at + 2 };
            let start = whole.start;
            Span::new(start + at as u32, start + end as u32)
        }
        _ => whole,
    }
}
