use crate::rng::{Philox, Stream};

/// A kernel drawn evenly from [-limit, limit) with limit = sqrt(6 / (inputs + units)), row-major (Glorot and Bengio,
/// 2010; Keras's default).
pub fn glorot_uniform(inputs: usize, units: usize, layer: u32, seed: u64) -> impl Iterator<Item = f32> {
    let limit = libm::sqrt(6.0 / (inputs + units) as f64) as f32;
    let mut generator = Philox::new(seed, Stream::Weights { layer });
    (0..inputs * units).map(move |_| (2.0 * generator.uniform() - 1.0) * limit)
}
