//! Dense layers forward and backward, and their gradients, where nothing is known to be zero.
//!
//! Shapes: `input` is (rows, inputs), `output` and its `delta` are (rows, units), the kernel is (inputs, units), all in
//! panels. Rows up to the next multiple of four are there, so that no kernel needs a version for the edges.

use std::ops::Range;

use super::kernel::{Kernel, ROW_BLOCK};
use super::panels::{PANEL, Panels};
use super::product::{Product, Right, Tile, Workspace, accumulate};
use super::simd::{F32x4, LANES};
use super::sink::GradientSink;

/// `output = input * kernel + bias` for some rows and some panels. Sums start with the bias and go up the
/// inputs.
///
/// # Safety
/// `rows` must start at a multiple of four; memory for the rows up to the next such multiple must be there, `weights`
/// must be an arena that holds the layer, and nobody may write the inputs or use the outputs meanwhile.
pub unsafe fn forward(
    output: Panels,
    input: Panels,
    weights: *const f32,
    layer: &Kernel,
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
        product.write(output, rows, columns, workspace);
    }
}

/// `delta_input = delta * kernel^T` for some rows and some panels of the inputs. Sums go up the units.
///
/// # Safety
/// As for [`forward`], with `delta_input` written and `delta` and `weights` read.
pub unsafe fn backward(
    delta_input: Panels,
    delta: Panels,
    weights: *const f32,
    layer: &Kernel,
    rows: Range<usize>,
    panels: Range<usize>,
    workspace: &mut Workspace,
) {
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.inputs.next_multiple_of(LANES));
    let mut zeros = [0.0; PANEL];
    // SAFETY: the kernel's rows up to the next multiple of four lie in the arena, which has room for a block after the
    // last one; the row of zeros is that of every panel; the rest is the caller's promise.
    unsafe {
        let start = Panels { start: zeros.as_mut_ptr(), height: 0 };
        let right = Right::TransposeOf(layer.weights(weights));
        let product = Product { start, left: delta, right, depth: layer.units };
        product.write(delta_input, rows.clone(), columns.clone(), workspace);
        for row in rows {
            for beyond in layer.inputs.max(columns.start)..columns.end {
                *delta_input.at(row, beyond) = 0.0;
            }
        }
    }
}

/// Gradients of a part of the kernel (`input^T * delta`, summed up the rows), each given away while it is in
/// registers.
///
/// # Safety
/// `inputs` must start at a multiple of four, `rows` rows of `input` and `delta` must be readable, and nobody else may
/// use that part of the arenas.
pub unsafe fn kernel_gradients(
    sink: impl GradientSink,
    layer: &Kernel,
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
                column_gradients::<2>(sink, layer, input, delta, rows, inputs, column);
            } else {
                column_gradients::<1>(sink, layer, input, delta, rows, inputs, column);
            }
        }
    }
    if sink.flushes_denormals() {
        for panel in panels {
            // SAFETY: the caller's promise.
            unsafe { sink.flush_denormals(layer.row(panel, inputs.start)..layer.row(panel, inputs.end)) };
        }
    }
}

/// The same for `V` vectors of columns.
#[inline(never)]
unsafe fn column_gradients<const V: usize>(
    sink: impl GradientSink,
    layer: &Kernel,
    input: Panels,
    delta: Panels,
    rows: usize,
    inputs: Range<usize>,
    column: usize,
) {
    for first in inputs.clone().step_by(ROW_BLOCK) {
        // SAFETY: inputs up to the next multiple of four are readable, since panels have such a multiple; the arena's rows
        // stop at `inputs.end`.
        unsafe {
            let mut tile: Tile<V> = [[F32x4::splat(0.0); V]; ROW_BLOCK];
            accumulate::<PANEL, V>(&mut tile, input.at(0, first), delta.at(0, column), rows);
            let place = layer.row(column / PANEL, first) + column % PANEL;
            for (k, gradients) in tile.into_iter().enumerate().take(inputs.end - first) {
                for (v, gradient) in gradients.into_iter().enumerate() {
                    sink.put(place + k * PANEL + v * LANES, gradient);
                }
            }
        }
    }
}

/// Gradients of the bias in some panels (the sum of `delta` up the rows).
///
/// # Safety
/// `rows` rows of `delta` must be readable, and nobody else may use that part of the arenas.
pub unsafe fn bias_gradients(
    sink: impl GradientSink,
    layer: &Kernel,
    delta: Panels,
    rows: usize,
    panels: Range<usize>,
) {
    debug_assert!(panels.end <= layer.panels);
    for panel in panels {
        for v in 0..layer.vectors(panel) {
            // SAFETY: the caller's promise.
            unsafe {
                let mut gradient = F32x4::splat(0.0);
                for row in 0..rows {
                    gradient = gradient + F32x4::load(delta.at(row, panel * PANEL + v * LANES));
                }
                sink.put(layer.row(panel, layer.inputs) + v * LANES, gradient);
            }
        }
        if sink.flushes_denormals() {
            let bias = layer.row(panel, layer.inputs);
            // SAFETY: the caller's promise.
            unsafe { sink.flush_denormals(bias..bias + PANEL) };
        }
    }
}
