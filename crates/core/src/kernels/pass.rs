//! Forward passes of a network that does not learn: rows in chunks, each computed by one member of a team.

use std::ops::Range;

use super::aligned::Floats;
use super::dense::{self, Rows};
use super::layout::{Layer, ROW_BLOCK};
use super::output::{self, RowScore};
use super::simd::LANES;
use super::sparse;
use crate::Error;
use crate::dataset::{Dataset, Storage};
use crate::parallel::{Member, Team};
use crate::spec::{Activation, Loss};

/// Rows that go through all layers together: a panel of the kernel is read once for them.
const CHUNK: usize = 64;

/// Where results go, for the first of the rows and on.
#[derive(Clone, Copy)]
enum Sink {
    Scores { loss: Loss, fused: bool, to: *mut RowScore },
    Outputs { to: *mut f32 },
}

/// The forward pass of some rows of a data set.
pub struct Pass<'a> {
    /// The network's layers.
    pub layers: &'a [Layer],
    /// The arena that holds them.
    pub weights: &'a [f32],
    /// Where the rows come from; its row length is the first layer's.
    pub dataset: &'a Dataset,
    /// Which rows.
    pub rows: Range<usize>,
}

/// Room for one member's chunk.
struct Scratch {
    floats: Vec<Floats>,
    rows: Vec<Rows>,
}

struct Job<'a> {
    pass: &'a Pass<'a>,
    scratch: *mut Scratch,
    sink: Sink,
}

// SAFETY: each member uses its own scratch and writes the results of its own rows.
unsafe impl Sync for Job<'_> {}

impl Pass<'_> {
    /// The score of each row. The data set's targets must fit the network.
    pub(crate) fn scores(&self, loss: Loss, fused: bool, team: &Team) -> Result<Vec<RowScore>, Error> {
        let mut scores = vec![RowScore::default(); self.rows.len()];
        self.run(Sink::Scores { loss, fused, to: scores.as_mut_ptr() }, team)?;
        Ok(scores)
    }

    /// The last layer's outputs, row after row, into `to`, which must have room for exactly that.
    pub(crate) fn outputs(&self, to: &mut [f32], team: &Team) -> Result<(), Error> {
        let expected = self.rows.len() * self.layers.last().map_or(0, |layer| layer.units);
        if to.len() != expected {
            return Err(Error::Length { what: "outputs", expected, received: to.len() });
        }
        self.run(Sink::Outputs { to: to.as_mut_ptr() }, team)
    }

    fn run(&self, sink: Sink, team: &Team) -> Result<(), Error> {
        let alone = Team::single();
        let team = if self.rows.len() <= CHUNK { &alone } else { team };
        let scratch = |_| Scratch::new(self.layers, self.dataset, self.rows.len().min(CHUNK));
        let mut scratch = (0..team.threads()).map(scratch).collect::<Result<Vec<_>, _>>()?;
        let job = Job { pass: self, scratch: scratch.as_mut_ptr(), sink };
        team.run(|member| {
            let job = &job;
            // SAFETY: one scratch for each member, and room for the results of all rows.
            unsafe { job.run(member) }
        });
        Ok(())
    }
}

impl Scratch {
    fn new(layers: &[Layer], dataset: &Dataset, rows: usize) -> Result<Self, Error> {
        let rows = rows.next_multiple_of(ROW_BLOCK);
        let strides = layers.iter().map(|layer| layer.stride);
        // The last one is for dense inputs.
        let input = match dataset.storage() {
            Some(Storage::Dense) => dataset.columns().next_multiple_of(LANES),
            _ => 0,
        };
        let strides: Vec<usize> = strides.chain([input]).collect();
        let buffer = |stride: &usize| Floats::zeros(rows * stride, "a chunk of rows");
        let mut floats = strides.iter().map(buffer).collect::<Result<Vec<_>, _>>()?;
        let rows =
            |(floats, stride): (&mut Floats, &usize)| Rows { start: floats.as_mut_ptr(), stride: *stride };
        let rows = floats.iter_mut().zip(&strides).map(rows).collect();
        Ok(Self { floats, rows })
    }
}

impl Job<'_> {
    /// # Safety
    /// There must be a scratch for the member and room for the results of all rows.
    unsafe fn run(&self, member: Member) {
        let share = member.share(self.pass.rows.len(), CHUNK);
        // SAFETY: the scratch is the member's own.
        let scratch = unsafe { &mut *self.scratch.add(member.index) };
        debug_assert!(!scratch.floats.is_empty());
        for first in share.clone().step_by(CHUNK) {
            let chunk = first..(first + CHUNK).min(share.end);
            // SAFETY: the results of the chunk's rows are the member's own.
            unsafe {
                self.forward(&scratch.rows, chunk.clone());
                self.deliver(&scratch.rows, chunk);
            }
        }
    }

    unsafe fn forward(&self, buffers: &[Rows], chunk: Range<usize>) {
        let Pass { layers, weights, dataset, ref rows } = *self.pass;
        let rows = rows.start + chunk.start..rows.start + chunk.end;
        let count = rows.len();
        for (l, layer) in layers.iter().enumerate() {
            let ends = l + 1 == layers.len() && matches!(self.sink, Sink::Scores { fused: true, .. });
            let layer =
                &Layer { activation: if ends { Activation::Linear } else { layer.activation }, ..*layer };
            // SAFETY: the buffers have a chunk's rows and the layers' strides.
            unsafe {
                if l > 0 {
                    dense::forward(
                        buffers[l],
                        buffers[l - 1],
                        weights.as_ptr(),
                        layer,
                        0..count,
                        0..layer.panels,
                    );
                } else if dataset.storage() == Some(Storage::Dense) {
                    let input = buffers[layers.len()];
                    for (i, row) in rows.clone().enumerate() {
                        let numbers = dataset.numbers(row);
                        input.at(i, 0).copy_from_nonoverlapping(numbers.as_ptr(), numbers.len());
                    }
                    dense::forward(buffers[0], input, weights.as_ptr(), layer, 0..count, 0..layer.panels);
                } else {
                    let rows = rows.clone().map(|row| dataset.entries(row));
                    sparse::forward(buffers[0], rows, weights.as_ptr(), layer, 0..layer.panels);
                }
                if layer.activation == Activation::Softmax {
                    for row in 0..count {
                        let row = std::slice::from_raw_parts_mut(buffers[l].at(row, 0), layer.stride);
                        output::softmax(row, layer.units);
                    }
                }
            }
        }
    }

    unsafe fn deliver(&self, buffers: &[Rows], chunk: Range<usize>) {
        let last = self.pass.layers.len() - 1;
        let Layer { units, stride, .. } = self.pass.layers[last];
        for (i, row) in chunk.enumerate() {
            // SAFETY: the row lies in the buffer, and its result is the member's own.
            unsafe {
                let y = std::slice::from_raw_parts_mut(buffers[last].at(i, 0), stride);
                match self.sink {
                    Sink::Scores { loss, fused, to } => {
                        let target = self.pass.dataset.target(self.pass.rows.start + row, units);
                        *to.add(row) = output::finish(loss, fused, y, units, target);
                    }
                    Sink::Outputs { to } => to.add(row * units).copy_from_nonoverlapping(y.as_ptr(), units),
                }
            }
        }
    }
}
