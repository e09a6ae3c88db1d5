//! Steps of training, run by every member of a team side by side.
//!
//! A step has two phases with a barrier after each. In the first a member owns rows of the batch: layers after the first
//! forward, loss, deltas backward. In the second it owns weights: panels (columns) of the first layer, and the rows of
//! each later kernel that belong to its panels of the layer below, so that what it writes stays in its own cache. It
//! updates them, and takes the first layer forward for the next batch, for which nobody else's weights are needed. Every
//! number is computed by one member, in an order that the number of members does not change.

use std::ops::Range;

use super::adam::AdamStep;
use super::dense;
use super::layout::{Layer, ROW_BLOCK};
use super::output::{self, RowScore};
use super::panels::{PANEL, Panels};
use super::product::Workspace;
use super::sparse::{self, Columns};
use crate::Error;
use crate::dataset::{Dataset, Storage};
use crate::parallel::{Member, Team};
use crate::spec::{Activation, Adam, Loss};

/// Scores added up, row after row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Sum of the rows' losses.
    pub loss: f64,
    /// Rows decided rightly.
    pub correct: usize,
    /// Rows.
    pub samples: usize,
    /// The first step (from 0, over all runs that the tally has seen) whose loss was not finite.
    pub diverged: Option<usize>,
    /// Steps.
    pub steps: usize,
}

impl Tally {
    /// Adds the rows of one step.
    fn add(&mut self, scores: &[RowScore]) {
        for score in scores {
            self.loss += score.loss;
            self.correct += usize::from(score.correct);
        }
        self.samples += scores.len();
        if !self.loss.is_finite() && self.diverged.is_none() {
            self.diverged = Some(self.steps);
        }
        self.steps += 1;
    }
}

/// What a member needs for itself.
pub struct Scratch {
    /// Room for two rows of any layer.
    rows: [Vec<f32>; 2],
    workspace: Workspace,
}

impl Scratch {
    /// Scratch for batches of so many rows.
    pub fn new(layers: &[Layer], batch: usize) -> Result<Self, Error> {
        let widest = layers.iter().map(|layer| layer.width).max().unwrap_or_default();
        Ok(Self { rows: [vec![0.0; widest], vec![0.0; widest]], workspace: Workspace::new(batch)? })
    }
}

/// What a run of steps works on. The pointers are exclusive borrows for as long as the run lasts, handed out to the
/// members by the plan above.
pub struct Run<'a> {
    /// The network's layers.
    pub layers: &'a [Layer],
    /// What is minimised.
    pub loss: Loss,
    /// The last layer's activation is computed with the loss.
    pub fused: bool,
    /// How it is minimised.
    pub adam: Adam,
    /// Steps of Adam taken before.
    pub steps_before: u64,
    /// The three arenas: weights, first moments, second moments.
    pub arenas: [*mut f32; 3],
    /// Where rows and targets come from.
    pub dataset: &'a Dataset,
    /// The rows of this run in order; a step takes the next `batch` of them, the last one perhaps fewer.
    pub order: &'a [u32],
    /// Rows of a step.
    pub batch: usize,
    /// Inputs that are not zero everywhere.
    pub met: &'a [u32],
    /// Of each layer, room for the outputs of a batch, in whole blocks of rows.
    pub outputs: &'a [Panels],
    /// The same for the deltas of the layer's sums.
    pub deltas: &'a [Panels],
    /// For a dense data set, room for the inputs of two batches.
    pub inputs: [Panels; 2],
    /// For a sparse data set, one for each member.
    pub columns: *mut Columns,
    /// One for each member.
    pub scratch: *mut Scratch,
    /// Room for the scores of a batch.
    pub scores: *mut RowScore,
    /// The sums of the scores.
    pub tally: *mut Tally,
}

// SAFETY: members write disjoint places between barriers, as the phases say.
unsafe impl Sync for Run<'_> {}

