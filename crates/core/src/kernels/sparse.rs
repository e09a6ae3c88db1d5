//! Products with rows that are mostly zeros. What is left out is multiplied by an exact zero, so that the sums are those
//! of the dense kernels.

use std::ops::Range;

use super::adam::AdamStep;
use super::dense::activate;
use super::layout::Layer;
use super::panels::{PANEL, Panels, ROW_BYTES};
use super::simd::{F32x4, LANES};
use crate::Error;

/// A number that is not zero, and where in a panel the row lies that it is multiplied by: the row of its column's
/// weights (in a row of the data), or the row of its row's deltas (in a column of a batch).
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
pub struct Entry {
    /// Bytes from the start of the panel.
    pub offset: u32,
    /// The number.
    pub value: f32,
}

/// `sums[v] += value * operand[offset + 4 v ..]` for each entry in turn.
///
/// # Safety
/// All those elements must be readable.
#[inline(always)]
unsafe fn accumulate<const V: usize>(sums: &mut [F32x4; V], entries: &[Entry], operand: *const f32) {
    for entry in entries {
        // SAFETY: the caller's promise.
        unsafe {
            let x = F32x4::splat(entry.value);
            let from = operand.byte_add(entry.offset as usize);
            for (v, sum) in sums.iter_mut().enumerate() {
                *sum = sum.plus_product(x, F32x4::load(from.add(v * LANES)));
            }
        }
    }
}

/// The same for two rows in turn: twice as many sums in flight hide the latency of an addition.
///
/// # Safety
/// As for [`accumulate`].
#[inline(always)]
unsafe fn accumulate_two<const V: usize>(
    sums: &mut [[F32x4; V]; 2],
    [first, second]: [&[Entry]; 2],
    operand: *const f32,
) {
    let both = first.len().min(second.len());
    let [sums_of_first, sums_of_second] = sums;
    let (first, rest_of_first) = first.split_at(both);
    let (second, rest_of_second) = second.split_at(both);
    // SAFETY: the caller's promise.
    unsafe {
        for (a, b) in first.iter().zip(second) {
            let (x, y) = (F32x4::splat(a.value), F32x4::splat(b.value));
            let of_a = operand.byte_add(a.offset as usize);
            let of_b = operand.byte_add(b.offset as usize);
            for v in 0..V {
                sums_of_first[v] = sums_of_first[v].plus_product(x, F32x4::load(of_a.add(v * LANES)));
                sums_of_second[v] = sums_of_second[v].plus_product(y, F32x4::load(of_b.add(v * LANES)));
            }
        }
        accumulate(sums_of_first, rest_of_first, operand);
        accumulate(sums_of_second, rest_of_second, operand);
    }
}

/// `output = activation(rows * kernel + bias)` for some panels; sums start with the bias and go up the inputs.
///
/// # Safety
/// The entries must be those of columns below `layer.inputs`, `weights` an arena that holds the layer, `output` as many
/// rows as there are, of which nobody else may use these panels.
pub unsafe fn forward<'a>(
    output: Panels,
    rows: impl ExactSizeIterator<Item = &'a [Entry]> + Clone,
    weights: *const f32,
    layer: &Layer,
    panels: Range<usize>,
) {
    debug_assert!(panels.end <= layer.panels);
    let count = rows.len();
    for panel in panels.clone() {
        // SAFETY: the panel's rows lie in the arena by its layout; the rest is the caller's promise.
        unsafe {
            let kernel = weights.add(layer.row(panel, 0));
            let bias = weights.add(layer.row(panel, layer.inputs));
            let output = output.at(0, panel * PANEL);
            let rows = rows.clone();
            match layer.vectors(panel) {
                1 => forward_panel::<1>(output, rows, kernel, bias),
                2 => forward_panel::<2>(output, rows, kernel, bias),
                3 => forward_panel::<3>(output, rows, kernel, bias),
                _ => forward_panel::<4>(output, rows, kernel, bias),
            }
        }
    }
    let columns = panels.start * PANEL..(panels.end * PANEL).min(layer.width);
    // SAFETY: these outputs are the caller's.
    unsafe { activate(layer.activation, output, 0..count, columns) };
}

/// The sums of one panel, the first `V` vectors of it. Not inlined, here and below: in a function of its own the loop
/// keeps its sums in registers, whatever compiles the WASM.
#[inline(never)]
unsafe fn forward_panel<'a, const V: usize>(
    output: *mut f32,
    rows: impl Iterator<Item = &'a [Entry]>,
    kernel: *const f32,
    bias: *const f32,
) {
    // SAFETY: the caller's promise.
    unsafe {
        let bias: [F32x4; V] = std::array::from_fn(|v| F32x4::load(bias.add(v * LANES)));
        let mut rows = rows.enumerate();
        while let Some((row, entries)) = rows.next() {
            let mut sums = [bias; 2];
            let next = rows.next();
            accumulate_two(&mut sums, [entries, next.map_or(&[], |(_, entries)| entries)], kernel);
            for (i, sums) in sums.into_iter().enumerate().take(if next.is_some() { 2 } else { 1 }) {
                for (v, sum) in sums.into_iter().enumerate() {
                    sum.store(output.add((row + i) * PANEL + v * LANES));
                }
            }
        }
    }
}

