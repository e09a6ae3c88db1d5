use crate::variables::Variable;

/// A whole variable, for what cannot be told of a piece of it. Making one is a promise, using it is safe.
pub struct Whole<'a> {
    pub variable: &'a Variable,
    arenas: [*mut f32; 2],
}

/// Which numbers of a variable.
#[derive(Clone, Copy)]
pub enum Of {
    Weights,
    Gradients,
}

impl<'a> Whole<'a> {
    /// # Safety
    /// The arenas (weights, gradients) must hold the variable where they are used at all, and nobody else may use
    /// it there as long as this is used.
    pub unsafe fn new(variable: &'a Variable, arenas: [*mut f32; 2]) -> Self {
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
}
