//! Forward passes of a network that does not learn: rows in chunks, each computed by one member of a team.

use std::ops::Range;

use super::dense;
use super::layout::{Layer, ROW_BLOCK};
use super::output::{self, RowScore};
use super::panels::{Matrix, Panels};
use super::product::Workspace;
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
    /// Outputs of each layer, and inputs where they are dense.
    matrices: Vec<Matrix>,
    /// One row of any layer.
    row: Vec<f32>,
    workspace: Workspace,
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
        let input = match dataset.storage() {
            Some(Storage::Dense) => dataset.columns(),
            _ => 0,
        };
        let widths = layers.iter().map(|layer| layer.width);
        let matrix = |width| Matrix::zeros(rows, width, "a chunk of rows");
        let row = vec![0.0; widths.clone().max().unwrap_or_default()];
        let matrices = widths.chain([input]).map(matrix).collect::<Result<_, _>>()?;
        Ok(Self { matrices, row, workspace: Workspace::new(rows)? })
    }
}

impl Job<'_> {
    /// # Safety
    /// There must be a scratch for the member and room for the results of all rows.
    unsafe fn run(&self, member: Member) {
        let share = member.share(self.pass.rows.len(), CHUNK);
        // SAFETY: the scratch is the member's own.
        let Scratch { matrices, row, workspace } = unsafe { &mut *self.scratch.add(member.index) };
        let buffers: Vec<Panels> = matrices.iter_mut().map(Matrix::panels).collect();
        for first in share.clone().step_by(CHUNK) {
            let chunk = first..(first + CHUNK).min(share.end);
            // SAFETY: the results of the chunk's rows are the member's own.
            unsafe {
                self.forward(&buffers, chunk.clone(), row, workspace);
                self.deliver(&buffers, chunk, row);
            }
        }
    }

    unsafe fn forward(
        &self,
        buffers: &[Panels],
        chunk: Range<usize>,
        row: &mut [f32],
        workspace: &mut Workspace,
    ) {
        let Pass { layers, weights, dataset, ref rows } = *self.pass;
        let (rows, count) = (rows.start + chunk.start..rows.start + chunk.end, chunk.len());
        let arena = weights.as_ptr();
        for (l, layer) in layers.iter().enumerate() {
            let ends = l + 1 == layers.len() && matches!(self.sink, Sink::Scores { fused: true, .. });
            let layer =
                &Layer { activation: if ends { Activation::Linear } else { layer.activation }, ..*layer };
            // SAFETY: the buffers have a chunk's rows and the layers' columns.
            unsafe {
                if l > 0 {
                    let (input, panels) = (buffers[l - 1], 0..layer.panels);
                    dense::forward(buffers[l], input, arena, layer, 0..count, panels, workspace);
                } else if dataset.storage() == Some(Storage::Dense) {
                    let input = buffers[layers.len()];
                    for (i, row) in rows.clone().enumerate() {
                        input.write_row(i, dataset.numbers(row));
                    }
                    let panels = 0..layer.panels;
                    dense::forward(buffers[0], input, arena, layer, 0..count, panels, workspace);
                } else {
                    let rows = rows.clone().map(|row| dataset.entries(row));
                    sparse::forward(buffers[0], rows, arena, layer, 0..layer.panels);
                }
                if layer.activation == Activation::Softmax {
                    let row = &mut row[..layer.width];
                    for i in 0..count {
                        buffers[l].read_row(i, row);
                        output::softmax(row, layer.units);
                        buffers[l].write_row(i, row);
                    }
                }
            }
        }
    }

    unsafe fn deliver(&self, buffers: &[Panels], chunk: Range<usize>, y: &mut [f32]) {
        let last = self.pass.layers.len() - 1;
        let Layer { units, width, .. } = self.pass.layers[last];
        let y = &mut y[..width];
        for (i, row) in chunk.enumerate() {
            // SAFETY: the row lies in the buffer, and its result is the member's own.
            unsafe {
                buffers[last].read_row(i, y);
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
