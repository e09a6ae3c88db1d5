use super::{Describe, Layer, Op, Place, Site};
use crate::initializers::Initializer;
use crate::kernels::block::Block;
use crate::kernels::simd::F32x4;
use crate::spec::packed::record;
use crate::variables::{Placement, VariableSpec};

record! {
    /// (x - mean) / sqrt(variance), of what data are like.
    pub struct Normalization {}
}

/// The least deviation that is divided by (Keras's epsilon).
const EPSILON: f32 = 1e-7;

impl Describe for Normalization {
    fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        vec![
            VariableSpec::vector("mean", inputs, &Initializer::Zeros).frozen(),
            VariableSpec::vector("variance", inputs, &Initializer::Ones).frozen(),
        ]
    }

    fn ops(&self, site: Site) -> Vec<Op> {
        vec![Op::Other(Box::new(Normalize { placement: site.placement }))]
    }
}

struct Normalize {
    placement: Placement,
}

impl Normalize {
    fn deviation(&self, place: &Place, column: usize) -> F32x4 {
        place.weights.get(self.placement, 1, column).sqrt().at_least(F32x4::splat(EPSILON))
    }
}

impl Layer for Normalize {
    fn forward(&self, place: &Place) {
        place.output.each(|row, column| {
            let mean = place.weights.get(self.placement, 0, column);
            let y = (place.input.get(row, column) - mean) / self.deviation(place, column);
            place.output.set(row, column, y);
        });
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        delta_input.each(|row, column| {
            delta_input.set(row, column, place.delta.get(row, column) / self.deviation(place, column));
        });
    }
}
