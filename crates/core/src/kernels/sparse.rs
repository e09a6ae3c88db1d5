//! Products with rows that are mostly zeros. What is left out is multiplied by an exact zero, so that the sums are those
//! of the dense kernels.

use std::cell::UnsafeCell;
use std::ops::Range;

use super::kernel::Kernel;
use super::panels::{PANEL, Panels, ROW_BYTES};
use super::simd::{F32x4, LANES};
use super::sink::GradientSink;
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

/// Vectors of a panel.
const WHOLE: usize = PANEL / LANES;

/// Vectors that are summed up at a time, in one panel or two side by side. Eight sums in flight hide the latency of an
/// addition, and each entry is read for all of them.
const SPAN: usize = 2 * WHOLE;

/// Calls a kernel for the vectors that a span has.
macro_rules! span {
    ($vectors:expr, $kernel:ident $arguments:tt) => {
        match $vectors {
            1 => $kernel::<1> $arguments,
            2 => $kernel::<2> $arguments,
            3 => $kernel::<3> $arguments,
            4 => $kernel::<4> $arguments,
            5 => $kernel::<5> $arguments,
            6 => $kernel::<6> $arguments,
            7 => $kernel::<7> $arguments,
            _ => $kernel::<SPAN> $arguments,
        }
    };
}

/// The spans of some panels: their first columns, and how many vectors they have.
fn spans(layer: &Kernel, panels: Range<usize>) -> impl Iterator<Item = (usize, usize)> {
    debug_assert!(panels.end <= layer.panels);
    let end = (panels.end * PANEL).min(layer.width);
    let spans = (panels.start * PANEL..end).step_by(SPAN * LANES);
    spans.map(move |column| (column, ((end - column) / LANES).min(SPAN)))
}

/// `sums[v] += value * vector v of a span` for each entry in turn; the entry's offset tells the row of the span, which
/// starts in one panel and goes on in another.
///
/// # Safety
/// All those vectors must be readable.
#[inline(always)]
unsafe fn accumulate<const V: usize>(
    sums: &mut [F32x4; V],
    entries: &[Entry],
    in_left: *const f32,
    in_right: *const f32,
) {
    for entry in entries {
        // SAFETY: the caller's promise.
        unsafe {
            let x = F32x4::splat(entry.value);
            let (left, right) = sums.split_at_mut(V.min(WHOLE));
            for (sums, panel) in [(left, in_left), (right, in_right)] {
                let row = panel.wrapping_byte_add(entry.offset as usize);
                for (v, sum) in sums.iter_mut().enumerate() {
                    *sum = sum.plus_product(x, F32x4::load(row.add(v * LANES)));
                }
            }
        }
    }
}

/// `output = rows * kernel + bias` for some rows and panels; sums start with the bias and go up the inputs.
///
/// # Safety
/// The entries must be those of columns below `layer.inputs`, `weights` an arena that holds the layer; `output` must have
/// as many rows as there are, from `first_row` on, and nobody else may use these panels of them.
pub unsafe fn forward<'a>(
    output: Panels,
    first_row: usize,
    rows: impl Iterator<Item = &'a [Entry]> + Clone,
    weights: *const f32,
    layer: &Kernel,
    panels: Range<usize>,
) {
    fetch(rows.clone());
    // SAFETY: the kernel lies in the arena by its layout; the rest is the caller's promise.
    unsafe {
        let kernel = layer.weights(weights);
        let output = Panels { start: output.at(first_row, 0), ..output };
        for (column, vectors) in spans(layer, panels) {
            span!(vectors, forward_span(output, &mut rows.clone(), kernel, layer.inputs, column));
        }
    }
}

/// Reads a number of each cache line, so that the processor asks memory for many of them at a time: rows come in any
/// order, and the loops below would wait for each anew.
#[inline(never)]
pub fn fetch<'a>(rows: impl Iterator<Item = &'a [Entry]>) {
    let lines = rows.flat_map(|entries| entries.iter().step_by(ROW_BYTES / size_of::<Entry>()));
    std::hint::black_box(lines.fold(0, |seen, entry| seen ^ entry.offset));
}

/// The sums of one span. Not inlined, here and below: in a function of its own the loop keeps its sums in registers,
/// whatever compiles the WASM. Rows come by a table of functions, or each who asks would have all spans for itself.
#[inline(never)]
unsafe fn forward_span<const V: usize>(
    output: Panels,
    rows: &mut dyn Iterator<Item = &[Entry]>,
    kernel: Panels,
    inputs: usize,
    column: usize,
) {
    // SAFETY: the caller's promise; the bias is the kernel's last row.
    unsafe {
        let left = kernel.at(0, column).cast_const();
        let right = left.wrapping_add(kernel.height * PANEL);
        let bias: [F32x4; V] = std::array::from_fn(|v| F32x4::load(kernel.at(inputs, column + v * LANES)));
        for (row, entries) in rows.enumerate() {
            let mut sums = bias;
            accumulate(&mut sums, entries, left, right);
            for (v, sum) in sums.into_iter().enumerate() {
                sum.store(output.at(row, column + v * LANES));
            }
        }
    }
}

/// The rows of a batch turned into columns: for each input, the entries of the batch's rows that have it, in the order
/// of the rows. An input has room for as many as a batch can have, so that one pass over the rows is enough. Members may
/// fill it together, each the columns of some inputs.
pub struct Columns {
    /// Where each input's room starts.
    starts: Vec<u32>,
    /// The first input of each member's share, and the end.
    bounds: Vec<usize>,
    /// Where its entries end.
    ends: Vec<UnsafeCell<u32>>,
    entries: Vec<UnsafeCell<Entry>>,
}

// SAFETY: whoever fills inputs says why nobody else uses them.
unsafe impl Sync for Columns {}

