//! Order and repetition; the walk itself is tested through the binary.

use super::*;

fn candidate(path: &str, identity: Option<&str>) -> Candidate {
    let source = if path == "-" {
        Source::Stdin
    } else {
        Source::File(path.into())
    };
    Candidate {
        source,
        identity: identity.map(PathBuf::from),
    }
}

fn names(candidates: Vec<Candidate>) -> Vec<String> {
    ordered(candidates)
        .into_iter()
        .map(|input| input.name)
        .collect()
}

#[test]
fn ordered_sorts_part_by_part() {
    let paths = ["b.toml", "a-b/x.toml", "a/x.toml", "-", "a.toml"];
    let candidates = paths.map(|path| candidate(path, None));
    assert_eq!(
        names(candidates.into()),
        ["<stdin>", "a/x.toml", "a-b/x.toml", "a.toml", "b.toml"]
    );
}

#[test]
fn ordered_keeps_first_name() {
    let candidates = vec![
        candidate("./a.toml", Some("/r/a.toml")),
        candidate("-", None),
        candidate("a.toml", Some("/r/a.toml")),
        candidate("-", None),
    ];
    assert_eq!(names(candidates), ["<stdin>", "./a.toml"]);
}
