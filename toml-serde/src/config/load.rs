//! Reads the layers and merges them.

mod files;
mod syntax;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use memchr::{memchr, memchr2, memmem};
use toml_core::{Segment, Span};

use super::env::Variable;
use super::loose;
use super::merge::{Assignment, Merger, Step};
use super::overrides;
use super::rules::Rules;
use super::session::Folders;
use super::sources::{Directives, Sources, shifted};
use super::tree::{Content, Spelling, Tree};
use super::{Config, Entry, Env, Error, ErrorKind, Layer};
use crate::de::all::Completeness;
use crate::de::deserializer::parse_options;

/// A configuration whose layers have been read and merged.
///
/// What is read from it may borrow from it.
pub struct Loaded {
    pub(super) sources: Sources,
    pub(super) tree: Tree,
    pub(super) rules: Arc<Rules>,
    pub(super) settable: Settable,
    pub(super) warnings: Vec<Error>,
    pub(super) completeness: Completeness,
    pub(super) folders: Folders,
    /// Where secrets stand that are in no slot.
    pub(super) hidden: Vec<Span>,
    /// Where files were looked for, whether there were any or not.
    #[cfg_attr(
        not(feature = "watch"),
        expect(dead_code, reason = "for those who watch")
    )]
    pub(super) looked_in: Vec<PathBuf>,
}

/// Where values that are missing could be set.
#[derive(Debug, Default)]
pub(super) struct Settable {
    pub(super) files: Vec<PathBuf>,
    pub(super) envs: Vec<Env>,
    pub(super) overrides: Overrides,
}

/// Whether the configuration has overrides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Overrides {
    #[default]
    None,
    Some,
}

/// Without values, which may be secrets.
impl std::fmt::Debug for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let layers: Vec<String> = self.sources.read_layers().map(name_of).collect();
        f.debug_struct("Loaded")
            .field("layers", &layers)
            .finish_non_exhaustive()
    }
}

/// What a layer is called where its values must not be shown.
fn name_of(layer: &Layer) -> String {
    match layer {
        Layer::Override(_) => "override".to_owned(),
        layer => layer.to_string(),
    }
}

impl Loaded {
    /// The files that were read, in order.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.sources.read_layers().filter_map(|layer| match layer {
            Layer::File(path) => Some(path.as_path()),
            _ => None,
        })
    }

    /// What is doubtful about the layers, such as keys that have been renamed.
    #[must_use]
    pub fn warnings(&self) -> &[Error] {
        &self.warnings
    }
}

/// Something that was read and is to be merged.
enum Addition {
    Document(u32),
    /// The variables or overrides of one layer.
    Assignments(Vec<Assignment>),
}

/// Whether the strings of a text may delete values and name variables.
#[derive(Clone, Copy, PartialEq)]
enum Strings {
    MayDirect,
    AsTheyAre,
}

/// Reads and merges all layers, as far as that can be done in spite of the errors.
pub(super) fn load(config: &Config) -> (Loaded, Vec<Error>) {
    let mut reader = Loader {
        config,
        sources: Sources::default(),
        settable: Settable::default(),
        additions: Vec::new(),
        looked_in: Vec::new(),
        hidden: Vec::new(),
        errors: config.rules.errors().to_vec(),
    };
    for entry in &config.entries {
        reader.add(entry);
    }
    let mut merger = Merger::new(&reader.sources, &config.rules);
    for addition in reader.additions {
        match addition {
            Addition::Document(number) => merger.add_document(number),
            Addition::Assignments(assignments) => merger.assign(assignments),
        }
    }
    let Merger {
        tree,
        errors: merge_errors,
        warnings,
        hidden,
        ..
    } = merger;
    let mut errors = reader.errors;
    let completeness = Completeness::of(&errors);
    errors.extend(merge_errors);
    let folders = folders(&reader.sources);
    let mut tree = tree;
    tree.finish(&reader.sources);
    reader.hidden.extend(hidden);
    let mut loaded = Loaded {
        sources: reader.sources,
        tree,
        rules: config.rules.clone(),
        settable: reader.settable,
        warnings,
        completeness,
        folders,
        hidden: reader.hidden,
        looked_in: reader.looked_in,
    };
    if loaded.rules.has_secrets() {
        let secrets = loaded.secrets_by_path();
        for error in errors.iter_mut().chain(&mut loaded.warnings) {
            error.hide(&secrets);
        }
    }
    (loaded, errors)
}

/// The folders of files; none at all where no layer is a file.
fn folders(sources: &Sources) -> Folders {
    let is_file = |(_, layer): (u32, &Layer)| matches!(layer, Layer::File(_));
    if !sources.layers().any(is_file) {
        return Folders::default();
    }
    let folders = sources.layers().map(|(base, layer)| match layer {
        Layer::File(path) => (base, path.parent().map(Path::to_owned)),
        _ => (base, None),
    });
    folders.collect()
}

/// Whether a string of a TOML text may hold `part`: that stands in it, or an escape that may stand for it.
fn may_say(text: &str, part: &str) -> bool {
    let Some(first) = part.bytes().next() else {
        return true;
    };
    let text = text.as_bytes();
    let Some(at) = memchr2(b'\\', first, text) else {
        return false;
    };
    memchr(b'\\', &text[at..]).is_some() || memmem::find(&text[at..], part.as_bytes()).is_some()
}

