//! The engine against the twin: every optimizer, schedule and constraint, and what is done around a rule.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{BatchNormalization, Dense, LayerNormalization, LayerSpec, Prelu};
use inkgrad_core::losses::Loss;
use inkgrad_core::optimizers::{Adam, Optimizer, Update};
use inkgrad_core::regularizers::Regularizer;
use inkgrad_core::schedules::Schedule;
use support::reference::Batch;
use support::*;

const TOLERANCE: f64 = 2e-5;

fn layers() -> Vec<LayerSpec> {
    stack(&[(9, Activation::Tanh), (5, Activation::Sigmoid), (3, Activation::Softmax)])
}

fn model(optimizer: Optimizer, update: Update) -> Model {
    let mut model = Model::new(13, layers(), optimizer, CROSSENTROPY);
    model.training.update = update;
    model
}

fn check(model: Model) -> Vec<String> {
    // 22 rows in batches of 8: 3 steps an epoch, the last one of 6 rows.
    differences(&model, &data(&model, 22, 0.5, 1), 8, 4, TOLERANCE)
}

#[test]
fn every_optimizer_follows_the_twin() {
    assert_none(
        every::optimizers().into_iter().flat_map(|optimizer| check(model(optimizer, Update::default()))),
    );
}

/// Blocks of rows and panels of columns, neither of them full.
#[test]
fn adafactor_adds_up_all_pieces_of_a_variable() {
    let layers = stack(&[(70, Activation::Tanh), (20, Activation::Sigmoid), (3, Activation::Softmax)]);
    let adafactors = every::optimizers().into_iter().filter(|it| matches!(it, Optimizer::Adafactor(_)));
    let differences = adafactors.flat_map(|optimizer| {
        let model = Model::new(150, layers.clone(), optimizer, CROSSENTROPY);
        differences(&model, &data(&model, 22, 0.9, 1), 8, 4, TOLERANCE)
    });
    assert_none(differences);
}

fn updates() -> Vec<Update> {
    let plain = Update::default;
    vec![
        Update { clipnorm: Some(0.05), ..plain() },
        Update { clipvalue: Some(0.01), ..plain() },
        Update { global_clipnorm: Some(0.05), ..plain() },
        // Limits that nothing reaches.
        Update { clipnorm: Some(1e3), ..plain() },
        Update { global_clipnorm: Some(1e3), ..plain() },
        Update { weight_decay: Some(0.3), ..plain() },
        Update { weight_decay: Some(0.3), decay_biases: false, ..plain() },
        Update { use_ema: true, ema_momentum: 0.7, ..plain() },
        Update { use_ema: true, ema_momentum: 0.7, ema_overwrite_frequency: Some(3.0), ..plain() },
        Update { gradient_accumulation_steps: 2, ..plain() },
        Update { gradient_accumulation_steps: 5, ..plain() },
        Update {
            clipnorm: Some(0.1),
            weight_decay: Some(0.1),
            use_ema: true,
            ema_momentum: 0.6,
            ema_overwrite_frequency: Some(2.0),
            gradient_accumulation_steps: 3,
            ..plain()
        },
    ]
}

#[test]
fn every_update_of_every_optimizer_follows_the_twin() {
    let cases = updates()
        .into_iter()
        .flat_map(|update| every::optimizers().into_iter().map(move |o| (o, update.clone())));
    assert_none(cases.flat_map(|(optimizer, update)| check(model(optimizer, update))));
}

#[test]
fn averages_are_written_at_the_end() {
    for update in updates() {
        let model = model(every::sgd(0.3), update);
        let (x, t) = data(&model, 22, 0.5, 1);
        let (mut network, mut twin) = (model.network(), model.twin());
        // Without a step there is no average.
        network.end_training().unwrap();
        assert!(distance(&network.weights(), &twin.weights()) < 1e-7);
        train(&mut network, &dataset(&x, &t, inkgrad_core::Storage::Sparse), 8, 3, 2);
        train_twin(&mut twin, &Batch::new(&x, &t), 8, 3);
        // In pieces, as callers may who have other things to do; again it changes nothing.
        let pieces = (0..).step_by(16).take_while(|first| network.write_average(*first, 16).unwrap()).count();
        assert_eq!(pieces, if model.training.update.use_ema { (network.parameters() - 1) / 16 } else { 0 });
        let written = network.weights();
        network.end_training().unwrap();
        assert_eq!(network.weights(), written);
        twin.end_training();
        assert!(distance(&written, &twin.weights()) < TOLERANCE, "{:?}", model.training.update);
    }
}

fn with_schedule(schedule: Schedule) -> Optimizer {
    Optimizer::Adam(Adam { learning_rate: schedule, ..Adam::default() })
}

