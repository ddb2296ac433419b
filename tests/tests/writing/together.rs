//! Several writers and a reader of one file at the same time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use toml_edit_lite::{DocumentMut, ErrorKind, Overwrite};

use crate::{file, names, number, read, renumber};

const WRITERS: i64 = 4;

/// How often each of them saves.
const SAVES: i64 = 50;

#[test]
fn file_of_several_writers_is_always_whole() {
    let (folder, path) = file();
    let is_done = AtomicBool::new(false);
    let seen = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = 0;
            while !is_done.load(Ordering::Relaxed) {
                let found = read(&path);
                assert!(number(&found).is_some(), "{found:?}");
                seen += 1;
            }
            seen
        });
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let path = &path;
                scope.spawn(move || {
                    for save in 0..SAVES {
                        let mut document = DocumentMut::open(path).expect("the file is whole");
                        let number = 1 + writer * SAVES + save;
                        renumber(&mut document, number).expect("the keys are there");
                        let saved = document.save_with(Overwrite::Always);
                        saved.expect("nobody is in the way");
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().expect("the writer is done");
        }
        is_done.store(true, Ordering::Relaxed);
        reader.join().expect("the reader is done")
    });
    assert!(seen > 0);
    assert_eq!(names(folder.path()), ["a.toml"]);
}

#[test]
fn change_of_another_writer_is_not_lost_without_being_asked_for() {
    let (_folder, path) = file();
    let open = || DocumentMut::open(&path).expect("the file is whole");
    let mut ours = open();
    for round in 1..20 {
        let mut other = open();
        renumber(&mut other, 100 + round).expect("the keys are there");
        other.save().expect("nobody has changed it");
        renumber(&mut ours, round).expect("the keys are there");
        let error = ours.save().expect_err("another has changed it");
        assert_eq!(error.kind(), ErrorKind::ChangedOnDisk);
        assert_eq!(number(&read(&path)), Some(100 + round));
        ours = open();
    }
}
