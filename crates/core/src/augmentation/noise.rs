use super::draws::{Draws, Use};

/// The deviation of a sum of four bytes: sqrt(4 * (256^2 - 1) / 12).
const DEVIATION: f64 = 147.800_992_779_247_5;

/// Adds noise to each level, within what levels can be. It is the sum of four uniform bytes, which is close to normal
/// (Irwin and Hall).
pub fn add_noise(levels: &mut [u8], deviation: f64, draws: Draws) {
    // In 1/65536 of a level.
    let factor = libm::round(deviation * 255.0 / DEVIATION * 65_536.0) as i32;
    for (block, levels) in (0..).zip(levels.chunks_mut(4)) {
        for (level, bits) in levels.iter_mut().zip(draws.bits(Use::Noise, block)) {
            let sum: i32 = bits.to_le_bytes().into_iter().map(i32::from).sum();
            // At most 510 * 255 / 148 * 65536 < 2^31.
            let noise = ((sum - 510) * factor + 32_768) >> 16;
            *level = (i32::from(*level) + noise).clamp(0, 255) as u8;
        }
    }
}
