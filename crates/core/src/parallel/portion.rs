//! How things are shared out among members.

use std::ops::Range;

/// What is a member's of things of which there may be fewer than members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Whole things, or one that several members have together.
    pub things: Range<usize>,
    /// How many have it together ...
    pub parts: usize,
    /// ... and which of them this is.
    pub part: usize,
}

impl Portion {
    /// This member's part of `count` parts of the things, in whole blocks.
    pub fn of(&self, count: usize, block: usize) -> Range<usize> {
        part_of(count, block, self.part, self.parts)
    }
}

/// One of so many parts of `count` things in fixed order, in whole blocks.
pub fn part_of(count: usize, block: usize, part: usize, parts: usize) -> Range<usize> {
    let blocks = count.div_ceil(block);
    let bound = |part: usize| (blocks * part / parts * block).min(count);
    bound(part)..bound(part + 1)
}
