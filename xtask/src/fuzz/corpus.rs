//! `--keep`: inputs that together reach all that was reached go to `fuzz/corpus`.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use crate::shell::{Result, root};

use super::{FuzzArgs, cargo_fuzz, folder};

/// Most bytes of the corpus of one target: all together stay below what `tests/fuzz` allows.
const MAX_BYTES: u64 = 240_000;

/// Merges what was found into the corpus of a target.
pub(super) fn keep(target: &str, args: &FuzzArgs) -> Result<()> {
    let merged = root().join("fuzz/target/merged").join(target);
    // What an earlier run has left is of no use.
    let _ = fs::remove_dir_all(&merged);
    let merged = folder(&format!("target/merged/{target}"))?;
    let corpus = folder(&format!("corpus/{target}"))?;
    let mut command = cargo_fuzz("run", args);
    command.arg(target).arg(&merged).arg(&corpus);
    command.arg(folder(&format!("target/found/{target}"))?);
    command.arg(folder(&format!("target/seeds/{target}"))?);
    // Edges alone, covered greedily: few inputs do.
    command.args(["--", "-set_cover_merge=1", "-use_counters=0"]);
    command.arg(format!("-max_len={}", super::MAX_LENGTH));
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err(format!("cannot merge the corpus of {target}"));
    }
    let mut files = files(&merged)?;
    files.sort();
    fs::remove_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let corpus = folder(&format!("corpus/{target}"))?;
    let mut size = 0;
    for (length, path) in &files {
        size += length;
        if size > MAX_BYTES {
            break;
        }
        let name = path.file_name().unwrap_or_default();
        fs::copy(path, corpus.join(name))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The files of a folder, each with its length.
fn files(folder: &PathBuf) -> Result<Vec<(u64, PathBuf)>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let file = |entry: fs::DirEntry| Some((entry.metadata().ok()?.len(), entry.path()));
    Ok(entries.flatten().filter_map(file).collect())
}
