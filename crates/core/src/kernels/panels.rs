//! Matrices in panels.
//!
//! A matrix is cut into panels of 16 columns; a panel holds its rows one after the other, each a cache line. Kernels
//! work on one panel at a time, and lines that are used together lie together, however wide the matrix is.

use super::aligned::{Floats, LINE};
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
        for (panel, part) in to.chunks_mut(PANEL).enumerate() {
            // SAFETY: the caller's promise.
            let from = unsafe { std::slice::from_raw_parts(self.at(row, panel * PANEL), part.len()) };
            part.copy_from_slice(from);
        }
    }

    /// The opposite of `read_row`.
    ///
    /// # Safety
    /// They must lie within the matrix, and nobody else may use them.
    pub unsafe fn write_row(&self, row: usize, from: &[f32]) {
        for (panel, part) in from.chunks(PANEL).enumerate() {
            // SAFETY: the caller's promise.
            let to = unsafe { std::slice::from_raw_parts_mut(self.at(row, panel * PANEL), part.len()) };
            to.copy_from_slice(part);
        }
    }
}

/// A matrix of its own, zero at first.
pub struct Matrix {
    floats: Floats,
    height: usize,
}

impl Matrix {
    /// `what` names it if there is no memory.
    pub fn zeros(rows: usize, columns: usize, what: &'static str) -> Result<Self, Error> {
        let len = rows.checked_mul(columns.next_multiple_of(PANEL));
        let len = len.ok_or(Error::Memory { what, bytes: usize::MAX })?;
        Ok(Self { floats: Floats::zeros(len, what)?, height: rows })
    }

    /// Where it lies.
    pub fn panels(&mut self) -> Panels {
        Panels { start: self.floats.as_mut_ptr(), height: self.height }
    }
}
