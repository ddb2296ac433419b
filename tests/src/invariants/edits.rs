//! What must hold of every edit: the data is the old data with that change, and all other lines are what they were.

mod lines;

use toml_core::{Document, ParseOptions, Value};
use toml_edit_lite::{DocumentMut, Error, ErrorKind};

use super::{ensure, same_table};
use crate::edits::{Edit, edits_at, paths};
use lines::{Lines, texts};

/// Does an edit and checks its outcome; returns the document after it.
///
/// # Errors
/// The first violation, with both texts.
pub fn check_edit(source: &str, options: ParseOptions, edit: &Edit) -> Result<String, String> {
    let explain = |what: String, after: &str| {
        format!("{what}\n--- edit\n{edit:?}\n--- before\n{source}\n--- after\n{after}\n---")
    };
    let mut document =
        DocumentMut::parse_with(source, options).map_err(|error| error.to_string())?;
    let mut expected = document.view().to_table();
    edit.apply_to_table(&mut expected);
    edit.apply(&mut document)
        .map_err(|error| explain(format!("refused: {error}"), ""))?;
    let after = document.as_str();
    let check = || {
        let read = options
            .parse(after)
            .map_err(|error| format!("invalid: {error}"))?;
        ensure!(
            same_table(&read.to_table(), &expected),
            "other data: {read:?}"
        );
        ensure!(
            same_table(&document.view().to_table(), &expected),
            "another view"
        );
        check_lines(source, options, edit, after)?;
        check_line_ends(source, after)?;
        if !may_drop_comments(edit) {
            check_comments(
                &DocumentMut::parse_with(source, options).map_err(|error| error.to_string())?,
                after,
            )?;
        }
        check_patches(source, &document)
    };
    check().map_err(|what| explain(what, after))?;
    Ok(after.to_owned())
}

/// Which of the edits that a document has room for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    /// Which of its paths; counted on from the first behind the last.
    pub path: usize,
    /// Which of the edits at that path, counted likewise.
    pub edit: usize,
    /// Another value than that of the edit.
    pub value: Option<Value>,
}

/// The edit of a document that a pick stands for.
#[must_use]
pub fn pick_edit(document: &Document<'_>, pick: &Pick) -> Edit {
    let paths = paths(document);
    // There is always a root, and always an edit of anything.
    let edits = edits_at(document, &paths[pick.path % paths.len()]);
    let edit = edits[pick.edit % edits.len()].clone();
    match &pick.value {
        Some(value) => edit.with_value(value.clone()),
        None => edit,
    }
}

/// Does edits one after the other, checks each, and then does all of them in one go.
///
/// # Errors
/// The first violation, with all texts.
pub fn check_edits(source: &str, options: ParseOptions, picks: &[Pick]) -> Result<(), String> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut at_hand = source.to_owned();
    for (number, pick) in picks.iter().enumerate() {
        let document = options.parse(&at_hand).map_err(|error| error.to_string())?;
        let edit = pick_edit(&document, pick).numbered(number);
        drop(document);
        at_hand = check_edit(&at_hand, options, &edit)?;
        edits.push(edit);
    }
    check_transaction(source, options, &edits)
}

/// Does edits in one go and checks that the outcome is that of one after the other.
///
/// # Errors
/// The first violation, with all texts.
pub fn check_transaction(
    source: &str,
    options: ParseOptions,
    edits: &[Edit],
) -> Result<(), String> {
    let mut document =
        DocumentMut::parse_with(source, options).map_err(|error| error.to_string())?;
    let mut expected = document.view().to_table();
    for edit in edits {
        edit.apply_to_table(&mut expected);
    }
    // Edits that were planned together may have laid a table out otherwise, so that it has no other form.
    let may_be_refused = |edit: &Edit, error: &Error| {
        matches!(edit, Edit::Convert(..)) && error.kind() == ErrorKind::InBraces
    };
    let outcome = document.edit(|tx| {
        edits.iter().try_for_each(|edit| match edit.apply_in(tx) {
            Err(error) if may_be_refused(edit, &error) => Ok(()),
            outcome => outcome,
        })
    });
    let explain = |what: String, after: &str| {
        format!("{what}\n--- edits\n{edits:#?}\n--- before\n{source}\n--- after\n{after}\n---")
    };
    outcome.map_err(|error| explain(format!("refused: {error}"), ""))?;
    let check = || {
        let read = options
            .parse(document.as_str())
            .map_err(|error| format!("invalid: {error}"))?;
        ensure!(
            same_table(&read.to_table(), &expected),
            "other data: {read:?}"
        );
        check_patches(source, &document)
    };
    check().map_err(|what: String| explain(what, document.as_str()))
}

