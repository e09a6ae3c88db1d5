//! How weights follow from gradients (Keras's optimizers).
//!
//! A rule is what an optimizer does to four weights. Adam's is used while a gradient is in registers; all others go over
//! whole gradients in a second pass ([`training::update`](crate::training)), in pieces that do not depend on the number
//! of threads.

mod adadelta;
mod adafactor;
mod adagrad;
mod adam;
mod adamax;
mod ftrl;
mod lion;
mod nadam;
mod rmsprop;
mod rule;
mod sgd;

pub use adadelta::Adadelta;
pub use adafactor::Adafactor;
pub(crate) use adafactor::{Roots, Scaling, Sums};
pub use adagrad::Adagrad;
pub use adam::Adam;
pub(crate) use adam::AdamRule;
pub use adamax::Adamax;
pub use ftrl::Ftrl;
pub use lion::Lion;
pub use nadam::Nadam;
pub use rmsprop::Rmsprop;
pub(crate) use rule::{
    Clock, FLUSHED_EVERY, LEAST_FIRST, LEAST_SECOND, Method, Rule, Slot, Step, Tile, Tiles,
};
pub use sgd::Sgd;

use crate::schedules::Schedule;
use crate::spec::packed::{kinds, record};

kinds! {
    /// An optimizer.
    pub enum Optimizer in "optimizer" {
        /// Adam (Kingma and Ba, 2014)
        Adam(Adam),
        /// Gradient descent, with momentum
        Sgd(Sgd),
        /// RMSprop (Hinton, 2012)
        Rmsprop(Rmsprop),
        /// Adagrad (Duchi et al., 2011)
        Adagrad(Adagrad),
        /// Adadelta (Zeiler, 2012)
        Adadelta(Adadelta),
        /// Adam by the largest gradient (Kingma and Ba, 2014)
        Adamax(Adamax),
        /// Adam with Nesterov momentum (Dozat, 2015)
        Nadam(Nadam),
        /// Follow the regularized leader (McMahan et al., 2013)
        Ftrl(Ftrl),
        /// Steps of one size (Chen et al., 2023)
        Lion(Lion),
        /// Second moments of matrices by their rows and columns (Shazeer and Stern, 2018)
        Adafactor(Adafactor),
    }
}

record! {
    "update"
    /// What is done to gradients and weights around the rule.
    pub struct Update {
        /// The largest norm of a variable's gradient.
        pub clipnorm: Option<f64>,
        /// The largest magnitude of a gradient's numbers.
        pub clipvalue: Option<f64>,
        /// The largest norm of all gradients together.
        pub global_clipnorm: Option<f64>,
        /// The share of itself that a weight loses at each step, times the learning rate.
        pub weight_decay: Option<f64>,
        /// Vectors (biases, gammas, betas) lose it, too.
        pub decay_biases: bool,
        /// An average of the weights is kept, and is what they become at the end.
        pub use_ema: bool,
        /// How much of the average stays at each step.
        pub ema_momentum: f64,
        /// Steps after which the weights become their average; none: at the end only.
        pub ema_overwrite_frequency: Option<f64>,
        /// Batches whose mean gradient makes a step.
        pub gradient_accumulation_steps: u64,
    }
}

impl Default for Update {
    /// Nothing.
    fn default() -> Self {
        Self {
            clipnorm: None,
            clipvalue: None,
            global_clipnorm: None,
            weight_decay: None,
            decay_biases: true,
            use_ema: false,
            ema_momentum: 0.99,
            ema_overwrite_frequency: None,
            gradient_accumulation_steps: 1,
        }
    }
}

impl Update {
    /// The rule is all there is.
    pub(crate) fn is_plain(&self) -> bool {
        let Self { clipnorm, clipvalue, global_clipnorm, weight_decay, .. } = self;
        [clipnorm, clipvalue, global_clipnorm, weight_decay].iter().all(|setting| setting.is_none())
            && !self.use_ema
            && self.gradient_accumulation_steps <= 1
    }
}

impl Optimizer {
    /// How it works.
    pub(crate) fn method(&self) -> &dyn Method {
        match self {
            Self::Adam(optimizer) => optimizer,
            Self::Sgd(optimizer) => optimizer,
            Self::Rmsprop(optimizer) => optimizer,
            Self::Adagrad(optimizer) => optimizer,
            Self::Adadelta(optimizer) => optimizer,
            Self::Adamax(optimizer) => optimizer,
            Self::Nadam(optimizer) => optimizer,
            Self::Ftrl(optimizer) => optimizer,
            Self::Lion(optimizer) => optimizer,
            Self::Adafactor(optimizer) => optimizer,
        }
    }

    /// The learning rate, to be asked and to be set.
    pub(crate) fn schedule_mut(&mut self) -> &mut Schedule {
        match self {
            Self::Adam(optimizer) => &mut optimizer.learning_rate,
            Self::Sgd(optimizer) => &mut optimizer.learning_rate,
            Self::Rmsprop(optimizer) => &mut optimizer.learning_rate,
            Self::Adagrad(optimizer) => &mut optimizer.learning_rate,
            Self::Adadelta(optimizer) => &mut optimizer.learning_rate,
            Self::Adamax(optimizer) => &mut optimizer.learning_rate,
            Self::Nadam(optimizer) => &mut optimizer.learning_rate,
            Self::Ftrl(optimizer) => &mut optimizer.learning_rate,
            Self::Lion(optimizer) => &mut optimizer.learning_rate,
            Self::Adafactor(optimizer) => &mut optimizer.learning_rate,
        }
    }
}
