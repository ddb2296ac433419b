//! What a fixture says about its own error, in a comment:
//!
//! ```text
//! # expect: toml::duplicate-key 3:1-5 path=server.name related=2:1-5
//! ```
//!
//! Code, then line and column where the error starts, then the column just behind its end
//! (`-4:1` where that is on another line). Lines and columns are 1-based, columns in characters.
//! `path=none` states that there is no path, a missing part is not checked. `related=2` names a
//! line alone. `toml=1.1` and `max_depth=4` say how to parse.

use toml_core::{Error, ParseOptions, Position, Version};

/// The word that starts an expectation.
const MARKER: &str = "# expect: ";

/// The error that a fixture expects.
#[derive(Debug, PartialEq, Eq)]
pub struct Expectation {
    /// How to parse the fixture.
    pub options: ParseOptions,
    /// The stable code of the error's kind.
    pub code: String,
    start: Position,
    end: Option<Position>,
    path: Option<String>,
    related: Option<Related>,
}

/// The related place that a fixture expects.
#[derive(Debug, PartialEq, Eq)]
enum Related {
    Nowhere,
    Line(usize),
    Start(Position),
    Range(Position, Position),
}

impl Expectation {
    /// Finds and reads the comment in a fixture's source.
    ///
    /// # Errors
    /// What is wrong with the comment, or that there is none.
    pub fn find(source: &[u8]) -> Result<Self, String> {
        let text = String::from_utf8_lossy(source);
        let line = text
            .split('\n')
            .find_map(|line| Some(line.split_once(MARKER)?.1));
        let line = line.ok_or("no `# expect:` comment")?.trim_end();
        Self::parse(line).ok_or_else(|| format!("cannot read `# expect: {line}`"))
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let code = words.next()?.to_string();
        let (start, end) = parse_range(words.next()?)?;
        let mut expectation = Self {
            options: ParseOptions::default(),
            code,
            start,
            end,
            path: None,
            related: None,
        };
        for word in words {
            match word.split_once('=')? {
                ("path", path) => expectation.path = Some(path.to_string()),
                ("related", place) => expectation.related = Some(parse_related(place)?),
                ("toml", "1.1") => expectation.options.version = Version::V1_1,
                ("max_depth", depth) => expectation.options.max_depth = depth.parse().ok()?,
                _ => return None,
            }
        }
        Some(expectation)
    }

    /// Compares with the error that came.
    ///
    /// # Errors
    /// Every difference, one a line.
    pub fn check(&self, source: &[u8], error: &Error) -> Result<(), String> {
        let mut differences = Vec::new();
        let mut compare = |what: &str, expected: String, actual: String| {
            if expected != actual {
                differences.push(format!("{what}: expected {expected}, found {actual}"));
            }
        };
        compare("kind", self.code.clone(), error.code().to_string());
        compare("start", show(self.start), show(error.start()));
        if let Some(end) = self.end {
            compare("end", show(end), show(error.end()));
        }
        if let Some(path) = &self.path {
            compare(
                "path",
                path.clone(),
                error.path().unwrap_or("none").to_string(),
            );
        }
        if let Some(related) = &self.related {
            compare("related", related.show(), related.actual(source, error));
        }
        if differences.is_empty() {
            Ok(())
        } else {
            Err(differences.join("\n"))
        }
    }
}

impl Related {
    fn show(&self) -> String {
        match self {
            Self::Nowhere => "none".to_string(),
            Self::Line(line) => line.to_string(),
            Self::Start(start) => show(*start),
            Self::Range(start, end) => format!("{}-{}", show(*start), show(*end)),
        }
    }

    /// The error's related place, as precisely as this expectation states its own.
    fn actual(&self, source: &[u8], error: &Error) -> String {
        let Some(related) = error.related() else {
            return Self::Nowhere.show();
        };
        let start = Position::of(source, related.span.start);
        match self {
            Self::Line(_) => Self::Line(start.line).show(),
            Self::Start(_) => Self::Start(start).show(),
            Self::Nowhere | Self::Range(..) => {
                Self::Range(start, Position::of(source, related.span.end)).show()
            }
        }
    }
}

fn show(place: Position) -> String {
    format!("{}:{}", place.line, place.column)
}

fn parse_related(text: &str) -> Option<Related> {
    if text == "none" {
        return Some(Related::Nowhere);
    }
    if let Ok(line) = text.parse() {
        return Some(Related::Line(line));
    }
    Some(match parse_range(text)? {
        (start, None) => Related::Start(start),
        (start, Some(end)) => Related::Range(start, end),
    })
}

/// `3:1`, `3:1-5` or `3:1-4:2`.
fn parse_range(text: &str) -> Option<(Position, Option<Position>)> {
    let Some((start, end)) = text.split_once('-') else {
        return Some((parse_place(text)?, None));
    };
    let start = parse_place(start)?;
    let end = match end.parse() {
        Ok(column) => Position {
            line: start.line,
            column,
        },
        Err(_) => parse_place(end)?,
    };
    Some((start, Some(end)))
}

fn parse_place(text: &str) -> Option<Position> {
    let (line, column) = text.split_once(':')?;
    Some(Position {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}

#[cfg(test)]
mod tests;
