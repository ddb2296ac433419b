//! A process that saves again and again, killed at any point.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use toml_edit_lite::DocumentMut;
use toml_tests::child::{self, Limits};

use crate::{TEMPORARY, file, names, number, read, renumber};

/// How often the process is killed; ten times that in `cargo xtask test --long`.
const TIMES: usize = 200;

/// The longest time that the process has behind its first save.
const LONGEST: Duration = Duration::from_millis(12);

/// For how long the first save is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn file_of_a_process_that_is_killed_is_old_or_new() {
    let test = "kill::file_of_a_process_that_is_killed_is_old_or_new";
    if let Some(path) = child::argument(test) {
        return save_forever(Path::new(&path));
    }
    let (folder, path) = file();
    let link = folder.path().join("link.toml");
    symlink("a.toml", &link).expect("a link");
    let seed = SystemTime::UNIX_EPOCH.elapsed().expect("a time").as_nanos() as u64;
    println!("seed {seed}");
    let mut random = Random(seed | 1);
    let (mut last, mut remains) = (0, 0);
    let is_long = std::env::var_os("TOML_TESTS_LONG").is_some();
    for time in 0..TIMES * if is_long { 10 } else { 1 } {
        // Through the link every other time.
        let opened = if time % 2 == 0 { &path } else { &link };
        let argument = opened.to_str().expect("a path of letters");
        let mut command = child::command(test, argument, Limits::default());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("the child starts");
        kill_behind_a_save(child, &path, last, random.below(LONGEST));

        let found = read(&path);
        let saved = number(&found).unwrap_or_else(|| panic!("time {time}, seed {seed}: {found:?}"));
        assert!(
            saved > last,
            "time {time}, seed {seed}: {saved} behind {last}"
        );
        last = saved;
        let link = fs::symlink_metadata(&link).expect("the link is there");
        assert!(link.is_symlink(), "time {time}, seed {seed}");
        let left = remove_remains(folder.path());
        assert!(
            left <= 1,
            "time {time}, seed {seed}: {left} temporary files"
        );
        remains += left;
    }
    println!("{last} saves, {remains} temporary files left by processes that were killed");
}

/// Saves the next number, and the next.
fn save_forever(path: &Path) {
    let mut document = DocumentMut::open(path).expect("the file can be opened");
    let first = number(document.as_str()).expect("the file is whole");
    for next in first + 1.. {
        renumber(&mut document, next).expect("the keys are there");
        document.save().expect("the file can be saved");
    }
}

/// Waits for a number that is not the last one, and some time more.
fn kill_behind_a_save(mut child: Child, path: &Path, last: i64, delay: Duration) {
    let start = Instant::now();
    while number(&read(path)) == Some(last) {
        assert!(start.elapsed() < PATIENCE, "nothing is saved");
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(delay);
    child.kill().expect("the child is there");
    let status = child.wait().expect("the child ends");
    assert_eq!(status.signal(), Some(9), "it has not ended by itself");
}

/// Removes what a process has left; how many files that was.
fn remove_remains(folder: &Path) -> usize {
    let mut names = names(folder);
    names.retain(|name| name != "a.toml" && name != "link.toml");
    for name in &names {
        assert!(name.starts_with(TEMPORARY), "{name}");
        fs::remove_file(folder.join(name)).expect("the file can be removed");
    }
    names.len()
}

/// A xorshift generator: not good, but short, and no two runs kill at the same points.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_nanos(self.0 % limit.as_nanos() as u64)
    }
}
