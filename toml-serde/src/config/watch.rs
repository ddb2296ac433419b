//! Reads a configuration again when its files change.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use serde_core::de::DeserializeOwned;

use super::load::load;
use super::{Config, Errors, Layer};

/// A change is read when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(50);
/// A change is read after so long, even if there are others all the time.
const LONGEST: Duration = Duration::from_secs(1);

/// A configuration that is read again when its files change; see [`Config::watch`]. Dropping it ends that.
pub struct Watcher<T> {
    current: Arc<RwLock<Arc<T>>>,
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

/// Why a configuration cannot be watched.
#[derive(Debug)]
#[non_exhaustive]
pub enum WatchError {
    /// It could not be read to begin with.
    Config(Errors),
    /// The file system does not tell of changes.
    Notify(notify::Error),
}

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(errors) => errors.fmt(f),
            Self::Notify(error) => {
                write!(f, "cannot watch the files of the configuration: {error}")
            }
        }
    }
}

impl std::error::Error for WatchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Config(errors) => Some(errors),
            Self::Notify(error) => Some(error),
        }
    }
}

/// What the thread is told.
enum Message {
    /// Something may have changed.
    Changed,
    Stop,
}

impl Config {
    /// Reads the configuration into a type, and again whenever one of its files changes, comes or goes.
    ///
    /// `on_change` gets the new value when it has been read as a whole, or the errors; in that case the old value stays
    /// the current one. It is called from a thread of its own, and only when a text has changed. A file should be
    /// replaced by renaming another: one that is written in place for longer than a twentieth of a second may be read
    /// in between. Links and folders on the way to a file may change, too. A panic of `on_change` ends the watching.
    ///
    /// ```no_run
    /// use toml_serde::config::Config;
    ///
    /// # #[derive(serde::Deserialize)]
    /// # struct Settings;
    /// let config = Config::new().file("app.toml");
    /// let watcher = config.watch::<Settings>(|change| match change {
    ///     Ok(_) => println!("app.toml was read again"),
    ///     Err(errors) => eprintln!("{errors}"),
    /// })?;
    /// let settings = watcher.current();
    /// # let _ = settings;
    /// # Ok::<(), toml_serde::config::WatchError>(())
    /// ```
    ///
    /// # Errors
    /// Where the configuration cannot be read to begin with, or the file system does not tell of changes.
    pub fn watch<T>(
        &self,
        on_change: impl FnMut(Result<Arc<T>, Errors>) + Send + 'static,
    ) -> Result<Watcher<T>, WatchError>
    where
        T: DeserializeOwned + Send + Sync + 'static,
    {
        let (messages, received) = channel();
        let events = messages.clone();
        let notifier = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| may_change(event.kind)) {
                // Nobody listens any more where the watcher is being dropped.
                events.send(Message::Changed).unwrap_or_default();
            }
        })
        .map_err(WatchError::Notify)?;
        let mut folders = Folders {
            notifier,
            watched: BTreeSet::new(),
        };
        let first = self
            .reading_watched::<T>(&mut folders)
            .map_err(WatchError::Notify)?;
        let value = Arc::new(first.result.map_err(WatchError::Config)?);
        let current = Arc::new(RwLock::new(value));
        let thread = Thread {
            config: self.clone(),
            texts: first.texts,
            folders,
            current: current.clone(),
            on_change,
        };
        Ok(Watcher {
            current,
            messages,
            thread: Some(thread::spawn(move || thread.run(&received))),
        })
    }

    /// Watches before it reads, so that no change gets lost in between.
    fn reading_watched<T: DeserializeOwned>(
        &self,
        folders: &mut Folders,
    ) -> notify::Result<Reading<T>> {
        loop {
            let reading = self.reading::<T>();
            if folders.watch(&reading.looked_in)? == Watched::AsBefore {
                return Ok(reading);
            }
        }
    }

    fn reading<T: DeserializeOwned>(&self) -> Reading<T> {
        let (loaded, errors) = load(self);
        let mut texts = loaded.sources.all();
        texts.extend(errors.iter().map(|error| {
            let text = error.to_string();
            (Layer::Text(String::new()), text.into())
        }));
        let looked_in = loaded.looked_in.clone();
        let result = loaded
            .extract_after(errors)
            .map(|extracted| extracted.value);
        Reading {
            texts,
            looked_in,
            result,
        }
    }
}

