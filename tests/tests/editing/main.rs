//! The editor: all edits of all valid documents, against the same edits of owned data.

mod identity;
mod oracle;
mod whole;
