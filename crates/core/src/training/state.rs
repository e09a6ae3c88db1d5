//! All that a training keeps besides the weights, as numbers to be put away and put back: it then goes on to the same bits
//! as if it had never stopped, on any number of threads and with either storage of the rows.
//!
//! What is not here follows from what is: the order of rows from the seed and the epoch, noise from the seed and the clock,
//! and which inputs have been seen from what is kept of their weights.

use super::compiled::Compiled;
use super::totals::Totals;
use super::trainer::Trainer;
use crate::Error;
use crate::error::{check_length, check_within};
use crate::layers::Op;
use crate::network::{NOT_COMPILED, Network};
use crate::optimizers::Clock;
use crate::schedules::Schedule;
use crate::variables::{Which, numbers, read, write};

/// What a state consists of; goes up when that changes.
const VERSION: f64 = 1.0;

/// Numbers of a state that belong to no variable.
const SCALARS: usize = 4;

/// Numbers of a place before those of the metrics.
const PLACE: usize = 4;

/// A number as a count. 2^53 - 1 is the largest whole number that JavaScript is sure of.
#[inline(never)]
fn count(number: f64) -> Result<usize, Error> {
    let is_count = (0.0..=9_007_199_254_740_991.0).contains(&number) && libm::trunc(number) == number;
    let count = if is_count { usize::try_from(number as u64).ok() } else { None };
    count.ok_or(Error::Description("needs a whole number that is not negative"))
}

impl Network {
    /// What the optimizer keeps of each weight, by Keras's names.
    pub fn state_names(&self) -> Result<Vec<&'static str>, Error> {
        let compiled = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let mut names: Vec<_> = compiled.slot_kinds.iter().map(|slot| slot.name).collect();
        names.extend(compiled.average.is_some().then_some("average"));
        names.extend(compiled.accumulated.is_some().then_some("gradient_accumulator"));
        Ok(names)
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
        Ok(vec![VERSION, batches as f64, product, rate])
    }

    /// How many numbers of weights the state has: for each of the names, those of all trainable variables, in the order
    /// that [`weights`](Network::weights) has.
    pub fn state_length(&self) -> Result<usize, Error> {
        let Compiled { slots, average, accumulated, .. } = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let arenas = slots.len() + usize::from(average.is_some()) + usize::from(accumulated.is_some());
        Ok(arenas * numbers(&self.variables, Which::Trainable))
    }

    /// The numbers of the state from `first` on.
    pub fn read_state(&self, first: usize, values: &mut [f32]) -> Result<(), Error> {
        check_within("state", first, values.len(), self.state_length()?)?;
        let Compiled { slots, average, accumulated, .. } = self.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let arenas = slots.iter().chain(average).chain(accumulated);
        let length = numbers(&self.variables, Which::Trainable);
        pieces(arenas, length, first, values.len(), |arena, from, part| {
            read(&self.variables, Which::Trainable, arena, from, &mut values[part]);
        });
        Ok(())
    }

    /// The opposite: the numbers from `first` on. The scalars come before them, by [`set_state`](Network::set_state).
    pub fn write_state(&mut self, first: usize, values: &[f32]) -> Result<(), Error> {
        let all = self.state_length()?;
        check_within("state", first, values.len(), all)?;
        // Squares of very large gradients are infinite, and steps by them nothing.
        if let Some(index) = values.iter().position(|number| number.is_nan()) {
            return Err(Error::NonFinite { what: "state", index });
        }
        let Self { compiled, variables, ops, .. } = self;
        let compiled = compiled.as_mut().ok_or(NOT_COMPILED)?;
        let Compiled { slots, average, accumulated, .. } = compiled;
        let arenas = slots.iter_mut().chain(average).chain(accumulated);
        let length = numbers(variables, Which::Trainable);
        pieces(arenas, length, first, values.len(), |arena, from, part| {
            write(variables, Which::Trainable, arena, from, &values[part]);
        });
        if first + values.len() == all
            && let (Some(Op::Dense(_)), Some(kernel)) = (ops.first(), variables.first())
        {
            for (input, seen) in compiled.seen_inputs.iter_mut().enumerate() {
                for column in 0..kernel.spec.columns {
                    let place = kernel.place(input, column);
                    *seen |= compiled.slots.iter().any(|arena| arena[place] != 0.0);
                }
            }
        }
        Ok(())
    }

    /// Puts back what an optimizer of the same settings kept that belongs to no variable; all of it or, with an error,
    /// nothing. [`write_state`](Network::write_state) brings the rest.
    pub fn set_state(&mut self, scalars: &[f64]) -> Result<(), Error> {
        let compiled = self.compiled.as_mut().ok_or(NOT_COMPILED)?;
        check_length("state", scalars.len(), SCALARS)?;
        let [version, batches, product, rate] = [scalars[0], scalars[1], scalars[2], scalars[3]];
        let clock = Clock { batches: count(batches)? as u64, product };
        let is_rate = rate.is_nan() || (0.0..=f64::MAX).contains(&rate);
        if version != VERSION || !(0.0..=1.0).contains(&product) || !is_rate {
            return Err(Error::Description(
                "is a state of another version, or has a number out of its range",
            ));
        }
        compiled.clock = clock;
        if !rate.is_nan() {
            compiled.set_learning_rate(rate);
        }
        Ok(())
    }
}

/// Splits `count` numbers from `first` on of arenas of `length` numbers each: `visit` gets an arena, where the part begins
/// in it, and which of the numbers it is.
fn pieces<Arena>(
    arenas: impl Iterator<Item = Arena>,
    length: usize,
    first: usize,
    count: usize,
    mut visit: impl FnMut(Arena, usize, std::ops::Range<usize>),
) {
    let end = first + count;
    for (index, arena) in arenas.enumerate() {
        let start = index * length;
        let (from, to) = (start.max(first), (start + length).min(end));
        if from < to {
            visit(arena, from - start, from - first..to - first);
        }
    }
}

impl Trainer {
    /// Where the epoch stands: rows that are done, steps, samples and the sum of losses, and what the metrics keep.
    pub fn place(&self) -> Vec<f64> {
        let Totals { steps, samples, loss, state, .. } = &self.totals;
        let mut place = vec![self.done as f64, *steps as f64, *samples as f64, *loss];
        place.extend(state);
        place
    }

    /// Goes on in an epoch where another trainer stood, as its `place` told: one of the same rows in batches of the same
    /// size, and of as many metrics. Where no row is done yet, the figures so far are those of any other rows.
    pub fn resume(
        &mut self,
        network: &Network,
        epoch: u32,
        shuffle: bool,
        place: &[f64],
    ) -> Result<(), Error> {
        check_length("place", place.len(), PLACE + self.totals.state.len())?;
        let [done, steps, samples] = [count(place[0])?, count(place[1])?, count(place[2])?];
        let loss = place[3];
        let is_whole = done == self.rows.len() || done.is_multiple_of(self.batch);
        let are_of_these_rows =
            done <= self.rows.len() && samples <= done && steps == samples.div_ceil(self.batch);
        let is_possible = done == 0 || are_of_these_rows;
        if !is_whole || !is_possible || !loss.is_finite() {
            return Err(Error::Description("is no place in an epoch of these rows"));
        }
        self.begin_epoch(network, epoch, shuffle);
        self.done = done;
        self.totals = Totals { loss, samples, steps, diverged: None, state: place[PLACE..].to_vec() };
        Ok(())
    }
}
