//! What types that know of configurations find out while they are read: the folder of a file, where secrets stand.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::sync::Arc;

use toml_core::Span;

use super::sources::NOWHERE;

thread_local! {
    /// The configurations that are being read, one within the other.
    static SESSIONS: RefCell<Vec<Session>> = const { RefCell::new(Vec::new()) };
    static IS_REVEALING: Cell<bool> = const { Cell::new(false) };
}

/// Where each text begins, and the folder of the file that it was read from.
pub(super) type Folders = Arc<[(u32, Option<PathBuf>)]>;

struct Session {
    folders: Folders,
    secrets: Secrets,
}

/// The secrets that a type has asked for.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    /// Where they stand.
    pub(super) spans: Vec<Span>,
    /// Whether the type has any, even such as are not set.
    pub(super) presence: Presence,
}

/// Whether there is something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Presence {
    #[default]
    None,
    Some,
}

/// Calls `read` while a configuration is read; gives back where secrets were found, too.
pub(super) fn reading<T>(folders: &Folders, read: impl FnOnce() -> T) -> (T, Secrets) {
    /// Ends the session, even by a panic.
    struct Guard;

    impl Drop for Guard {
        fn drop(&mut self) {
            SESSIONS.with_borrow_mut(|sessions| sessions.pop());
        }
    }

    let session = Session {
        folders: folders.clone(),
        secrets: Secrets::default(),
    };
    SESSIONS.with_borrow_mut(|sessions| sessions.push(session));
    let _guard = Guard;
    let result = read();
    let secrets = SESSIONS.with_borrow_mut(|sessions| {
        let session = sessions.last_mut();
        session.map(|session| std::mem::take(&mut session.secrets))
    });
    (result, secrets.unwrap_or_default())
}

/// Whether a configuration is being read.
pub(super) fn is_active() -> bool {
    SESSIONS.with_borrow(|sessions| !sessions.is_empty())
}

/// The folder of the file that a span is of.
pub(super) fn folder_of(offset: usize) -> Option<PathBuf> {
    SESSIONS.with_borrow(|sessions| {
        let folders = &sessions.last()?.folders;
        let behind = folders.partition_point(|(base, _)| *base as usize <= offset);
        folders.get(behind.checked_sub(1)?)?.1.clone()
    })
}

/// Tells where a secret stands.
pub(super) fn note_secret(span: Span) {
    SESSIONS.with_borrow_mut(|sessions| {
        if let Some(session) = sessions.last_mut() {
            session.secrets.presence = Presence::Some;
            if span != NOWHERE {
                session.secrets.spans.push(span);
            }
        }
    });
}

/// Calls `write` while secrets are written as they are.
pub(super) fn revealing<T>(write: impl FnOnce() -> T) -> T {
    struct Guard(bool);

    impl Drop for Guard {
        fn drop(&mut self) {
            IS_REVEALING.set(self.0);
        }
    }

    let _guard = Guard(IS_REVEALING.replace(true));
    write()
}

/// Whether secrets are to be written as they are.
pub(super) fn is_revealing() -> bool {
    IS_REVEALING.get()
}
