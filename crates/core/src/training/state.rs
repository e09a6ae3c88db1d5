//! All that a training keeps besides the weights, as numbers to be put away and put back: it then goes on to the same bits
//! as if it had never stopped, on any number of threads and with either storage of the rows.
//!
//! What is not here follows from what is: the order of rows from the seed and the epoch, noise from the seed and the clock,
//! and which inputs have been seen from what is kept of their weights.

use super::compiled::Compiled;
use super::totals::Totals;
use super::trainer::Trainer;
use crate::Error;
use crate::kernels::aligned::AlignedVec;
use crate::layers::Op;
use crate::network::{NOT_COMPILED, Network};
use crate::optimizers::Clock;
use crate::schedules::Schedule;
use crate::spec::packed::{Record, record};
use crate::spec::unpack;
use crate::variables::Variable;

record! {
    /// What an optimizer keeps that belongs to no variable.
    pub struct Scalars {
        /// What a state consists of; goes up when that changes.
        pub version: u64,
        /// Batches that were learned from.
        pub batches: u64,
        /// Nadam's product of momentums.
        pub product: f64,
        /// The learning rate, unless a schedule tells it.
        pub learning_rate: Option<f64>,
    }
}

const VERSION: u64 = 1;

impl Scalars {
    fn read(scalars: &[f64]) -> Result<Self, Error> {
        let read: Self = unpack(scalars)?;
        if read.version != VERSION {
            return Err(Error::Description("is a state of another version"));
        }
        if read.learning_rate.is_some_and(|rate| rate < 0.0) || !(0.0..=1.0).contains(&read.product) {
            return Err(Error::Description("has a number out of its range"));
        }
        Ok(read)
    }
}

fn trainable(variables: &[Variable]) -> impl Iterator<Item = usize> + '_ {
    variables.iter().filter(|variable| variable.spec.trainable).flat_map(Variable::places)
}

impl Compiled {
    /// What is kept of each weight, by Keras's names.
    fn kept(&self) -> impl Iterator<Item = (&'static str, &AlignedVec)> {
        let slots = self.slot_kinds.iter().map(|slot| slot.name).zip(&self.slots);
        let average = self.average.iter().map(|arena| ("average", arena));
        slots.chain(average).chain(self.accumulated.iter().map(|arena| ("gradient_accumulator", arena)))
    }

    fn kept_mut(&mut self) -> impl Iterator<Item = &mut AlignedVec> {
        self.slots.iter_mut().chain(&mut self.average).chain(&mut self.accumulated)
    }
}

impl Network {
    /// What the optimizer keeps of each weight, by Keras's names.
    pub fn state_names(&self) -> Result<Vec<&'static str>, Error> {
        let compiled = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        Ok(compiled.kept().map(|(name, _)| name).collect())
    }

    /// What the optimizer keeps that belongs to no variable: the version of a state, batches that were learned from,
    /// Nadam's product of momentums, and the learning rate (NaN where a schedule tells it).
    pub fn state_scalars(&self) -> Result<Vec<f64>, Error> {
        let compiled = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let rate = match compiled.training.optimizer.method().schedule() {
            Schedule::Constant(constant) => constant.value,
            _ => f64::NAN,
        };
        let Clock { batches, product } = compiled.clock;
        Ok(vec![VERSION as f64, batches as f64, product, rate])
    }

    /// For each of the names, the numbers of all trainable variables, in the order that [`weights`](Network::weights) has.
    pub fn state_numbers(&self) -> Result<Vec<f32>, Error> {
        let compiled = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let mut numbers = Vec::new();
        for (_, arena) in compiled.kept() {
            numbers.extend(trainable(&self.variables).map(|place| arena[place]));
        }
        Ok(numbers)
    }

    /// Puts back what an optimizer of the same settings kept; all of it or, with an error, nothing.
    pub fn set_state(&mut self, scalars: &[f64], numbers: &[f32]) -> Result<(), Error> {
        let Self { compiled, variables, ops, .. } = self;
        let compiled = compiled.as_mut().ok_or(NOT_COMPILED)?;
        let Scalars { batches, product, learning_rate, .. } = Scalars::read(scalars)?;
        let expected = trainable(variables).count() * compiled.kept().count();
        if numbers.len() != expected {
            return Err(Error::Length { what: "state", expected, received: numbers.len() });
        }
        // Squares of very large gradients are infinite, and steps by them nothing.
        if let Some(index) = numbers.iter().position(|number| number.is_nan()) {
            return Err(Error::NonFinite { what: "state", index });
        }
        let mut rest = numbers.iter();
        for arena in compiled.kept_mut() {
            trainable(variables).zip(&mut rest).for_each(|(place, number)| arena[place] = *number);
        }
        compiled.clock = Clock { batches, product };
        if let Some(rate) = learning_rate {
            compiled.set_learning_rate(rate);
        }
        if let (Some(Op::Dense(_)), Some(kernel)) = (ops.first(), variables.first()) {
            for (input, seen) in compiled.seen_inputs.iter_mut().enumerate() {
                let mut columns = (0..kernel.spec.columns).map(|column| kernel.place(input, column));
                *seen |= columns.any(|place| compiled.slots.iter().any(|arena| arena[place] != 0.0));
            }
        }
        Ok(())
    }
}

record! {
    /// Where an epoch stands.
    pub struct Place {
        /// Rows of the order that are done.
        pub done: usize,
        /// Steps, of which the figures tell.
        pub steps: usize,
        /// Rows of these steps.
        pub samples: usize,
        /// The sum of their losses.
        pub loss: f64,
    }
}

/// Numbers of a place before those of the metrics.
const PLACE: usize = Place::FIELDS.len();

impl Trainer {
    /// Where the epoch stands: rows that are done, steps, samples and the sum of losses, and what the metrics keep.
    pub fn place(&self) -> Vec<f64> {
        let Totals { steps, samples, loss, state, .. } = &self.totals;
        let mut place = vec![self.done as f64, *steps as f64, *samples as f64, *loss];
        place.extend(state);
        place
    }

    /// Goes on in an epoch where another trainer stood, as its `place` told: one of the same rows in batches of the same
    /// size, and of as many metrics.
    pub fn resume(
        &mut self,
        network: &Network,
        epoch: u32,
        shuffle: bool,
        place: &[f64],
    ) -> Result<(), Error> {
        let expected = PLACE + self.totals.state.len();
        if place.len() != expected {
            return Err(Error::Length { what: "place", expected, received: place.len() });
        }
        let Place { done, steps, samples, loss } = unpack(&place[..PLACE])?;
        let is_whole = done == self.rows.len() || done.is_multiple_of(self.batch);
        if done > self.rows.len() || !is_whole || samples > done || steps != samples.div_ceil(self.batch) {
            return Err(Error::Description("is no place in an epoch of these rows"));
        }
        self.begin_epoch(network, epoch, shuffle);
        self.done = done;
        self.totals = Totals { loss, samples, steps, diverged: None, state: place[PLACE..].to_vec() };
        Ok(())
    }
}
