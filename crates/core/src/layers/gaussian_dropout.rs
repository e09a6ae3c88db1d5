use super::gaussian_noise::four_normals;
use super::{Describe, Layer, Op, Place, Site, Size};
use crate::kernels::block::Block;
use crate::kernels::simd::F32x4;
use crate::spec::packed::record;

record! {
    /// Multiplies by noise around 1 in training, with the variance of dropout: `rate / (1 - rate)`.
    pub struct GaussianDropout {
        /// The share that dropout would leave out.
        pub rate: f64,
    }
}

impl Describe for GaussianDropout {
    fn ops(&self, site: Site) -> Vec<Op> {
        let stddev = libm::sqrt(self.rate / (1.0 - self.rate));
        vec![Op::Other(Box::new(Multiply { stddev, layer: site.layer as u32, width: site.inputs }))]
    }
}

struct Multiply {
    stddev: f64,
    layer: u32,
    width: usize,
}

impl Layer for Multiply {
    /// The factors.
    fn keeps(&self) -> Size {
        Size::RowsBy(self.width)
    }

    fn forward(&self, place: &Place) {
        place.output.each(|row, column| {
            let mut y = place.input.get(row, column);
            if let Some(noise) = place.noise {
                let factor = F32x4::splat(1.0) + four_normals(noise, self.layer, row, column, self.stddev);
                place.kept.set(row, column, factor);
                y = y * factor;
            }
            place.output.set(row, column, y);
        });
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        delta_input.each(|row, column| {
            delta_input.set(row, column, place.delta.get(row, column) * place.kept.get(row, column));
        });
    }
}
