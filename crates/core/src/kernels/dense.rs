//! Products of dense matrices, by tiles that stay in registers: 4 rows by 8 columns, which is as much as 16 registers
//! hold beside their operands.
//!
//! Shapes: `input` is (rows, inputs), `output` and its `delta` are (rows, units), the kernel is (inputs, units), all in
//! panels. Rows up to the next multiple of four are there, so that no kernel needs a version for the edges.

use std::ops::Range;

use super::adam::AdamStep;
use super::layout::{Layer, ROW_BLOCK};
use super::panels::{PANEL, Panels};
use super::simd::{F32x4, LANES};
use crate::spec::Activation;

/// Deltas closer to zero than this are taken as zero, so that squares of gradients stay within the normal floats, with
/// which processors are fast. A weight that only such deltas reach is moved by less than its last bit.
pub const LEAST_DELTA: f32 = 1e-15;

/// Turns sums into what an activation makes of them, in some rows and columns; softmax needs whole rows and comes later.
///
/// # Safety
/// `columns` must be whole vectors, and nobody else may use that part of the rows.
pub unsafe fn activate(activation: Activation, rows: Panels, range: Range<usize>, columns: Range<usize>) {
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
unsafe fn map(rows: Panels, range: Range<usize>, columns: Range<usize>, f: impl Fn(F32x4) -> F32x4) {
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
        Activation::Sigmoid => delta * (y * (one - y)),
        Activation::Tanh => delta * (one - y * y),
    }
}

/// `tile[r][v] += sum over k of a[r * A_ROW + k * A_STEP] * b[k * 16 + 4 v ..]`, k in ascending order.
///
/// # Safety
/// All those elements must be readable.
#[inline(always)]
unsafe fn accumulate<const A_ROW: usize, const A_STEP: usize, const V: usize>(
    tile: &mut [[F32x4; V]; ROW_BLOCK],
    mut a: *const f32,
    mut b: *const f32,
    depth: usize,
) {
    for _ in 0..depth {
        // SAFETY: the caller's promise; the pointers advance `depth` times and are read before that.
        unsafe {
            let columns: [F32x4; V] = std::array::from_fn(|v| F32x4::load(b.add(v * LANES)));
            for (r, sums) in tile.iter_mut().enumerate() {
                let x = F32x4::load_splat(a.add(r * A_ROW));
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = sum.plus_product(x, column);
                }
            }
            a = a.wrapping_add(A_STEP);
            b = b.wrapping_add(PANEL);
        }
    }
}

/// `output = activation(input * kernel + bias)` for some rows and some panels. Sums start with the bias and go up the
/// inputs.
///
/// # Safety
/// `rows` must start at a multiple of four; memory for the rows up to the next such multiple must be there, `weights`
/// must be an arena that holds the layer, and nobody may write the inputs or use the outputs meanwhile.
pub unsafe fn forward(
    output: Panels,
    input: Panels,
    weights: *const f32,
    layer: &Layer,
    rows: Range<usize>,
    panels: Range<usize>,
) {
    debug_assert!(rows.start.is_multiple_of(ROW_BLOCK) && panels.end <= layer.panels);
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.width);
    // SAFETY: the weights lie in the arena by its layout; the rest is the caller's promise.
    unsafe {
        let weights = layer.weights(weights);
        for column in columns.clone().step_by(2 * LANES) {
            let rows = rows.clone();
            if column + LANES < columns.end {
                forward_columns::<2>(output, input, weights, layer.inputs, rows, column);
            } else {
                forward_columns::<1>(output, input, weights, layer.inputs, rows, column);
            }
        }
        activate(layer.activation, output, rows, columns);
    }
}

/// The sums of `V` vectors of columns. Not inlined, like all loops of these rooms: in a function of its own a loop keeps
/// its sums in registers, whatever compiles the WASM.
#[inline(never)]
unsafe fn forward_columns<const V: usize>(
    output: Panels,
    input: Panels,
    weights: Panels,
    inputs: usize,
    rows: Range<usize>,
    column: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        let bias: [F32x4; V] = std::array::from_fn(|v| F32x4::load(weights.at(inputs, column + v * LANES)));
        for row in rows.step_by(ROW_BLOCK) {
            let mut tile = [bias; ROW_BLOCK];
            for first in (0..inputs).step_by(PANEL) {
                let depth = (inputs - first).min(PANEL);
                accumulate::<PANEL, 1, V>(&mut tile, input.at(row, first), weights.at(first, column), depth);
            }
            for (r, sums) in tile.into_iter().enumerate() {
                for (v, sum) in sums.into_iter().enumerate() {
                    sum.store(output.at(row + r, column + v * LANES));
                }
            }
        }
    }
}

