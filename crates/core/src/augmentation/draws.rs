use crate::rng::{Philox, Stream};

/// Whose random numbers are drawn: those of a row in a pass.
#[derive(Clone, Copy)]
pub struct Draws {
    pub seed: u64,
    pub pass: u32,
    pub row: u32,
}

/// What random numbers of an image are for. Each has blocks of its own.
#[derive(Clone, Copy)]
pub enum Use {
    Shape,
    Elastic,
    Noise,
    Dropout,
}

impl Draws {
    /// A block of random bits. Not inlined: it is long, and asked for in many places.
    #[inline(never)]
    pub fn bits(&self, of: Use, block: u32) -> [u32; 4] {
        let stream = Stream::Augmentation { pass: self.pass, row: self.row };
        Philox::block(self.seed, stream, [block, of as u32])
    }
}

/// A number in [-1, 1): a multiple of 2^-23.
pub fn signed(bits: u32) -> f64 {
    f64::from(bits >> 8) * (1.0 / 8_388_608.0) - 1.0
}

/// A number in [0, 1): a multiple of 2^-24.
pub fn share(bits: u32) -> f64 {
    f64::from(bits >> 8) * (1.0 / 16_777_216.0)
}
