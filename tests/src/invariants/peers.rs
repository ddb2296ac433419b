//! What must hold beside other parsers: the same verdict, and the same values.
//!
//! They are read as TOML 1.1, the one version that all of them have. Where we differ on purpose is in [`DIFFERENCES`].

mod differences;
mod rewrites;
mod spanner;
mod toml;

use toml_core::{Error, ParseOptions, Table, Version};

use super::{ensure, same_table};
pub use differences::{DIFFERENCES, Difference, Test};

/// The data of a document by another parser, or why there is none.
pub type Outcome = Result<Table, String>;

/// Another parser.
struct Peer {
    /// The name of its crate.
    name: &'static str,
    read: fn(&str) -> Outcome,
}

const PEERS: [Peer; 2] = [
    Peer {
        name: toml::NAME,
        read: toml::read,
    },
    Peer {
        name: spanner::NAME,
        read: spanner::read,
    },
];

/// A document that we and a peer disagree about.
#[derive(Clone, Copy, Debug)]
pub struct Disagreement<'c> {
    /// The document.
    pub source: &'c str,
    /// What we say.
    pub ours: &'c Result<Table, Error>,
    /// What the peer says.
    pub theirs: &'c Outcome,
    /// The peer, to ask it for another document.
    pub peer: fn(&str) -> Outcome,
}

/// Reads a text by all parsers, and checks that they agree, but for deliberate differences.
///
/// # Errors
/// The first disagreement.
pub fn check_peers(source: &str) -> Result<(), String> {
    let ours = read(source);
    for peer in PEERS {
        let theirs = (peer.read)(source);
        let case = Disagreement {
            source,
            ours: &ours,
            theirs: &theirs,
            peer: peer.read,
        };
        ensure!(
            same_outcome(&ours, &theirs) || differences::is_deliberate(peer.name, case),
            "{} disagrees: {theirs:?}\nours: {ours:?}\nfrom:\n{source}",
            peer.name
        );
    }
    Ok(())
}

fn read(source: &str) -> Result<Table, Error> {
    let options = ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    };
    options.parse(source).map(|document| document.to_table())
}

/// Both have read the same data, or both have rejected the document, for whatever reason.
fn same_outcome(ours: &Result<Table, Error>, theirs: &Outcome) -> bool {
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => same_table(ours, theirs),
        (ours, theirs) => ours.is_err() && theirs.is_err(),
    }
}

#[cfg(test)]
mod tests;
