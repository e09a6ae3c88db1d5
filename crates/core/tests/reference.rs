//! The twin against finite differences.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{Dense, LayerSpec};
use inkgrad_core::losses::Loss;
use support::every;
use support::reference::Batch;
use support::{Model, rows, stack, targets};

/// Asserts that derivatives are what small shifts say, as shares of the largest.
fn assert_gradients(model: &Model, seed: u32) {
    let mut twin = model.twin();
    let (x, t) = (rows(7, model.inputs, 0.2, seed), targets(&model.training.loss, 7, model.units(), seed));
    let weights: Vec<f32> = (1..8).map(|weight| weight as f32 / 4.0).collect();
    let batch = Batch::weighted(&x, &t, &weights);
    let (gradients, trainable) = (twin.gradients(&batch), twin.trainable());
    let largest = gradients.iter().fold(0.0f64, |a, b| a.max(b.abs()));
    let step = 1e-6;
    for (index, gradient) in gradients.iter().enumerate().filter(|(index, _)| trainable[*index]) {
        let mut loss_at = |shift: f64| {
            *twin.weight_mut(index) += shift;
            let loss = twin.loss(&batch);
            *twin.weight_mut(index) -= shift;
            loss
        };
        let difference = (loss_at(step) - loss_at(-step)) / (2.0 * step);
        let error = (difference - gradient).abs() / largest;
        assert!(error < 1e-6, "weight {index}: {gradient} against {difference} in {model:#?}");
    }
}

#[test]
fn gradients_of_every_layer_are_those_of_finite_differences() {
    for (seed, layer) in every::layers().into_iter().enumerate() {
        let [first, last] = [(6, Activation::Tanh), (3, Activation::Linear)].map(|layer| stack(&[layer]));
        let layers = [first, vec![layer], last].concat();
        assert_gradients(&Model::new(5, layers, every::sgd(0.1), Loss::MeanSquaredError), seed as u32);
    }
}

#[test]
fn gradients_of_every_loss_are_those_of_finite_differences() {
    for (seed, (loss, last, units)) in every::losses().into_iter().enumerate() {
        let layers = stack(&[(6, Activation::Tanh), (units, last)]);
        assert_gradients(&Model::new(5, layers, every::sgd(0.1), loss), seed as u32);
    }
}

#[test]
fn gradients_of_every_regularizer_are_those_of_finite_differences() {
    for (seed, penalty) in every::regularizers().into_iter().enumerate() {
        let first = Dense { kernel_regularizer: penalty, ..every::dense(6, Activation::Tanh) };
        let layers = [vec![LayerSpec::Dense(first)], stack(&[(3, Activation::Linear)])].concat();
        assert_gradients(&Model::new(5, layers, every::sgd(0.1), Loss::MeanSquaredError), seed as u32);
    }
}
