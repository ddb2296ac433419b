//! Raw text to values: numbers and escapes. Knows no tree and no tokens.

pub(crate) mod escape;
pub(crate) mod number;

#[cfg(test)]
mod tests;
