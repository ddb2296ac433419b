//! The exit codes, in order of weight.

/// How a command ended; the heaviest of several wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Everything was done and found right: 0.
    Clean,
    /// Something is invalid: 1.
    Invalid,
    /// Something could not be done: 2.
    Failed,
}

impl Exit {
    /// The number that the operating system gets.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }
}
