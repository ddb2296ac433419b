//! Where things stand in the text, in characters, as Python counts.

use toml_core::{Document, Path, Segment, Span};
use toml_edit_lite::Patch;

/// Where a value or its key stands: start and end in characters. `None` where nothing is at the path, and for the
/// key of what has none.
pub(super) fn span(
    document: &Document<'_>,
    path: Vec<Segment>,
    part: &str,
) -> Option<(usize, usize)> {
    let span = find(document, path, part)?;
    let source = document.source();
    let start = characters(source, span.start);
    Some((start, start + source[span.range()].chars().count()))
}

/// Line and column of where a value or its key starts, both from 1, in characters.
pub(super) fn position(
    document: &Document<'_>,
    path: Vec<Segment>,
    part: &str,
) -> Option<(usize, usize)> {
    let span = find(document, path, part)?;
    let before = &document.source()[..span.start as usize];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Some((line, before[start..].chars().count() + 1))
}

/// Patches with their spans in characters of the text that they are for.
pub(super) fn patches(base: &str, patches: &[Patch]) -> Vec<(usize, usize, String)> {
    let (mut at, mut count) = (0, 0);
    let mut advance = |to: u32| {
        let to = to as usize;
        count += base[at..to].chars().count();
        at = to;
        count
    };
    patches
        .iter()
        .map(|patch| {
            let start = advance(patch.span.start);
            (start, advance(patch.span.end), patch.text.clone())
        })
        .collect()
}

fn find(document: &Document<'_>, path: Vec<Segment>, part: &str) -> Option<Span> {
    let value = Path::from(path).find(document)?;
    match part {
        "key" => value.key().map(|key| key.span()),
        _ => Some(value.span()),
    }
}

fn characters(source: &str, offset: u32) -> usize {
    source[..offset as usize].chars().count()
}
