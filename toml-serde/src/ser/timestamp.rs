//! Date-times, which come through serde as a struct with a reserved name and their text in it.

use serde_core::Serialize;
use toml_core::Datetime;
use toml_core::de::DATETIME_FIELD;
use toml_core::encode::encode_datetime;
use toml_core::ser::KeySerializer;

use super::Error;

/// Appends the date-time that the value of [`DATETIME_FIELD`] is the text of.
pub(super) fn encode<T>(name: &str, value: &T, out: &mut String) -> Result<(), Error>
where
    T: Serialize + ?Sized,
{
    if name != DATETIME_FIELD {
        return Err(Error::no_datetime_text());
    }
    let start = out.len();
    value.serialize(KeySerializer::new(out))?;
    let text = &out[start..];
    let datetime: Datetime = text.parse().map_err(|_| Error::no_datetime(text))?;
    out.truncate(start);
    encode_datetime(&datetime, out);
    Ok(())
}
