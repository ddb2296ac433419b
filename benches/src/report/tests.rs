use super::{
    Bar, BarKind, Chart, Environment, Grid, Panel, Section, package_versions, replace_section,
    times, write_section,
};

fn chart() -> Chart {
    let bar = |label: &str, value, kind| Bar {
        label: label.to_string(),
        value,
        kind,
    };
    Chart {
        title: "a < b & c".to_string(),
        subtitle: "unit".to_string(),
        panels: vec![Panel {
            title: "some".to_string(),
            bars: vec![
                bar("ours", 100.0, BarKind::Ours),
                bar("theirs", 25.0, BarKind::Peer),
                bar("other", 50.0, BarKind::Scale),
            ],
        }],
    }
}

fn environment() -> Environment {
    Environment {
        processor: "A Processor".to_string(),
        cores: 2,
        system: "A System (x)".to_string(),
        compiler: "rustc 1".to_string(),
        versions: vec!["a 1".to_string(), "b 2".to_string()],
        date: "2026-01-02".to_string(),
    }
}

#[test]
fn svg_is_well_formed() {
    let svg = chart().to_svg();
    let tree = roxmltree::Document::parse(&svg).expect("XML");
    let title = tree
        .descendants()
        .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert_eq!(title.and_then(|node| node.text()), Some("a < b & c"));
}

#[test]
fn svg_bars_are_in_proportion() {
    let svg = chart().to_svg();
    let tree = roxmltree::Document::parse(&svg).expect("XML");
    let width = |class: &str| {
        let bar = tree
            .descendants()
            .find(|node| node.tag_name().name() == "rect" && node.attribute("class") == Some(class))
            .expect(class);
        let width = bar.attribute("width").expect("a width");
        width.parse::<f64>().expect("a number")
    };
    assert!((width("ours") / width("peer") - 4.0).abs() < 0.01, "{svg}");
    assert!((width("ours") / width("scale") - 2.0).abs() < 0.01, "{svg}");
}

#[test]
fn grid_is_aligned_markdown() {
    let mut grid = Grid::new(["input", "KB"]);
    grid.add_column("x");
    grid.add_row(["a".to_string(), "1.0".to_string(), "12.5".to_string()]);
    assert_eq!(
        grid.to_string(),
        "| input |  KB |    x |\n|-------|----:|-----:|\n| a     | 1.0 | 12.5 |\n"
    );
}

#[test]
fn times_keeps_three_digits() {
    let shown = [0.8333, 1.0, 9.996, 12.34, 99.96, 1234.5, f64::NAN].map(times);
    assert_eq!(shown, ["0.83", "1.00", "10.0", "12.3", "100", "1234", "-"]);
}

#[test]
fn replace_section_leaves_the_others() {
    let text = "# T\n\n## A\n\nold\n\n## B\n\nb\n";
    assert_eq!(
        replace_section(text, "A", "## A\n\nnew\n"),
        "# T\n\n## A\n\nnew\n\n## B\n\nb\n"
    );
    assert_eq!(
        replace_section(text, "B", "## B\n\nnew\n"),
        "# T\n\n## A\n\nold\n\n## B\n\nnew\n"
    );
    assert_eq!(
        replace_section(text, "C", "## C\n\nnew\n"),
        "# T\n\n## A\n\nold\n\n## B\n\nb\n\n## C\n\nnew\n"
    );
}

#[test]
fn replace_section_keeps_the_order() {
    let text = "# T\n\n## Parsing\n\np\n\n## Growth\n\ng\n";
    assert_eq!(
        replace_section(text, "Heap", "## Heap\n\nh\n"),
        "# T\n\n## Parsing\n\np\n\n## Heap\n\nh\n\n## Growth\n\ng\n"
    );
}

#[test]
fn write_section_starts_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("RESULTS.md");
    let section = Section {
        title: "A",
        command: "run it",
        about: "About a.".to_string(),
        body: "| x |\n".to_string(),
    };
    for _ in 0..2 {
        write_section(&path, &section, &environment()).expect("written");
    }
    let text = std::fs::read_to_string(&path).expect("read");
    let (_, section) = text.split_once("\n## ").expect("a section");
    assert_eq!(
        section,
        "A\n\nAbout a.\n\n```sh\nrun it\n```\n\n| x |\n\nA Processor, 2 cores, A System (x), rustc 1. a 1, b 2. 2026-01-02.\n"
    );
}

#[test]
fn package_versions_come_from_the_lock_file() {
    let versions = package_versions(&["basic-toml", "no-such-package"]);
    assert_eq!(versions.len(), 1, "{versions:?}");
    assert!(versions[0].starts_with("basic-toml 0."), "{versions:?}");
}