/// Does an edit that may make no sense for a document: it is refused and nothing changes, or the result is a document.
///
/// # Errors
/// What is wrong with the outcome.
pub fn check_any_edit(source: &str, options: ParseOptions, edit: &Edit) -> Result<(), String> {
    let mut document =
        DocumentMut::parse_with(source, options).map_err(|error| error.to_string())?;
    if let Err(error) = edit.apply(&mut document) {
        let is_sound = error.kind() != ErrorKind::Overlapping;
        ensure!(is_sound, "{error}: {edit:?}\n{source}");
        let is_same = document.as_str() == source;
        ensure!(
            is_same,
            "refused ({error}), yet changed: {edit:?}\n{source}"
        );
    }
    let read = options
        .parse(document.as_str())
        .map_err(|error| error.to_string())?;
    let is_same = same_table(&read.to_table(), &document.view().to_table());
    ensure!(is_same, "another view: {edit:?}\n{source}");
    check_patches(source, &document)
}

/// The patches of a document lead from its source at the checkpoint to its text.
///
/// # Errors
/// What they lead to instead.
pub fn check_patches(source: &str, document: &DocumentMut) -> Result<(), String> {
    let (mut text, mut at) = (String::new(), 0);
    for patch in document.patches() {
        let range = patch.span.range();
        ensure!(
            range.start >= at,
            "patches overlap: {:?}",
            document.patches()
        );
        text.push_str(&source[at..range.start]);
        text.push_str(&patch.text);
        at = range.end;
    }
    text.push_str(&source[at..]);
    ensure!(
        text == document.as_str(),
        "the patches lead elsewhere: {text:?}"
    );
    Ok(())
}

/// Line ends that are all of one kind stay so, and a last line without one stays without.
fn check_line_ends(source: &str, after: &str) -> Result<(), String> {
    let (crlf, all) = (source.matches("\r\n").count(), source.matches('\n').count());
    let crlf_after = after.matches("\r\n").count();
    if all > 0 && crlf == all {
        ensure!(
            crlf_after == after.matches('\n').count(),
            "a line feed alone"
        );
    }
    if crlf == 0 {
        ensure!(crlf_after == 0, "a carriage return");
    }
    let is_empty = |text: &str| text.trim_start_matches('\u{feff}').is_empty();
    if !is_empty(source) && !is_empty(after) {
        ensure!(
            source.ends_with('\n') == after.ends_with('\n'),
            "another end of the text"
        );
    }
    ensure!(
        source.starts_with('\u{feff}') == after.starts_with('\u{feff}'),
        "another start of the text"
    );
    Ok(())
}

/// Lines that the edit does not concern are there, unchanged and in order; blank lines do not count.
fn check_lines(
    source: &str,
    options: ParseOptions,
    edit: &Edit,
    after: &str,
) -> Result<(), String> {
    let document = options.parse(source).map_err(|error| error.to_string())?;
    let lines = Lines::new(&document);
    let concerned = lines.concerned(edit);
    let is_kept = |(at, line): &(usize, &&str)| !concerned.contains(at) && !line.trim().is_empty();
    let kept = lines
        .texts
        .iter()
        .enumerate()
        .filter(is_kept)
        .map(|(_, line)| *line);
    let mut after_lines: Vec<&str> = texts(after);
    if matches!(edit, Edit::Sort(_) | Edit::SortKeys(_) | Edit::Swap(..)) {
        for line in kept {
            let found = after_lines.iter().position(|other| *other == line);
            ensure!(found.is_some(), "line lost: {line:?}");
            after_lines.swap_remove(found.unwrap_or(0));
        }
        return Ok(());
    }
    let mut rest = after_lines.into_iter();
    for line in kept {
        ensure!(
            rest.any(|other| other == line),
            "line lost or moved: {line:?}"
        );
    }
    Ok(())
}

/// Comments go with what is taken away, replaced or told otherwise.
fn may_drop_comments(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::Set(..)
            | Edit::Remove(_)
            | Edit::Clear(_)
            | Edit::Update(..)
            | Edit::Comment(..)
            | Edit::CommentsAbove(..)
    )
}

/// All comments, alone on a line or beside a value or header, are somewhere in a text.
fn check_comments(document: &DocumentMut, after: &str) -> Result<(), String> {
    let lines = Lines::new(document.view());
    for line in &lines.comments {
        let comment = lines.texts[*line].trim();
        ensure!(after.contains(comment), "comment lost: {comment:?}");
    }
    for comment in lines.comments_beside() {
        ensure!(after.contains(comment), "comment lost: {comment:?}");
    }
    Ok(())
}
