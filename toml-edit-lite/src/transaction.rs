//! Many edits, applied and parsed together: what waits, and what has to be applied first.

mod arrays;
mod comments;
mod convert;
mod format;
mod merge;
mod moves;
mod queue;
mod set;
mod sort;
mod splice;
mod update;

pub use arrays::ArrayLines;
pub use merge::MergePolicy;
use toml_core::{Document, Path, Segment, ValueRef};

use crate::document::DocumentMut;
use crate::error::{Error, ErrorKind};
use crate::patch::Patch;
use crate::path::{IntoPath, Place, path_of};
use crate::plan::State;
use queue::{Group, Queue};

/// Edits that become part of a document together; see [`DocumentMut::edit`].
///
/// Each edit sees what those before it did. The methods are those of [`DocumentMut`].
pub struct Transaction<'t> {
    target: &'t mut DocumentMut,
    /// The document before the first edit, once it has been changed.
    before: Option<(Document<'static>, Vec<Patch>)>,
    queue: Queue,
    /// Why the edits can no longer become part of the document: some of them are lost.
    failure: Option<Error>,
}

/// What has been applied is taken back, unless it was committed; so it is when a caller panics.
impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if let Some((document, patches)) = self.before.take() {
            self.target.restore(document, patches);
        }
    }
}

impl<'t> Transaction<'t> {
    pub(crate) fn new(target: &'t mut DocumentMut) -> Self {
        Self {
            target,
            before: None,
            queue: Queue::default(),
            failure: None,
        }
    }

    /// The document with all edits so far.
    ///
    /// Looking makes edits apply that could have waited, so look before you edit where there are many.
    ///
    /// # Errors
    /// `WouldBreak` where an edit before this cannot be done.
    pub fn view(&mut self) -> Result<&Document<'static>, Error> {
        self.flush()?;
        Ok(self.target.view())
    }

    /// The value at a path, after all edits so far, if there is one.
    ///
    /// # Errors
    /// As [`view`](Self::view); `InvalidPath`.
    pub fn get(&mut self, path: impl IntoPath) -> Result<Option<ValueRef<'_>>, Error> {
        let path = path.into_path()?;
        Ok(path.find(self.view()?))
    }

    /// Whether there is something at a path, after all edits so far.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub fn contains(&mut self, path: impl IntoPath) -> Result<bool, Error> {
        Ok(self.get(path)?.is_some())
    }

    /// Makes all edits part of the document; gives the one before if it was another.
    ///
    /// # Errors
    /// The first failure of edits that waited, even if the caller has been told before; the document is as before.
    pub(crate) fn commit(mut self) -> Result<Option<Document<'static>>, Error> {
        self.flush()?;
        Ok(self.before.take().map(|(document, _)| document))
    }

    /// Applies everything that waits. Where that fails, edits are lost that the caller counts on: nothing is committed then.
    fn flush(&mut self) -> Result<(), Error> {
        if let Some(failure) = &self.failure {
            return Err(failure.again());
        }
        let outcome = self.apply_waiting();
        self.or_fail(outcome)
    }

    fn apply_waiting(&mut self) -> Result<(), Error> {
        let mut waiting = self.queue.take();
        if let [only] = waiting.as_slice() {
            let path = path_of(only.path());
            let patches = only.plan(&self.target.state())?;
            return self.apply(patches).map_err(|error| error.with_path(path));
        }
        while !waiting.is_empty() {
            let (patches, rest) = self.plan_all(waiting)?;
            self.apply(patches)?;
            waiting = rest;
        }
        Ok(())
    }

    /// The outcome of a step without which those before it must not become part of the document.
    fn or_fail<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &outcome {
            self.failure.get_or_insert_with(|| error.again());
        }
        outcome
    }

    /// The patches of as many groups as do not get in each other's way, and the other groups.
    fn plan_all(&self, groups: Vec<Group>) -> Result<(Vec<Patch>, Vec<Group>), Error> {
        let mut planned = queue::Planned::default();
        let mut rest = queue::Later::default();
        for group in groups {
            if rest.must_have(&group) || !planned.add(&group, &self.target.state())? {
                rest.push(group);
            }
        }
        let rest = rest.groups;
        Ok((planned.patches, rest))
    }

    /// Applies patches to the document, and keeps what was before.
    fn apply(&mut self, patches: Vec<Patch>) -> Result<(), Error> {
        if patches.is_empty() {
            return Ok(());
        }
        let history = self.before.is_none().then(|| self.target.history());
        let before = self.target.apply(patches)?;
        if let Some(history) = history {
            self.before = Some((before, history));
        }
        Ok(())
    }

    /// Applies what waits, and then what `plan` makes of the result.
    fn run(
        &mut self,
        plan: impl FnOnce(&State<'_>) -> Result<Vec<Patch>, Error>,
    ) -> Result<(), Error> {
        self.flush()?;
        let patches = plan(&self.target.state())?;
        self.apply(patches)
    }

    /// [`run`](Self::run) for an edit of the item at a path.
    fn run_at(
        &mut self,
        path: impl IntoPath,
        plan: impl FnOnce(&State<'_>, &Place<'_>) -> Result<Vec<Patch>, Error>,
    ) -> Result<(), Error> {
        let path = path.into_path()?;
        let outcome = self.run(|state| {
            let place = Place::find(state.document, path.segments())?;
            plan(state, &place)
        });
        outcome.map_err(|error| error.with_path(path))
    }

    /// The segments of a path with indexes counted from the start, of an item that exists.
    fn resolve(&self, path: &Path) -> Result<Vec<Segment>, Error> {
        Ok(Place::find(&self.target.document, path.segments())?.segments())
    }
}

/// The last segment of a path, and the ones before it.
fn split_last(path: &[Segment]) -> Result<(&[Segment], &Segment), Error> {
    match path.split_last() {
        Some((last, before)) => Ok((before, last)),
        None => Err(Error::at(ErrorKind::IsRoot, Path::default())),
    }
}
