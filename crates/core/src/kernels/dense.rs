//! Products of dense matrices, by tiles that stay in registers: 4 rows by 8 columns, which is as much as 16 registers
//! hold beside their operands.
//!
//! Shapes: `input` is (rows, inputs), `output` and its `delta` are (rows, units), the kernel is (inputs, units) in the
//! panels of [`Layer`]. Rows lie a stride apart, and rows and columns up to the next multiple of four are there, so that
//! no kernel needs a version for the edges.

use std::ops::Range;

use super::adam::AdamStep;
use super::layout::{Layer, PANEL, ROW_BLOCK};
use super::simd::{F32x4, LANES};
use crate::spec::Activation;

/// Deltas closer to zero than this are taken as zero, so that squares of gradients stay within the normal floats, with
/// which processors are fast. A weight that only such deltas reach is moved by less than its last bit.
pub const LEAST_DELTA: f32 = 1e-15;

/// Rows of numbers in memory.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The first row.
    pub start: *mut f32,
    /// Floats from one row to the next.
    pub stride: usize,
}

impl Rows {
    /// # Safety
    /// The element must lie within the rows' memory.
    #[inline(always)]
    pub unsafe fn at(&self, row: usize, column: usize) -> *mut f32 {
        // SAFETY: the caller's promise.
        unsafe { self.start.add(row * self.stride + column) }
    }
}

/// Turns sums into what an activation makes of them, in some rows and columns; softmax needs whole rows and comes later.
///
/// # Safety
/// `columns` must be whole vectors, and nobody else may use that part of the rows.
pub unsafe fn activate(activation: Activation, rows: Rows, range: Range<usize>, columns: Range<usize>) {
    // SAFETY: the caller's promise.
    unsafe {
        match activation {
            Activation::Linear | Activation::Softmax => {}
            Activation::Relu => map(rows, range, columns, F32x4::relu),
            Activation::Sigmoid => map(rows, range, columns, F32x4::sigmoid),
            Activation::Tanh => map(rows, range, columns, F32x4::tanh),
        }
    }
}

#[inline(always)]
unsafe fn map(rows: Rows, range: Range<usize>, columns: Range<usize>, f: impl Fn(F32x4) -> F32x4) {
    for row in range {
        for column in columns.clone().step_by(LANES) {
            // SAFETY: the caller's promise.
            unsafe {
                let x = rows.at(row, column);
                f(F32x4::load(x)).store(x);
            }
        }
    }
}

/// A delta times the activation's derivative, told from the activation's value `y`; softmax comes later.
#[inline(always)]
pub fn differentiate(activation: Activation, y: F32x4, delta: F32x4) -> F32x4 {
    let one = F32x4::splat(1.0);
    match activation {
        Activation::Linear | Activation::Softmax => delta,
        Activation::Relu => F32x4::splat(0.0).select_below(y, delta, F32x4::splat(0.0)),
        Activation::Sigmoid => delta.mul(y.mul(one.sub(y))),
        Activation::Tanh => delta.mul(one.sub(y.mul(y))),
    }
}

/// `tile[r][v] += sum over k of a[r * a_row + k * a_step] * b[k * b_step + 4 v ..]`, k in ascending order.
///
/// # Safety
/// All those elements must be readable.
#[inline(always)]
unsafe fn accumulate<const V: usize>(
    tile: &mut [[F32x4; V]; ROW_BLOCK],
    mut a: *const f32,
    a_row: usize,
    a_step: usize,
    mut b: *const f32,
    b_step: usize,
    depth: usize,
) {
    for _ in 0..depth {
        // SAFETY: the caller's promise; the pointers advance `depth` times and are read before that.
        unsafe {
            let columns: [F32x4; V] = std::array::from_fn(|v| F32x4::load(b.add(v * LANES)));
            for (r, sums) in tile.iter_mut().enumerate() {
                let x = F32x4::load_splat(a.add(r * a_row));
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = sum.plus_product(x, column);
                }
            }
            a = a.wrapping_add(a_step);
            b = b.wrapping_add(b_step);
        }
    }
}

/// Calls `$run` for the two vectors, or the last single one, at each place of a panel with `$vectors` vectors.
macro_rules! by_two_vectors {
    ($vectors:expr, |$column:ident, $width:ident| $run:expr) => {{
        let vectors = $vectors;
        let mut done = 0;
        while done < vectors {
            let $column = done * LANES;
            if vectors - done >= 2 {
                const $width: usize = 2;
                $run;
                done += 2;
            } else {
                const $width: usize = 1;
                $run;
                done += 1;
            }
        }
    }};
}