/// The rows of a batch turned into columns: for each input, the entries of the batch's rows that have it, in the order
/// of the rows. Each thread has its own, since building it twice is cheaper than waiting for the other's.
pub struct Columns {
    /// Where each input's entries start; those of the input after it follow.
    starts: Vec<u32>,
    entries: Vec<Entry>,
}

impl Columns {
    /// Room for batches with up to `most` entries.
    pub fn new(inputs: usize, most: usize) -> Result<Self, Error> {
        let mut entries = Vec::new();
        entries
            .try_reserve_exact(most)
            .map_err(|_| Error::Memory { what: "a batch", bytes: most.saturating_mul(size_of::<Entry>()) })?;
        entries.resize(most, Entry { offset: 0, value: 0.0 });
        Ok(Self { starts: vec![0; inputs + 2], entries })
    }

    /// Takes a new batch, by counting sort.
    pub fn fill<'a>(&mut self, rows: impl Iterator<Item = &'a [Entry]> + Clone) {
        self.starts.fill(0);
        // Counts go two places up, so that after the sums below place k + 1 holds the start of k, and after the copies
        // its end, which is the start of k + 1.
        for entries in rows.clone() {
            for entry in entries {
                self.starts[entry.offset as usize / ROW_BYTES + 2] += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        for (row, entries) in rows.enumerate() {
            let offset = (row * ROW_BYTES) as u32;
            for entry in entries {
                let place = &mut self.starts[entry.offset as usize / ROW_BYTES + 1];
                self.entries[*place as usize] = Entry { offset, value: entry.value };
                *place += 1;
            }
        }
    }

    /// The entries of an input.
    #[inline(always)]
    fn of(&self, input: usize) -> &[Entry] {
        &self.entries[self.starts[input] as usize..self.starts[input + 1] as usize]
    }
}

/// Gradients of some panels of the kernel (`input^T * delta`, summed up the rows), for the inputs that training has met,
/// each used by Adam while it is in registers.
///
/// # Safety
/// `delta` must cover the batch that `columns` holds, `inputs` be below `layer.inputs`, and nobody else may use that
/// part of the arenas.
pub unsafe fn update_kernel(
    adam: &AdamStep,
    layer: &Layer,
    columns: &Columns,
    inputs: &[u32],
    delta: Panels,
    panels: Range<usize>,
) {
    debug_assert!(panels.end <= layer.panels);
    let mut panel = panels.start;
    while panel < panels.end {
        let pair = delta.height <= PAIRED_ROWS && panel + 1 < panels.end && layer.vectors(panel + 1) == WHOLE;
        // SAFETY: the caller's promise.
        unsafe {
            match layer.vectors(panel) {
                _ if pair => update_panels::<WHOLE, 2>(adam, layer, panel, columns, inputs, delta),
                1 => update_panels::<1, 1>(adam, layer, panel, columns, inputs, delta),
                2 => update_panels::<2, 1>(adam, layer, panel, columns, inputs, delta),
                3 => update_panels::<3, 1>(adam, layer, panel, columns, inputs, delta),
                _ => update_panels::<WHOLE, 1>(adam, layer, panel, columns, inputs, delta),
            }
        }
        panel += if pair { 2 } else { 1 };
    }
    if adam.settles {
        for panel in panels {
            // SAFETY: the caller's promise.
            unsafe { adam.settle(layer.row(panel, 0)..layer.row(panel, layer.inputs)) };
        }
    }
}

/// Vectors of a whole panel.
const WHOLE: usize = PANEL / LANES;

/// Rows of a batch up to which two panels of deltas stay in the first-level cache with the rest of the work.
const PAIRED_ROWS: usize = 192;

/// `V` vectors of each of `P` panels: each entry is read once for all of them.
#[inline(never)]
unsafe fn update_panels<const V: usize, const P: usize>(
    adam: &AdamStep,
    layer: &Layer,
    panel: usize,
    columns: &Columns,
    inputs: &[u32],
    delta: Panels,
) {
    let adam = *adam;
    // SAFETY: the caller's promise.
    unsafe {
        let deltas: [*const f32; P] = std::array::from_fn(|p| delta.at(0, (panel + p) * PANEL).cast_const());
        for &input in inputs {
            let mut gradients = [[F32x4::splat(0.0); V]; P];
            for entry in columns.of(input as usize) {
                let x = F32x4::splat(entry.value);
                for (sums, delta) in gradients.iter_mut().zip(deltas) {
                    let from = delta.byte_add(entry.offset as usize);
                    for (v, sum) in sums.iter_mut().enumerate() {
                        *sum = sum.plus_product(x, F32x4::load(from.add(v * LANES)));
                    }
                }
            }
            for (p, gradients) in gradients.into_iter().enumerate() {
                let place = layer.row(panel + p, input as usize);
                for (v, gradient) in gradients.into_iter().enumerate() {
                    adam.apply(place + v * LANES, gradient);
                }
            }
        }
    }
}
