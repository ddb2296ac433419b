//! The comparison as a bar chart of speeds.

use super::Outcome;
use crate::peers::{Against, Language, PEERS};
use crate::report::{Bar, BarKind, Chart, Panel};

impl Outcome {
    /// The chart. A peer's bar is our mean divided by the mean ratio, so that a peer that leaves
    /// inputs out is not flattered by the rest.
    #[must_use]
    pub fn to_chart(&self) -> Chart {
        Chart {
            title: "TOML parsed in one second".to_string(),
            subtitle:
                "megabytes, geometric mean over all inputs, measured in turns; longer is better"
                    .to_string(),
            panels: vec![
                self.panel(Against::Document, "borrowed document"),
                self.panel(Against::Table, "owned values"),
            ],
        }
    }

    fn panel(&self, panel: Against, title: &str) -> Panel {
        let ours = self.mean_speed(panel);
        let mut bars = vec![Bar {
            label: "this toolkit".to_string(),
            value: ours,
            kind: BarKind::Ours,
        }];
        for (column, peer) in PEERS.iter().enumerate() {
            let ratio = self.mean_ratio(column);
            let (its_panel, label, kind) = match peer.language {
                Language::Toml => (peer.against, peer.name.to_string(), BarKind::Peer),
                // Its values are owned ones, whatever it is compared with.
                Language::Json => {
                    let label = format!("{} (as JSON)", peer.name);
                    (Against::Table, label, BarKind::Scale)
                }
            };
            if its_panel != panel || !ratio.is_finite() {
                continue;
            }
            bars.push(Bar {
                label,
                value: self.mean_speed(peer.against) / ratio,
                kind,
            });
        }
        bars.sort_by(|a, b| b.value.total_cmp(&a.value));
        Panel {
            title: title.to_string(),
            bars,
        }
    }
}
