//! Criterion groups over the table of inputs: `cargo bench -p benches --bench parse -- FILTER`.
//!
//! Names are `GROUP/WHO/INPUT`, so `document/toml-core` runs ours alone. For ratios take
//! `cargo xtask bench`, which runs ours and a peer in turns.

use std::hint::black_box;
use std::time::Duration;

use benches::inputs::{self, Input};
use benches::ours;
use benches::peers::{Against, PEERS, without_panic_reports};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use toml_core::encode::encode_document;

type Group<'c> = BenchmarkGroup<'c, WallTime>;

fn group<'c>(criterion: &'c mut Criterion, name: &str) -> Group<'c> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    group.warm_up_time(Duration::from_millis(300));
    group.measurement_time(Duration::from_secs(1));
    group
}

/// Adds what ours does with each input.
fn add_ours<T>(group: &mut Group<'_>, inputs: &[Input], action: impl Fn(&str) -> T) {
    for input in inputs {
        group.throughput(Throughput::Bytes(input.bytes() as u64));
        let id = BenchmarkId::new("toml-core", &input.name);
        group.bench_function(id, |bencher| {
            bencher.iter(|| action(black_box(&input.text)));
        });
    }
}

/// Adds the peers that give the same kind of result, on the inputs that they read right.
fn add_peers(group: &mut Group<'_>, inputs: &[Input], against: Against) {
    for peer in PEERS.iter().filter(|peer| peer.against == against) {
        for input in inputs {
            let Ok(source) = without_panic_reports(|| peer.source(input)) else {
                continue;
            };
            group.throughput(Throughput::Bytes(input.bytes() as u64));
            let id = BenchmarkId::new(peer.name, &input.name);
            group.bench_function(id, |bencher| bencher.iter(|| (peer.parse)(source)));
        }
    }
}

/// Tokens alone: what is left of the time is the parser's.
fn lex(criterion: &mut Criterion) {
    let mut group = group(criterion, "lex");
    add_ours(&mut group, &inputs::all(), toml_core::count_tokens);
    group.finish();
}

fn document(criterion: &mut Criterion) {
    let inputs = inputs::all();
    let mut group = group(criterion, "document");
    add_ours(&mut group, &inputs, ours::parse);
    add_peers(&mut group, &inputs, Against::Document);
    group.finish();
}

fn visit(criterion: &mut Criterion) {
    let mut group = group(criterion, "visit");
    add_ours(&mut group, &inputs::all(), |text| {
        ours::census(&ours::document(text))
    });
    group.finish();
}

fn owned(criterion: &mut Criterion) {
    let inputs = inputs::all();
    let mut group = group(criterion, "owned");
    add_ours(&mut group, &inputs, ours::parse_owned);
    add_peers(&mut group, &inputs, Against::Table);
    group.finish();
}

fn encode(criterion: &mut Criterion) {
    let mut group = group(criterion, "encode");
    for input in inputs::all() {
        let table = ours::document(&input.text).to_table();
        group.throughput(Throughput::Bytes(encode_document(&table).len() as u64));
        let id = BenchmarkId::new("toml-core", &input.name);
        group.bench_function(id, |bencher| {
            bencher.iter(|| encode_document(black_box(&table)));
        });
    }
    group.finish();
}

criterion_group!(groups, lex, document, visit, owned, encode);
criterion_main!(groups);
