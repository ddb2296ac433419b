//! The target of serde: a value of one of a family of types, and a text that is almost one.

use std::fmt::Debug;

use arbitrary::{Arbitrary, Unstructured};
use serde::Serialize;
use serde::de::DeserializeOwned;
use toml_core::{ErrorKind, parse};

use crate::generate::changes::change;
use crate::invariants::{check_reading, check_serde, check_text};
use crate::shapes::{Containers, Enums, Flattened, Keys, Scalars, Wide};

/// A value survives being written and read; and of its text with mistakes in it, all errors have their places.
pub(super) fn serde_roundtrip(bytes: &[u8]) -> Result<(), String> {
    let Some((choice, bytes)) = bytes.split_first() else {
        return Ok(());
    };
    let u = &mut Unstructured::new(bytes);
    match choice % 6 {
        0 => check::<Scalars>(u, check_serde),
        // No `Table` holds these integers.
        1 => check::<Wide>(u, check_text),
        2 => check::<Containers>(u, check_serde),
        3 => check::<Keys>(u, check_serde),
        4 => check::<Enums>(u, check_serde),
        _ => check::<Flattened>(u, check_serde),
    }
}

fn check<'a, T>(
    u: &mut Unstructured<'a>,
    check_value: fn(&T) -> Result<(), String>,
) -> Result<(), String>
where
    T: Arbitrary<'a> + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let Ok(value) = T::arbitrary(u) else {
        return Ok(());
    };
    let text = toml_serde::to_string(&value).map_err(|error| error.to_string())?;
    // The types nest as deep as there are bytes, documents do not.
    if parse(&text).is_err_and(|error| error.kind() == ErrorKind::TooDeep) {
        return Ok(());
    }
    check_value(&value).map_err(|violation| format!("{violation}\nof {value:#?}"))?;
    let Ok(text) = change(u, &text) else {
        return Ok(());
    };
    check_reading::<T>(&text).map_err(|violation| format!("{violation}\nfrom:\n{text}"))
}
