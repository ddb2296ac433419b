//! No room for the new file, by a limit for the length of files, which any system has. A file system that is full
//! is in `mounted.rs`.

use std::io::ErrorKind;
use std::path::Path;

use toml_edit_lite::DocumentMut;
use toml_tests::child::{self, Limits};

use crate::{check_failure, file, key, read, text};

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
