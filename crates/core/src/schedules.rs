//! How the learning rate goes from step to step (Keras's schedules).

use std::f64::consts::PI;

use crate::spec::packed::{kinds, record};

kinds! {
    /// A schedule, asked with the number of steps that are done.
    pub enum Schedule in "schedule" {
        /// Always the same.
        Constant(Constant),
        /// rate * decay^(step / decay_steps)
        ExponentialDecay(Decay),
        /// rate / (1 + decay * step / decay_steps)
        InverseTimeDecay(Decay),
        /// The value of the first boundary that the step does not exceed, or the last value
        PiecewiseConstantDecay(PiecewiseConstantDecay),
        /// (rate - end) * (1 - step / decay_steps)^power + end
        PolynomialDecay(PolynomialDecay),
        /// Down half a cosine, after a linear warm-up if there is a target for it (Loshchilov and Hutter, 2016)
        CosineDecay(CosineDecay),
        /// The same over and over, each time for longer and from lower
        CosineDecayRestarts(CosineDecayRestarts),
        /// Up half a cosine and down another (Smith and Topin, 2017)
        OneCycle(OneCycle),
    }
}

record! {
    /// What a constant rate has.
    pub struct Constant {
        /// The rate.
        pub value: f64,
    }
}

record! {
    /// What a decay has.
    pub struct Decay {
        /// The first rate.
        pub initial_learning_rate: f64,
        /// Steps in which it decays once.
        pub decay_steps: f64,
        /// How much.
        pub decay_rate: f64,
        /// Whole decays only.
        pub staircase: bool,
    }
}

record! {
    /// What a rate in pieces has.
    pub struct PiecewiseConstantDecay {
        /// The last steps of the pieces but one.
        pub boundaries: Vec<f64>,
        /// The rates, one more.
        pub values: Vec<f64>,
    }
}

record! {
    /// What a polynomial decay has.
    pub struct PolynomialDecay {
        /// The first rate.
        pub initial_learning_rate: f64,
        /// Steps until the end.
        pub decay_steps: f64,
        /// The last rate.
        pub end_learning_rate: f64,
        /// The exponent.
        pub power: f64,
        /// Goes on beyond the end, with as many times the steps as it takes.
        pub cycle: bool,
    }
}

record! {
    /// What a cosine decay has.
    pub struct CosineDecay {
        /// The rate before the warm-up.
        pub initial_learning_rate: f64,
        /// Steps of the decay.
        pub decay_steps: f64,
        /// The last rate, as a share of the highest.
        pub alpha: f64,
        /// The rate after the warm-up; none: no warm-up.
        pub warmup_target: Option<f64>,
        /// Steps of the warm-up.
        pub warmup_steps: f64,
    }
}

record! {
    /// What repeated cosine decays have.
    pub struct CosineDecayRestarts {
        /// The first rate.
        pub initial_learning_rate: f64,
        /// Steps of the first decay.
        pub first_decay_steps: f64,
        /// How many times as long each decay is as the one before it.
        pub t_mul: f64,
        /// How many times as high.
        pub m_mul: f64,
        /// The last rate, as a share of the highest.
        pub alpha: f64,
    }
}

record! {
    /// What one cycle has.
    pub struct OneCycle {
        /// The highest rate.
        pub max_learning_rate: f64,
        /// Steps of the cycle.
        pub total_steps: f64,
        /// The share of them in which the rate goes up.
        pub warmup_fraction: f64,
        /// The first rate is the highest divided by this.
        pub initial_divisor: f64,
        /// The last rate is the first divided by this.
        pub final_divisor: f64,
    }
}

impl Schedule {
    /// The rate after `step` steps.
    pub fn rate(&self, step: u64) -> f64 {
        let step = step as f64;
        match self {
            Self::Constant(Constant { value }) => *value,
            Self::ExponentialDecay(decay) => {
                decay.initial_learning_rate * libm::pow(decay.decay_rate, decay.times(step))
            }
            Self::InverseTimeDecay(decay) => {
                decay.initial_learning_rate / (1.0 + decay.decay_rate * decay.times(step))
            }
            Self::PiecewiseConstantDecay(PiecewiseConstantDecay { boundaries, values }) => {
                let piece =
                    boundaries.iter().position(|boundary| step <= *boundary).unwrap_or(boundaries.len());
                values.get(piece).copied().unwrap_or_default()
            }
            Self::PolynomialDecay(decay) => decay.rate(step),
            Self::CosineDecay(decay) => decay.rate(step),
            Self::CosineDecayRestarts(decay) => decay.rate(step),
            Self::OneCycle(cycle) => cycle.rate(step),
        }
    }
}

/// From 1 down to 0 as `share` goes from 0 to 1.
fn half_cosine(share: f64) -> f64 {
    0.5 * (1.0 + libm::cos(PI * share))
}

impl Decay {
    fn times(&self, step: f64) -> f64 {
        let times = step / self.decay_steps;
        if self.staircase { libm::floor(times) } else { times }
    }
}

impl PolynomialDecay {
    fn rate(&self, step: f64) -> f64 {
        let (step, decay_steps) = if self.cycle {
            let times = if step == 0.0 { 1.0 } else { libm::ceil(step / self.decay_steps) };
            (step, self.decay_steps * times)
        } else {
            (step.min(self.decay_steps), self.decay_steps)
        };
        let left = libm::pow(1.0 - step / decay_steps, self.power);
        (self.initial_learning_rate - self.end_learning_rate) * left + self.end_learning_rate
    }
}

impl CosineDecay {
    fn rate(&self, step: f64) -> f64 {
        let decayed = |highest: f64, step: f64| {
            let share = step.min(self.decay_steps) / self.decay_steps;
            highest * ((1.0 - self.alpha) * half_cosine(share) + self.alpha)
        };
        match self.warmup_target {
            None => decayed(self.initial_learning_rate, step),
            Some(target) if step < self.warmup_steps => {
                let share = step / self.warmup_steps;
                self.initial_learning_rate + (target - self.initial_learning_rate) * share
            }
            Some(target) => decayed(target, step - self.warmup_steps),
        }
    }
}

impl CosineDecayRestarts {
    fn rate(&self, step: f64) -> f64 {
        let share = step / self.first_decay_steps;
        let (decay, share) = if self.t_mul == 1.0 {
            let decay = libm::floor(share);
            (decay, share - decay)
        } else {
            let decay = libm::floor(libm::log(1.0 - share * (1.0 - self.t_mul)) / libm::log(self.t_mul));
            let length = libm::pow(self.t_mul, decay);
            (decay, (share - (1.0 - length) / (1.0 - self.t_mul)) / length)
        };
        let height = libm::pow(self.m_mul, decay);
        self.initial_learning_rate * ((1.0 - self.alpha) * height * half_cosine(share) + self.alpha)
    }
}

impl OneCycle {
    fn rate(&self, step: f64) -> f64 {
        let first = self.max_learning_rate / self.initial_divisor;
        let last = first / self.final_divisor;
        let up = self.warmup_fraction * self.total_steps;
        let step = step.min(self.total_steps);
        if step < up {
            return self.max_learning_rate + (first - self.max_learning_rate) * half_cosine(step / up);
        }
        let share = if self.total_steps > up { (step - up) / (self.total_steps - up) } else { 1.0 };
        last + (self.max_learning_rate - last) * half_cosine(share)
    }
}
