use super::draws::{Draws, Use};

/// Pixels that a block of random bits decides about, by 16 bits each.
const DECIDED: usize = 8;

/// Makes each pixel ground with a probability.
pub fn drop_out(levels: &mut [u8], rate: f64, draws: Draws) {
    let limit = libm::round(rate * 65_536.0) as u32;
    for (block, levels) in (0..).zip(levels.chunks_mut(DECIDED)) {
        if levels.iter().fold(0, |any, level| any | level) == 0 {
            continue; // most of an image is ground as it is
        }
        let bits = draws.bits(Use::Dropout, block);
        for (i, level) in levels.iter_mut().enumerate() {
            let draw = bits[i / 2] >> (i % 2 * 16) & 0xffff;
            *level = if draw < limit { 0 } else { *level };
        }
    }
}
