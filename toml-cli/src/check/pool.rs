//! All cores on a list of inputs, the results in the order of the list.
//!
//! Knows nothing of TOML. One input is worked on in the calling thread: a pool would cost more.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::Progress;

/// How often the progress bar is looked after while no result comes in.
const TICK: Duration = Duration::from_millis(100);

/// Calls `work` for every input and `each` with its results, in the order of the inputs and in the
/// calling thread, until `each` breaks off. `work` gets a buffer that it shares with nobody, and the
/// input's place in the list.
pub(super) fn in_order<I: Sync, T: Send>(
    inputs: &[I],
    progress: &Progress,
    work: impl Fn(&mut Vec<u8>, usize, &I) -> T + Sync,
    mut each: impl FnMut(&I, T) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(inputs.len());
    if threads <= 1 {
        let mut buffer = Vec::new();
        return inputs
            .iter()
            .enumerate()
            .try_for_each(|(at, input)| each(input, work(&mut buffer, at, input)));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                let mut buffer = Vec::new();
                while let Some((at, input)) = take(next, inputs) {
                    // An error means that nobody wants more results.
                    if sender.send((at, work(&mut buffer, at, input))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        sort(inputs, &receiver, progress, &mut each)
    })
}

/// The next input that no thread has taken.
fn take<'a, I>(next: &AtomicUsize, inputs: &'a [I]) -> Option<(usize, &'a I)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    inputs.get(at).map(|input| (at, input))
}

/// Hands on results in order, holding back those that come early.
fn sort<I, T>(
    inputs: &[I],
    receiver: &mpsc::Receiver<(usize, T)>,
    progress: &Progress,
    each: &mut impl FnMut(&I, T) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut results: Vec<Option<T>> = inputs.iter().map(|_| None).collect();
    let mut done = 0;
    loop {
        match receiver.recv_timeout(TICK) {
            Ok((at, result)) => {
                results[at] = Some(result);
                progress.advance();
            }
            Err(RecvTimeoutError::Timeout) => progress.tick(),
            Err(RecvTimeoutError::Disconnected) => return ControlFlow::Continue(()),
        }
        while let Some(result) = results.get_mut(done).and_then(Option::take) {
            each(&inputs[done], result)?;
            done += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Verbosity;
    use std::time::Instant;

    fn quiet() -> Progress {
        Progress::start(Verbosity::Quiet, Instant::now())
    }

    #[test]
    fn in_order_whatever_the_threads_do() {
        for length in [0, 1, 2, 500_u64] {
            let inputs: Vec<u64> = (0..length).collect();
            let mut seen = Vec::new();
            let work = |_: &mut Vec<u8>, _: usize, input: &u64| {
                thread::sleep(Duration::from_micros(input * 7919 % 13 * 10));
                input * 2
            };
            let flow = in_order(&inputs, &quiet(), work, |input, result| {
                seen.push((*input, result));
                ControlFlow::Continue(())
            });
            assert_eq!(flow, ControlFlow::Continue(()));
            assert_eq!(seen, inputs.iter().map(|i| (*i, i * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn in_order_stops_when_told() {
        let inputs: Vec<u64> = (0..500).collect();
        let mut seen = 0;
        let flow = in_order(
            &inputs,
            &quiet(),
            |_, _, input| *input,
            |input, _| {
                seen += 1;
                if *input == 3 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        assert_eq!((flow, seen), (ControlFlow::Break(()), 4));
    }
}