impl<T> Watcher<T> {
    /// The value that was read last without errors.
    #[must_use]
    pub fn current(&self) -> Arc<T> {
        // The lock is held for an assignment only, which does not panic.
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl<T> Drop for Watcher<T> {
    fn drop(&mut self) {
        self.messages.send(Message::Stop).unwrap_or_default();
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != thread::current().id()
        {
            // What a panic of `on_change` has said was printed by its thread.
            thread.join().unwrap_or_default();
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Watcher<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher")
            .field("current", &self.current())
            .finish_non_exhaustive()
    }
}

/// What came of one reading.
struct Reading<T> {
    /// The texts of all layers, and what was wrong with them.
    texts: Vec<(Layer, Arc<str>)>,
    looked_in: Vec<PathBuf>,
    result: Result<T, Errors>,
}

/// The thread that waits for changes.
struct Thread<T, F> {
    config: Config,
    texts: Vec<(Layer, Arc<str>)>,
    folders: Folders,
    current: Arc<RwLock<Arc<T>>>,
    on_change: F,
}

impl<T: DeserializeOwned, F: FnMut(Result<Arc<T>, Errors>)> Thread<T, F> {
    fn run(mut self, messages: &Receiver<Message>) {
        while let Ok(Message::Changed) = messages.recv() {
            if !is_quiet(messages) {
                return;
            }
            let reading = match self.config.reading_watched::<T>(&mut self.folders) {
                Ok(reading) => reading,
                // A folder that cannot be watched, since it has just gone, is looked for after the next change.
                Err(_) => self.config.reading::<T>(),
            };
            if reading.texts == self.texts {
                continue;
            }
            self.texts = reading.texts;
            let result = reading.result.map(Arc::new);
            if let Ok(value) = &result {
                let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
                *current = value.clone();
            }
            (self.on_change)(result);
        }
    }
}

/// Waits until nothing changes any more; false where the watcher is dropped in the meantime.
fn is_quiet(messages: &Receiver<Message>) -> bool {
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        match messages.recv_timeout(QUIET) {
            Ok(Message::Changed) => {}
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => return true,
        }
    }
    true
}

/// The folders that are watched: of files, because a file that is replaced by another is no longer the one that was watched.
struct Folders {
    notifier: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Folders {
    /// Watches these folders, those round them and those that links lead to, as far as they are there, and no others.
    fn watch(&mut self, folders: &[PathBuf]) -> notify::Result<Watched> {
        let wanted: BTreeSet<PathBuf> = folders.iter().flat_map(|folder| around(folder)).collect();
        let outcome = if wanted == self.watched {
            Watched::AsBefore
        } else {
            Watched::Others
        };
        for old in self.watched.difference(&wanted) {
            // One that has gone is not watched any more anyway.
            self.notifier.unwatch(old).unwrap_or_default();
        }
        self.watched = wanted;
        // Also those that are watched already: one may have been replaced by another folder of its name.
        let mut folders = self.watched.iter();
        folders.try_for_each(|folder| self.notifier.watch(folder, RecursiveMode::NonRecursive))?;
        Ok(outcome)
    }
}

/// Whether the folders that are watched are the same as before.
#[derive(Clone, Copy, PartialEq)]
enum Watched {
    AsBefore,
    Others,
}

/// A folder and those above it, by its name and by where links lead.
fn around(folder: &Path) -> Vec<PathBuf> {
    let named = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let absolute = std::path::absolute(named).ok();
    let real = std::fs::canonicalize(named).ok();
    let all = absolute
        .iter()
        .chain(&real)
        .flat_map(|folder| folder.ancestors());
    all.filter(|folder| folder.is_dir())
        .map(Path::to_owned)
        .collect()
}

/// Whether an event may be a change; reading a file is none.
fn may_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
