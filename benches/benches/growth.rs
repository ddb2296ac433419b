//! Criterion groups over hard inputs of 64 KB to 64 MB, one group for each shape.
//!
//! `cargo xtask bench --growth` prints the same as one table, with a verdict.

use std::time::Duration;

use benches::growth::{SHAPES, SIZES, size_name};
use benches::ours;
use criterion::{
    BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};

fn growth(criterion: &mut Criterion) {
    for shape in SHAPES {
        let mut group = criterion.benchmark_group(format!("growth/{}", shape.name));
        group.sample_size(10);
        group.sampling_mode(SamplingMode::Flat);
        group.warm_up_time(Duration::from_millis(100));
        group.measurement_time(Duration::from_millis(500));
        for size in SIZES {
            let text = shape.text(*size);
            group.throughput(Throughput::Bytes(text.len() as u64));
            let id = BenchmarkId::from_parameter(size_name(*size));
            group.bench_function(id, |bencher| bencher.iter(|| ours::parse(&text)));
        }
        group.finish();
    }
}

criterion_group!(groups, growth);
criterion_main!(groups);
