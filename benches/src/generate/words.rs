//! What people name things, for text that looks written by people.

use super::random::Random;

pub(super) const NOUNS: &[&str] = &[
    "account", "address", "agent", "archive", "backup", "batch", "branch", "bridge", "broker",
    "bucket", "buffer", "build", "cache", "channel", "client", "cluster", "codec", "config",
    "console", "context", "cursor", "daemon", "database", "device", "driver", "editor", "engine",
    "event", "export", "filter", "format", "gateway", "graph", "handler", "header", "history",
    "image", "import", "index", "invoice", "journal", "kernel", "label", "layer", "layout",
    "ledger", "limit", "listener", "locale", "logger", "mail", "message", "metric", "mirror",
    "module", "network", "node", "order", "packet", "parser", "payment", "pipeline", "plugin",
    "policy", "pool", "profile", "proxy", "query", "queue", "record", "region", "registry",
    "render", "report", "request", "router", "runtime", "sampler", "schema", "server", "service",
    "session", "signal", "socket", "source", "storage", "stream", "style", "target", "template",
    "theme", "thread", "ticket", "token", "tracer", "user", "vector", "volume", "widget", "worker",
];

pub(super) const ADJECTIVES: &[&str] = &[
    "active", "async", "atomic", "basic", "binary", "bright", "cached", "central", "closed",
    "common", "current", "daily", "deep", "default", "direct", "dynamic", "eager", "empty",
    "extra", "fast", "final", "fixed", "global", "hidden", "initial", "inner", "internal", "large",
    "lazy", "legacy", "linear", "local", "main", "maximum", "minimal", "mutable", "native", "open",
    "outer", "parallel", "partial", "pending", "plain", "primary", "private", "public", "quick",
    "raw", "remote", "safe", "secure", "shared", "short", "simple", "small", "stable", "static",
    "strict", "tiny", "total", "typed", "unique", "valid", "verbose", "virtual", "weekly", "wide",
];

const LATER: &[&str] = &[
    "and", "the", "of", "a", "to", "in", "for", "with", "before", "after", "when", "from", "is",
    "may", "not", "only", "every", "one", "two", "all", "if", "until", "runs", "waits", "returns",
    "opens", "closes", "sends", "reads", "writes", "keeps", "drops", "checks", "starts",
];

/// A short name such as `cache` or `fast-queue`.
pub(super) fn name(random: &mut Random, joint: &str) -> String {
    match random.below(4) {
        0 => random.pick(NOUNS).to_string(),
        1 => format!("{}{joint}{}", random.pick(NOUNS), random.pick(NOUNS)),
        2 => format!(
            "{}{joint}{}{joint}{}",
            random.pick(ADJECTIVES),
            random.pick(NOUNS),
            random.pick(NOUNS)
        ),
        _ => format!("{}{joint}{}", random.pick(ADJECTIVES), random.pick(NOUNS)),
    }
}

/// A version such as `1.14.2`.
pub(super) fn version(random: &mut Random) -> String {
    let major = [0, 0, 1, 1, 2, 3, 4][random.below(7) as usize];
    format!("{major}.{}.{}", random.below(40), random.below(15))
}

/// So many words, the first one capital, with a full stop.
pub(super) fn sentence(random: &mut Random, words: u32) -> String {
    let mut text = String::new();
    for at in 0..words {
        let word = match random.below(5) {
            0 | 1 => random.pick(NOUNS),
            2 => random.pick(ADJECTIVES),
            _ => random.pick(LATER),
        };
        if at == 0 {
            text.push_str(&word[..1].to_uppercase());
            text.push_str(&word[1..]);
        } else {
            text.push(' ');
            text.push_str(word);
        }
    }
    text.push('.');
    text
}

/// `2024-03-17`
pub(super) fn date(random: &mut Random) -> String {
    format!(
        "{}-{:02}-{:02}",
        random.between(1999, 2026),
        random.between(1, 12),
        random.between(1, 28)
    )
}

/// `07:32:05`
pub(super) fn time(random: &mut Random) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        random.below(24),
        random.below(60),
        random.below(60)
    )
}
