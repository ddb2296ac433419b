//! `RESULTS.md`: a section for each kind of measurement, each with where and how it was made.

use std::fs;
use std::io;
use std::path::Path;

use super::Environment;

const HEAD: &str = "\
# Results

Output of `cargo xtask bench`, which writes this file: do not edit it. Numbers of different machines do not compare;
ratios do, roughly.
";

/// The titles, in the order of the file.
const ORDER: &[&str] = &[
    "Parsing",
    "Typed structs",
    "Writing",
    "Values",
    "Layers",
    "Heap",
    "Growth",
    "Whole processes",
    "Editing",
    "Reading in Python",
    "Writing in Python",
    "Editing in Python",
];

/// A part of `RESULTS.md`.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// The command that makes it.
    pub command: &'static str,
    /// What is measured and how to read it.
    pub about: String,
    /// Tables.
    pub body: String,
}

impl Section {
    /// The section as Markdown.
    #[must_use]
    pub fn to_markdown(&self, environment: &Environment) -> String {
        format!(
            "## {}\n\n{}\n\n```sh\n{}\n```\n\n{}\n{environment}",
            self.title, self.about, self.command, self.body
        )
    }
}

/// Puts a section into the file, in the place of the one with the same title.
///
/// # Errors
/// When the file cannot be read or written.
pub fn write_section(path: &Path, section: &Section, environment: &Environment) -> io::Result<()> {
    let old = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_string(),
        other => other?,
    };
    let markdown = section.to_markdown(environment);
    fs::write(path, replace_section(&old, section.title, &markdown))
}

/// The text with another section of that title; where there was none, it goes before those that
/// are to follow.
#[must_use]
pub fn replace_section(text: &str, title: &str, section: &str) -> String {
    let (start, end) = if let Some(start) = find(text, title) {
        (start, end_of_section(text, start))
    } else {
        let follower = followers(title).find_map(|title| find(text, title));
        let place = follower.unwrap_or(text.len());
        (place, place)
    };
    let (before, after) = (text[..start].trim_end(), &text[end..]);
    format!("{before}\n\n{}\n{after}", section.trim_end())
}

/// Where a section starts, at the newline before its heading.
fn find(text: &str, title: &str) -> Option<usize> {
    text.find(&format!("\n## {title}\n"))
}

/// Where the section that starts there ends, at the newline before the next heading.
fn end_of_section(text: &str, start: usize) -> usize {
    let next = text[start + 1..].find("\n## ");
    next.map_or(text.len(), |next| start + 1 + next)
}

/// The titles that are to follow a title.
fn followers(title: &str) -> impl Iterator<Item = &'static str> {
    ORDER
        .iter()
        .copied()
        .skip_while(move |it| *it != title)
        .skip(1)
}
