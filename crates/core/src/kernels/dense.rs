//! Layers forward and backward, and their gradients, where nothing is known to be zero.
//!
//! Shapes: `input` is (rows, inputs), `output` and its `delta` are (rows, units), the kernel is (inputs, units), all in
//! panels. Rows up to the next multiple of four are there, so that no kernel needs a version for the edges.

use std::ops::Range;

use super::adam::AdamStep;
use super::layout::{Layer, ROW_BLOCK};
use super::panels::{PANEL, Panels};
use super::product::{Product, Right, Tile, Workspace, accumulate};
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
    workspace: &mut Workspace,
) {
    debug_assert!(panels.end <= layer.panels);
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.width);
    // SAFETY: the weights lie in the arena by its layout; the rest is the caller's promise.
    unsafe {
        let kernel = layer.weights(weights);
        let start = Panels { start: kernel.at(layer.inputs, 0), ..kernel };
        let product = Product { start, left: input, right: Right::Plain(kernel), depth: layer.inputs };
        product.write(output, rows.clone(), columns.clone(), workspace);
        activate(layer.activation, output, rows, columns);
    }
}

/// `delta_input = (delta * kernel^T) . activation'(input)` for some rows, where `input` is what a layer with the
/// activation `below` gave. Sums go up the units.
///
/// # Safety
/// As for [`forward`], with `delta_input` written and `delta`, `input` and `weights` read.
#[expect(clippy::too_many_arguments, reason = "what it reads, what it writes and which rows of it")]
pub unsafe fn backward(
    delta_input: Panels,
    delta: Panels,
    input: Panels,
    weights: *const f32,
    layer: &Layer,
    below: Activation,
    rows: Range<usize>,
    workspace: &mut Workspace,
) {
    let width = layer.inputs.next_multiple_of(LANES);
    let least = F32x4::splat(LEAST_DELTA);
    let mut zeros = [0.0; PANEL];
    // SAFETY: the kernel's rows up to the next multiple of four lie in the arena, which has room for a block after the
    // last one; the row of zeros is that of every panel; the rest is the caller's promise.
    unsafe {
        let start = Panels { start: zeros.as_mut_ptr(), height: 0 };
        let right = Right::TransposeOf(layer.weights(weights));
        let product = Product { start, left: delta, right, depth: layer.units };
        product.write(delta_input, rows.clone(), 0..width, workspace);
        for row in rows {
            for first in (0..width).step_by(LANES) {
                let place = delta_input.at(row, first);
                let y = F32x4::load(input.at(row, first));
                differentiate(below, y, F32x4::load(place)).zero_below(least).store(place);
            }
            for beyond in layer.inputs..width {
                *delta_input.at(row, beyond) = 0.0;
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
            let mut tile: Tile<V> = [[F32x4::splat(0.0); V]; ROW_BLOCK];
            accumulate::<PANEL, V>(&mut tile, input.at(0, first), delta.at(0, column), rows);
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
