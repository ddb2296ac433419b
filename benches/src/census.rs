//! What a document holds, in three numbers: enough to see whether two parsers agree.

/// Counts over all values of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Keys of all tables.
    pub keys: usize,
    /// Strings, numbers, booleans, dates and times.
    pub scalars: usize,
    /// Bytes of all keys and all strings, decoded.
    pub text: usize,
}

impl Census {
    /// Counts a key.
    pub fn key(&mut self, text: &str) {
        self.keys += 1;
        self.text += text.len();
    }

    /// Counts a string.
    pub fn string(&mut self, text: &str) {
        self.scalars += 1;
        self.text += text.len();
    }

    /// Counts a value without text.
    pub fn scalar(&mut self) {
        self.scalars += 1;
    }
}
