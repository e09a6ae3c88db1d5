use super::{Describe, Layer, Noise, Op, Place, Site};
use crate::kernels::block::Block;
use crate::kernels::simd::F32x4;
use crate::rng::normals;
use crate::spec::packed::record;

record! {
    /// Adds noise from a normal distribution, in training.
    pub struct GaussianNoise {
        /// Its standard deviation.
        pub stddev: f64,
    }
}

impl Describe for GaussianNoise {
    fn ops(&self, site: Site) -> Vec<Op> {
        vec![Op::Other(Box::new(AddNoise { stddev: self.stddev, layer: site.layer as u32 }))]
    }
}

struct AddNoise {
    stddev: f64,
    layer: u32,
}

/// Four independent numbers from a normal distribution around zero.
#[inline(never)]
pub fn four_normals(noise: Noise, layer: u32, row: usize, column: usize, stddev: f64) -> F32x4 {
    let [a, b, c, d] = noise.bits(layer, row, column);
    let ([first, second], [third, fourth]) = (normals([a, b]), normals([c, d]));
    F32x4::from_array([first, second, third, fourth].map(|number| (stddev * number) as f32))
}

impl Layer for AddNoise {
    fn forward(&self, place: &Place) {
        place.output.each(|row, column| {
            let mut y = place.input.get(row, column);
            if let Some(noise) = place.noise {
                y = y + four_normals(noise, self.layer, row, column, self.stddev);
            }
            place.output.set(row, column, y);
        });
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        delta_input.each(|row, column| delta_input.set(row, column, place.delta.get(row, column)));
    }
}
