use inkgrad_core::TrainingSpec;
use inkgrad_core::optimizers::Optimizer;
use ndarray::Array2;

use super::optimizers::{self, Slots, Step};
use super::parameter::Parameter;
use super::{constraints, schedules};

/// What is kept of each parameter.
struct State {
    slots: Array2<Slots>,
    accumulated: Array2<f64>,
    average: Array2<f64>,
}

/// What becomes of gradients, in Keras's order.
pub struct Updates {
    training: TrainingSpec,
    states: Vec<State>,
    /// Nadam's product of momentums.
    product: f64,
}

impl Updates {
    pub fn new(training: &TrainingSpec, parameters: &[Parameter]) -> Self {
        let state = |parameter: &Parameter| {
            let shape = parameter.value.raw_dim();
            State {
                slots: Array2::from_elem(shape, optimizers::initial(&training.optimizer)),
                accumulated: Array2::zeros(shape),
                average: Array2::zeros(shape),
            }
        };
        Self { training: training.clone(), states: parameters.iter().map(state).collect(), product: 1.0 }
    }

    /// Uses the gradients of the batch after so many.
    pub fn step(&mut self, parameters: &mut [Parameter], gradients: Vec<Array2<f64>>, batches: u64) {
        let together = self.training.update.gradient_accumulation_steps.max(1);
        let steps = batches / together;
        let rate = schedules::rate(optimizers::schedule(&self.training.optimizer), batches as f64);

        for ((state, parameter), gradient) in self.states.iter_mut().zip(parameters.iter()).zip(gradients) {
            state.accumulated += &(gradient + parameter.penalty_gradient());
        }
        if (batches + 1).is_multiple_of(together) {
            self.take(parameters, Step { t: steps as i32 + 1, rate, product: self.product }, together);
        }
        if self.training.update.use_ema {
            self.average(parameters, steps);
        }
        parameters.iter_mut().for_each(constraints::apply);
    }

    /// Moves the weights by the mean of the batches' gradients.
    fn take(&mut self, parameters: &mut [Parameter], step: Step, together: u64) {
        let means = self.states.iter().map(|state| &state.accumulated / together as f64).collect();
        let gradients = self.clipped(means, parameters);
        let TrainingSpec { optimizer, update, .. } = &self.training;
        for ((state, parameter), gradient) in self.states.iter_mut().zip(parameters).zip(gradients) {
            state.accumulated.fill(0.0);
            let decays = update.decay_biases || !parameter.is_vector;
            if let Some(decay) = update.weight_decay.filter(|_| decays && parameter.trainable) {
                parameter.value *= 1.0 - decay * step.rate;
            }
            if parameter.trainable {
                let Parameter { value, is_vector, .. } = parameter;
                optimizers::apply(optimizer, step, value, &gradient, &mut state.slots, *is_vector);
            }
        }
        if let Optimizer::Nadam(nadam) = optimizer {
            self.product *= optimizers::momentum(nadam, step.t);
        }
    }

    fn clipped(&self, mut gradients: Vec<Array2<f64>>, parameters: &[Parameter]) -> Vec<Array2<f64>> {
        let update = &self.training.update;
        let squares = |gradient: &Array2<f64>| gradient.mapv(|g| g * g).sum();
        if let Some(most) = update.clipvalue {
            gradients.iter_mut().for_each(|gradient| gradient.mapv_inplace(|g| g.clamp(-most, most)));
        }
        if let Some(most) = update.clipnorm {
            gradients.iter_mut().for_each(|gradient| *gradient *= most / squares(gradient).sqrt().max(most));
        }
        if let Some(most) = update.global_clipnorm {
            let trainable = gradients.iter().zip(parameters).filter(|(_, parameter)| parameter.trainable);
            let norm = trainable.map(|(gradient, _)| squares(gradient)).sum::<f64>().sqrt();
            gradients.iter_mut().for_each(|gradient| *gradient *= most / norm.max(most));
        }
        gradients
    }

    fn average(&mut self, parameters: &mut [Parameter], steps: u64) {
        let update = &self.training.update;
        let keep = if steps == 0 { 0.0 } else { update.ema_momentum };
        let overwrites = update.ema_overwrite_frequency.is_some_and(|every| (steps + 1) % every as u64 == 0);
        let trainable =
            parameters.iter_mut().zip(&mut self.states).filter(|(parameter, _)| parameter.trainable);
        for (parameter, state) in trainable {
            state.average = &state.average * keep + &parameter.value * (1.0 - keep);
            if overwrites {
                parameter.value.assign(&state.average);
            }
        }
    }

    /// Makes the weights their averages.
    pub fn write_average(&self, parameters: &mut [Parameter]) {
        if !self.training.update.use_ema {
            return;
        }
        for (parameter, state) in parameters.iter_mut().zip(&self.states).filter(|(p, _)| p.trainable) {
            parameter.value.assign(&state.average);
        }
    }
}
