//! Reports to try formats on: the files that formats get wrong.

use toml_core::{Error, ParseOptions};

use super::{Render, Verbosity};
use crate::check::{Report, Summary, Unreadable};

/// Names and contents: characters that need escapes, wide characters, CRLF, errors at the very end,
/// and bytes that are no text.
pub(super) const FILES: [(&str, &[u8]); 7] = [
    (
        "a b#c%20,d:e<\u{fc}&\"表>.toml",
        "名前 = 1\n[\"größe\"]\nb = yes # 表, 100%: <&\">\nb = 2\n".as_bytes(),
    ),
    ("crlf.toml", b"[t]\r\na =\r\nb = 1\r\nb = 2\r\n"),
    ("dir/end.toml", b"a = yes\nb ="),
    ("dir/latin1.toml", b"ok = 1\nname = 'caf\xe9'\n"),
    ("dir/open.toml", b"a = 1\na = [1,\n"),
    ("valid.toml", b"a = 1\n"),
    ("x\x1by.toml", b"a = \"\x01\"\nb = \"\x1b[31m\"\n"),
];

/// All errors of a source.
pub(super) fn errors(source: &[u8]) -> Vec<Error> {
    ParseOptions::default().parse_bytes_recoverable(source).1
}

/// The report on a source, with all of its errors.
pub(super) fn report<'a>(name: &'a str, source: &'a [u8]) -> Report<'a> {
    Report {
        place: 0,
        name,
        source,
        errors: errors(source),
        note: None,
    }
}

/// All reports of a run over [`FILES`] and a missing one, as `render` has them, last file first.
pub(super) fn run(render: &dyn Render) -> String {
    let mut summary = Summary {
        unreadable: 1,
        ..Summary::default()
    };
    let mut texts = vec![String::new(); 1 + FILES.len()];
    for (at, (name, source)) in FILES.iter().enumerate().rev() {
        let mut report = report(name, source);
        report.place = 1 + at;
        let count = if report.errors.is_empty() {
            &mut summary.valid
        } else {
            &mut summary.invalid
        };
        *count += 1;
        render.file(&report, &mut texts[1 + at]);
    }
    let missing = Unreadable {
        place: 0,
        name: "gone, %.toml",
        error: "No such file",
    };
    render.unreadable(&missing, &mut texts[0]);
    let closing = render.end(&summary);
    texts.concat() + &closing.report
}

/// The verbosity of an ordinary run.
pub(super) const NORMAL: Verbosity = Verbosity::Normal;

/// Compares with a file in `tests/snapshots`. New and changed ones are written with
/// `INSTA_UPDATE=always`, and are to be read before they are committed.
pub(crate) fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
