use crate::kernels::simd::F32x4;
use crate::variables::Variable;

/// A whole variable, for what cannot be told of a piece of it. Making one is a promise, using it is safe.
pub struct Whole<'a> {
    pub variable: &'a Variable,
    arenas: [*mut f32; 4],
}

/// Which numbers of a variable.
#[derive(Clone, Copy)]
pub enum Of {
    Weights,
    Gradients,
    FirstSlot,
    SecondSlot,
}

impl<'a> Whole<'a> {
    /// # Safety
    /// The arenas (weights, gradients, slots) must hold the variable where they are used at all, and nobody else may use
    /// it there as long as this is used.
    pub unsafe fn new(variable: &'a Variable, arenas: [*mut f32; 4]) -> Self {
        Self { variable, arenas }
    }

    fn at(&self, of: Of, row: usize, column: usize) -> *mut f32 {
        debug_assert!(row < self.variable.spec.rows && column < self.variable.spec.columns);
        self.arenas[of as usize].wrapping_add(self.variable.place(row, column))
    }

    /// A number.
    #[inline(always)]
    pub fn number(&self, of: Of, row: usize, column: usize) -> f32 {
        // SAFETY: the number lies within the variable.
        unsafe { *self.at(of, row, column) }
    }

    /// Adds to a number.
    #[inline(always)]
    pub fn add(&self, of: Of, row: usize, column: usize, more: f32) {
        // SAFETY: the number lies within the variable, and nobody else uses it.
        unsafe { *self.at(of, row, column) += more }
    }

    /// Writes a number.
    #[inline(always)]
    pub fn put(&self, of: Of, row: usize, column: usize, number: f32) {
        // SAFETY: the number lies within the variable, and nobody else uses it.
        unsafe { *self.at(of, row, column) = number }
    }

    /// Four numbers, zeros behind the last column.
    #[inline(always)]
    pub fn get(&self, of: Of, row: usize, column: usize) -> F32x4 {
        // SAFETY: a variable's rows are there in whole vectors.
        unsafe { F32x4::load(self.at(of, row, column)) }
    }

    /// Writes four numbers.
    #[inline(always)]
    pub fn set(&self, of: Of, row: usize, column: usize, numbers: F32x4) {
        // SAFETY: as above, and nobody else uses them.
        unsafe { numbers.store(self.at(of, row, column)) }
    }
}
