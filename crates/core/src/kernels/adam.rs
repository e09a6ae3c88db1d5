//! Adam, in registers.
//!
//! Moments fade towards numbers too small for the normal format of floats, with which many processors are a hundred
//! times slower. Below the limits here they are taken as zero: such moments move a weight by less than its last bit.

use super::simd::F32x4;
use crate::spec::Adam;

/// First moments closer to zero than this are zero. With Keras's constants they move a weight by 1e-21.
const LEAST_FIRST: f32 = 1e-25;

/// Second moments below this are zero: their root is 1e-8 of epsilon.
const LEAST_SECOND: f32 = 1e-30;

/// One step of Adam over an arena: the constants in vectors, and where the numbers lie.
#[derive(Clone, Copy)]
pub struct AdamStep {
    weights: *mut f32,
    first: *mut f32,
    second: *mut f32,
    alpha: F32x4,
    keep_not_beta1: F32x4,
    keep_not_beta2: F32x4,
    epsilon: F32x4,
}

impl AdamStep {
    /// Step `t` (from 1). The pointers are those of the three arenas.
    pub fn new(adam: &Adam, t: u64, weights: *mut f32, first: *mut f32, second: *mut f32) -> Self {
        Self {
            weights,
            first,
            second,
            alpha: F32x4::splat(adam.alpha(t)),
            keep_not_beta1: F32x4::splat((1.0 - adam.beta1) as f32),
            keep_not_beta2: F32x4::splat((1.0 - adam.beta2) as f32),
            epsilon: F32x4::splat(adam.epsilon as f32),
        }
    }

    /// Moves four weights along their gradient, in the order of operations that Keras has.
    ///
    /// # Safety
    /// Four floats at `offset` must lie within the arenas, and nobody else may use them meanwhile.
    #[inline(always)]
    pub unsafe fn apply(&self, offset: usize, gradient: F32x4) {
        // SAFETY: the caller's promise.
        unsafe {
            let [w, m, v] = [self.weights, self.first, self.second].map(|start| start.add(offset));
            let (old_m, old_v) = (F32x4::load(m), F32x4::load(v));
            let new_m = old_m.plus_product(gradient.sub(old_m), self.keep_not_beta1);
            let new_v = old_v.plus_product(gradient.mul(gradient).sub(old_v), self.keep_not_beta2);
            let new_m = new_m.zero_below(F32x4::splat(LEAST_FIRST));
            let new_v = new_v.zero_below(F32x4::splat(LEAST_SECOND));
            new_m.store(m);
            new_v.store(v);
            let step = new_m.mul(self.alpha).div(new_v.sqrt().add(self.epsilon));
            F32x4::load(w).sub(step).store(w);
        }
    }
}
