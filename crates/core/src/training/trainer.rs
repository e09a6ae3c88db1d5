use std::ops::Range;

use super::alike::Alike;
use super::compiled::Compiled;
use super::factored::Left;
use super::plan::{Conditions, Plan};
use super::run::Run;
use super::totals::Totals;
use super::update::Second;
use crate::augmentation::{AugmentSpec, AugmentedRows};
use crate::constraints::Constraint;
use crate::data::Dataset;
use crate::kernels::aligned::AlignedVec;
use crate::kernels::kernel::Kernel;
use crate::kernels::panels::Matrix;
use crate::kernels::sparse::Columns;
use crate::layers::Op;
use crate::layers::wiring::{Matrices, Scratch};
use crate::network::{NOT_COMPILED, Network};
use crate::parallel::Team;
use crate::regularizers::Regularizer;
use crate::rng::{Philox, Stream};
use crate::{Error, Storage};

/// Where an epoch stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Steps done.
    pub steps: usize,
    /// Rows seen.
    pub samples: usize,
    /// Mean loss of these rows, each measured before the step that learned from it.
    pub loss: f64,
    /// What the metrics say of these rows, one after the other, each with as many numbers as it results in.
    pub metrics: Vec<f64>,
    /// The first step (from 0) whose loss was not finite.
    pub diverged: Option<usize>,
}

