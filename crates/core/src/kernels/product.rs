//! Products of dense matrices, by tiles that stay in registers: 4 rows by 8 columns, which is as much as 16 registers
//! hold beside their operands.

use std::ops::Range;

use super::aligned::AlignedVec;
use super::kernel::ROW_BLOCK;
use super::panels::{PANEL, Panels};
use super::simd::{F32x4, LANES};
use crate::Error;

/// Rows of the left side that are multiplied at a time ...
const ROWS: usize = 64;

/// ... and how many of their numbers: what is packed of them (32 KiB) and a panel of the right side (8 KiB) lie in the
/// first-level cache together.
const DEPTH: usize = 128;

/// Sums in registers.
pub type Tile<const V: usize> = [[F32x4; V]; ROW_BLOCK];

/// `start + left * right`: each sum begins with `start` and goes up the `depth`.
pub struct Product {
    /// A row that is added to every row.
    pub start: Panels,
    /// (rows, depth)
    pub left: Panels,
    /// (depth, columns)
    pub right: Right,
    /// Columns on the left, rows on the right.
    pub depth: usize,
}

/// The right side of a product.
#[derive(Clone, Copy)]
pub enum Right {
    /// A matrix.
    Plain(Panels),
    /// The transpose of a matrix.
    TransposeOf(Panels),
}

/// Room for the part of a product that is at work.
pub struct Workspace {
    /// Of the left side: blocks of four rows, in each the four numbers of a column side by side. A tile reads them one
    /// after the other, in one long loop.
    left: AlignedVec,
    /// Of the right side, where it must be transposed: a panel.
    right: AlignedVec,
}

impl Workspace {
    /// Room for products of so many rows.
    pub fn new(rows: usize) -> Result<Self, Error> {
        let room = |rows| AlignedVec::zeros(rows * DEPTH, "a product");
        Ok(Self { left: room(rows.min(ROWS).next_multiple_of(ROW_BLOCK))?, right: room(PANEL)? })
    }
}

