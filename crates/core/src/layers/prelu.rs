use super::{Describe, Layer, Op, Place, Site};
use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::kernels::block::Block;
use crate::kernels::simd::{F32x4, LANES};
use crate::regularizers::Regularizer;
use crate::spec::packed::record;
use crate::variables::{Placement, VariableSpec};

record! {
    /// x, or alpha * x below zero, with an alpha that learns for each number (He et al., 2015).
    pub struct Prelu {
        /// What alpha is at first.
        pub alpha_initializer: Initializer,
        /// What alpha's size costs.
        pub alpha_regularizer: Regularizer,
        /// What alpha must be like.
        pub alpha_constraint: Constraint,
    }
}

impl Describe for Prelu {
    fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        let alpha = VariableSpec::vector("alpha", inputs, &self.alpha_initializer);
        vec![alpha.with(&self.alpha_regularizer, &self.alpha_constraint)]
    }

    fn ops(&self, site: Site) -> Vec<Op> {
        vec![Op::Other(Box::new(Leak { placement: site.placement }))]
    }
}

struct Leak {
    placement: Placement,
}

impl Layer for Leak {
    fn learns(&self) -> bool {
        true
    }

    fn forward(&self, place: &Place) {
        let zero = F32x4::splat(0.0);
        place.output.each(|row, column| {
            let x = place.input.get(row, column);
            let alpha = place.weights.get(self.placement, 0, column);
            place.output.set(row, column, zero.select_below(x, x, x * alpha));
        });
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        let zero = F32x4::splat(0.0);
        delta_input.each(|row, column| {
            let (x, delta) = (place.input.get(row, column), place.delta.get(row, column));
            let alpha = place.weights.get(self.placement, 0, column);
            delta_input.set(row, column, zero.select_below(x, delta, delta * alpha));
        });
    }

    fn gradients(&self, place: &Place, put: &mut dyn FnMut(usize, F32x4)) {
        let zero = F32x4::splat(0.0);
        for column in place.delta.columns.clone().step_by(LANES) {
            let mut gradient = zero;
            for row in 0..place.count {
                let (x, delta) = (place.input.get(row, column), place.delta.get(row, column));
                gradient = gradient + zero.select_below(x, zero, x * delta);
            }
            put(self.placement.place(0, column), gradient);
        }
    }
}
