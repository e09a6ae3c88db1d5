//! Adam, in registers.
//!
//! Moments fade towards numbers too small for the normal format of floats, with which many processors are a hundred
//! times slower. So every few steps those below the limits here become zero: they move a weight by less than its last
//! bit.

use std::ops::Range;

use super::simd::{F32x4, LANES};
use crate::spec::Adam;

/// First moments closer to zero than this become zero. With Keras's constants they move a weight by 1e-24.
const LEAST_FIRST: f32 = 1e-28;

/// Second moments below this become zero: their root is 1e-8 of epsilon.
const LEAST_SECOND: f32 = 1e-30;

/// Steps from one look at the moments to the next. In between, Keras's constants let a first moment fade by 1e-3.
const SETTLED_EVERY: u64 = 64;

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
    /// In this step the moments are looked at.
    pub settles: bool,
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
            settles: t.is_multiple_of(SETTLED_EVERY),
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
            let new_m = old_m.plus_product(gradient - old_m, self.keep_not_beta1);
            let new_v = old_v.plus_product(gradient * gradient - old_v, self.keep_not_beta2);
            new_m.store(m);
            new_v.store(v);
            let step = new_m * self.alpha / (new_v.sqrt() + self.epsilon);
            (F32x4::load(w) - step).store(w);
        }
    }

    /// Takes the moments that are next to nothing as zero, in part of the arenas.
    ///
    /// # Safety
    /// The range must be whole vectors within the arenas, and nobody else may use it.
    pub unsafe fn settle(&self, range: Range<usize>) {
        for offset in range.step_by(LANES) {
            // SAFETY: the caller's promise.
            unsafe {
                let (m, v) = (self.first.add(offset), self.second.add(offset));
                F32x4::load(m).zero_below(F32x4::splat(LEAST_FIRST)).store(m);
                F32x4::load(v).zero_below(F32x4::splat(LEAST_SECOND)).store(v);
            }
        }
    }
}
