//! The errors that this thread has made lately, in case that serde throws them away.
//!
//! For an untagged enum serde tries one variant after the other, drops what each has to say, and
//! then says that none matched. At that moment the reasons are here.

use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
use core::mem;

use super::Error;

/// How many errors are kept at most; an enum with more variants than this keeps quiet about the rest.
const CAPACITY: usize = 32;

std::thread_local! {
    static ERRORS: RefCell<Vec<Error>> = const { RefCell::new(Vec::new()) };
    /// Whether there are any, to be asked often.
    static HAS_ERRORS: Cell<bool> = const { Cell::new(false) };
    /// An error on its way through code that is generic over errors.
    static SENT: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// Keeps a copy of an error.
#[cold]
pub(super) fn record(error: &Error) {
    ERRORS.with_borrow_mut(|errors| {
        if errors.len() < CAPACITY {
            errors.push(error.clone());
        }
    });
    HAS_ERRORS.set(true);
}

/// Takes out all that were kept, the oldest first.
#[cold]
pub(super) fn take() -> Vec<Error> {
    HAS_ERRORS.set(false);
    ERRORS.with_borrow_mut(mem::take)
}

/// Drops what was kept. To be called where a value is handed out that serde may buffer.
#[inline]
pub fn forget() {
    if HAS_ERRORS.get() {
        drop(take());
    }
}

/// Leaves an error for the next that is made.
#[cold]
pub(super) fn send(error: Error) {
    SENT.set(Some(error));
}

/// The error that was left, if any.
#[cold]
pub(super) fn receive() -> Option<Error> {
    SENT.take()
}
