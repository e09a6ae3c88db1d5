//! Matrices in panels.
//!
//! A matrix is cut into panels of 16 columns; a panel holds its rows one after the other, each a cache line. Kernels
//! work on one panel at a time, and lines that are used together lie together, however wide the matrix is.

use super::aligned::{AlignedVec, LINE};
use super::simd::{F32x4, LANES};
use crate::Error;

/// Columns of a panel.
pub const PANEL: usize = LINE;

/// Bytes from one row of a panel to the next.
pub const ROW_BYTES: usize = PANEL * size_of::<f32>();

/// Where a matrix lies.
#[derive(Clone, Copy)]
pub struct Panels {
    /// Its first number.
    pub start: *mut f32,
    /// Rows of a panel.
    pub height: usize,
}

impl Panels {
    /// Where a number lies. Those to its right follow, to the panel's edge.
    ///
    /// # Safety
    /// It must lie within the matrix.
    #[inline(always)]
    pub unsafe fn at(&self, row: usize, column: usize) -> *mut f32 {
        // SAFETY: the caller's promise.
        unsafe { self.start.add((column / PANEL * self.height + row) * PANEL + column % PANEL) }
    }

    /// Copies the first numbers of a row.
    ///
    /// # Safety
    /// They must lie within the matrix, and nobody may write them meanwhile.
    pub unsafe fn read_row(&self, row: usize, to: &mut [f32]) {
        // By vectors: a call to copy a few numbers costs more than the copy.
        let (vectors, rest) = to.as_chunks_mut::<LANES>();
        let vectors_end = vectors.len() * LANES;
        // SAFETY: the caller's promise.
        unsafe {
            for (v, vector) in vectors.iter_mut().enumerate() {
                *vector = F32x4::load(self.at(row, v * LANES)).to_array();
            }
            for (i, number) in rest.iter_mut().enumerate() {
                *number = *self.at(row, vectors_end + i);
            }
        }
    }

    /// The opposite of `read_row`.
    ///
    /// # Safety
    /// They must lie within the matrix, and nobody else may use them.
    pub unsafe fn write_row(&self, row: usize, from: &[f32]) {
        let (vectors, rest) = from.as_chunks::<LANES>();
        // SAFETY: the caller's promise.
        unsafe {
            for (v, vector) in vectors.iter().enumerate() {
                F32x4::from_array(*vector).store(self.at(row, v * LANES));
            }
            for (i, number) in rest.iter().enumerate() {
                *self.at(row, vectors.len() * LANES + i) = *number;
            }
        }
    }
}

/// A matrix of its own, zero at first.
pub struct Matrix {
    floats: AlignedVec,
    height: usize,
}

impl Matrix {
    /// `what` names it if there is no memory.
    pub fn zeros(rows: usize, columns: usize, what: &'static str) -> Result<Self, Error> {
        let len = rows.checked_mul(columns.next_multiple_of(PANEL));
        let len = len.ok_or(Error::Memory { what, bytes: usize::MAX })?;
        Ok(Self { floats: AlignedVec::zeros(len, what)?, height: rows })
    }

    /// Where it lies.
    pub fn panels(&mut self) -> Panels {
        Panels { start: self.floats.as_mut_ptr(), height: self.height }
    }
}
