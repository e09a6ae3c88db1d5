use inkgrad_core::constraints::Constraint;
use inkgrad_core::regularizers::Regularizer;
use ndarray::Array2;

use super::regularizers;

/// A matrix, or a vector as a matrix of one row.
#[derive(Clone)]
pub struct Parameter {
    pub value: Array2<f64>,
    pub is_vector: bool,
    pub trainable: bool,
    pub regularizer: Regularizer,
    pub constraint: Constraint,
}

impl Parameter {
    pub fn matrix(rows: usize, columns: usize, regularizer: &Regularizer, constraint: &Constraint) -> Self {
        Self {
            value: Array2::zeros((rows, columns)),
            is_vector: false,
            trainable: true,
            regularizer: regularizer.clone(),
            constraint: constraint.clone(),
        }
    }

    pub fn vector(length: usize, regularizer: &Regularizer, constraint: &Constraint) -> Self {
        Self { is_vector: true, ..Self::matrix(1, length, regularizer, constraint) }
    }

    /// Something that gradients do not move.
    pub fn statistic(length: usize) -> Self {
        Self { trainable: false, ..Self::vector(length, &Regularizer::None, &Constraint::None) }
    }

    pub fn penalty(&self) -> f64 {
        regularizers::penalty(&self.regularizer, &self.value)
    }

    pub fn penalty_gradient(&self) -> Array2<f64> {
        regularizers::gradient(&self.regularizer, &self.value)
    }
}
