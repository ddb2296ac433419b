//! Layers of configuration into a struct: ours beside reading one merged text, and beside the peers.

mod settings;

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;
use toml_serde::config::{Config, Env};

use crate::measure::{Comparison, Plan, Samples};
use crate::report::{Grid, times};
use settings::Settings;

/// The packages measured beside ours.
pub const PACKAGES: &[&str] = &["figment", "config"];

/// The columns.
const PEERS: [&str; 3] = ["from_str", "figment", "config"];

/// From where the layers come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Texts in memory.
    Texts,
    /// Files that are read each time.
    Files,
    /// Texts, then ten environment variables.
    Variables,
}

impl Case {
    const ALL: [Self; 3] = [Self::Texts, Self::Files, Self::Variables];

    fn name(self) -> &'static str {
        match self {
            Self::Texts => "three texts",
            Self::Files => "three files",
            Self::Variables => "three texts, ten variables",
        }
    }

    /// The number of the highest layer.
    fn highest(self) -> usize {
        match self {
            Self::Texts | Self::Files => 2,
            Self::Variables => 3,
        }
    }
}

/// How ours compares on one case.
#[derive(Clone, Debug)]
struct Row {
    case: Case,
    cells: [Comparison; PEERS.len()],
}

/// What was measured.
#[derive(Clone, Debug)]
pub struct Outcome(Vec<Row>);

/// Measures all cases, or those whose names have a text.
///
/// # Errors
/// When the files of the layers cannot be written.
///
/// # Panics
/// When a peer comes to another struct: then there is nothing to compare.
pub fn run(plan: Plan, filter: Option<&str>) -> io::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let layers = Layers::in_folder(folder.path())?;
    let mut rows = Vec::new();
    for case in Case::ALL {
        if !filter.is_none_or(|filter| case.name().contains(filter)) {
            continue;
        }
        let mut samples = <[Samples; PEERS.len()]>::default();
        for pass in 1..=plan.passes {
            eprintln!("{}, pass {pass} of {}", case.name(), plan.passes);
            let ours = || drop(layers.load(case));
            samples[0].take(plan, ours, || drop(layers.read_merged(case)));
            samples[1].take(plan, ours, || drop(layers.load_by_figment(case)));
            samples[2].take(plan, ours, || drop(layers.load_by_config(case)));
        }
        let cells = samples.map(|samples| samples.compare());
        rows.push(Row { case, cells });
    }
    Ok(Outcome(rows))
}

impl Outcome {
    /// The table.
    #[must_use]
    pub fn to_grid(&self) -> Grid {
        let mut grid = Grid::new(["layers", "µs"].into_iter().chain(PEERS));
        for row in &self.0 {
            let ours = row.cells[0].ours / 1e3;
            let first = [row.case.name().to_owned(), format!("{ours:.1}")];
            let ratios = row.cells.iter().map(|cell| times(cell.ratio));
            grid.add_row(first.into_iter().chain(ratios));
        }
        grid
    }

    /// Everything, for other programs: times in nanoseconds.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        let cell = |(peer, cell): (&str, &Comparison)| {
            let value = json!({ "ours": cell.ours, "peer": cell.peer, "ratio": cell.ratio });
            (peer.to_owned(), value)
        };
        let row = |row: &Row| {
            let peers: serde_json::Value = PEERS.into_iter().zip(&row.cells).map(cell).collect();
            json!({ "layers": row.case.name(), "peers": peers })
        };
        self.0.iter().map(row).collect()
    }
}

/// The layers, in memory and in files.
struct Layers {
    texts: [String; 3],
    files: [PathBuf; 3],
    /// All layers up to the third, and up to the fourth, as one text.
    merged: [String; 2],
    variables: Vec<(String, String)>,
    /// Ours for each case, made once: what a program does once is not loading.
    configs: [Config; Case::ALL.len()],
}

impl Layers {
    fn in_folder(folder: &Path) -> io::Result<Self> {
        let texts = [0, 1, 2].map(settings::layer);
        let files = ["defaults.toml", "site.toml", "local.toml"].map(|name| folder.join(name));
        for (file, text) in files.iter().zip(&texts) {
            fs::write(file, text)?;
        }
        let variables = settings::variables();
        let layers = Self {
            merged: [2, 3].map(settings::merged),
            configs: Case::ALL.map(|case| config_of(case, &texts, &files, &variables)),
            texts,
            files,
            variables,
        };
        for case in Case::ALL {
            let expected = layers.read_merged(case);
            assert_eq!(layers.load(case), expected, "ours, {}", case.name());
            assert_eq!(
                layers.load_by_figment(case),
                expected,
                "figment, {}",
                case.name()
            );
            assert_eq!(
                layers.load_by_config(case),
                expected,
                "config, {}",
                case.name()
            );
        }
        Ok(layers)
    }

    fn read_merged(&self, case: Case) -> Settings {
        let text = &self.merged[case.highest() - 2];
        toml_serde::from_str(text).expect("the merged text fits")
    }

    fn load(&self, case: Case) -> Settings {
        let config = &self.configs[case as usize];
        let loaded = config.load().expect("the layers are fine");
        loaded.extract().expect("the layers fit")
    }

    fn load_by_figment(&self, case: Case) -> Settings {
        use figment::Figment;
        use figment::providers::{Format, Serialized, Toml};

        let mut figment = Figment::new();
        for (file, text) in self.files.iter().zip(&self.texts) {
            figment = match case {
                Case::Files => figment.merge(Toml::file_exact(file)),
                Case::Texts | Case::Variables => figment.merge(Toml::string(text)),
            };
        }
        if case == Case::Variables {
            // Its provider of variables reads those of the process only.
            for (name, value) in &self.variables {
                let key = name["APP__".len()..].to_lowercase().replace("__", ".");
                let value: figment::value::Value = value.parse().expect("a value");
                figment = figment.merge(Serialized::default(&key, value));
            }
        }
        figment.extract().expect("the layers fit")
    }

    fn load_by_config(&self, case: Case) -> Settings {
        use config::{Environment, File, FileFormat};

        let mut builder = config::Config::builder();
        for (file, text) in self.files.iter().zip(&self.texts) {
            builder = match case {
                Case::Files => builder.add_source(File::from(file.as_path())),
                Case::Texts | Case::Variables => {
                    builder.add_source(File::from_str(text, FileFormat::Toml))
                }
            };
        }
        if case == Case::Variables {
            let variables = self.variables.iter().cloned().collect();
            let environment = Environment::with_prefix("APP")
                .separator("__")
                .prefix_separator("__");
            builder = builder.add_source(environment.source(Some(variables)));
        }
        let config = builder.build().expect("the layers are fine");
        config.try_deserialize().expect("the layers fit")
    }
}

fn config_of(
    case: Case,
    texts: &[String; 3],
    files: &[PathBuf; 3],
    variables: &[(String, String)],
) -> Config {
    let mut config = Config::new();
    for (file, text) in files.iter().zip(texts) {
        config = match case {
            Case::Files => config.file(file),
            Case::Texts | Case::Variables => config.text("layer", text.as_str()),
        };
    }
    if case == Case::Variables {
        let variables = variables.iter().map(|(name, value)| (name, value));
        config = config.env(Env::new("APP").variables(variables));
    }
    config
}
