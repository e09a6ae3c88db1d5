use super::op::Owner;
use crate::activations::{Activation, Visit};
use crate::kernels::block::Block;
use crate::kernels::rows::{log_softmax, log_softmax_backward, softmax, softmax_backward};
use crate::kernels::simd::{F32x4, LANES};

/// Deltas closer to zero than this are taken as zero, so that squares of gradients stay within the normal floats, with
/// which processors are fast. A weight that only such deltas reach is moved by less than its last bit.
pub const LEAST_DELTA: f32 = 1e-15;

/// An activation of numbers that lie in rows of so many units.
pub struct Activate {
    /// Which one.
    pub activation: Activation,
    /// Numbers of a row.
    pub units: usize,
}

impl Activate {
    /// Whose numbers it writes.
    pub fn owner(&self) -> Owner {
        if self.activation.is_of_rows() { Owner::Rows } else { Owner::Either }
    }

    /// It writes its outputs over its inputs.
    pub fn in_place(&self) -> bool {
        !self.activation.needs_input()
    }

    /// Writes the outputs; `row` has room for one.
    #[inline(never)]
    pub fn forward(&self, input: &Block, output: &Block, row: &mut [f32]) {
        if !self.activation.is_of_rows() {
            return self.activation.visit(Forward { input, output });
        }
        let row = &mut row[..self.units.next_multiple_of(LANES)];
        for index in output.rows.clone() {
            input.read_row(index, row);
            if self.activation == Activation::Softmax {
                softmax(row, self.units);
            } else {
                log_softmax(&mut row[..self.units]);
            }
            output.write_row(index, row);
        }
    }

    /// Writes the deltas of the inputs, which are `input` and gave `output`.
    #[inline(never)]
    pub fn backward(&self, input: &Block, output: &Block, deltas: [&Block; 2], rows: &mut [Vec<f32>; 3]) {
        let [delta, delta_input] = deltas;
        if !self.activation.is_of_rows() {
            let told_from = if self.in_place() { output } else { input };
            return self.activation.visit(Backward { told_from, delta, delta_input });
        }
        let [y, d, _] = rows.each_mut().map(|row| &mut row[..self.units]);
        for index in output.rows.clone() {
            output.read_row(index, y);
            delta.read_row(index, d);
            if self.activation == Activation::Softmax {
                softmax_backward(d, y);
            } else {
                log_softmax_backward(d, y);
            }
            flush_denormals(d);
            delta_input.write_row(index, d);
        }
    }
}

/// Takes deltas that are next to nothing as zero.
pub fn flush_denormals(deltas: &mut [f32]) {
    for delta in deltas {
        if delta.abs() < LEAST_DELTA {
            *delta = 0.0;
        }
    }
}

struct Forward<'a> {
    input: &'a Block,
    output: &'a Block,
}

impl Visit for Forward<'_> {
    #[inline(always)]
    fn visit(self, function: impl Fn(F32x4) -> F32x4, _: impl Fn(F32x4, F32x4) -> F32x4) {
        self.output.each(|row, column| self.output.set(row, column, function(self.input.get(row, column))));
    }
}

struct Backward<'a> {
    told_from: &'a Block,
    delta: &'a Block,
    delta_input: &'a Block,
}

impl Visit for Backward<'_> {
    #[inline(always)]
    fn visit(self, _: impl Fn(F32x4) -> F32x4, derivative: impl Fn(F32x4, F32x4) -> F32x4) {
        let least = F32x4::splat(LEAST_DELTA);
        self.delta_input.each(|row, column| {
            let through = derivative(self.told_from.get(row, column), self.delta.get(row, column));
            self.delta_input.set(row, column, through.zero_below(least));
        });
    }
}
