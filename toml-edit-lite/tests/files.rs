//! Opening and saving: whole files or none, permissions and links kept, changes of others noticed.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use toml_edit_lite::{DocumentMut, Error, ErrorKind, Overwrite};

/// A folder with a file.
fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.toml");
    fs::write(&path, text).expect("the file can be written");
    (folder, path)
}

fn read(path: &PathBuf) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

fn kind(outcome: Result<(), Error>) -> Option<ErrorKind> {
    outcome.err().map(|error| error.kind())
}

#[test]
fn saved_document_is_in_its_file() -> Result<(), Error> {
    let (folder, path) = file("a = 1 # one\n");
    let mut document = DocumentMut::open(&path)?;
    assert_eq!(document.path(), Some(path.as_path()));
    document.set("a", 2)?;
    assert_eq!(read(&path), "a = 1 # one\n");
    document.save()?;
    assert_eq!(read(&path), "a = 2 # one\n");
    document.set("a", 3)?;
    document.save()?;
    assert_eq!(read(&path), "a = 3 # one\n");
    let names: Vec<_> = fs::read_dir(folder.path())?.collect();
    assert_eq!(names.len(), 1, "{names:?}");
    Ok(())
}

#[test]
fn file_that_has_changed_is_not_overwritten() -> Result<(), Error> {
    let (_folder, path) = file("a = 1\n");
    let mut document = DocumentMut::open(&path)?;
    document.set("a", 2)?;
    fs::write(&path, "a = 9\n")?;
    assert_eq!(kind(document.save()), Some(ErrorKind::ChangedOnDisk));
    assert_eq!(read(&path), "a = 9\n");
    document.save_with(Overwrite::Always)?;
    assert_eq!(read(&path), "a = 2\n");
    document.set("a", 3)?;
    document.save()?;
    assert_eq!(read(&path), "a = 3\n");
    Ok(())
}

#[test]
fn file_that_is_gone_is_made_on_demand_only() -> Result<(), Error> {
    let (_folder, path) = file("a = 1\n");
    let mut document = DocumentMut::open(&path)?;
    fs::remove_file(&path)?;
    assert_eq!(kind(document.save()), Some(ErrorKind::ChangedOnDisk));
    assert!(!path.exists());
    document.save_with(Overwrite::Always)?;
    assert_eq!(read(&path), "a = 1\n");
    Ok(())
}

#[test]
fn document_without_a_file_is_not_saved() -> Result<(), Error> {
    let mut document = DocumentMut::parse("a = 1\n")?;
    assert_eq!(kind(document.save()), Some(ErrorKind::NoFile));
    Ok(())
}

#[test]
fn what_cannot_be_opened_says_why() {
    let (folder, path) = file("a = \n");
    let error = DocumentMut::open(&path).expect_err("no value");
    assert_eq!(error.kind(), ErrorKind::InvalidDocument);
    assert_eq!(error.toml_error().map(|error| error.start().line), Some(1));

    fs::write(&path, b"a = '\xff'\n").expect("the file can be written");
    let error = DocumentMut::open(&path).expect_err("no UTF-8");
    let kind = error.toml_error().map(toml_core::Error::kind);
    assert_eq!(kind, Some(toml_core::ErrorKind::InvalidUtf8));

    let error = DocumentMut::open(folder.path().join("none.toml")).expect_err("no file");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert_eq!(
        error.io_error().map(std::io::Error::kind),
        Some(std::io::ErrorKind::NotFound)
    );
}

#[cfg(unix)]
#[test]
fn permissions_are_kept() -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;

    let (_folder, path) = file("a = 1\n");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
    let mut document = DocumentMut::open(&path)?;
    document.set("a", 2)?;
    document.save()?;
    assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o640);
    Ok(())
}

#[cfg(unix)]
#[test]
fn file_made_anew_has_the_permissions_of_any_new_file() -> Result<(), Error> {
    let (folder, path) = file("a = 1\n");
    let mut document = DocumentMut::open(&path)?;
    fs::remove_file(&path)?;
    document.save_with(Overwrite::Always)?;
    let other = folder.path().join("other");
    fs::write(&other, "")?;
    let permissions = |path: &PathBuf| fs::metadata(path).map(|file| file.permissions());
    assert_eq!(permissions(&path)?, permissions(&other)?);
    Ok(())
}

#[cfg(unix)]
#[test]
fn symbolic_link_to_what_is_gone_stays_one() -> Result<(), Error> {
    let (folder, path) = file("a = 1\n");
    let link = folder.path().join("link.toml");
    std::os::unix::fs::symlink("a.toml", &link)?;
    let mut document = DocumentMut::open(&link)?;
    fs::remove_file(&path)?;
    document.save_with(Overwrite::Always)?;
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(read(&path), "a = 1\n");
    Ok(())
}

#[cfg(unix)]
#[test]
fn symbolic_link_stays_one() -> Result<(), Error> {
    let (folder, path) = file("a = 1\n");
    let link = folder.path().join("link.toml");
    std::os::unix::fs::symlink(&path, &link)?;
    let mut document = DocumentMut::open(&link)?;
    document.set("a", 2)?;
    document.save()?;
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(read(&path), "a = 2\n");
    Ok(())
}

#[cfg(unix)]
#[test]
fn file_that_is_read_only_is_not_overwritten() -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = file("a = 1\n");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444))?;
    let mut document = DocumentMut::open(&path)?;
    document.set("a", 2)?;
    let error = document.save().expect_err("the file is read-only");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert_eq!(
        error.io_error().map(std::io::Error::kind),
        Some(std::io::ErrorKind::PermissionDenied)
    );
    assert_eq!(read(&path), "a = 1\n");
    document.save_with(Overwrite::Always)?;
    assert_eq!(read(&path), "a = 2\n");
    assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o444);
    Ok(())
}

#[cfg(unix)]
#[test]
fn saving_what_has_not_changed_leaves_the_file_alone() -> Result<(), Error> {
    use std::os::unix::fs::MetadataExt;
    let (_folder, path) = file("a = 1\n");
    let before = fs::metadata(&path)?.ino();
    DocumentMut::open(&path)?.save()?;
    assert_eq!(fs::metadata(&path)?.ino(), before);
    Ok(())
}
