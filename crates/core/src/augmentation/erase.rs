use super::draws::share;

/// Makes a rectangle ground (Zhong et al., "Random erasing data augmentation", 2017): its sides go from nothing to `most`
/// pixels, and its middle may be anywhere in the image.
pub fn erase(levels: &mut [u8], width: usize, most: f64, bits: [u32; 4]) {
    let range = |middle: u32, side: u32, pixels: usize| {
        let (middle, half) = (share(middle) * pixels as f64, share(side) * most / 2.0);
        // A pixel goes if its own middle does.
        let edge = |place: f64| libm::round(place).max(0.0).min(pixels as f64) as usize;
        edge(middle - half)..edge(middle + half)
    };
    let columns = range(bits[0], bits[2], width);
    for row in range(bits[1], bits[3], levels.len() / width) {
        levels[row * width..][..width][columns.clone()].fill(0);
    }
}
