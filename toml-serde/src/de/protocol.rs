//! The names by which types ask a deserializer or serializer for what serde has no word for.

/// The newtype struct as which [`Spanned`](crate::Spanned) asks for its span.
pub(crate) const SPANNED: &str = "$__toml_serde_Spanned";

/// The struct as which the crate `serde_spanned` asks for a span.
pub(crate) const FOREIGN_SPANNED: &str = "$__serde_spanned_private_Spanned";
/// The fields of that struct: the span's start, its end, and the value.
pub(crate) const FOREIGN_FIELDS: [&str; 3] = [
    "$__serde_spanned_private_start",
    "$__serde_spanned_private_end",
    "$__serde_spanned_private_value",
];
