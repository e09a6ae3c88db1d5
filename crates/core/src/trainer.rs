use std::ops::Range;

use crate::dataset::Dataset;
use crate::kernels::layout::{Layer, ROW_BLOCK};
use crate::kernels::output::RowScore;
use crate::kernels::panels::{Matrix, Panels, ROW_BYTES};
use crate::kernels::sparse::Columns;
use crate::kernels::step::{Run, Scratch, Tally};
use crate::network::Network;
use crate::parallel::Team;
use crate::rng::{Philox, Stream};
use crate::{Error, Storage};

/// Where an epoch stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Steps done.
    pub steps: usize,
    /// Rows seen.
    pub samples: usize,
    /// Mean loss of these rows, each measured before the step that learned from it.
    pub loss: f64,
    /// Share of these rows decided rightly.
    pub accuracy: f64,
    /// The first step (from 0) whose loss was not finite.
    pub diverged: Option<usize>,
}

/// Trains a network on rows of a data set, epoch by epoch. All memory is taken when it is made.
pub struct Trainer {
    rows: Range<usize>,
    batch: usize,
    order: Vec<u32>,
    /// Rows of the epoch that are done.
    done: usize,
    tally: Tally,
    met: Vec<u32>,
    outputs: Vec<Matrix>,
    deltas: Vec<Matrix>,
    inputs: [Matrix; 2],
    columns: Vec<Columns>,
    scratch: Vec<Scratch>,
    scores: Vec<RowScore>,
    /// The network and the data set that it was made for.
    made_for: [u64; 2],
}

impl Trainer {
    /// Gets ready to train on a range of rows, `batch_size` of them a step. The network must have been compiled, and the
    /// data set must fit it.
    pub fn new(
        network: &mut Network,
        dataset: &Dataset,
        rows: Range<usize>,
        batch_size: usize,
        team: &Team,
    ) -> Result<Self, Error> {
        if network.recipe.is_none() {
            return Err(Error::Network("must be compiled before it is trained"));
        }
        dataset.check(network.spec.inputs, rows.start, rows.end)?;
        dataset.check_targets(network.outputs())?;
        let batch = batch_size.min(rows.len());
        if batch == 0 {
            return Err(Error::Rows { rows: dataset.rows(), first: 0, end: 0 });
        }
        let counts = dataset.nonzero_rows(rows.start, rows.end);
        for (met, count) in network.met.iter_mut().zip(&counts) {
            *met |= *count > 0;
        }
        let met = (0..).zip(&network.met).filter(|(_, met)| **met).map(|(input, _)| input).collect();
        let height = batch.next_multiple_of(ROW_BLOCK);
        if height > u32::MAX as usize / ROW_BYTES {
            return Err(Error::Memory { what: "a batch", bytes: usize::MAX });
        }
        let matrix = |layer: &Layer| Matrix::zeros(height, layer.width, "a batch");
        let matrices = || network.layers.iter().map(matrix).collect::<Result<Vec<_>, _>>();
        let dense = dataset.storage() == Some(Storage::Dense);
        let input = || Matrix::zeros(if dense { height } else { 0 }, network.spec.inputs, "a batch");
        let members = if dense { 0 } else { team.threads() };
        let columns = || Columns::new(&counts, batch);
        Ok(Self {
            batch,
            done: rows.len(),
            order: rows.clone().map(|row| row as u32).collect(),
            rows,
            tally: Tally::default(),
            met,
            outputs: matrices()?,
            deltas: matrices()?,
            inputs: [input()?, input()?],
            columns: (0..members).map(|_| columns()).collect::<Result<_, _>>()?,
            scratch: (0..team.threads())
                .map(|_| Scratch::new(&network.layers, batch))
                .collect::<Result<_, _>>()?,
            scores: vec![RowScore::default(); batch],
            made_for: [network.identity, dataset.identity],
        })
    }

    /// Begins the network's next epoch: a new order of the rows if `shuffle`, scores at zero. The order depends on the
    /// network's seed and the number of epochs that it has begun.
    pub fn begin_epoch(&mut self, network: &mut Network, shuffle: bool) {
        for (place, row) in self.order.iter_mut().zip(self.rows.clone()) {
            *place = row as u32;
        }
        if shuffle {
            let stream = Stream::Order { epoch: network.epochs };
            Philox::new(network.spec.seed, stream).shuffle(&mut self.order);
        }
        network.epochs += 1;
        self.done = 0;
        self.tally = Tally::default();
    }

    /// Trains up to `max_steps` further steps of the epoch, with a team of the size that the trainer was made for.
    pub fn train(
        &mut self,
        network: &mut Network,
        dataset: &Dataset,
        team: &Team,
        max_steps: usize,
    ) -> Result<Progress, Error> {
        if self.made_for != [network.identity, dataset.identity] {
            return Err(Error::Dataset("the trainer was made for another data set or network"));
        }
        if self.scratch.len() != team.threads() {
            let (expected, received) = (self.scratch.len(), team.threads());
            return Err(Error::Length { what: "team", expected, received });
        }
        let Some((loss, adam)) = network.recipe else {
            return Err(Error::Network("must be compiled before it is trained"));
        };
        let end = self.done.saturating_add(max_steps.saturating_mul(self.batch)).min(self.order.len());
        let order = &self.order[self.done..end];
        if !order.is_empty() {
            let outputs: Vec<Panels> = self.outputs.iter_mut().map(Matrix::panels).collect();
            let deltas: Vec<Panels> = self.deltas.iter_mut().map(Matrix::panels).collect();
            let [input0, input1] = &mut self.inputs;
            let run = Run {
                layers: &network.layers,
                loss,
                fused: network.spec.is_fused(loss),
                adam,
                steps_before: network.steps,
                arenas: [&mut network.weights, &mut network.first, &mut network.second]
                    .map(|a| a.as_mut_ptr()),
                dataset,
                order,
                batch: self.batch,
                met: &self.met,
                outputs: &outputs,
                deltas: &deltas,
                inputs: [input0.panels(), input1.panels()],
                columns: self.columns.as_mut_ptr(),
                scratch: self.scratch.as_mut_ptr(),
                scores: self.scores.as_mut_ptr(),
                tally: &raw mut self.tally,
            };
            run.on(team);
            network.steps += order.len().div_ceil(self.batch) as u64;
            self.done = end;
        }
        Ok(self.progress())
    }

    fn progress(&self) -> Progress {
        let Tally { loss, correct, samples, diverged, steps } = self.tally;
        let mean = |sum: f64| if samples == 0 { 0.0 } else { sum / samples as f64 };
        Progress { steps, samples, loss: mean(loss), accuracy: mean(correct as f64), diverged }
    }
}
