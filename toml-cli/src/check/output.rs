//! Where text goes: reports to standard output or a file, failures to standard error, past the
//! progress bar.

mod target;

use std::io::{self, BufWriter, ErrorKind, Write as _};
use std::ops::ControlFlow;

use super::Progress;
use crate::exit::Exit;
use crate::render::{self, Closing};

pub(super) use target::Target;

/// The output and standard error of a run.
pub(super) struct Output<'a> {
    target: BufWriter<Target>,
    flushing: Flushing,
    progress: &'a Progress,
    failure: Option<io::Error>,
}

/// When buffered text is written out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flushing {
    /// After each report, as somebody is reading along.
    Always,
    /// When the buffer is full.
    AtEnd,
}

impl<'a> Output<'a> {
    pub(super) fn new(target: Target, progress: &'a Progress) -> Self {
        Self {
            flushing: target.flushing(),
            target: BufWriter::with_capacity(1 << 16, target),
            progress,
            failure: None,
        }
    }

    pub(super) fn progress(&self) -> &'a Progress {
        self.progress
    }

    /// Writes to the output; breaks off when nobody reads it any more.
    pub(super) fn report(&mut self, text: &str) -> ControlFlow<()> {
        if text.is_empty() {
            return ControlFlow::Continue(());
        }
        let written = self.progress.suspend(|| {
            self.target.write_all(text.as_bytes())?;
            match self.flushing {
                Flushing::Always => self.target.flush(),
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
    fn remark(&mut self, line: &str) {
        self.progress.suspend(|| {
            // Reports that belong before the line come before it on a terminal. Where standard
            // error is gone there is nobody left to tell.
            let _ = self.target.flush();
            let _ = writeln!(io::stderr(), "{line}");
        });
    }

    /// Says what could not be read.
    pub(super) fn failure(&mut self, name: &str, error: &str) {
        let line = format!("error: {}: {error}", render::visible(name));
        self.remark(&line);
    }

    /// Writes the last words.
    pub(super) fn close(&mut self, closing: &Closing) {
        // Nothing comes after this that a reader who has gone could miss.
        let _ = self.report(&closing.report);
        if let Some(remark) = &closing.remark {
            self.remark(remark);
        }
    }

    /// Writes what is left. A reader that went away is no failure; a full disk is.
    pub(super) fn finish(mut self) -> Exit {
        let written = match self.failure.take() {
            Some(error) => Err(error),
            None => self.target.flush(),
        };
        // What could not be written must not be tried again on the way out.
        let (target, _) = self.target.into_parts();
        let name = target.name();
        match written.and_then(|()| target.keep()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(io::stderr(), "error: {name}: {error}");
                Exit::Failed
            }
            _ => Exit::Clean,
        }
    }
}