struct Loader<'c> {
    config: &'c Config,
    sources: Sources,
    settable: Settable,
    additions: Vec<Addition>,
    looked_in: Vec<PathBuf>,
    /// Where secrets stand that may not be merged.
    hidden: Vec<Span>,
    errors: Vec<Error>,
}

impl Loader<'_> {
    fn add(&mut self, entry: &Entry) {
        match entry {
            Entry::Defaults(text) => {
                self.add_text(Layer::Text("defaults".to_owned()), text, Strings::AsTheyAre);
            }
            Entry::Text { name, text } => {
                self.add_text(Layer::Text(name.clone()), text, Strings::MayDirect);
            }
            Entry::File { path, presence } => self.add_file(path, *presence),
            Entry::FirstFile(paths) => self.add_first_file(paths),
            Entry::Folder(path) => self.add_folder(path),
            Entry::Discover(discover) => self.discover(discover),
            Entry::Env(env) => self.add_env(env),
            Entry::Override(text) => self.add_override(text),
        }
    }

    /// Adds a TOML text.
    fn add_text(&mut self, layer: Layer, text: &str, strings: Strings) {
        let rules = &self.config.rules;
        let options = toml_core::ParseOptions {
            version: rules.version,
            ..parse_options()
        };
        let (document, errors) = options.parse_recoverable(text);
        let may_direct = strings == Strings::MayDirect;
        let marker = rules.delete_marker.as_deref().filter(|_| may_direct);
        let has_marker = marker.is_some_and(|marker| may_say(text, marker));
        let has_variables = may_direct && rules.interpolation.is_some() && may_say(text, "$");
        let directives = if has_marker || has_variables {
            Directives::Some
        } else {
            Directives::None
        };
        let document = document.into_owned();
        let number = match self.sources.add_parsed(layer, document, directives) {
            Ok(number) => number,
            Err(error) => return self.errors.push(error),
        };
        for error in errors {
            let base = self.sources.document(number).base;
            let error = self.syntax_error(&error, base);
            self.errors.push(error);
        }
        if let (true, Some(variables)) = (has_variables, &rules.interpolation) {
            let errors =
                super::interpolate::expand_document(&mut self.sources, number, variables, options);
            self.errors.extend(errors);
        }
        self.additions.push(Addition::Document(number));
    }

    fn add_env(&mut self, env: &Env) {
        let mut assignments = Vec::new();
        for variable in env.collect() {
            match variable {
                Ok(variable) => match self.assignment(&variable) {
                    Ok(assignment) => assignments.push(assignment),
                    Err(error) => self.errors.push(error),
                },
                Err(name) => {
                    let message = format!("environment variable {name} is not UTF-8");
                    self.errors.push(Error::new(ErrorKind::NotUtf8, message));
                }
            }
        }
        self.additions.push(Addition::Assignments(assignments));
        self.settable.envs.push(env.clone());
    }

    /// What a variable sets.
    fn assignment(&mut self, variable: &Variable) -> Result<Assignment, Error> {
        let Variable { name, value, keys } = variable;
        let rules = &self.config.rules;
        let options = overrides::parse_options(rules, keys.len());
        if options.max_depth == 0 {
            let message = format!("the name of environment variable {name} has too many keys");
            return Err(Error::new(ErrorKind::TooLarge, message));
        }
        let text = format!("{name}={value}");
        let base = self
            .sources
            .add(Layer::Variable(name.clone()), text.into())?;
        let steps = keys.iter().map(|key| Step {
            segment: Segment::Key(name[key.clone()].to_lowercase()),
            span: shifted(Span::new(key.start as u32, key.end as u32), base),
            spelling: Spelling::Loose,
        });
        let start = base + name.len() as u32 + 1;
        let span = Span::new(start, start + value.len() as u32);
        let steps: Vec<Step> = steps.collect();
        self.hide(&steps, span);
        let content = if rules.delete_marker.as_deref() == Some(value) {
            Content::Deleted
        } else {
            let text = loose::text_as_wanted(&mut self.sources, value, (start, span), options);
            Content::Text(Box::new(text))
        };
        Ok(Assignment {
            steps,
            content,
            span,
        })
    }

    /// Notes the value of a secret, whether it gets a place among the values or not.
    fn hide(&mut self, steps: &[Step], value: Span) {
        let rules = &self.config.rules;
        if rules.has_secrets() {
            let path: Vec<Segment> = steps.iter().map(|step| step.segment.clone()).collect();
            if rules.is_secret(&path) || rules.is_secret_by_another_name(&path) {
                self.hidden.push(value);
            }
        }
    }

    fn add_override(&mut self, text: &str) {
        self.settable.overrides = Overrides::Some;
        match overrides::add(&mut self.sources, text, &self.config.rules) {
            Ok(assignment) => {
                self.hide(&assignment.steps, assignment.span);
                let assignments = vec![assignment];
                self.additions.push(Addition::Assignments(assignments));
            }
            Err(error) => self.errors.push(error),
        }
    }
}
