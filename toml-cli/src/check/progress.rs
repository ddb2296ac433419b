//! A progress bar on standard error, for runs that take long enough to wonder.

use std::io::{self, IsTerminal as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::render::Verbosity;

/// A run shorter than this shows no progress.
const DELAY: Duration = Duration::from_millis(500);

/// A progress bar that stays away until half a second has passed, and for good where standard
/// error is no terminal.
pub(crate) struct Progress {
    start: Instant,
    bar: Option<ProgressBar>,
    is_shown: AtomicBool,
}

impl Progress {
    /// Takes the time from `start`; counts nothing yet.
    pub(crate) fn start(verbosity: Verbosity, start: Instant) -> Self {
        let is_wanted = verbosity == Verbosity::Normal && io::stderr().is_terminal();
        let bar = || {
            ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
                .with_message("looking for TOML files")
        };
        Self {
            start,
            bar: is_wanted.then(bar),
            is_shown: AtomicBool::new(false),
        }
    }

    /// From now on `files` are being checked.
    pub(super) fn expect(&self, files: usize) {
        let Some(bar) = &self.bar else { return };
        bar.set_message("checking");
        bar.set_length(files as u64);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
    }

    /// One file is done.
    pub(super) fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
        self.tick();
    }

    /// Some time has passed; any thread may say so.
    pub(crate) fn tick(&self) {
        let Some(bar) = &self.bar else { return };
        let is_late = || self.start.elapsed() >= DELAY;
        if !self.is_shown.load(Ordering::Relaxed)
            && is_late()
            && !self.is_shown.swap(true, Ordering::Relaxed)
        {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.tick();
        }
    }

    /// Takes the bar away while something else is written to the terminal.
    pub(super) fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) if self.is_shown.load(Ordering::Relaxed) => bar.suspend(write),
            _ => write(),
        }
    }

    /// Takes the bar away for good.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
