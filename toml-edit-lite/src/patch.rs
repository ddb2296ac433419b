//! Patches: which bytes of a text become what. Knows nothing of TOML.

#[cfg(test)]
mod tests;

use toml_core::Span;

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The bytes of the old text that go; empty for an insertion.
    pub span: Span,
    /// The text that stands there instead.
    pub text: String,
}

impl Patch {
    pub(crate) fn new(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self {
            span: Span::new(offset(start), offset(end)),
            text: text.into(),
        }
    }

    pub(crate) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::new(at, at, text)
    }

    pub(crate) fn remove(start: usize, end: usize) -> Self {
        Self::new(start, end, "")
    }
}

/// Offsets of a parsed source fit in 32 bits.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Sorts patches by place; those at one place stay in order, insertions before what is replaced.
pub(crate) fn sort(patches: &mut [Patch]) {
    patches.sort_by_key(|patch| patch.span);
}

/// Whether no two of some sorted patches concern the same bytes.
pub(crate) fn are_apart(patches: &[Patch]) -> bool {
    let is_apart = |pair: &[Patch]| pair[0].span.end <= pair[1].span.start;
    patches.windows(2).all(is_apart)
}

/// The text with sorted patches applied.
pub(crate) fn apply(source: &str, patches: &[Patch]) -> String {
    let added: usize = patches.iter().map(|patch| patch.text.len()).sum();
    let mut text = String::with_capacity(source.len() + added);
    let mut at = 0;
    for patch in patches {
        text.push_str(&source[at..patch.span.start as usize]);
        text.push_str(&patch.text);
        at = patch.span.end as usize;
    }
    text.push_str(&source[at..]);
    text
}

/// The patches that do what `first` and then `second` do. Both are sorted.
pub(crate) fn compose(first: &[Patch], second: &[Patch]) -> Vec<Patch> {
    let mut rest = pieces(first);
    rest.reverse();
    let mut result = Vec::with_capacity(rest.len() + 2 * second.len());
    let mut at = 0;
    for patch in second {
        let (start, end) = (patch.span.start as usize, patch.span.end as usize);
        take(&mut rest, start - at, |piece| result.push(piece));
        take(&mut rest, end - start, |_| {});
        result.push(Piece::New(&patch.text));
        at = end;
    }
    result.extend(rest.into_iter().rev());
    from_pieces(&result)
}

/// Leaves out the patches that change nothing, and from the others the lines at their ends that stay.
pub(crate) fn drop_idle(source: &str, patches: &mut Vec<Patch>) {
    for patch in patches.iter_mut() {
        let old = &source[patch.span.range()];
        if old == patch.text {
            patch.span.end = patch.span.start;
            patch.text.clear();
            continue;
        }
        let front = common_lines(old.split_inclusive('\n'), patch.text.split_inclusive('\n'));
        let (old, new) = (&old[front..], &patch.text[front..]);
        let back = common_lines(
            old.split_inclusive('\n').rev(),
            new.split_inclusive('\n').rev(),
        );
        if front + back == 0 {
            continue;
        }
        let new = new[..new.len() - back].to_owned();
        let start = patch.span.start as usize + front;
        *patch = Patch::new(start, patch.span.end as usize - back, new);
    }
    patches.retain(|patch| !patch.span.is_empty() || !patch.text.is_empty());
}

/// How many bytes of whole lines two texts begin with alike.
fn common_lines<'l>(
    one: impl Iterator<Item = &'l str>,
    other: impl Iterator<Item = &'l str>,
) -> usize {
    let same = one.zip(other).take_while(|(one, other)| one == other);
    same.map(|(line, _)| line.len()).sum()
}

/// A part of a changed text.
#[derive(Clone, Copy)]
enum Piece<'p> {
    /// Bytes of the first text, from one offset to another.
    Kept(usize, usize),
    New(&'p str),
}

/// Stands for the length of the first text, which nobody has to know.
const END: usize = usize::MAX;

impl Piece<'_> {
    fn len(self) -> usize {
        match self {
            Self::Kept(start, end) => end - start,
            Self::New(text) => text.len(),
        }
    }

    fn split(self, at: usize) -> (Self, Self) {
        match self {
            Self::Kept(start, end) => (Self::Kept(start, start + at), Self::Kept(start + at, end)),
            Self::New(text) => {
                let (one, other) = text.split_at(at);
                (Self::New(one), Self::New(other))
            }
        }
    }
}

/// The text after some sorted patches.
fn pieces(patches: &[Patch]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(2 * patches.len() + 1);
    let mut at = 0;
    for patch in patches {
        pieces.push(Piece::Kept(at, patch.span.start as usize));
        pieces.push(Piece::New(&patch.text));
        at = patch.span.end as usize;
    }
    pieces.push(Piece::Kept(at, END));
    pieces
}

/// Takes so many bytes from the front of a list of pieces that is in reverse.
fn take<'p>(rest: &mut Vec<Piece<'p>>, mut length: usize, mut each: impl FnMut(Piece<'p>)) {
    while length > 0 {
        let Some(piece) = rest.pop() else { return };
        if piece.len() <= length {
            length -= piece.len();
            each(piece);
        } else {
            let (front, back) = piece.split(length);
            rest.push(back);
            each(front);
            length = 0;
        }
    }
}

/// The patches that lead to a text, those that touch made one.
fn from_pieces(pieces: &[Piece<'_>]) -> Vec<Patch> {
    let mut patches = Vec::new();
    let (mut at, mut text) = (0, String::new());
    for piece in pieces {
        match *piece {
            Piece::New(new) => text.push_str(new),
            Piece::Kept(start, end) if start == end => {}
            Piece::Kept(start, end) => {
                if start > at || !text.is_empty() {
                    patches.push(Patch::new(at, start, std::mem::take(&mut text)));
                }
                at = end;
            }
        }
    }
    patches
}