impl Columns {
    /// Room for batches of so many rows, where `counts` tells of each input how many rows have it, to be filled by so many
    /// members.
    pub fn new(counts: &[u32], batch: usize, members: usize) -> Result<Self, Error> {
        const LINE: usize = ROW_BYTES / size_of::<Entry>();
        let mut length = 0;
        let start = |count: &u32| {
            let start = length as u32;
            // An odd number of cache lines: with a power of two, all would share a few sets of the cache.
            let lines = (*count as usize).min(batch).div_ceil(LINE);
            length += (lines + usize::from(lines.is_multiple_of(2))) * LINE;
            start
        };
        let starts: Vec<u32> = counts.iter().map(start).collect();
        let mut entries = Vec::new();
        entries.try_reserve_exact(length).map_err(|_| {
            let bytes = length.saturating_mul(size_of::<Entry>());
            Error::Memory { what: "a batch", bytes }
        })?;
        entries.resize_with(length, || UnsafeCell::new(Entry { offset: 0, value: 0.0 }));
        let ends = starts.iter().map(|start| UnsafeCell::new(*start)).collect();
        let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
        let mut before = 0;
        let mut bounds = vec![0];
        for (input, count) in counts.iter().enumerate() {
            before += u64::from(*count);
            while before * members as u64 > all * bounds.len() as u64 && bounds.len() < members {
                bounds.push(input + 1);
            }
        }
        bounds.resize(members, counts.len());
        bounds.push(counts.len());
        Ok(Self { ends, starts, bounds, entries })
    }

    /// The inputs that are a member's to fill: about as many numbers for each.
    pub fn share(&self, member: usize) -> Range<usize> {
        self.bounds[member]..self.bounds[member + 1]
    }

    /// Takes the columns of some inputs of a new batch.
    ///
    /// # Safety
    /// Nobody else may use these inputs' columns meanwhile.
    pub unsafe fn fill<'a>(&self, rows: impl Iterator<Item = &'a [Entry]>, inputs: Range<usize>) {
        let (ends, starts) = (&self.ends[inputs.clone()], &self.starts[inputs.clone()]);
        // SAFETY: the caller's promise; cells lie as what is in them.
        unsafe { UnsafeCell::raw_get(ends.as_ptr()).copy_from_nonoverlapping(starts.as_ptr(), starts.len()) };
        for (row, entries) in rows.enumerate() {
            let offset = (row * ROW_BYTES) as u32;
            for entry in self.part(entries, &inputs) {
                // SAFETY: the caller's promise; an entry's place is its own input's.
                unsafe {
                    let end = self.ends[entry.offset as usize / ROW_BYTES].get();
                    let place = *end;
                    *self.entries[place as usize].get() = Entry { offset, value: entry.value };
                    *end = place + 1;
                }
            }
        }
    }

    /// The entries of some inputs among those of a row.
    fn part<'a>(&self, entries: &'a [Entry], inputs: &Range<usize>) -> &'a [Entry] {
        if inputs.len() == self.starts.len() {
            return entries;
        }
        let before =
            |input: usize| entries.partition_point(|entry| (entry.offset as usize) < input * ROW_BYTES);
        &entries[before(inputs.start)..before(inputs.end)]
    }

    /// The entries of an input.
    ///
    /// # Safety
    /// Nobody may fill it meanwhile.
    #[inline(always)]
    unsafe fn of(&self, input: usize) -> &[Entry] {
        // SAFETY: the caller's promise; cells lie as what is in them.
        unsafe {
            let entries = &self.entries[self.starts[input] as usize..*self.ends[input].get() as usize];
            std::slice::from_raw_parts(entries.as_ptr().cast(), entries.len())
        }
    }
}

/// Gradients of a part of the kernel (`input^T * delta`, summed up the rows), for those of the inputs that training has
/// seen, each given away while it is in registers.
///
/// # Safety
/// `delta` must cover the batch that `columns` holds, and nobody may fill them; `inputs` and what is `seen`, in ascending
/// order, be below `layer.inputs`, and nobody else may use that part of the arenas.
pub unsafe fn kernel_gradients(
    sink: impl GradientSink,
    layer: &Kernel,
    columns: &Columns,
    seen: &[u32],
    delta: Panels,
    inputs: Range<usize>,
    panels: Range<usize>,
) {
    let before = |end: usize| seen.partition_point(|input| (*input as usize) < end);
    let seen = &seen[before(inputs.start)..before(inputs.end)];
    for (column, vectors) in spans(layer, panels.clone()) {
        // SAFETY: the caller's promise.
        unsafe { span!(vectors, span_gradients(sink, layer, columns, seen, delta, column)) };
    }
    if sink.flushes_denormals() {
        for panel in panels {
            // SAFETY: the caller's promise.
            unsafe { sink.flush_denormals(layer.row(panel, inputs.start)..layer.row(panel, inputs.end)) };
        }
    }
}

/// The gradients of one span.
#[inline(never)]
unsafe fn span_gradients<const V: usize>(
    sink: impl GradientSink,
    layer: &Kernel,
    columns: &Columns,
    seen: &[u32],
    delta: Panels,
    column: usize,
) {
    // SAFETY: the caller's promise.
    unsafe {
        let left = delta.at(0, column).cast_const();
        let right = left.wrapping_add(delta.height * PANEL);
        for &input in seen {
            let mut gradients = [F32x4::splat(0.0); V];
            accumulate(&mut gradients, columns.of(input as usize), left, right);
            for (v, gradient) in gradients.into_iter().enumerate() {
                let place = layer.row(column / PANEL + v / WHOLE, input as usize);
                sink.put(place + v % WHOLE * LANES, gradient);
            }
        }
    }
}
