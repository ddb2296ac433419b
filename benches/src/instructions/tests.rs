use super::{Counts, Verdict, read_known, total, write_known};

fn counts(numbers: &[(&str, f64)]) -> Counts {
    let entry = |(name, count): &(&str, f64)| ((*name).to_string(), *count);
    numbers.iter().map(entry).collect()
}

#[test]
fn more_than_3_percent_fails() {
    let known = counts(&[("a", 10.0), ("b", 10.0), ("c", 10.0)]);
    let now = counts(&[("a", 10.2), ("b", 10.4), ("c", 5.0), ("new", 1.0)]);
    let verdict = Verdict::new(known, now);
    assert_eq!(verdict.failures(), ["b"]);
    let text = verdict.to_grid().to_string();
    assert!(text.contains("+4.0 % | TOO MUCH |"), "{text}");
    assert!(text.contains("| -50.0 % |"), "{text}");
}

#[test]
fn total_is_the_last_line_of_its_kind() {
    let text = "version: 1\nevents: Ir\nsummary: 12\nfn=(1)\n1 12\n\ntotals: 12345\n";
    assert_eq!(total(text), Some(12345.0));
    assert_eq!(total("version: 1\n"), None);
}

#[test]
fn known_counts_survive_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("instructions.json");
    assert_eq!(read_known(&path).expect("none"), Counts::new());
    let known = counts(&[("a", 4.25), ("b", 12.07)]);
    write_known(&path, &known).expect("written");
    assert_eq!(read_known(&path).expect("read"), known);
}
