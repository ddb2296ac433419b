//! What we depend on, looked through by cargo-deny, whose rules are in `deny.toml`.
//!
//! Advisories come from a database on the network; where that is out of reach, the others are looked at all the same.

use crate::shell::{self, Result, cargo};

pub(super) fn run() -> Result<()> {
    let version = cargo(&["deny", "--version"]).output();
    if !version.is_ok_and(|output| output.status.success()) {
        return Err(
            "cargo-deny is missing; `cargo install cargo-deny --locked` gets it".to_string(),
        );
    }
    shell::run(&mut cargo(&[
        "deny", "check", "licenses", "bans", "sources",
    ]))?;
    let mut fetch = cargo(&["deny", "fetch", "db"]);
    match fetch.output() {
        Ok(output) if output.status.success() => shell::run(&mut cargo(&[
            "deny",
            "check",
            "--disable-fetch",
            "advisories",
        ])),
        _ => {
            println!("the database of advisories is out of reach, so they were NOT checked");
            Ok(())
        }
    }
}
