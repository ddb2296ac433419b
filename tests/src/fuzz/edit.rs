//! The target of the editor: a generated document, in any layout, and edits of it.

use arbitrary::{Arbitrary, Result as Choice, Unstructured};
use toml_core::{ParseOptions, Version};

use crate::generate::{layout, values};
use crate::invariants::{Pick, check_any_edit, check_edits, pick_edit};

/// Most bytes that choose a layout.
const MAX_LAYOUT: usize = 300;

/// A document and what is to be done to it.
#[derive(Debug)]
struct Script {
    text: String,
    options: ParseOptions,
    picks: Vec<Pick>,
    /// A document whose edits may make no sense for the other.
    foreign: Option<String>,
}

impl<'a> Arbitrary<'a> for Script {
    fn arbitrary(u: &mut Unstructured<'a>) -> Choice<Self> {
        let version = if u.ratio(1, 3)? {
            Version::V1_1
        } else {
            Version::V1_0
        };
        let text = document(u, version)?;
        let picks = u.int_in_range(1..=6)?;
        let picks = (0..picks).map(|_| pick(u)).collect::<Choice<_>>()?;
        let is_foreign = u.ratio(1, 4)?;
        Ok(Self {
            text,
            options: ParseOptions {
                version,
                ..ParseOptions::default()
            },
            picks,
            foreign: is_foreign.then(|| document(u, version)).transpose()?,
        })
    }
}

fn document(u: &mut Unstructured<'_>, version: Version) -> Choice<String> {
    let table = values::table(u)?;
    let length = u.int_in_range(0..=MAX_LAYOUT)?.min(u.len());
    Ok(layout::render_as(version, &table, u.bytes(length)?))
}

fn pick(u: &mut Unstructured<'_>) -> Choice<Pick> {
    let (path, edit) = (u.arbitrary::<u16>()?, u.arbitrary::<u16>()?);
    let has_value = u.ratio(1, 2)?;
    Ok(Pick {
        path: path.into(),
        edit: edit.into(),
        value: has_value.then(|| values::value(u)).transpose()?,
    })
}

/// Edits one after the other are those of data and touch no other line, and so are all in one go; edits that make no
/// sense change nothing.
pub(super) fn edit(bytes: &[u8]) -> Result<(), String> {
    let Ok(script) = Script::arbitrary(&mut Unstructured::new(bytes)) else {
        return Ok(());
    };
    check_edits(&script.text, script.options, &script.picks)?;
    let Some(foreign) = &script.foreign else {
        return Ok(());
    };
    let other = script
        .options
        .parse(foreign)
        .map_err(|error| error.to_string())?;
    script
        .picks
        .iter()
        .map(|pick| pick_edit(&other, pick))
        .try_for_each(|edit| check_any_edit(&script.text, script.options, &edit))
}
