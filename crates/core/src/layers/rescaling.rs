use super::{Describe, Layer, Op, Place, Site};
use crate::kernels::block::Block;
use crate::kernels::simd::F32x4;
use crate::spec::packed::record;

record! {
    /// x * scale + offset
    pub struct Rescaling {
        /// The factor.
        pub scale: f64,
        /// What is added.
        pub offset: f64,
    }
}

impl Describe for Rescaling {
    fn ops(&self, _: Site) -> Vec<Op> {
        vec![Op::Other(Box::new(self.clone()))]
    }
}

impl Layer for Rescaling {
    fn forward(&self, place: &Place) {
        let [scale, offset] = [self.scale, self.offset].map(|number| F32x4::splat(number as f32));
        place.output.each(|row, column| {
            place.output.set(row, column, place.input.get(row, column) * scale + offset);
        });
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        let scale = F32x4::splat(self.scale as f32);
        delta_input.each(|row, column| delta_input.set(row, column, place.delta.get(row, column) * scale));
    }
}
