use std::f64::consts::PI;

use inkgrad_core::schedules::{
    Constant, CosineDecay, CosineDecayRestarts, Decay, OneCycle, PiecewiseConstantDecay, PolynomialDecay,
    Schedule,
};

/// The learning rate after so many steps.
pub fn rate(schedule: &Schedule, step: f64) -> f64 {
    match schedule {
        Schedule::Constant(Constant { value }) => *value,
        Schedule::ExponentialDecay(decay) => {
            decay.initial_learning_rate * decay.decay_rate.powf(times(decay, step))
        }
        Schedule::InverseTimeDecay(decay) => {
            decay.initial_learning_rate / (1.0 + decay.decay_rate * times(decay, step))
        }
        Schedule::PiecewiseConstantDecay(PiecewiseConstantDecay { boundaries, values }) => {
            values[boundaries.iter().filter(|boundary| step > **boundary).count()]
        }
        Schedule::PolynomialDecay(decay) => {
            let PolynomialDecay { initial_learning_rate, decay_steps, end_learning_rate, power, cycle } =
                decay;
            let cycles = if *cycle { (step / decay_steps).ceil().max(1.0) } else { 1.0 };
            let left = 1.0 - (step / (decay_steps * cycles)).min(1.0);
            (initial_learning_rate - end_learning_rate) * left.powf(*power) + end_learning_rate
        }
        Schedule::CosineDecay(decay) => {
            let CosineDecay { initial_learning_rate, decay_steps, alpha, warmup_target, warmup_steps } =
                decay;
            let down = |from: f64, step: f64| {
                let cosine = (1.0 + (PI * (step / decay_steps).min(1.0)).cos()) / 2.0;
                from * ((1.0 - alpha) * cosine + alpha)
            };
            match warmup_target {
                Some(target) if step < *warmup_steps => {
                    initial_learning_rate + (target - initial_learning_rate) * step / warmup_steps
                }
                Some(target) => down(*target, step - warmup_steps),
                None => down(*initial_learning_rate, step),
            }
        }
        Schedule::CosineDecayRestarts(decay) => {
            let CosineDecayRestarts { initial_learning_rate, first_decay_steps, t_mul, m_mul, alpha } = decay;
            let (mut left, mut length, mut height) = (step, *first_decay_steps, 1.0);
            while left >= length {
                left -= length;
                length *= t_mul;
                height *= m_mul;
            }
            let cosine = height * (1.0 + (PI * left / length).cos()) / 2.0;
            initial_learning_rate * ((1.0 - alpha) * cosine + alpha)
        }
        Schedule::OneCycle(cycle) => {
            let OneCycle { max_learning_rate, total_steps, warmup_fraction, initial_divisor, final_divisor } =
                cycle;
            let first = max_learning_rate / initial_divisor;
            let up = total_steps * warmup_fraction;
            // Half a cosine from one rate to another.
            let between =
                |from: f64, to: f64, share: f64| to + (from - to) * (1.0 + (PI * share).cos()) / 2.0;
            if step < up {
                return between(first, *max_learning_rate, step / up);
            }
            between(*max_learning_rate, first / final_divisor, ((step - up) / (total_steps - up)).min(1.0))
        }
    }
}

fn times(decay: &Decay, step: f64) -> f64 {
    let times = step / decay.decay_steps;
    if decay.staircase { times.floor() } else { times }
}
