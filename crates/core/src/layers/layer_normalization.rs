use super::{Describe, Layer, Op, Owner, Pass, Place, Site, Size};
use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::kernels::block::Block;
use crate::kernels::simd::{F32x4, LANES};
use crate::regularizers::Regularizer;
use crate::spec::packed::record;
use crate::variables::{Placement, VariableSpec};

record! {
    /// Numbers of a row scaled to mean 0 and variance 1, and then by gamma and beta (Ba et al., 2016).
    pub struct LayerNormalization {
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

impl Describe for LayerNormalization {
    fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        let vector = |name, initializer| VariableSpec::vector(name, inputs, initializer);
        let gamma =
            vector("gamma", &self.gamma_initializer).with(&self.gamma_regularizer, &self.gamma_constraint);
        let beta = vector("beta", &self.beta_initializer).with(&self.beta_regularizer, &self.beta_constraint);
        let mut variables = Vec::new();
        variables.extend(self.scale.then_some(gamma));
        variables.extend(self.center.then_some(beta));
        variables
    }

    fn ops(&self, site: Site) -> Vec<Op> {
        vec![Op::Other(Box::new(Normalize {
            placement: site.placement,
            units: site.inputs,
            gamma: self.scale.then_some(0),
            beta: self.center.then_some(usize::from(self.scale)),
            epsilon: self.epsilon,
        }))]
    }
}

/// With the rows of its variables.
struct Normalize {
    placement: Placement,
    units: usize,
    gamma: Option<usize>,
    beta: Option<usize>,
    epsilon: f64,
}

/// Columns of what is kept: a row's mean, and one by its deviation.
const MEAN: usize = 0;
const INVERSE: usize = 1;

impl Normalize {
    fn gamma(&self, place: &Place, column: usize) -> F32x4 {
        self.gamma.map_or(F32x4::splat(1.0), |row| place.weights.get(self.placement, row, column))
    }

    fn beta(&self, place: &Place, column: usize) -> F32x4 {
        self.beta.map_or(F32x4::splat(0.0), |row| place.weights.get(self.placement, row, column))
    }

    /// The sum of a function of a row's vectors, what lies behind its units left out.
    fn sum(&self, vector: impl Fn(usize) -> F32x4) -> f64 {
        let lanes = (0..self.units).step_by(LANES).flat_map(|column| vector(column).to_array());
        lanes.take(self.units).map(f64::from).sum()
    }

    fn kept(place: &Place, row: usize) -> (F32x4, F32x4) {
        let [mean, inverse, ..] = place.kept.get(row, 0).to_array();
        (F32x4::splat(mean), F32x4::splat(inverse))
    }
}

impl Layer for Normalize {
    fn learns(&self) -> bool {
        self.gamma.is_some() || self.beta.is_some()
    }

    fn owner(&self, _: Pass) -> Owner {
        Owner::Rows
    }

    fn keeps(&self) -> Size {
        Size::RowsBy(INVERSE + 1)
    }

    fn forward(&self, place: &Place) {
        let units = self.units as f64;
        for row in place.output.rows.clone() {
            let mean = F32x4::splat((self.sum(|column| place.input.get(row, column)) / units) as f32);
            let distance = |column: usize| place.input.get(row, column) - mean;
            let variance = self.sum(|column| distance(column) * distance(column)) / units;
            let inverse = F32x4::splat((1.0 / libm::sqrt(variance + self.epsilon)) as f32);
            if place.noise.is_some() {
                let mut kept = [0.0; LANES];
                (kept[MEAN], kept[INVERSE]) = (mean.to_array()[0], inverse.to_array()[0]);
                place.kept.set(row, 0, F32x4::from_array(kept));
            }
            for column in (0..self.units).step_by(LANES) {
                let y = distance(column) * inverse * self.gamma(place, column) + self.beta(place, column);
                place.output.set(row, column, y);
            }
        }
    }

    /// With g = gamma * dy: (g - mean of g - x^ * mean of g x^) by the deviation.
    fn backward(&self, place: &Place, delta_input: &Block) {
        let units = self.units as f64;
        for row in delta_input.rows.clone() {
            let (mean, inverse) = Self::kept(place, row);
            let normal = |column: usize| (place.input.get(row, column) - mean) * inverse;
            let scaled = |column: usize| place.delta.get(row, column) * self.gamma(place, column);
            let of_mean = F32x4::splat((self.sum(scaled) / units) as f32);
            let of_normal = F32x4::splat((self.sum(|column| scaled(column) * normal(column)) / units) as f32);
            for column in (0..self.units).step_by(LANES) {
                let delta = (scaled(column) - of_mean - normal(column) * of_normal) * inverse;
                let mut lanes = delta.to_array();
                lanes.iter_mut().skip(self.units - column).for_each(|lane| *lane = 0.0);
                delta_input.set(row, column, F32x4::from_array(lanes));
            }
        }
    }

    fn gradients(&self, place: &Place, put: &mut dyn FnMut(usize, F32x4)) {
        for column in place.delta.columns.clone().step_by(LANES) {
            let (mut of_beta, mut of_gamma) = (F32x4::splat(0.0), F32x4::splat(0.0));
            for row in 0..place.count {
                let (mean, inverse) = Self::kept(place, row);
                let delta = place.delta.get(row, column);
                of_beta = of_beta + delta;
                of_gamma = of_gamma + delta * (place.input.get(row, column) - mean) * inverse;
            }
            for (row, gradient) in [(self.gamma, of_gamma), (self.beta, of_beta)] {
                if let Some(row) = row {
                    put(self.placement.place(row, column), gradient);
                }
            }
        }
    }
}
