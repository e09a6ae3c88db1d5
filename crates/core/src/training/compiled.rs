use super::scoring::Scoring;
use super::update::Pieces;
use crate::Error;
use crate::constraints::Constraint;
use crate::kernels::aligned::AlignedVec;
use crate::layers::Op;
use crate::network::Network;
use crate::optimizers::{Adafactor, Clock, Optimizer, Slot, Step};
use crate::regularizers::Regularizer;
use crate::schedules::{Constant, Schedule};
use crate::spec::TrainingSpec;
use crate::variables::{Variable, Which, places};

/// How a network learns, and what its optimizer keeps. All arenas have the offsets of the weights.
pub struct Compiled {
    pub training: TrainingSpec,
    /// What the optimizer keeps of each weight.
    pub slot_kinds: Vec<Slot>,
    pub slots: Vec<AlignedVec>,
    /// The average of the weights, if one is kept.
    pub average: Option<AlignedVec>,
    /// The sum of the gradients of some batches, where several make a step.
    pub accumulated: Option<AlignedVec>,
    pub clock: Clock,
    /// Inputs that were not zero in some row trained on. The others of a sparse first layer have no gradient and no
    /// slots, so that they rest.
    pub seen_inputs: Vec<bool>,
    /// Gradients are used while they are in registers, and never stored.
    pub is_fused: bool,
    pub pieces: Pieces,
}

impl Compiled {
    /// With room for what the optimizer keeps of each weight; [`fill`](Self::fill) puts it there.
    pub fn new(network: &Network, training: TrainingSpec) -> Result<Self, Error> {
        if training.loss.needs_classes() && network.outputs() < 2 {
            return Err(Error::Loss("needs at least two units in the last layer"));
        }
        let len = network.weights.len();
        let arena = || AlignedVec::room(len, "an optimizer");
        let trainable = || network.variables.iter().filter(|variable| variable.spec.trainable);
        let slots = training.optimizer.method().slots();
        let update = &training.update;
        let is_free = |variable: &Variable| {
            variable.spec.regularizer == Regularizer::None && variable.spec.constraint == Constraint::None
        };
        let is_adam = matches!(&training.optimizer, Optimizer::Adam(adam) if !adam.amsgrad);
        Ok(Self {
            slots: slots.iter().map(|_| arena()).collect::<Result<_, _>>()?,
            slot_kinds: slots,
            average: update.use_ema.then(arena).transpose()?,
            accumulated: (update.gradient_accumulation_steps > 1).then(arena).transpose()?,
            clock: Clock::START,
            seen_inputs: vec![false; network.spec.inputs],
            is_fused: is_adam && update.is_plain() && trainable().all(is_free),
            pieces: Pieces::new(&network.variables),
            training,
        })
    }

    /// Puts about so many numbers more there, as they are at first. Whether any may be left.
    pub fn fill(&mut self, numbers: usize) -> bool {
        let initial = self.slot_kinds.iter().map(|slot| slot.initial).chain(std::iter::repeat(0.0));
        let arenas = self.slots.iter_mut().chain(&mut self.average).chain(&mut self.accumulated);
        let mut left = numbers;
        for (arena, value) in arenas.zip(initial) {
            left = left.saturating_sub(arena.grow(left, value));
        }
        left == 0
    }

    /// Inputs of the first layer whose weights may move.
    pub fn inputs_with_gradients(&self) -> Vec<u32> {
        // A second pass leaves its traces in whole gradients, which must be written anew at each step.
        let has_gradient = |(input, seen): (u32, &bool)| (*seen || !self.is_fused).then_some(input);
        (0..).zip(&self.seen_inputs).filter_map(has_gradient).collect()
    }

    /// What is said of each row of outputs.
    pub fn scoring(&self, ops: &[Op], units: usize) -> Scoring<'_> {
        Scoring::new(&self.training, ops, units)
    }

    /// The optimizer, if its updates depend on whole variables.
    pub fn factored(&self) -> Option<&Adafactor> {
        self.training.optimizer.method().factored()
    }

    /// The rate of the next step.
    pub fn learning_rate(&self) -> f64 {
        self.training.optimizer.method().schedule().rate(self.clock.batches)
    }

    #[inline(never)]
    pub fn set_learning_rate(&mut self, rate: f64) {
        *self.training.optimizer.schedule_mut() = Schedule::Constant(Constant { value: rate });
    }

    /// The step that the clock's next batch makes.
    pub fn step(&self, clock: Clock) -> Step {
        let update = &self.training.update;
        Step::after(clock, self.training.optimizer.method().schedule(), update.gradient_accumulation_steps)
    }

    /// The clock after one more batch.
    pub fn after(&self, clock: Clock) -> Clock {
        let batches = clock.batches + 1;
        let makes_a_step = batches.is_multiple_of(self.training.update.gradient_accumulation_steps.max(1));
        let method = self.training.optimizer.method();
        let product = if makes_a_step { method.product_after(self.step(clock)) } else { clock.product };
        Clock { batches, product }
    }

    /// Writes the average of so many weights from `first` on into the weights, where one is kept. Whether any are left.
    pub fn write_average(
        &self,
        variables: &[Variable],
        weights: &mut AlignedVec,
        first: usize,
        count: usize,
    ) -> bool {
        let Some(average) = self.average.as_ref().filter(|_| self.clock.batches > 0) else { return false };
        let mut places = places(variables, Which::Trainable, first);
        places.by_ref().take(count).for_each(|place| weights[place] = average[place]);
        places.next().is_some()
    }
}
