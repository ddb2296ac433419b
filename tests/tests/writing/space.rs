//! No room for the new file: a limit for the length of files, which any system has, and a full file system, where one
//! may be mounted.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::Command;

use toml_edit_lite::DocumentMut;
use toml_tests::child::{self, Limits};

use crate::{check_failure, file, key, names, read, text};

/// More than the limit leaves room for, in bytes.
const TOO_LONG: usize = 300_000;

#[test]
fn file_is_the_old_one_where_files_have_a_limit() {
    let test = "space::file_is_the_old_one_where_files_have_a_limit";
    if let Some(path) = child::argument(test) {
        return save_too_much(Path::new(&path));
    }
    let (_folder, path) = file();
    let length = text(0).len();
    // Blocks of 512 bytes: nothing at all, some, all but the end of what is saved.
    for blocks in [0, 1, 100, length / 512 + 1, (length + TOO_LONG) / 512] {
        let limits = Limits {
            file: Some(blocks as u64),
            ..Limits::default()
        };
        child::run(test, path.to_str().expect("a path of letters"), limits);
        assert_eq!(read(&path), text(0), "{blocks}");
    }
}

fn save_too_much(path: &Path) {
    let mut document = DocumentMut::open(path).expect("the file can be opened");
    document
        .set(key("new"), "x".repeat(TOO_LONG))
        .expect("a new key");
    check_failure(path, &mut document, ErrorKind::FileTooLarge);
}

/// What the shell ends with where it may mount nothing.
const NOT_PERMITTED: i32 = 96;

#[test]
#[cfg(target_os = "linux")]
fn file_is_the_old_one_where_the_disk_is_full() {
    let test = "space::file_is_the_old_one_where_the_disk_is_full";
    if let Some(folder) = child::argument(test) {
        return fill_and_save(Path::new(&folder));
    }
    let folder = tempfile::TempDir::new().expect("a folder");
    let folder = folder.path().to_str().expect("a path of letters");
    let output = mounted(
        "size=1m",
        folder,
        &child::command(test, folder, Limits::default()),
    );
    match output {
        Some(output) => assert!(output.contains("1 passed"), "{output}"),
        // What the disk says is then asked of a limit alone, in the test above.
        None => println!("no file system may be mounted here, so none is filled"),
    }
}

/// Runs a test as a child that has a small file system of its own, which nobody else sees, in a folder. `None` where that
/// is not permitted.
pub(crate) fn mounted(options: &str, folder: &str, child: &Command) -> Option<String> {
    let script = format!(
        "mount -t tmpfs -o {options} none {folder} 2>/dev/null || exit {NOT_PERMITTED}; exec \"$0\" \"$@\""
    );
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", &script]);
    command.arg(child.get_program()).args(child.get_args());
    for (name, value) in child.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    let output = command.output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let was_refused = output.status.code() == Some(NOT_PERMITTED)
        || text(&output.stderr).starts_with("unshare: ");
    (!was_refused).then(|| text(&output.stdout) + &text(&output.stderr))
}

/// Leaves less and less room in a file system of 1 MB.
fn fill_and_save(folder: &Path) {
    let path = folder.join("a.toml");
    fs::write(&path, text(0)).expect("there is room");
    let mut document = DocumentMut::open(&path).expect("the file can be opened");
    document.set(key("new"), 1).expect("a new key");
    let mut filler = fs::File::create(folder.join("filler")).expect("there is room");
    while filler.write_all(&[0; 512]).is_ok() {}
    for pages in (0..text(0).len() / 4096).step_by(3) {
        let length = filler.metadata().expect("a file").len();
        check_failure(&path, &mut document, ErrorKind::StorageFull);
        // From now on there is room for so many pages, which is not enough.
        filler.set_len(length - 3 * 4096).expect("it gets shorter");
        assert_eq!(names(folder), ["a.toml", "filler"], "{pages}");
    }
    filler.set_len(0).expect("it gets shorter");
    document.save().expect("there is room again");
    assert_eq!(read(&path), document.as_str());
}
