//! Layers as blocks that do one thing each.

mod activation;
mod batch_normalization;
mod dense;
mod dropout;
mod gaussian;
mod layer_normalization;
mod noise;
mod normalization;
mod penalty;
mod prelu;
mod rescaling;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::LayerSpec;
use ndarray::Array2;

pub use noise::Noise;

use super::parameter::Parameter;

/// What a block does to rows.
pub trait Layer {
    fn outputs(&self, inputs: usize) -> usize {
        inputs
    }

    fn parameters(&self, _inputs: usize) -> Vec<Parameter> {
        vec![]
    }

    /// The rows that come out; with noise in training.
    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], noise: Option<Noise>) -> Array2<f64>;

    /// The derivatives of the loss by the rows that went in, and by each parameter.
    fn backward(
        &self,
        x: &Array2<f64>,
        parameters: &[Parameter],
        noise: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>);

    /// Lets statistics follow the rows of a batch.
    fn follow(&self, _x: &Array2<f64>, _parameters: &mut [Parameter]) {}

    /// What the numbers that come out cost, for all rows together.
    fn penalty(&self, _y: &Array2<f64>) -> f64 {
        0.0
    }

    /// It does nothing but cost.
    fn is_penalty(&self) -> bool {
        false
    }

    /// The activation, if the block is one.
    fn activation(&self) -> Option<&Activation> {
        None
    }
}

/// The blocks that a layer consists of.
pub fn blocks(spec: &LayerSpec) -> Vec<Box<dyn Layer>> {
    match spec.clone() {
        LayerSpec::Dense(dense) => {
            let activation = activation::Activate(dense.activation.clone());
            let penalty = penalty::Penalty(dense.activity_regularizer.clone());
            vec![Box::new(dense::Product(dense)), Box::new(activation), Box::new(penalty)]
        }
        LayerSpec::Activation(layer) => vec![Box::new(activation::Activate(layer.activation))],
        LayerSpec::Dropout(layer) => vec![Box::new(layer)],
        LayerSpec::BatchNormalization(layer) => vec![Box::new(layer)],
        LayerSpec::LayerNormalization(layer) => vec![Box::new(layer)],
        LayerSpec::GaussianNoise(layer) => vec![Box::new(layer)],
        LayerSpec::GaussianDropout(layer) => vec![Box::new(layer)],
        LayerSpec::Rescaling(layer) => vec![Box::new(layer)],
        LayerSpec::Normalization(layer) => vec![Box::new(layer)],
        LayerSpec::Prelu(layer) => vec![Box::new(layer)],
    }
}

/// The sum of each column, as a matrix of one row.
fn sum_rows(x: &Array2<f64>) -> Array2<f64> {
    x.sum_axis(ndarray::Axis(0)).insert_axis(ndarray::Axis(0))
}

/// The mean of each row, as a matrix of one column.
fn mean_columns(x: &Array2<f64>) -> Array2<f64> {
    x.sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1)) / x.ncols() as f64
}
