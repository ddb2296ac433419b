//! Numbers as text: of any size and precision, until a type asks for them.

use std::fmt;

use super::{DeString, own};

/// An integer of any size, as text.
///
/// ```
/// use toml_serde::de::DeValue;
///
/// let value = DeValue::parse("0xDEAD_BEEF")?.into_inner();
/// let integer = value.as_integer().unwrap();
/// assert_eq!((integer.as_str(), integer.radix()), ("DEADBEEF", 16));
/// assert_eq!(u32::from_str_radix(integer.as_str(), integer.radix()), Ok(3_735_928_559));
/// assert_eq!(integer.to_string(), "0xDEADBEEF");
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DeInteger<'i> {
    digits: DeString<'i>,
    radix: u32,
}

impl<'i> DeInteger<'i> {
    pub(super) fn new(digits: DeString<'i>, radix: u32) -> Self {
        Self { digits, radix }
    }

    /// The digits, with the sign where there is one and without underscores: what `from_str_radix` takes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The base of the digits: 2, 8, 10 or 16.
    #[must_use]
    pub fn radix(&self) -> u32 {
        self.radix
    }

    /// Copies what is borrowed.
    pub fn make_owned(&mut self) {
        own(&mut self.digits);
    }

    pub(super) fn to_i64(&self) -> Option<i64> {
        i64::from_str_radix(&self.digits, self.radix).ok()
    }

    pub(super) fn to_u64(&self) -> Option<u64> {
        u64::from_str_radix(&self.digits, self.radix).ok()
    }

    pub(super) fn to_i128(&self) -> Option<i128> {
        i128::from_str_radix(&self.digits, self.radix).ok()
    }

    pub(super) fn to_u128(&self) -> Option<u128> {
        u128::from_str_radix(&self.digits, self.radix).ok()
    }
}

/// `0`.
impl Default for DeInteger<'_> {
    fn default() -> Self {
        Self::new("0".into(), 10)
    }
}

/// Writes the integer with the prefix of its base.
impl fmt::Display for DeInteger<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.radix {
            2 => "0b",
            8 => "0o",
            16 => "0x",
            _ => "",
        })?;
        f.write_str(&self.digits)
    }
}

/// A float of any precision, as text.
///
/// ```
/// use toml_serde::de::DeValue;
///
/// let value = DeValue::parse("3.141_592_653_589_793_238")?.into_inner();
/// let float = value.as_float().unwrap();
/// assert_eq!(float.as_str(), "3.141592653589793238");
/// assert_eq!(float.as_str().parse(), Ok(std::f64::consts::PI));
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DeFloat<'i>(DeString<'i>);

impl<'i> DeFloat<'i> {
    pub(super) fn new(text: DeString<'i>) -> Self {
        Self(text)
    }

    /// The text without underscores: what the `FromStr` of floats takes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Copies what is borrowed.
    pub fn make_owned(&mut self) {
        own(&mut self.0);
    }

    pub(super) fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

/// `0.0`.
impl Default for DeFloat<'_> {
    fn default() -> Self {
        Self::new("0.0".into())
    }
}

impl fmt::Display for DeFloat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
