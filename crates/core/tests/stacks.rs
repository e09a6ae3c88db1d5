//! The engine against the twin: stacks of layers of any kind, shape and order.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{ActivationLayer, Dense, Dropout, LayerSpec, Rescaling};
use inkgrad_core::losses::Loss;
use inkgrad_core::optimizers::Update;
use support::*;

const LOSS: Loss = Loss::MeanSquaredError;
const TOLERANCE: f64 = 5e-6;

fn model(layers: Vec<LayerSpec>) -> Model {
    Model::new(13, layers, every::sgd(0.01), LOSS)
}

fn last() -> LayerSpec {
    LayerSpec::Dense(every::dense(3, Activation::Linear))
}

fn first(units: usize) -> LayerSpec {
    LayerSpec::Dense(every::dense(units, Activation::Tanh))
}

#[test]
fn every_layer_follows_the_twin_in_every_place() {
    assert_none(every::layers().into_iter().zip(0..).flat_map(|(layer, seed)| {
        let places = [
            vec![layer.clone(), first(6), last()],
            vec![first(6), layer.clone(), last()],
            vec![first(6), layer.clone(), first(21), layer.clone(), last()],
            vec![first(19), last(), layer.clone()],
        ];
        places.into_iter().flat_map(move |layers| {
            let model = model(layers);
            differences(&model, &data(&model, 22, 0.5, seed), 8, 3, TOLERANCE)
        })
    }));
}

#[test]
fn every_pair_of_layers_follows_the_twin() {
    // Of activations one of each sort: of rows, told from what comes out, told from what goes in, not zero at zero.
    let [softmax, relu, mish, softplus] =
        [Activation::Softmax, Activation::Relu, Activation::Mish, Activation::Softplus]
            .map(|activation| LayerSpec::Activation(ActivationLayer { activation }));
    let mut layers = every::layers();
    layers.retain(|layer| !matches!(layer, LayerSpec::Activation(_)));
    layers.extend([softmax, relu, mish, softplus]);
    assert_none(layers.iter().zip(0..).flat_map(|(one, seed)| {
        layers.iter().flat_map(move |other| {
            let model = model(vec![first(6), one.clone(), other.clone(), last()]);
            differences(&model, &data(&model, 9, 0.5, seed), 5, 2, TOLERANCE)
        })
    }));
}

#[test]
fn a_first_layer_that_is_not_dense_follows_the_twin() {
    let rescaling = LayerSpec::Rescaling(Rescaling { scale: 2.0, offset: 0.5 });
    let dropout = LayerSpec::Dropout(Dropout { rate: 0.4 });
    let batch_normalization = LayerSpec::BatchNormalization(every::batch_normalization());
    let activation = LayerSpec::Activation(ActivationLayer { activation: Activation::Softplus });
    let heads = [
        vec![rescaling.clone(), dropout.clone(), batch_normalization.clone()],
        vec![dropout, rescaling, activation.clone()],
        vec![activation, batch_normalization.clone(), batch_normalization],
    ];
    assert_none(heads.into_iter().zip(0..).flat_map(|(head, seed)| {
        let model = model([head, vec![first(18), last()]].concat());
        differences(&model, &data(&model, 22, 0.6, seed), 8, 3, TOLERANCE)
    }));
}

#[test]
fn odd_sizes_follow_the_twin() {
    let sizes = [(1, 1, 1), (1, 5, 1), (2, 3, 7), (5, 16, 4), (17, 33, 5), (64, 15, 16)];
    // Rows and rows of a batch: one, a part of a last batch, more than there are.
    let batches = [(1, 1), (3, 1), (10, 3), (17, 16), (5, 64)];
    assert_none(sizes.into_iter().flat_map(|(inputs, units, outputs)| {
        batches.into_iter().flat_map(move |(count, batch)| {
            let layers = stack(&[(units, Activation::Sigmoid), (outputs, Activation::Linear)]);
            let model = Model::new(inputs, layers, every::sgd(0.02), LOSS);
            differences(&model, &data(&model, count, 0.3, inputs as u32), batch, 2, TOLERANCE)
        })
    }));
}

#[test]
fn one_layer_and_eight_follow_the_twin() {
    let deep: Vec<_> =
        (0..7).map(|i| (9 + 5 * i, Activation::Tanh)).chain([(3, Activation::Linear)]).collect();
    let stacks = [stack(&[(3, Activation::Linear)]), stack(&deep)];
    assert_none(stacks.into_iter().flat_map(|layers| {
        let model = Model::new(13, layers, every::sgd(0.05), LOSS);
        differences(&model, &data(&model, 30, 0.5, 3), 8, 4, TOLERANCE)
    }));
}

/// Norms of gradients, penalties and constraints are of what the network has, and not of what lies behind it in memory.
#[test]
fn what_lies_behind_the_units_does_not_count() {
    let update = Update { global_clipnorm: Some(0.05), ..Update::default() };
    let penalty = every::regularizers()[1].clone();
    assert_none(every::activations().into_iter().flat_map(|activation| {
        let hidden = Dense {
            kernel_regularizer: penalty.clone(),
            activity_regularizer: penalty.clone(),
            kernel_constraint: every::constraints()[1].clone(),
            bias_constraint: every::constraints()[1].clone(),
            ..every::dense(5, activation)
        };
        let normalization = LayerSpec::BatchNormalization(every::batch_normalization());
        let mut model =
            model(vec![LayerSpec::Dense(hidden.clone()), normalization, LayerSpec::Dense(hidden)]);
        model.training.update = update.clone();
        differences(&model, &data(&model, 22, 0.5, 1), 8, 4, TOLERANCE)
    }));
}

/// Inputs that are zero in all rows still lose what their weights cost.
#[test]
fn weights_of_inputs_that_are_never_seen_follow_the_twin() {
    let plain = Update::default;
    let updates = [
        plain(),
        Update { weight_decay: Some(0.1), ..plain() },
        Update { use_ema: true, ema_momentum: 0.5, ema_overwrite_frequency: Some(2.0), ..plain() },
        Update { gradient_accumulation_steps: 2, ..plain() },
        Update { clipnorm: Some(0.1), ..plain() },
    ];
    let cases = updates.into_iter().flat_map(|update| {
        every::regularizers().into_iter().take(2).flat_map(move |regularizer| {
            let update = update.clone();
            every::constraints()
                .into_iter()
                .map(move |constraint| (update.clone(), regularizer.clone(), constraint))
        })
    });
    assert_none(cases.flat_map(|(update, kernel_regularizer, kernel_constraint)| {
        let hidden = Dense { kernel_regularizer, kernel_constraint, ..every::dense(6, Activation::Tanh) };
        let mut model = model(vec![LayerSpec::Dense(hidden), last()]);
        model.training.update = update;
        let (mut x, t) = data(&model, 22, 0.3, 1);
        x.columns_mut().into_iter().step_by(3).for_each(|mut column| column.fill(0.0));
        differences(&model, &(x, t), 8, 3, TOLERANCE)
    }));
}