impl Product {
    /// Writes some rows and columns of the product.
    ///
    /// # Safety
    /// `rows` must start at a multiple of four, `columns` with a panel, and both must be whole up to the next multiple of
    /// four, in the operands too; nobody may write the operands or use the output meanwhile.
    pub unsafe fn write(
        &self,
        output: Panels,
        rows: Range<usize>,
        columns: Range<usize>,
        workspace: &mut Workspace,
    ) {
        debug_assert!(rows.start.is_multiple_of(ROW_BLOCK) && columns.start.is_multiple_of(PANEL));
        let Workspace { left: packed, right: transposed } = workspace;
        for first in rows.clone().step_by(ROWS) {
            let rows = first..(first + ROWS).min(rows.end);
            for from in (0..self.depth).step_by(DEPTH) {
                let part = from..(from + DEPTH).min(self.depth);
                // SAFETY: the caller's promise; the workspace has room for what is transposed.
                unsafe {
                    for (block, row) in rows.clone().step_by(ROW_BLOCK).enumerate() {
                        let to = packed.as_mut_ptr().add(block * ROW_BLOCK * DEPTH);
                        transpose(to, ROW_BLOCK, self.left, row..row + ROW_BLOCK, part.clone());
                    }
                    for first in columns.clone().step_by(PANEL) {
                        let end = (first + PANEL).min(columns.end);
                        let right = match self.right {
                            Right::Plain(right) => right.at(from, first),
                            Right::TransposeOf(right) => {
                                transpose(transposed.as_mut_ptr(), PANEL, right, first..end, part.clone());
                                transposed.as_mut_ptr()
                            }
                        };
                        for column in (first..end).step_by(2 * LANES) {
                            let start = (from == 0).then(|| self.start.at(0, column).cast_const());
                            let [left, right] = [packed.as_ptr(), right.add(column - first)];
                            let rows = rows.clone();
                            if column + LANES < end {
                                add_tiles::<2>(output, rows, column, start, left, right, part.len());
                            } else {
                                add_tiles::<1>(output, rows, column, start, left, right, part.len());
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Copies the transpose of some rows and columns; its rows are `stride` apart.
///
/// # Safety
/// Rows and columns up to the next multiple of four must be readable, and there must be room for them.
#[inline(never)]
unsafe fn transpose(to: *mut f32, stride: usize, matrix: Panels, rows: Range<usize>, columns: Range<usize>) {
    for column in columns.clone().step_by(LANES) {
        for row in rows.clone().step_by(LANES) {
            // SAFETY: the caller's promise.
            unsafe {
                let block = std::array::from_fn(|r| F32x4::load(matrix.at(row + r, column)));
                let to = to.add((column - columns.start) * stride + row - rows.start);
                for (c, vector) in F32x4::transpose(block).into_iter().enumerate() {
                    vector.store(to.add(c * stride));
                }
            }
        }
    }
}

/// Adds to the sums of some rows and `V` vectors of columns, which begin with `start` or go on. Not inlined, like all
/// loops of these rooms: in a function of its own a loop keeps its sums in registers, whatever compiles the WASM.
#[inline(never)]
unsafe fn add_tiles<const V: usize>(
    output: Panels,
    rows: Range<usize>,
    column: usize,
    start: Option<*const f32>,
    left: *const f32,
    right: *const f32,
    depth: usize,
) {
    for (block, row) in rows.step_by(ROW_BLOCK).enumerate() {
        // SAFETY: the caller's promise.
        unsafe {
            let place = |r, v| output.at(row + r, column + v * LANES);
            let mut tile: Tile<V> = std::array::from_fn(|r| {
                std::array::from_fn(|v| match start {
                    Some(start) => F32x4::load(start.add(v * LANES)),
                    None => F32x4::load(place(r, v)),
                })
            });
            accumulate::<ROW_BLOCK, V>(&mut tile, left.add(block * ROW_BLOCK * DEPTH), right, depth);
            for (r, sums) in tile.into_iter().enumerate() {
                for (v, sum) in sums.into_iter().enumerate() {
                    sum.store(place(r, v));
                }
            }
        }
    }
}

/// `tile[r][v] += sum over k of a[k * STEP + r] * b[k * 16 + 4 v ..]`, k in ascending order.
///
/// # Safety
/// All those elements must be readable.
#[inline(always)]
pub unsafe fn accumulate<const STEP: usize, const V: usize>(
    tile: &mut Tile<V>,
    mut a: *const f32,
    mut b: *const f32,
    depth: usize,
) {
    for _ in 0..depth {
        // SAFETY: the caller's promise; the pointers advance `depth` times and are read before that.
        unsafe {
            let columns: [F32x4; V] = std::array::from_fn(|v| F32x4::load(b.add(v * LANES)));
            for (r, sums) in tile.iter_mut().enumerate() {
                let x = F32x4::load_splat(a.add(r));
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = sum.plus_product(x, column);
                }
            }
            a = a.wrapping_add(STEP);
            b = b.wrapping_add(PANEL);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::panels::Matrix;
    use super::*;

    /// Whole numbers and halves, of which no product or sum below is rounded.
    fn number(row: usize, column: usize) -> f32 {
        ((row * 7 + column * 13 + row * column) % 17) as f32 / 2.0 - 4.0
    }

    fn matrix(rows: usize, columns: usize, seed: usize) -> Matrix {
        let mut matrix = Matrix::zeros(rows.next_multiple_of(PANEL), columns, "a test").unwrap();
        for row in 0..rows {
            let numbers: Vec<f32> = (0..columns).map(|column| number(row + seed, column)).collect();
            // SAFETY: the row lies within the matrix.
            unsafe { matrix.panels().write_row(row, &numbers) };
        }
        matrix
    }

    #[test]
    fn products_are_those_of_a_plain_loop() {
        let sizes = [(1, 1, 1), (4, 16, 8), (7, 130, 21), (64, 128, 16), (65, 129, 33), (150, 300, 12)];
        for (rows, depth, columns) in sizes {
            let [mut left, mut start] = [matrix(rows, depth, 1), matrix(1, columns, 2)];
            let [mut plain, mut turned] = [matrix(depth, columns, 3), matrix(columns, depth, 4)];
            let mut output = Matrix::zeros(rows.next_multiple_of(PANEL), columns, "a test").unwrap();
            let output = output.panels();
            let rights = [Right::Plain(plain.panels()), Right::TransposeOf(turned.panels())];
            for (case, right) in rights.into_iter().enumerate() {
                let product = Product { start: start.panels(), left: left.panels(), right, depth };
                let mut workspace = Workspace::new(rows).unwrap();
                let whole = 0..columns.next_multiple_of(LANES);
                // SAFETY: all matrices have whole blocks of rows and whole panels.
                unsafe { product.write(output, 0..rows, whole, &mut workspace) };
                for row in 0..rows {
                    let mut ours = vec![0.0; columns];
                    // SAFETY: the row lies within the matrix.
                    unsafe { output.read_row(row, &mut ours) };
                    for (column, ours) in ours.into_iter().enumerate() {
                        let of_right =
                            |k| if case == 0 { number(k + 3, column) } else { number(column + 4, k) };
                        let sum: f32 = (0..depth).map(|k| number(row + 1, k) * of_right(k)).sum();
                        assert_eq!(ours, number(2, column) + sum, "{rows} x {depth} x {columns}");
                    }
                }
            }
        }
    }
}
