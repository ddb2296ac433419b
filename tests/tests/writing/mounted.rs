//! File systems that are full or read-only, where one may be mounted that nobody else sees.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::Command;

use toml_edit_lite::DocumentMut;
use toml_tests::child::{self, Limits};

use crate::folder::save_in_vain;
use crate::{check_failure, key, names, read, text};

/// What the shell ends with where it may mount nothing.
const NOT_PERMITTED: i32 = 96;

#[test]
fn file_is_the_old_one_where_the_disk_is_full() {
    let test = "mounted::file_is_the_old_one_where_the_disk_is_full";
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
        // A limit for the length of files, in `space.rs`, is then all that there is.
        None => println!("no file system may be mounted here, so none is filled"),
    }
}

/// Runs a test as a child that has a small file system of its own, which nobody else sees, in a folder. `None` where that
/// is not permitted.
fn mounted(options: &str, folder: &str, child: &Command) -> Option<String> {
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

#[test]
fn file_is_the_old_one_where_the_file_system_is_read_only() {
    let test = "mounted::file_is_the_old_one_where_the_file_system_is_read_only";
    if let Some(folder) = child::argument(test) {
        let path = Path::new(&folder).join("a.toml");
        fs::write(&path, text(0)).expect("there is room");
        let mut remount = Command::new("mount");
        let status = remount.args(["-o", "remount,ro", &folder]).status();
        assert!(status.is_ok_and(|status| status.success()), "it is ours");
        return save_in_vain(&path, ErrorKind::ReadOnlyFilesystem);
    }
    let folder = tempfile::TempDir::new().expect("a folder");
    let folder = folder.path().to_str().expect("letters");
    let child = child::command(test, folder, Limits::default());
    match mounted("size=1m", folder, &child) {
        Some(output) => assert!(output.contains("1 passed"), "{output}"),
        // A folder that cannot be written to, in `folder.rs`, is then all that there is.
        None => println!("no file system may be mounted here, so none is read-only"),
    }
}