impl Run<'_> {
    /// Takes all steps.
    pub(crate) fn on(&self, team: &Team) {
        // SAFETY: every member calls it once; the trainer made the run as its fields say.
        team.run(|member| unsafe { self.run(member) });
    }

    /// The whole run, as one of the team's members sees it.
    ///
    /// # Safety
    /// Every member of one team must call this once, and the run must have been made as its fields say: `layers` is not
    /// empty, rows, targets and buffers fit the layers, and there is one `columns` for each member.
    unsafe fn run(&self, member: Member) {
        // SAFETY: the phases below are separated by barriers, and each says which part of the memory is its own.
        unsafe {
            let steps = self.order.len().div_ceil(self.batch);
            if self.is_dense() {
                self.gather(0, member);
                member.wait();
            }
            self.first_layer(0, member);
            member.wait();
            for step in 0..steps {
                self.rows_phase(step, member);
                member.wait();
                self.weights_phase(step, member);
                member.wait();
            }
        }
    }

    fn is_dense(&self) -> bool {
        self.dataset.storage() == Some(Storage::Dense)
    }

    /// A layer as the forward kernels have it: an activation that is fused with the loss comes with the loss.
    fn layer(&self, l: usize) -> Layer {
        let layer = self.layers[l];
        let ends = self.fused && l + 1 == self.layers.len();
        Layer { activation: if ends { Activation::Linear } else { layer.activation }, ..layer }
    }

    /// The rows of the data set that a step takes; none after the last step.
    fn batch(&self, step: usize) -> &[u32] {
        let end = self.order.len();
        &self.order[(step * self.batch).min(end)..((step + 1) * self.batch).min(end)]
    }

    /// Dense inputs of the member's rows of a batch, side by side.
    unsafe fn gather(&self, step: usize, member: Member) {
        let batch = self.batch(step);
        for row in member.share(batch.len(), ROW_BLOCK) {
            let numbers = self.dataset.numbers(batch[row] as usize);
            // SAFETY: the buffer has a data set's columns and a batch's rows; these are the member's.
            unsafe { self.inputs[step % 2].write_row(row, numbers) };
        }
    }

    /// Outputs of the first layer in the member's panels.
    unsafe fn first_layer(&self, step: usize, member: Member) {
        let batch = self.batch(step);
        let layer = &self.layer(0);
        let panels = member.share(layer.panels, 1);
        // SAFETY: the member wrote these panels' weights itself, or nobody has since the last barrier.
        unsafe {
            if self.is_dense() {
                let Scratch { workspace, .. } = &mut *self.scratch.add(member.index);
                let (output, input, rows) = (self.outputs[0], self.inputs[step % 2], 0..batch.len());
                dense::forward(output, input, self.arenas[0], layer, rows, panels, workspace);
            } else {
                let rows = batch.iter().map(|row| self.dataset.entries(*row as usize));
                sparse::forward(self.outputs[0], rows, self.arenas[0], layer, panels);
            }
        }
    }

    /// Everything that rows of the batch have for themselves, for the member's rows.
    unsafe fn rows_phase(&self, step: usize, member: Member) {
        let batch = self.batch(step);
        let rows = member.share(batch.len(), ROW_BLOCK);
        // SAFETY: nobody writes weights in this phase, and outputs, deltas and scores of these rows are the member's.
        unsafe {
            let Scratch { rows: [y, delta], workspace } = &mut *self.scratch.add(member.index);
            self.softmax(0, rows.clone(), y);
            for l in 1..self.layers.len() {
                let (layer, input, output) = (self.layer(l), self.outputs[l - 1], self.outputs[l]);
                let panels = 0..layer.panels;
                dense::forward(output, input, self.arenas[0], &layer, rows.clone(), panels, workspace);
                self.softmax(l, rows.clone(), y);
            }
            self.judge(batch, rows.clone(), y, delta);
            for (l, layer) in self.layers.iter().enumerate().skip(1).rev() {
                let below = &self.layers[l - 1];
                let (delta_below, input) = (self.deltas[l - 1], self.outputs[l - 1]);
                let activation = below.activation;
                dense::backward(
                    delta_below,
                    self.deltas[l],
                    input,
                    self.arenas[0],
                    layer,
                    activation,
                    rows.clone(),
                    workspace,
                );
                if activation == Activation::Softmax {
                    for row in rows.clone() {
                        let (y, delta) = (&mut y[..below.units], &mut delta[..below.units]);
                        input.read_row(row, y);
                        delta_below.read_row(row, delta);
                        output::softmax_backward(delta, y);
                        delta_below.write_row(row, delta);
                    }
                }
            }
            if self.is_dense() {
                self.gather(step + 1, member);
            }
        }
    }

    unsafe fn softmax(&self, l: usize, rows: Range<usize>, y: &mut [f32]) {
        let layer = self.layer(l);
        if layer.activation == Activation::Softmax {
            let y = &mut y[..layer.width];
            for row in rows {
                // SAFETY: the rows are the member's.
                unsafe {
                    self.outputs[l].read_row(row, y);
                    output::softmax(y, layer.units);
                    self.outputs[l].write_row(row, y);
                }
            }
        }
    }

    /// Scores, and deltas of the last layer. The loss is the mean over the batch.
    unsafe fn judge(&self, batch: &[u32], rows: Range<usize>, y: &mut [f32], delta: &mut [f32]) {
        let last = self.layers.len() - 1;
        let layer = &self.layers[last];
        let scale = 1.0 / batch.len() as f32;
        let (y, delta) = (&mut y[..layer.width], &mut delta[..layer.width]);
        for row in rows {
            let target = self.dataset.target(batch[row] as usize, layer.units);
            // SAFETY: the rows are the member's.
            unsafe {
                self.outputs[last].read_row(row, y);
                *self.scores.add(row) = output::finish(self.loss, self.fused, y, layer.units, target);
                let outputs = &y[..layer.units];
                output::delta(self.loss, self.fused, layer.activation, delta, outputs, target, scale);
                self.deltas[last].write_row(row, delta);
            }
        }
    }

    /// Gradients and Adam for the member's weights, then the first layer of the next batch.
    unsafe fn weights_phase(&self, step: usize, member: Member) {
        let batch = self.batch(step);
        let count = batch.len();
        let [weights, first, second] = self.arenas;
        let adam = AdamStep::new(&self.adam, self.steps_before + step as u64 + 1, weights, first, second);
        // SAFETY: nobody writes outputs, deltas or scores in this phase, but for the first layer's outputs, of which each
        // member reads (as the second layer's inputs) and then writes its own panels; the parts of the arenas are
        // disjoint.
        unsafe {
            for (l, layer) in self.layers.iter().enumerate().skip(1).rev() {
                let panels_below = member.share(self.layers[l - 1].panels, 1);
                let inputs = panels_below.start * PANEL..(panels_below.end * PANEL).min(layer.inputs);
                let [input, delta] = [self.outputs[l - 1], self.deltas[l]];
                if !inputs.is_empty() {
                    dense::update_kernel(&adam, layer, input, delta, count, inputs, 0..layer.panels);
                }
                dense::update_bias(&adam, layer, delta, count, member.share(layer.panels, 1));
            }
            let (layer, delta) = (&self.layers[0], self.deltas[0]);
            let panels = member.share(layer.panels, 1);
            if self.is_dense() {
                let input = self.inputs[step % 2];
                dense::update_kernel(&adam, layer, input, delta, count, 0..layer.inputs, panels.clone());
            } else if !panels.is_empty() {
                let columns = &mut *self.columns.add(member.index);
                columns.fill(batch.iter().map(|row| self.dataset.entries(*row as usize)));
                sparse::update_kernel(&adam, layer, columns, self.met, delta, panels.clone());
            }
            dense::update_bias(&adam, layer, delta, count, panels);
            self.first_layer(step + 1, member);
            if member.index == 0 {
                (*self.tally).add(std::slice::from_raw_parts(self.scores, count));
            }
        }
    }
}
