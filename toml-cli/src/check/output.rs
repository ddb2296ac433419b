//! Where text goes: reports to standard output, failures to standard error, past the progress bar.

use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, StdoutLock, Write as _};
use std::ops::ControlFlow;

use super::Progress;
use crate::exit::Exit;
use crate::render;

/// Standard output and standard error of a run.
pub(crate) struct Output<'a> {
    stdout: BufWriter<StdoutLock<'static>>,
    flushing: Flushing,
    progress: &'a Progress,
    failure: Option<io::Error>,
}

/// When buffered text is written out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flushing {
    /// After each report, as somebody is reading along.
    Always,
    /// When the buffer is full.
    AtEnd,
}

impl<'a> Output<'a> {
    pub(super) fn new(progress: &'a Progress) -> Self {
        let stdout = io::stdout().lock();
        let flushing = if stdout.is_terminal() {
            Flushing::Always
        } else {
            Flushing::AtEnd
        };
        Self {
            stdout: BufWriter::with_capacity(1 << 16, stdout),
            flushing,
            progress,
            failure: None,
        }
    }

    pub(super) fn progress(&self) -> &'a Progress {
        self.progress
    }

    /// Writes to standard output; breaks off when nobody reads it any more.
    pub(crate) fn report(&mut self, text: &str) -> ControlFlow<()> {
        if text.is_empty() {
            return ControlFlow::Continue(());
        }
        let written = self.progress.suspend(|| {
            self.stdout.write_all(text.as_bytes())?;
            match self.flushing {
                Flushing::Always => self.stdout.flush(),
                Flushing::AtEnd => Ok(()),
            }
        });
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failure = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// Writes a line to standard error.
    pub(crate) fn remark(&mut self, line: &str) {
        self.progress.suspend(|| {
            // Reports that belong before the line come before it on a terminal. Where standard
            // error is gone there is nobody left to tell.
            let _ = self.stdout.flush();
            let _ = writeln!(io::stderr(), "{line}");
        });
    }

    /// Says what could not be read.
    pub(super) fn failure(&mut self, name: &str, error: &str) {
        let line = format!("error: {}: {error}", render::visible(name));
        self.remark(&line);
    }

    /// Writes what is left. A reader that went away is no failure; a full disk is.
    pub(super) fn finish(mut self) -> Exit {
        let failure = match self.failure.take() {
            Some(error) => Some(error),
            None => self.stdout.flush().err(),
        };
        // What could not be written must not be tried again on the way out.
        let (_, _) = self.stdout.into_parts();
        match failure {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(io::stderr(), "error: standard output: {error}");
                Exit::Failed
            }
            _ => Exit::Clean,
        }
    }
}
