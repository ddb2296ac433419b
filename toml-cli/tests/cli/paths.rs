//! Which files are checked, and in which order.

use crate::sandbox::Sandbox;

const GOOD: &str = "a = 1\n";

#[test]
fn folder_known_names_only() {
    let names = [
        "Cargo.lock",
        "Pipfile",
        "a.toml",
        "notes.txt",
        "poetry.lock",
        "uv.lock",
        "yarn.lock",
        "Pipfile.lock",
    ];
    let sandbox = Sandbox::new(&names.map(|name| (name, GOOD)));
    assert_eq!(
        sandbox.checked(&[]),
        ["Cargo.lock", "Pipfile", "a.toml", "poetry.lock", "uv.lock"]
    );
}

#[test]
fn named_file_whatever_its_name() {
    let sandbox = Sandbox::new(&[
        ("notes.txt", GOOD),
        (".gitignore", "*\n"),
        ("ignored.toml", GOOD),
    ]);
    assert_eq!(
        sandbox.checked(&["notes.txt", "ignored.toml"]),
        ["ignored.toml", "notes.txt"]
    );
}

#[test]
fn order_by_path_whatever_the_threads_do() {
    let mut names = Vec::new();
    for folder in ["a", "a/b", "a-b", "z"] {
        names.extend((0..60).map(|at| format!("{folder}/{at:02}.toml")));
    }
    let sandbox = Sandbox::new(&[]);
    for (at, name) in names.iter().enumerate() {
        sandbox.write(name, "a = 1\n".repeat(1 + at * 31 % 17));
    }
    let mut expected: Vec<&std::path::Path> = names.iter().map(std::path::Path::new).collect();
    expected.sort();
    let expected: Vec<&str> = expected.iter().filter_map(|path| path.to_str()).collect();
    for _ in 0..3 {
        assert_eq!(sandbox.checked(&[]), expected);
        assert_eq!(sandbox.checked(&["z", "a-b", "a"]), expected);
    }
}

#[test]
fn large_folder_walked_in_parallel() {
    let sandbox = Sandbox::new(&[(".gitignore", "skip\n"), ("skip/x.toml", GOOD)]);
    let names: Vec<String> = (0..1200)
        .map(|at| format!("f{:02}/{at:04}.toml", at % 40))
        .collect();
    for name in &names {
        sandbox.write(name, GOOD);
    }
    let mut expected = names;
    expected.sort();
    assert_eq!(sandbox.checked(&[]), expected);
}

#[test]
fn gitignore_without_repository() {
    let sandbox = Sandbox::new(&[
        ("project/.gitignore", "build/\n*.tmp.toml\n"),
        ("project/a.toml", GOOD),
        ("project/b.tmp.toml", GOOD),
        ("project/build/c.toml", GOOD),
        ("project/sub/.gitignore", "d.toml\n"),
        ("project/sub/d.toml", GOOD),
        ("project/sub/e.toml", GOOD),
    ]);
    assert_eq!(
        sandbox.checked(&["project"]),
        ["project/a.toml", "project/sub/e.toml"]
    );
    assert_eq!(
        sandbox.checked(&["project/build"]),
        ["project/build/c.toml"]
    );
}

#[test]
fn gitignore_above_counts_in_a_repository_only() {
    let sandbox = Sandbox::new(&[
        (".gitignore", "b.toml\n"),
        ("sub/a.toml", GOOD),
        ("sub/b.toml", GOOD),
    ]);
    assert_eq!(sandbox.checked(&["sub"]), ["sub/a.toml", "sub/b.toml"]);
    std::fs::create_dir(sandbox.path(".git")).expect("a folder");
    assert_eq!(sandbox.checked(&["sub"]), ["sub/a.toml"]);
}

#[test]
fn hidden_folders_unless_named() {
    let sandbox = Sandbox::new(&[
        (".hidden/a.toml", GOOD),
        (".rustfmt.toml", GOOD),
        (".cargo/config", GOOD),
    ]);
    assert_eq!(sandbox.checked(&[]), [".rustfmt.toml"]);
    assert_eq!(
        sandbox.checked(&[".hidden", ".cargo"]),
        [".cargo/config", ".hidden/a.toml"]
    );
}

#[test]
fn same_file_once() {
    let sandbox = Sandbox::new(&[("a.toml", GOOD), ("sub/b.toml", GOOD)]);
    assert_eq!(sandbox.checked(&["a.toml", "a.toml"]), ["a.toml"]);
    assert_eq!(
        sandbox.checked(&["./a.toml", "a.toml", "sub/../a.toml"]),
        ["./a.toml"]
    );
    assert_eq!(
        sandbox.checked(&[".", "sub", "a.toml", "sub/b.toml"]),
        ["a.toml", "sub/b.toml"]
    );
    assert_eq!(sandbox.checked(&["sub", "."]), ["a.toml", "sub/b.toml"]);
}

#[test]
fn paths_as_given() {
    let sandbox = Sandbox::new(&[("sub/b.toml", GOOD)]);
    let absolute = sandbox.path("sub/b.toml");
    let absolute = absolute.to_str().expect("UTF-8").replace('\\', "/");
    assert_eq!(sandbox.checked(&[&absolute]), [&*absolute]);
    assert_eq!(sandbox.checked(&["./sub"]), ["./sub/b.toml"]);
    assert_eq!(sandbox.checked(&["."]), ["sub/b.toml"]);
}

#[test]
fn folder_named_like_a_file_is_walked() {
    let sandbox = Sandbox::new(&[("folder.toml/a.toml", GOOD)]);
    assert_eq!(sandbox.checked(&[]), ["folder.toml/a.toml"]);
    assert_eq!(sandbox.checked(&["folder.toml"]), ["folder.toml/a.toml"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_unless_named() {
    use std::os::unix::fs::symlink;

    let sandbox = Sandbox::new(&[("sub/a.toml", GOOD)]);
    symlink("..", sandbox.path("sub/loop")).expect("a link");
    symlink("sub/a.toml", sandbox.path("link.toml")).expect("a link");
    symlink("nowhere", sandbox.path("dangling.toml")).expect("a link");
    assert_eq!(sandbox.checked(&[]), ["sub/a.toml"]);
    assert_eq!(sandbox.checked(&["link.toml"]), ["link.toml"]);
    assert_eq!(sandbox.checked(&["link.toml", "."]), ["link.toml"]);
    assert_eq!(sandbox.checked(&["sub/loop"]), ["sub/loop/sub/a.toml"]);
}

#[cfg(unix)]
#[test]
fn fifo_in_a_folder_is_left_alone() {
    let sandbox = Sandbox::new(&[("a.toml", GOOD)]);
    let made = std::process::Command::new("mkfifo")
        .arg(sandbox.path("pipe.toml"))
        .status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(sandbox.checked(&[]), ["a.toml"]);
    }
}
