//! A part of a matrix that one member of a team works on.

use std::ops::Range;

use super::panels::Panels;
use super::simd::{F32x4, LANES};

/// Some rows and whole vectors of columns of a matrix. Making one is a promise, using it is safe.
#[derive(Clone)]
pub struct Block {
    matrix: Panels,
    /// The rows.
    pub rows: Range<usize>,
    /// The columns; both ends are multiples of a vector's lanes.
    pub columns: Range<usize>,
}

impl Block {
    /// # Safety
    /// As long as the block is used, the part must lie within the matrix, nobody else may write it, and nobody else may
    /// use it if it is written.
    pub unsafe fn new(matrix: Panels, rows: Range<usize>, columns: Range<usize>) -> Self {
        Self { matrix, rows, columns }
    }

    /// Four numbers.
    #[inline(always)]
    pub fn get(&self, row: usize, column: usize) -> F32x4 {
        self.check(row, column, LANES);
        // SAFETY: the part lies within the matrix.
        unsafe { F32x4::load(self.matrix.at(row, column)) }
    }

    /// Writes four numbers.
    #[inline(always)]
    pub fn set(&self, row: usize, column: usize, numbers: F32x4) {
        self.check(row, column, LANES);
        // SAFETY: the part lies within the matrix, and nobody else uses it.
        unsafe { numbers.store(self.matrix.at(row, column)) }
    }

    /// Copies the first numbers of a row.
    pub fn read_row(&self, row: usize, to: &mut [f32]) {
        self.check(row, 0, to.len());
        // SAFETY: the part lies within the matrix.
        unsafe { self.matrix.read_row(row, to) }
    }

    /// Writes the first numbers of a row.
    pub fn write_row(&self, row: usize, from: &[f32]) {
        self.check(row, 0, from.len());
        // SAFETY: the part lies within the matrix, and nobody else uses it.
        unsafe { self.matrix.write_row(row, from) }
    }

    /// Calls `visit` with the place of each vector: down the rows, so that places follow each other at one distance.
    #[inline(always)]
    pub fn each(&self, mut visit: impl FnMut(usize, usize)) {
        for column in self.columns.clone().step_by(LANES) {
            self.rows.clone().for_each(|row| visit(row, column));
        }
    }

    #[inline(always)]
    fn check(&self, row: usize, first: usize, count: usize) {
        debug_assert!(self.rows.contains(&row), "row {row} of {:?}", self.rows);
        debug_assert!(self.columns.start <= first && first + count <= self.columns.end);
    }
}
