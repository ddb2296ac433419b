//! A horizontal bar chart as SVG: no scripts, no fonts of its own, light and dark.

use std::fmt::Write as _;

/// Panels of bars, one below the other, all on one scale.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What is shown.
    pub title: String,
    /// The unit, and how to read it.
    pub subtitle: String,
    /// The panels, from top to bottom.
    pub panels: Vec<Panel>,
}

/// Bars that belong together.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What the bars have in common.
    pub title: String,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The text at its left.
    pub label: String,
    /// Its length, and the text at its right.
    pub value: f64,
    /// Its colour.
    pub kind: BarKind,
}

/// Whose bar it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// Ours.
    Ours,
    /// A peer's.
    Peer,
    /// Something else, for scale.
    Scale,
}

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 20.0;
/// Where the bars start; their labels end before.
const BARS_AT: f64 = 196.0;
/// Room for the number behind the longest bar.
const NUMBER_WIDTH: f64 = 56.0;
const BAR_HEIGHT: f64 = 20.0;
const BAR_STEP: f64 = 27.0;
const HEAD_HEIGHT: f64 = 78.0;
const PANEL_HEAD: f64 = 30.0;
const PANEL_GAP: f64 = 14.0;

const STYLE: &str = "\
text { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; fill: #1f2328; }
.title { font-size: 18px; font-weight: 600; }
.subtitle, .panel { font-size: 12.5px; fill: #59636e; }
.panel { font-weight: 600; }
.label, .number { font-size: 13px; }
.label { text-anchor: end; }
.number { font-variant-numeric: tabular-nums; }
.ours { fill: #d1570c; }
.peer { fill: #8c959f; }
.scale { fill: #c8d0d8; }
.strong { font-weight: 700; }
.axis { stroke: #8c959f; stroke-width: 1; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .subtitle, .panel { fill: #9198a1; }
  .ours { fill: #f0883e; }
  .peer { fill: #656c76; }
  .scale { fill: #3d444d; }
  .axis { stroke: #656c76; }
}
";

impl Chart {
    /// The chart as the text of an SVG file.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let mut svg = String::new();
        let height = self.height();
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
             <title>{}</title>\n<desc>{}</desc>\n<style>\n{STYLE}</style>\n",
            escape(&self.title),
            escape(&self.description()),
        );
        push_text(&mut svg, "title", (MARGIN, 34.0), &self.title);
        push_text(&mut svg, "subtitle", (MARGIN, 56.0), &self.subtitle);
        let scale = self.scale();
        let mut top = HEAD_HEIGHT;
        for panel in &self.panels {
            panel.push(&mut svg, top, scale);
            top += panel.height();
        }
        svg.push_str("</svg>\n");
        svg
    }

    fn height(&self) -> f64 {
        HEAD_HEIGHT + self.panels.iter().map(Panel::height).sum::<f64>()
    }

    /// The length of a bar of value 1.
    fn scale(&self) -> f64 {
        let bars = self.panels.iter().flat_map(|panel| &panel.bars);
        let longest = bars.map(|bar| bar.value).fold(f64::MIN_POSITIVE, f64::max);
        (WIDTH - MARGIN - NUMBER_WIDTH - BARS_AT) / longest
    }

    /// The chart in words, for those who do not see it.
    fn description(&self) -> String {
        let mut text = self.subtitle.clone();
        for panel in &self.panels {
            let bars = panel
                .bars
                .iter()
                .map(|bar| format!("{} {:.0}", bar.label, bar.value));
            let bars: Vec<String> = bars.collect();
            let _ = write!(text, ". {}: {}", panel.title, bars.join(", "));
        }
        text
    }
}

impl Panel {
    fn height(&self) -> f64 {
        PANEL_HEAD + BAR_STEP * f64::from(self.bars.len() as u32) + PANEL_GAP
    }

    fn push(&self, svg: &mut String, top: f64, scale: f64) {
        push_text(svg, "panel", (MARGIN, top + 16.0), &self.title);
        let first = top + PANEL_HEAD;
        for (at, bar) in self.bars.iter().enumerate() {
            bar.push(svg, first + BAR_STEP * f64::from(at as u32), scale);
        }
        let bottom = top + self.height() - PANEL_GAP - (BAR_STEP - BAR_HEIGHT) + 3.0;
        let _ = writeln!(
            svg,
            "<line class=\"axis\" x1=\"{BARS_AT}\" y1=\"{}\" x2=\"{BARS_AT}\" y2=\"{bottom}\"/>",
            first - 3.0
        );
    }
}

impl Bar {
    fn push(&self, svg: &mut String, top: f64, scale: f64) {
        let (class, weight) = match self.kind {
            BarKind::Ours => ("ours", " strong"),
            BarKind::Peer => ("peer", ""),
            BarKind::Scale => ("scale", ""),
        };
        let length = self.value * scale;
        let base = top + BAR_HEIGHT / 2.0 + 4.5;
        push_text(
            svg,
            &format!("label{weight}"),
            (BARS_AT - 10.0, base),
            &self.label,
        );
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{BARS_AT}\" y=\"{top}\" width=\"{length:.1}\" height=\"{BAR_HEIGHT}\" rx=\"2\"/>"
        );
        let number = format!("{:.0}", self.value);
        push_text(
            svg,
            &format!("number{weight}"),
            (BARS_AT + length + 8.0, base),
            &number,
        );
    }
}

fn push_text(svg: &mut String, class: &str, (x, y): (f64, f64), text: &str) {
    let text = escape(text);
    let _ = writeln!(
        svg,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>"
    );
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