#[test]
fn every_schedule_follows_the_twin() {
    let together = Update { gradient_accumulation_steps: 2, weight_decay: Some(0.1), ..Update::default() };
    let cases = [Update::default(), together].into_iter().flat_map(|update| {
        every::schedules().into_iter().map(move |schedule| model(with_schedule(schedule), update.clone()))
    });
    assert_none(cases.flat_map(check));
}

#[test]
fn every_constraint_and_regularizer_of_every_variable_follows_the_twin() {
    let cases = every::regularizers()
        .into_iter()
        .flat_map(|penalty| every::constraints().into_iter().map(move |it| (penalty.clone(), it)));
    assert_none(cases.flat_map(|(penalty, constraint)| {
        // Vectors have no rows or columns that could be orthogonal.
        let is_of_matrices = matches!(penalty, Regularizer::Orthogonal(_));
        let of_vectors = if is_of_matrices { Regularizer::None } else { penalty.clone() };
        let dense = Dense {
            kernel_regularizer: penalty,
            bias_regularizer: of_vectors.clone(),
            kernel_constraint: constraint.clone(),
            bias_constraint: constraint.clone(),
            ..every::dense(21, Activation::Tanh)
        };
        let layers = vec![
            LayerSpec::Dense(dense.clone()),
            LayerSpec::BatchNormalization(BatchNormalization {
                gamma_regularizer: of_vectors.clone(),
                beta_regularizer: of_vectors.clone(),
                gamma_constraint: constraint.clone(),
                beta_constraint: constraint.clone(),
                ..every::batch_normalization()
            }),
            LayerSpec::Dense(Dense { units: 17, ..dense.clone() }),
            LayerSpec::LayerNormalization(LayerNormalization {
                gamma_regularizer: of_vectors.clone(),
                beta_regularizer: of_vectors.clone(),
                gamma_constraint: constraint.clone(),
                beta_constraint: constraint.clone(),
                ..every::layer_normalization()
            }),
            LayerSpec::Prelu(Prelu {
                alpha_regularizer: of_vectors.clone(),
                alpha_constraint: constraint,
                ..every::prelu()
            }),
            LayerSpec::Dense(Dense { units: 2, activation: Activation::Linear, ..dense }),
        ];
        check(Model::new(13, layers, every::sgd(0.02), Loss::MeanSquaredError))
    }));
}

/// A rate that is set stays, whatever the schedule says.
#[test]
fn a_rate_that_is_set_takes_the_place_of_a_schedule() {
    let optimizer = |schedule| model(with_schedule(schedule), Update::default());
    let mut network = optimizer(every::schedules()[1].clone()).network();
    assert_eq!(network.learning_rate(), Some(0.1));
    network.set_learning_rate(0.02).unwrap();
    let mut other = optimizer(every::constant(0.02)).network();
    let (x, t) = data(&model(every::sgd(0.1), Update::default()), 22, 0.5, 1);
    let data = dataset(&x, &t, inkgrad_core::Storage::Dense);
    train(&mut network, &data, 8, 2, 1);
    train(&mut other, &data, 8, 2, 1);
    assert_eq!(bits(&network.weights()), bits(&other.weights()));
    assert_eq!(network.learning_rate(), Some(0.02));
}

/// Weights of rows count in the loss, and are not divided by their sum.
#[test]
fn weights_of_rows_follow_the_twin() {
    for (seed, (loss, last, units)) in (0..).zip(every::losses()) {
        let layers = stack(&[(7, Activation::Tanh), (units, last)]);
        let model = Model::new(13, layers, every::sgd(1e-3), loss);
        let (x, t) = data(&model, 22, 0.5, seed);
        let weights: Vec<f32> = (0..22).map(|row| (row % 4) as f32 * 0.7).collect();
        let mut twin = model.twin();
        let batch = Batch::weighted(&x, &t, &weights);
        let expected = train_twin(&mut twin, &batch, 8, 3);
        for storage in STORAGES {
            let mut data = dataset(&x, &t, storage);
            data.set_weights(weights.clone()).unwrap();
            let mut network = model.network();
            let losses = train(&mut network, &data, 8, 3, 2);
            let is_close = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-5 * b.abs().max(0.1);
            assert!(losses.iter().zip(&expected).all(is_close), "{losses:?} not {expected:?}: {model:?}");
            assert!(distance(&network.weights(), &twin.weights()) < TOLERANCE, "{model:?}");
            let mut evaluation = inkgrad_core::Evaluation::new(&network).unwrap();
            evaluation.add(&network, &data, 0..22, &inkgrad_core::Team::single()).unwrap();
            let exact = twin.evaluate(&batch);
            assert!(is_close((&evaluation.loss(&network).unwrap(), &exact)), "{model:?}");
        }
    }
}
