use super::{Describe, Layer, Op, Owner, Pass, Place, Site, Size};
use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::kernels::block::Block;
use crate::kernels::simd::{F32x4, LANES};
use crate::regularizers::Regularizer;
use crate::spec::packed::record;
use crate::variables::{Placement, VariableSpec};

record! {
    /// Numbers of a batch scaled to mean 0 and variance 1, and then by gamma and beta (Ioffe and Szegedy, 2015).
    pub struct BatchNormalization {
        /// How much of the moving statistics stays at each step.
        pub momentum: f64,
        /// Added to variances.
        pub epsilon: f64,
        /// There is a beta.
        pub center: bool,
        /// There is a gamma.
        pub scale: bool,
        /// What beta is at first.
        pub beta_initializer: Initializer,
        /// What gamma is at first.
        pub gamma_initializer: Initializer,
        /// What the moving mean is at first.
        pub moving_mean_initializer: Initializer,
        /// What the moving variance is at first.
        pub moving_variance_initializer: Initializer,
        /// What beta's size costs.
        pub beta_regularizer: Regularizer,
        /// What gamma's size costs.
        pub gamma_regularizer: Regularizer,
        /// What beta must be like.
        pub beta_constraint: Constraint,
        /// What gamma must be like.
        pub gamma_constraint: Constraint,
    }
}

impl Describe for BatchNormalization {
    fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        let vector = |name, initializer| VariableSpec::vector(name, inputs, initializer);
        let gamma =
            vector("gamma", &self.gamma_initializer).with(&self.gamma_regularizer, &self.gamma_constraint);
        let beta = vector("beta", &self.beta_initializer).with(&self.beta_regularizer, &self.beta_constraint);
        let mut variables = Vec::new();
        variables.extend(self.scale.then_some(gamma));
        variables.extend(self.center.then_some(beta));
        variables.push(vector("moving_mean", &self.moving_mean_initializer).frozen());
        variables.push(vector("moving_variance", &self.moving_variance_initializer).frozen());
        variables
    }

    fn ops(&self, site: Site) -> Vec<Op> {
        let beta = usize::from(self.scale);
        let mean = beta + usize::from(self.center);
        vec![Op::Other(Box::new(Normalize {
            placement: site.placement,
            units: site.inputs,
            gamma: self.scale.then_some(0),
            beta: self.center.then_some(beta),
            mean,
            variance: mean + 1,
            momentum: F32x4::splat(self.momentum as f32),
            rest: F32x4::splat((1.0 - self.momentum) as f32),
            epsilon: F32x4::splat(self.epsilon as f32),
        }))]
    }
}

/// With the rows of its variables.
struct Normalize {
    placement: Placement,
    units: usize,
    gamma: Option<usize>,
    beta: Option<usize>,
    mean: usize,
    variance: usize,
    momentum: F32x4,
    rest: F32x4,
    epsilon: F32x4,
}

/// Rows of what is kept: the batch's mean, one by its deviation, and the gradients of beta and gamma.
const MEAN: usize = 0;
const INVERSE: usize = 1;
const OF_BETA: usize = 2;
const OF_GAMMA: usize = 3;
const KEPT: usize = 4;

impl Normalize {
    fn gamma(&self, place: &Place, column: usize) -> F32x4 {
        self.gamma.map_or(F32x4::splat(1.0), |row| place.weights.get(self.placement, row, column))
    }

    fn beta(&self, place: &Place, column: usize) -> F32x4 {
        self.beta.map_or(F32x4::splat(0.0), |row| place.weights.get(self.placement, row, column))
    }

    /// One by the deviation; behind the units, where all is the same number, nothing is divided by its zero.
    fn inverse(&self, variance: F32x4, column: usize) -> F32x4 {
        let mut lanes = (variance + self.epsilon).to_array();
        lanes.iter_mut().skip(self.units - column).for_each(|lane| *lane = 1.0);
        F32x4::splat(1.0) / F32x4::from_array(lanes).sqrt()
    }

    /// Moves a moving statistic towards the batch's.
    fn follow(&self, place: &Place, row: usize, column: usize, of_batch: F32x4) {
        let moving = place.weights.get(self.placement, row, column);
        place.weights.set(self.placement, row, column, moving * self.momentum + of_batch * self.rest);
    }

    /// Mean and variance of a batch's vector of columns.
    fn moments(place: &Place, column: usize) -> (F32x4, F32x4) {
        let (zero, count) = (F32x4::splat(0.0), F32x4::splat(place.count as f32));
        let sum = |term: &dyn Fn(F32x4) -> F32x4| {
            (0..place.count).fold(zero, |sum, row| sum + term(place.input.get(row, column)))
        };
        let mean = sum(&|x| x) / count;
        let variance = sum(&|x| (x - mean) * (x - mean)) / count;
        (mean, variance)
    }
}

impl Layer for Normalize {
    fn learns(&self) -> bool {
        self.gamma.is_some() || self.beta.is_some()
    }

    /// A member has all rows of its columns, so that no sum goes over members.
    fn owner(&self, _: Pass) -> Owner {
        Owner::Panels
    }

    fn keeps(&self) -> Size {
        Size::ByColumns(KEPT)
    }

    fn forward(&self, place: &Place) {
        for column in place.output.columns.clone().step_by(LANES) {
            let (mean, inverse) = if place.noise.is_some() {
                let (mean, variance) = Self::moments(place, column);
                self.follow(place, self.mean, column, mean);
                self.follow(place, self.variance, column, variance);
                let inverse = self.inverse(variance, column);
                place.kept.set(MEAN, column, mean);
                place.kept.set(INVERSE, column, inverse);
                (mean, inverse)
            } else {
                let variance = place.weights.get(self.placement, self.variance, column);
                (place.weights.get(self.placement, self.mean, column), self.inverse(variance, column))
            };
            let (gamma, beta) = (self.gamma(place, column), self.beta(place, column));
            for row in place.output.rows.clone() {
                let normal = (place.input.get(row, column) - mean) * inverse;
                place.output.set(row, column, normal * gamma + beta);
            }
        }
    }

    /// From n dy - sum of dy - x^ * sum of dy x^, times gamma / (n * deviation).
    fn backward(&self, place: &Place, delta_input: &Block) {
        let zero = F32x4::splat(0.0);
        let count = F32x4::splat(place.count as f32);
        for column in delta_input.columns.clone().step_by(LANES) {
            let (mean, inverse) = (place.kept.get(MEAN, column), place.kept.get(INVERSE, column));
            let normal = |row| (place.input.get(row, column) - mean) * inverse;
            let (mut of_beta, mut of_gamma) = (zero, zero);
            for row in 0..place.count {
                let delta = place.delta.get(row, column);
                of_beta = of_beta + delta;
                of_gamma = of_gamma + delta * normal(row);
            }
            place.kept.set(OF_BETA, column, of_beta);
            place.kept.set(OF_GAMMA, column, of_gamma);
            let factor = self.gamma(place, column) * inverse / count;
            for row in 0..place.count {
                let delta = place.delta.get(row, column);
                delta_input.set(row, column, (delta * count - of_beta - normal(row) * of_gamma) * factor);
            }
        }
    }

    fn gradients(&self, place: &Place, put: &mut dyn FnMut(usize, F32x4)) {
        for column in place.delta.columns.clone().step_by(LANES) {
            for (row, kept) in [(self.gamma, OF_GAMMA), (self.beta, OF_BETA)] {
                if let Some(row) = row {
                    put(self.placement.place(row, column), place.kept.get(kept, column));
                }
            }
        }
    }
}
