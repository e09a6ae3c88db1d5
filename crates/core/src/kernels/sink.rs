//! Where gradients go, four at a time, as soon as they are known. All that kernels know of optimizers.

use std::ops::Range;

use super::simd::{F32x4, LANES};

/// Takes gradients.
pub trait GradientSink: Copy {
    /// Takes the gradients of the four weights at `offset`.
    ///
    /// # Safety
    /// They must lie within the arenas, and nobody else may use them meanwhile.
    unsafe fn put(&self, offset: usize, gradient: F32x4);

    /// In this step numbers that are next to nothing are to be taken as zero.
    fn flushes_denormals(&self) -> bool;

    /// Does so in part of the arenas.
    ///
    /// # Safety
    /// The range must be whole vectors within the arenas, and nobody else may use it.
    unsafe fn flush_denormals(&self, range: Range<usize>);
}

/// Keeps gradients in an arena of their own.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The arena.
    pub gradients: *mut f32,
}

impl GradientSink for Kept {
    #[inline(always)]
    unsafe fn put(&self, offset: usize, gradient: F32x4) {
        // SAFETY: the caller's promise.
        unsafe { gradient.store(self.gradients.add(offset)) };
    }

    #[inline(always)]
    fn flushes_denormals(&self) -> bool {
        false
    }

    unsafe fn flush_denormals(&self, _: Range<usize>) {}
}

/// Takes numbers closer to zero than `least` as zero.
///
/// # Safety
/// The range must be whole vectors within the arena, and nobody else may use it.
pub unsafe fn zero_below(arena: *mut f32, range: Range<usize>, least: f32) {
    let least = F32x4::splat(least);
    for offset in range.step_by(LANES) {
        // SAFETY: the caller's promise.
        unsafe {
            let place = arena.add(offset);
            F32x4::load(place).zero_below(least).store(place);
        }
    }
}
