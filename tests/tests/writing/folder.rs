//! Folders that nobody may write to, links, and names that are in the way.

use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use toml_edit_lite::{DocumentMut, Overwrite};
use toml_tests::child::{self, Limits};

use crate::{check_failure, file, key, names, read, renumber, text};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

#[test]
fn file_is_the_old_one_where_the_folder_is_read_only() {
    let test = "folder::file_is_the_old_one_where_the_folder_is_read_only";
    if let Some(path) = child::argument(test) {
        return save_in_vain(Path::new(&path), ErrorKind::PermissionDenied);
    }
    let (folder, path) = file();
    set_mode(folder.path(), 0o555);
    let is_ignored = fs::write(folder.path().join("probe"), "").is_ok();
    if is_ignored {
        // Whoever may write anywhere gives that up.
        fs::remove_file(folder.path().join("probe")).expect("it is ours");
        let child = child::command(test, path.to_str().expect("letters"), Limits::default());
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set=-dac_override", "--inh-caps=-dac_override"]);
        command.arg(child.get_program()).args(child.get_args());
        for (name, value) in child.get_envs() {
            command.env(name, value.unwrap_or_default());
        }
        let output = command.output().expect("`setpriv` of util-linux");
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(stdout.contains("1 passed"), "{output:?}");
    } else {
        save_in_vain(&path, ErrorKind::PermissionDenied);
    }
    set_mode(folder.path(), 0o755);
    assert_eq!(
        (names(folder.path()), read(&path)),
        (vec!["a.toml".to_owned()], text(0))
    );
}

pub(crate) fn save_in_vain(path: &Path, kind: ErrorKind) {
    let mut document = DocumentMut::open(path).expect("the file can be opened");
    document.set(key("new"), 1).expect("a new key");
    check_failure(path, &mut document, kind);
}

#[test]
fn link_stays_a_link_where_saving_fails() {
    let (folder, path) = file();
    let (real, link) = (folder.path().join("real"), folder.path().join("link.toml"));
    fs::create_dir(&real).expect("a folder");
    fs::rename(&path, real.join("a.toml")).expect("it is ours");
    symlink("real/a.toml", &link).expect("a link");
    let mut document = DocumentMut::open(&link).expect("the file can be opened");
    renumber(&mut document, 1).expect("the keys are there");
    // Somebody puts a folder in the place of the file.
    fs::remove_file(real.join("a.toml")).expect("it is ours");
    fs::create_dir(real.join("a.toml")).expect("a folder");
    assert!(document.save_with(Overwrite::Always).is_err());
    assert_eq!(names(&real), ["a.toml"]);
    assert!(real.join("a.toml").is_dir());
    assert_eq!(
        fs::read_link(&link).expect("a link"),
        Path::new("real/a.toml")
    );
    // Once it is gone, the link leads to the new file.
    fs::remove_dir(real.join("a.toml")).expect("it is empty");
    document
        .save_with(Overwrite::Always)
        .expect("nothing is in the way");
    assert_eq!(read(&real.join("a.toml")), text(1));
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
}

#[test]
fn links_that_lead_to_each_other_are_not_followed_forever() {
    let (folder, path) = file();
    let mut document = DocumentMut::open(&path).expect("the file can be opened");
    renumber(&mut document, 1).expect("the keys are there");
    fs::remove_file(&path).expect("it is ours");
    symlink("b.toml", &path).expect("a link");
    symlink("a.toml", folder.path().join("b.toml")).expect("a link");
    // Whatever is written, it ends, is whole, and leaves nothing else.
    let outcome = document.save_with(Overwrite::Always);
    assert_eq!(names(folder.path()), ["a.toml", "b.toml"]);
    assert!(outcome.is_err() || read(&path) == text(1));
}
