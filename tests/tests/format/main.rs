//! The formatter: fixtures of every option, and what must hold of all documents.

mod everywhere;
