//! Where the results of a program go, and how long it takes.

use std::io;
use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use super::{Environment, Section, write_section};
use crate::measure::Plan;

/// The arguments that measuring programs have in common.
#[derive(Clone, Debug, Args)]
pub struct Output {
    /// Print JSON instead of a table
    #[arg(long)]
    pub json: bool,

    /// Put the table into this file
    #[arg(long, value_name = "FILE")]
    pub results: Option<PathBuf>,

    /// Fewer rounds, smaller inputs
    #[arg(long)]
    pub quick: bool,

    /// Only inputs whose names contain this
    #[arg(long, value_name = "NAME")]
    pub filter: Option<String>,
}

impl Output {
    /// How long to measure.
    #[must_use]
    pub fn plan(&self) -> Plan {
        if self.quick { Plan::QUICK } else { Plan::FULL }
    }

    /// Prints the results, and puts the section into the file.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn show(&self, section: &Section, json: &Value, versions: Vec<String>) -> io::Result<()> {
        if self.json {
            println!("{json}");
        } else {
            println!("{}", section.body);
        }
        match &self.results {
            Some(path) => write_section(path, section, &Environment::here(versions)),
            None => Ok(()),
        }
    }
}
