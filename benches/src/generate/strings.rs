//! Shapes that are about text: translations, multi-line strings, escapes.

use std::fmt::Write as _;

use super::Random;
use super::words;

const PHRASES: &[&str] = &[
    "Datei wurde nicht gefunden",
    "Änderungen speichern?",
    "Größe überschreitet das Limit",
    "Le fichier n’a pas été trouvé",
    "Enregistrer les modifications ?",
    "Réessayez plus tard",
    "No se encontró el archivo",
    "¿Guardar los cambios?",
    "Inténtelo más tarde",
    "Файл не найден",
    "Сохранить изменения?",
    "Повторите попытку позже",
    "ファイルが見つかりません",
    "変更を保存しますか？",
    "後でもう一度お試しください",
    "找不到文件",
    "要保存更改吗？",
    "请稍后再试",
    "파일을 찾을 수 없습니다",
    "변경 내용을 저장하시겠습니까?",
    "لم يتم العثور على الملف",
    "هل تريد حفظ التغييرات؟",
    "File not found",
    "Save your changes?",
    "Try again later 🙂",
];

/// Translations: short keys, one language after the other, text beyond ASCII.
pub(super) fn i18n(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    let languages = ["de", "fr", "es", "ru", "ja", "zh-Hans", "ko", "ar", "en"];
    for (done, language) in languages.iter().enumerate() {
        let _ = writeln!(text, "[{language}]");
        let end = bytes * (done + 1) / languages.len();
        let mut number = 0;
        while text.len() < end {
            number += 1;
            let key = words::name(random, "_");
            let phrase = random.pick(PHRASES);
            let _ = match random.below(5) {
                0 => writeln!(
                    text,
                    "{key}_{number} = \"{phrase}: {{{}}}\"",
                    random.pick(words::NOUNS)
                ),
                1 => writeln!(
                    text,
                    "\"{key}.{number}\" = \"{phrase}\\n{}\"",
                    random.pick(PHRASES)
                ),
                2 => writeln!(
                    text,
                    "{key}_{number}.one = \"{phrase}\"\n{key}_{number}.other = \"{} {phrase}\"",
                    random.below(9)
                ),
                _ => writeln!(text, "{key}_{number} = \"{phrase}\""),
            };
        }
        text.push('\n');
    }
    text
}

/// Scripts, queries and descriptions in `"""` and `'''`.
pub(super) fn multi_line(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    while text.len() < bytes {
        let _ = writeln!(text, "[[task]]\nname = \"{}\"", words::name(random, "-"));
        text.push_str("description = \"\"\"\n");
        for _ in 0..random.between(2, 8) {
            let end = if random.one_in(4) { " \\" } else { "" };
            let length = random.between(6, 14);
            let _ = writeln!(text, "{}{end}", words::sentence(random, length));
        }
        text.push_str("\"\"\"\nscript = '''\n#!/bin/sh\nset -eu\n");
        for _ in 0..random.between(3, 20) {
            let noun = random.pick(words::NOUNS);
            let line = match random.below(4) {
                0 => format!("if [ -f \"$HOME/{noun}\" ]; then"),
                1 => {
                    format!("    grep -E '^{noun}[0-9]+\\.' \"${{1}}\" | sort -u > \"/tmp/{noun}\"")
                }
                2 => "fi".to_string(),
                _ => format!("echo \"{}\" >&2", words::sentence(random, 5)),
            };
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str("'''\n\n");
    }
    text
}

/// Strings in which every few characters one is escaped.
pub(super) fn escapes(random: &mut Random, bytes: usize) -> String {
    const ESCAPES: &[&str] = &[
        "\\n",
        "\\t",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\u2192",
        "\\U0001F600",
        "\\r\\n",
        "\\b",
        "\\f",
    ];
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = write!(text, "{}-{number} = \"", words::name(random, "-"));
        for _ in 0..random.between(3, 20) {
            text.push_str(random.pick(words::NOUNS));
            text.push_str(random.pick(ESCAPES));
        }
        let _ = write!(
            text,
            "\"\npath-{number} = \"C:\\\\Users\\\\{}\\\\{}\"\n",
            random.pick(words::NOUNS),
            random.pick(words::NOUNS)
        );
    }
    text
}