/// Trains a network on rows of a data set, epoch by epoch. All memory is taken when it is made.
pub struct Trainer {
    pub(super) rows: Range<usize>,
    pub(super) batch: usize,
    order: Vec<u32>,
    /// Rows of the epoch that are done.
    pub(super) done: usize,
    /// In how many pieces each stage of a step is done, and the pieces of the next step that are done.
    pieces: usize,
    done_pieces: usize,
    pub(super) totals: Totals,
    seen_inputs: Vec<u32>,
    plan: Plan,
    matrices: Matrices,
    inputs: [Matrix; 2],
    columns: Vec<Columns>,
    augmented: Option<AugmentedRows>,
    scratch: Vec<Scratch>,
    scores: Vec<f64>,
    outputs: Vec<f32>,
    gradients: AlignedVec,
    squares: Vec<f64>,
    penalties: Vec<f64>,
    alike: Vec<Alike>,
    left: Left,
    /// The size of the team, the network and the data set that it was made for.
    threads: usize,
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
        Self::augmenting(network, dataset, rows, batch_size, team, None)
    }

    /// The same on images that are changed anew in each pass.
    pub fn augmenting(
        network: &mut Network,
        dataset: &Dataset,
        rows: Range<usize>,
        batch_size: usize,
        team: &Team,
        augmentation: Option<&AugmentSpec>,
    ) -> Result<Self, Error> {
        dataset.check(network.spec.inputs, rows.start, rows.end)?;
        dataset.check_targets(network.outputs())?;
        let (ops, outputs) = (&network.ops, network.outputs());
        let compiled = network.compiled.as_mut().ok_or(NOT_COMPILED)?;
        let batch = batch_size.min(rows.len());
        if batch == 0 {
            return Err(Error::Rows { rows: dataset.rows(), first: 0, end: 0 });
        }
        // Whatever a pixel is now, it may be otherwise in an augmented image.
        let counts = match augmentation {
            Some(_) => vec![rows.len() as u32; network.spec.inputs],
            None => dataset.nonzero_rows(rows.start, rows.end),
        };
        for (seen, count) in compiled.seen_inputs.iter_mut().zip(&counts) {
            *seen |= *count > 0;
        }
        let nonzero = counts.iter().map(|count| *count as usize).sum::<usize>() as f64 / rows.len() as f64;
        let passes = |count: f64, moved: f64| products(ops, count * batch as f64, nonzero, moved);
        let alike = Alike::of_all(&network.variables, team.threads())?;
        let compared: f64 = alike.iter().map(Alike::products).sum();
        let members = team.members(((passes(3.0, MOVED) + compared) / WORTH).ceil());
        // The gradients are the longest stage, or what is compared.
        let [all, gradients] = [3.0, 1.0].map(|count| passes(count, MOVED_FROM_AFAR));
        let pieces = team.pieces([all + compared, gradients.max(compared)], members);
        let is_dense = dataset.storage() == Some(Storage::Dense);
        let scoring = compiled.scoring(ops, outputs);
        let update = &compiled.training.update;
        let conditions = Conditions {
            end: ops.len() - usize::from(scoring.takes_activation),
            members,
            in_pieces: pieces > 1,
            is_sparse: !is_dense,
            gathers: is_dense || augmentation.is_some(),
            is_fused: compiled.is_fused,
            has_penalties: network
                .variables
                .iter()
                .any(|variable| variable.spec.regularizer != Regularizer::None),
            compares: !alike.is_empty(),
            needs_norms: update.clipnorm.is_some() || update.global_clipnorm.is_some(),
            is_factored: compiled.factored().is_some(),
            has_constraints: network
                .variables
                .iter()
                .any(|variable| variable.spec.constraint != Constraint::None),
        };
        let plan = Plan::new(ops, learns, conditions);
        let matrices = Matrices::new(ops, &network.widths, batch, !plan.is_direct, true, "a batch")?;
        let height = if plan.is_direct && is_dense { batch.next_multiple_of(4) } else { 0 };
        let input = || Matrix::zeros(height, network.spec.inputs, "a batch");
        let columns = match plan {
            _ if is_dense || !plan.is_direct => 0,
            Plan { shares_columns: true, .. } => 1,
            _ => members,
        };
        let widest = network.widths.iter().skip(1).copied().max().unwrap_or_default();
        let augmented =
            |spec| AugmentedRows::new(dataset, spec, network.spec.seed, batch, plan.is_direct, members);
        let kept = if compiled.is_fused { 0 } else { compiled.pieces.len() };
        Ok(Self {
            batch,
            done: rows.len(),
            pieces,
            done_pieces: 0,
            order: rows.clone().map(|row| row as u32).collect(),
            totals: Totals::new(&scoring),
            seen_inputs: compiled.inputs_with_gradients(),
            matrices,
            inputs: [input()?, input()?],
            augmented: augmentation.map(augmented).transpose()?,
            columns: (0..columns)
                .map(|_| Columns::new(&counts, batch, members * pieces))
                .collect::<Result<_, _>>()?,
            scratch: (0..members).map(|_| Scratch::new(widest, batch)).collect::<Result<_, _>>()?,
            scores: vec![0.0; batch * scoring.stride()],
            outputs: if scoring.needs_outputs { vec![0.0; batch * outputs] } else { vec![] },
            gradients: AlignedVec::zeros(
                if compiled.is_fused { 0 } else { network.weights.len() },
                "gradients",
            )?,
            squares: vec![0.0; kept],
            penalties: vec![0.0; kept],
            alike,
            left: Left::new(if compiled.factored().is_some() { kept } else { 0 }),
            threads: team.threads(),
            made_for: [network.identity, dataset.identity],
            plan,
            rows,
        })
    }

    /// Begins an epoch of the network's: a new order of the rows if `shuffle`, which depends on the network's seed and
    /// the epoch's number; scores at zero.
    pub fn begin_epoch(&mut self, network: &Network, epoch: u32, shuffle: bool) {
        for (place, row) in self.order.iter_mut().zip(self.rows.clone()) {
            *place = row as u32;
        }
        if shuffle {
            Philox::new(network.spec.seed, Stream::Order { epoch }).shuffle(&mut self.order);
        }
        if let Some(augmented) = &mut self.augmented {
            augmented.begin_epoch(epoch);
        }
        if let Some(compiled) = &network.compiled {
            self.seen_inputs = compiled.inputs_with_gradients();
        }
        self.done = 0;
        self.done_pieces = 0;
        self.totals.reset();
    }

    /// Scores at zero, within an epoch.
    pub fn reset_totals(&mut self) {
        self.totals.reset();
    }

    /// Trains up to `max_steps` further steps of the epoch, with a team of the size that the trainer was made for.
    pub fn train(
        &mut self,
        network: &mut Network,
        dataset: &Dataset,
        team: &Team,
        max_steps: usize,
    ) -> Result<Progress, Error> {
        if self.pieces == 1 {
            let end = self.done.saturating_add(max_steps.saturating_mul(self.batch)).min(self.order.len());
            self.work(network, dataset, team, end)?;
        } else {
            let left = (self.order.len() - self.done).div_ceil(self.batch);
            for _ in 0..max_steps.min(left) {
                while !self.advance(network, dataset, team)? {}
            }
        }
        self.progress(network)
    }

    /// Pieces that a step is done in: one, unless the team is one [with turns](Team::with_turns) and steps are long.
    pub fn pieces(&self) -> usize {
        if self.pieces == 1 { 1 } else { self.pieces * self.plan.step.len() }
    }

    /// Does the next piece of a step of the epoch. Whether no step is begun after that: until then the network's weights
    /// and the figures are of no one moment.
    pub fn advance(&mut self, network: &mut Network, dataset: &Dataset, team: &Team) -> Result<bool, Error> {
        let end = (self.done + self.batch).min(self.order.len());
        self.work(network, dataset, team, end)?;
        Ok(self.done_pieces == 0)
    }

    /// Takes the rows up to some end, or does a piece of it where steps are done in pieces: these rows are one step's.
    fn work(
        &mut self,
        network: &mut Network,
        dataset: &Dataset,
        team: &Team,
        end: usize,
    ) -> Result<(), Error> {
        if self.made_for != [network.identity, dataset.identity] {
            return Err(Error::Dataset("the trainer was made for another data set or network"));
        }
        if self.threads != team.threads() {
            let (expected, received) = (self.threads, team.threads());
            return Err(Error::Length { what: "team", expected, received });
        }
        let pieces = self.pieces();
        let Network { spec, ops, widths, variables, weights, compiled, .. } = network;
        let compiled = compiled.as_mut().ok_or(NOT_COMPILED)?;
        let units = widths[ops.len()];
        let order = &self.order[self.done..end];
        if !order.is_empty() {
            let mut arena =
                |slot: usize| compiled.slots.get_mut(slot).map_or(std::ptr::null_mut(), |a| a.as_mut_ptr());
            let slots = [arena(0), arena(1), arena(2)];
            let average = compiled.average.as_mut().map(|arena| arena.as_mut_ptr());
            let accumulated = compiled.accumulated.as_mut().map(|arena| arena.as_mut_ptr());
            let compiled: &Compiled = compiled;
            let [input0, input1] = &mut self.inputs;
            let weights = weights.as_mut_ptr();
            let run = Run {
                plan: &self.plan,
                members: self.scratch.len(),
                pieces: self.pieces,
                ops,
                scoring: &compiled.scoring(ops, units),
                compiled,
                seed: spec.seed,
                weights,
                second: Second {
                    compiled,
                    variables,
                    weights,
                    gradients: self.gradients.as_mut_ptr(),
                    slots,
                    average,
                    accumulated,
                    squares: self.squares.as_mut_ptr(),
                    penalties: self.penalties.as_mut_ptr(),
                    alike: &self.alike.iter_mut().map(|alike| alike.view(variables)).collect::<Vec<_>>(),
                    sums: self.left.sums.as_mut_ptr(),
                    roots: self.left.roots.as_mut_ptr(),
                },
                dataset,
                augmented: self.augmented.as_mut().map(|rows| rows.batches(dataset)),
                is_dense: dataset.storage() == Some(Storage::Dense),
                order,
                batch: self.batch,
                seen_inputs: &self.seen_inputs,
                wiring: &self.matrices.wire(ops, widths),
                inputs: [input0.panels(), input1.panels()],
                columns: &self.columns,
                scratch: self.scratch.as_mut_ptr(),
                scores: self.scores.as_mut_ptr(),
                outputs: self.outputs.as_mut_ptr(),
                measured: self.totals.state.as_mut_ptr(),
                totals: &raw mut self.totals,
            };
            if pieces == 1 {
                run.on(team);
            } else {
                run.piece_on(team, self.done_pieces);
                self.done_pieces = (self.done_pieces + 1) % pieces;
                if self.done_pieces > 0 {
                    return Ok(());
                }
            }
            let steps = order.len().div_ceil(self.batch);
            let clock = (0..steps).fold(compiled.clock, |clock, _| compiled.after(clock));
            self.done = end;
            if let Some(compiled) = &mut network.compiled {
                compiled.clock = clock;
            }
        }
        Ok(())
    }

    fn progress(&self, network: &Network) -> Result<Progress, Error> {
        let compiled = network.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let scoring = compiled.scoring(&network.ops, network.outputs());
        let Totals { samples, diverged, steps, .. } = self.totals;
        let metrics = self.totals.results(&scoring);
        Ok(Progress { steps, samples, loss: self.totals.mean_loss(), metrics, diverged })
    }
}

/// Products of a step that are worth another member: what it brings must be more than what waiting for it costs.
const WORTH: f64 = 1e4;

/// Products that moving a weight is worth ...
const MOVED: f64 = 10.0;

/// ... and in networks that no cache holds, where it waits for memory.
const MOVED_FROM_AFAR: f64 = 60.0;

/// Products of so many rows that go through a network, about, of which so many numbers are not zero: in a step they do
/// three times, forward, backward and in the gradients.
fn products(ops: &[Op], rows: f64, nonzero: f64, moved: f64) -> f64 {
    let kernels = ops.iter().filter_map(|op| match op {
        Op::Dense(kernel) => Some(kernel),
        _ => None,
    });
    let of = |(place, kernel): (usize, &Kernel)| {
        let inputs = if place == 0 { nonzero } else { kernel.inputs as f64 };
        (rows * inputs + moved * kernel.inputs as f64) * kernel.units as f64
    };
    kernels.enumerate().map(of).sum()
}

/// An op has weights that gradients move.
fn learns(op: &Op) -> bool {
    match op {
        Op::Dense(_) => true,
        Op::Other(layer) => layer.learns(),
        Op::Activate(_) | Op::Penalty(_) => false,
    }
}