/// `delta_input = (delta * kernel^T) . activation'(input)` for some rows, where `input` is what a layer with the
/// activation `below` gave. Each sum goes up the units in four lanes, which are then added.
///
/// # Safety
/// As for [`forward`], with `delta_input` written and `delta`, `input` and `weights` read.
#[inline(never)]
pub unsafe fn backward(
    delta_input: Panels,
    delta: Panels,
    input: Panels,
    weights: *const f32,
    layer: &Layer,
    below: Activation,
    rows: Range<usize>,
) {
    const PAIR: usize = 2;
    debug_assert!(rows.start.is_multiple_of(ROW_BLOCK));
    let least = F32x4::splat(LEAST_DELTA);
    for first in (0..layer.inputs).step_by(LANES) {
        for row in rows.clone().step_by(PAIR) {
            // SAFETY: the rows are the caller's promise; the kernel's rows first..first + 4 lie in the arena, which has
            // room for a block after the last one.
            unsafe {
                let kernel = layer.weights(weights);
                let mut sums = [[F32x4::splat(0.0); PAIR]; LANES];
                for panel in 0..layer.panels {
                    let delta = delta.at(row, panel * PANEL);
                    let kernel = kernel.at(first, panel * PANEL);
                    for v in 0..layer.vectors(panel) {
                        let deltas: [F32x4; PAIR] =
                            std::array::from_fn(|r| F32x4::load(delta.add(r * PANEL + v * LANES)));
                        for (k, sums) in sums.iter_mut().enumerate() {
                            let w = F32x4::load(kernel.add(k * PANEL + v * LANES));
                            for (sum, delta) in sums.iter_mut().zip(deltas) {
                                *sum = sum.plus_product(delta, w);
                            }
                        }
                    }
                }
                for r in 0..PAIR {
                    let sum = F32x4::sums(sums.map(|sums| sums[r]));
                    let y = F32x4::load(input.at(row + r, first));
                    differentiate(below, y, sum).zero_below(least).store(delta_input.at(row + r, first));
                }
            }
        }
    }
    for row in rows {
        for beyond in layer.inputs..layer.inputs.next_multiple_of(LANES) {
            // SAFETY: panels have whole vectors.
            unsafe { *delta_input.at(row, beyond) = 0.0 };
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
    input: Panels,
    delta: Panels,
    rows: usize,
    inputs: Range<usize>,
    panels: Range<usize>,
) {
    debug_assert!(
        inputs.start.is_multiple_of(ROW_BLOCK) && inputs.end <= layer.inputs && panels.end <= layer.panels
    );
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.width);
    for column in columns.clone().step_by(2 * LANES) {
        let inputs = inputs.clone();
        // SAFETY: the caller's promise.
        unsafe {
            if column + LANES < columns.end {
                update_columns::<2>(adam, layer, input, delta, rows, inputs, column);
            } else {
                update_columns::<1>(adam, layer, input, delta, rows, inputs, column);
            }
        }
    }
    if adam.settles {
        for panel in panels {
            // SAFETY: the caller's promise.
            unsafe { adam.settle(layer.row(panel, inputs.start)..layer.row(panel, inputs.end)) };
        }
    }
}

/// The same for `V` vectors of columns.
#[inline(never)]
unsafe fn update_columns<const V: usize>(
    adam: &AdamStep,
    layer: &Layer,
    input: Panels,
    delta: Panels,
    rows: usize,
    inputs: Range<usize>,
    column: usize,
) {
    let adam = *adam;
    for first in inputs.clone().step_by(ROW_BLOCK) {
        // SAFETY: inputs up to the next multiple of four are readable, since panels have such a multiple; the arena's rows
        // stop at `inputs.end`.
        unsafe {
            let mut tile = [[F32x4::splat(0.0); V]; ROW_BLOCK];
            accumulate::<1, PANEL, V>(&mut tile, input.at(0, first), delta.at(0, column), rows);
            let place = layer.row(column / PANEL, first) + column % PANEL;
            for (k, gradients) in tile.into_iter().enumerate().take(inputs.end - first) {
                for (v, gradient) in gradients.into_iter().enumerate() {
                    adam.apply(place + k * PANEL + v * LANES, gradient);
                }
            }
        }
    }
}

/// Gradients of the bias in some panels (the sum of `delta` up the rows), used by Adam.
///
/// # Safety
/// `rows` rows of `delta` must be readable, and nobody else may use that part of the arenas.
pub unsafe fn update_bias(adam: &AdamStep, layer: &Layer, delta: Panels, rows: usize, panels: Range<usize>) {
    debug_assert!(panels.end <= layer.panels);
    for panel in panels {
        for v in 0..layer.vectors(panel) {
            // SAFETY: the caller's promise.
            unsafe {
                let mut gradient = F32x4::splat(0.0);
                for row in 0..rows {
                    gradient = gradient + F32x4::load(delta.at(row, panel * PANEL + v * LANES));
                }
                adam.apply(layer.row(panel, layer.inputs) + v * LANES, gradient);
            }
        }
        if adam.settles {
            let bias = layer.row(panel, layer.inputs);
            // SAFETY: the caller's promise.
            unsafe { adam.settle(bias..bias + PANEL) };
        }
    }
}