/// `output = activation(input * kernel + bias)` for some rows and some panels. Sums start with the bias and go up the
/// inputs.
///
/// # Safety
/// `rows` must start at a multiple of four; memory for the rows up to the next such multiple must be there, `weights`
/// must be an arena that holds the layer, and nobody may write the inputs or use the outputs meanwhile.
pub unsafe fn forward(
    output: Rows,
    input: Rows,
    weights: *const f32,
    layer: &Layer,
    rows: Range<usize>,
    panels: Range<usize>,
) {
    debug_assert!(rows.start % ROW_BLOCK == 0 && panels.end <= layer.panels);
    for panel in panels.clone() {
        by_two_vectors!(layer.vectors(panel), |column, V| {
            // SAFETY: the panel's rows lie in the arena by its layout; the rows are the caller's promise.
            unsafe {
                let kernel = weights.add(layer.row(panel, 0) + column);
                let bias = weights.add(layer.row(panel, layer.inputs) + column);
                let bias: [F32x4; V] = std::array::from_fn(|v| F32x4::load(bias.add(v * LANES)));
                for row in rows.clone().step_by(ROW_BLOCK) {
                    let mut tile = [bias; ROW_BLOCK];
                    accumulate(&mut tile, input.at(row, 0), input.stride, 1, kernel, PANEL, layer.inputs);
                    for (r, sums) in tile.into_iter().enumerate() {
                        for (v, sum) in sums.into_iter().enumerate() {
                            sum.store(output.at(row + r, panel * PANEL + column + v * LANES));
                        }
                    }
                }
            }
        });
    }
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.stride);
    // SAFETY: these outputs are the caller's.
    unsafe { activate(layer.activation, output, rows, columns) };
}

/// `delta_input = (delta * kernel^T) . activation'(input)` for some rows, where `input` is what a layer with the
/// activation `below` gave. Each sum goes up the units in four lanes, which are then added.
///
/// # Safety
/// As for [`forward`], with `delta_input` written and `delta`, `input` and `weights` read.
pub unsafe fn backward(
    delta_input: Rows,
    delta: Rows,
    input: Rows,
    weights: *const f32,
    layer: &Layer,
    below: Activation,
    rows: Range<usize>,
) {
    const PAIR: usize = 2;
    let least = F32x4::splat(LEAST_DELTA);
    debug_assert!(rows.start % ROW_BLOCK == 0);
    for first in (0..layer.inputs).step_by(LANES) {
        for row in rows.clone().step_by(PAIR) {
            // SAFETY: the rows are the caller's promise; the kernel's rows first..first + 4 lie in the arena, which has
            // room for a block after the last one.
            unsafe {
                let mut sums = [[F32x4::splat(0.0); LANES]; PAIR];
                for panel in 0..layer.panels {
                    let kernel = weights.add(layer.row(panel, first));
                    for v in 0..layer.vectors(panel) {
                        let from = |r| F32x4::load(delta.at(row + r, panel * PANEL + v * LANES));
                        let deltas: [F32x4; PAIR] = std::array::from_fn(from);
                        for k in 0..LANES {
                            let w = F32x4::load(kernel.add(k * PANEL + v * LANES));
                            for r in 0..PAIR {
                                sums[r][k] = sums[r][k].plus_product(deltas[r], w);
                            }
                        }
                    }
                }
                for (r, sums) in sums.into_iter().enumerate() {
                    let y = F32x4::load(input.at(row + r, first));
                    let result = differentiate(below, y, F32x4::sums(sums)).zero_below(least);
                    result.store(delta_input.at(row + r, first));
                    for beyond in layer.inputs..(first + LANES).max(layer.inputs) {
                        *delta_input.at(row + r, beyond) = 0.0;
                    }
                }
            }
        }
    }
}

/// Gradients of a part of the kernel (`input^T * delta`, summed up the rows), each used by Adam while it is in
/// registers.
///
/// # Safety
/// `inputs` must start at a multiple of four, `rows` rows of `input` and `delta` must be readable, and nobody else may
/// use that part of the arenas.
pub unsafe fn update_kernel(
    adam: &AdamStep,
    layer: &Layer,
    input: Rows,
    delta: Rows,
    rows: usize,
    inputs: Range<usize>,
    panels: Range<usize>,
) {
    debug_assert!(inputs.start % ROW_BLOCK == 0 && inputs.end <= layer.inputs && panels.end <= layer.panels);
    for panel in panels {
        by_two_vectors!(layer.vectors(panel), |column, V| {
            for first in inputs.clone().step_by(ROW_BLOCK) {
                // SAFETY: inputs up to the next multiple of four are readable, since strides are such multiples; the
                // arena's rows stop at `inputs.end`.
                unsafe {
                    let mut tile = [[F32x4::splat(0.0); V]; ROW_BLOCK];
                    let deltas = delta.at(0, panel * PANEL + column);
                    accumulate(&mut tile, input.at(0, first), 1, input.stride, deltas, delta.stride, rows);
                    for (k, gradients) in tile.into_iter().enumerate().take(inputs.end - first) {
                        for (v, gradient) in gradients.into_iter().enumerate() {
                            adam.apply(layer.row(panel, first + k) + column + v * LANES, gradient);
                        }
                    }
                }
            }
        });
    }
}

/// Gradients of the bias in some panels (the sum of `delta` up the rows), used by Adam.
///
/// # Safety
/// `rows` rows of `delta` must be readable, and nobody else may use that part of the arenas.
pub unsafe fn update_bias(adam: &AdamStep, layer: &Layer, delta: Rows, rows: usize, panels: Range<usize>) {
    debug_assert!(panels.end <= layer.panels);
    for panel in panels {
        for v in 0..layer.vectors(panel) {
            // SAFETY: the caller's promise.
            unsafe {
                let mut gradient = F32x4::splat(0.0);
                for row in 0..rows {
                    gradient = gradient.add(F32x4::load(delta.at(row, panel * PANEL + v * LANES)));
                }
                adam.apply(layer.row(panel, layer.inputs) + v * LANES, gradient);
            }
        }
    }
}
