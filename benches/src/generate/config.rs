//! The configuration of a service: short keys, every kind of value, aligned comments.

use std::fmt::Write as _;

use super::Random;
use super::words;

/// A server, its database, its logs, then one upstream after the other.
pub(super) fn service(random: &mut Random, bytes: usize) -> String {
    let mut text = format!(
        "# {}\ntitle = \"{}\"\ndebug = false\nstarted = {}T{}Z\n\n[server]\nhost = \"0.0.0.0\"\nport = {}\nworkers = {}\ntimeout = {}.5          # seconds\nkeep_alive = true\nallowed_hosts = [\"example.org\", \"*.example.org\", \"localhost\"]\n\n[server.tls]\ncert = \"/etc/ssl/certs/service.pem\"\nkey = \"/etc/ssl/private/service.key\"\nciphers = [\"TLS_AES_256_GCM_SHA384\", \"TLS_CHACHA20_POLY1305_SHA256\"]\n",
        words::sentence(random, 10),
        words::name(random, " "),
        words::date(random),
        words::time(random),
        random.between(1024, 65_535),
        random.between(2, 64),
        random.between(5, 90),
    );
    text.push_str("\n[database]\nurl = \"postgres://service:secret@db.internal:5432/service?sslmode=require\"\npool = { min = 4, max = 32, idle = 300 }\nretries = 5\nbackoff = [0.1, 0.5, 2.0, 10.0]\n\n[logging]\nlevel = \"info\"\nformat = '%Y-%m-%dT%H:%M:%S %level %target: %message'\nfile = 'C:\\logs\\service.log'\nrotate_bytes = 10_485_760\nmask = 0o640\n");
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = write!(
            text,
            "\n[[upstream]]\nname = \"{}-{number}\"\naddress = \"10.{}.{}.{}:{}\"\nweight = {}.{}\nenabled = {}\n",
            words::name(random, "-"),
            random.below(256),
            random.below(256),
            random.below(256),
            random.between(1024, 65_535),
            random.below(2),
            random.between(10, 99),
            !random.one_in(4),
        );
        if random.one_in(2) {
            let _ = writeln!(
                text,
                "health.path = \"/{}/health\"\nhealth.interval = {}  # seconds",
                random.pick(words::NOUNS),
                random.between(1, 60)
            );
        }
        if random.one_in(3) {
            let _ = writeln!(
                text,
                "tags = [\"{}\", \"{}\"]",
                random.pick(words::ADJECTIVES),
                random.pick(words::NOUNS)
            );
        }
    }
    text
}
