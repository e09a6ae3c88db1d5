//! The same bits, however the work is shared out: for any number of threads, either storage and calls of any length.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::metrics::Metric;
use inkgrad_core::optimizers::Update;
use inkgrad_core::{Dataset, Evaluation, Storage, Team, Trainer};
use proptest::prelude::*;
use support::everything::{everything, heads};
use support::reference::Batch;
use support::*;

/// All that training leaves behind.
type Outcome = (Vec<u32>, Vec<f64>, Vec<f64>);

/// Trains for three epochs in calls of so many steps, perhaps with a look at the model in between.
fn outcome(model: &Model, data: &Dataset, batch: usize, team: &Team, steps: usize, looks: bool) -> Outcome {
    let mut network = model.network();
    let rows = data.rows();
    let mut trainer = Trainer::new(&mut network, data, 0..rows, batch, team).unwrap();
    let (mut losses, mut metrics) = (Vec::new(), Vec::new());
    for epoch in 0..3 {
        trainer.begin_epoch(&network, epoch, true);
        loop {
            let progress = trainer.train(&mut network, data, team, steps).unwrap();
            if looks {
                let mut evaluation = Evaluation::new(&network).unwrap();
                evaluation.add(&network, data, 0..rows, team).unwrap();
                network.set_weights(&network.weights()).unwrap();
            }
            if progress.samples == rows {
                losses.push(progress.loss);
                metrics.extend(progress.metrics);
                break;
            }
        }
        if looks {
            // Whatever an epoch begins with is the network's, and not the trainer's.
            trainer = Trainer::new(&mut network, data, 0..rows, batch, team).unwrap();
        }
    }
    (bits(&network.weights()), losses, metrics)
}

/// A team that does a step of the model in so many pieces, or some more; there may be 20 stages.
fn in_pieces(model: &Model, data: &Dataset, batch: usize, threads: usize, pieces: usize) -> Team {
    let pieces_of =
        |team: &Team| Trainer::new(&mut model.network(), data, 0..data.rows(), batch, team).unwrap().pieces();
    let team = |products| Team::new(threads).unwrap().with_turns(products);
    let all = pieces_of(&team(1.0)); // a product a piece
    let team = team(all as f64 / pieces as f64);
    assert!(pieces_of(&team) >= pieces && pieces_of(&Team::new(threads).unwrap()) == 1);
    team
}

/// Asserts that there is one outcome.
fn assert_one_outcome(model: &Model, count: usize, batch: usize, zeros: f32) {
    let (x, t) = data(model, count, zeros, 7);
    let mut expected = None;
    for storage in STORAGES {
        let data = dataset(&x, &t, storage);
        let whole = [1, 2, 3, 4, 7].map(|threads| (threads, usize::MAX, false));
        for (threads, steps, looks) in whole.into_iter().chain([(2, 1, true), (3, 2, false), (1, 3, true)]) {
            let outcome = outcome(model, &data, batch, &Team::new(threads).unwrap(), steps, looks);
            let expected = expected.get_or_insert_with(|| outcome.clone());
            assert_eq!(
                &outcome, expected,
                "{storage:?}, {threads} threads, calls of {steps} steps: {model:#?}"
            );
        }
        // Steps in pieces: few, and more of a stage than there are panels and blocks of rows.
        let few_and_many = match storage {
            Storage::Sparse => [(1, 400), (2, 60)],
            Storage::Dense => [(1, 60), (3, 60)],
        };
        for (threads, pieces) in few_and_many {
            let team = in_pieces(model, &data, batch, threads, pieces);
            let outcome = outcome(model, &data, batch, &team, usize::MAX, threads == 3);
            assert_eq!(
                Some(&outcome),
                expected.as_ref(),
                "{storage:?}, {threads} threads, {pieces} pieces: {model:#?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Any stack, any batch: the twin's numbers, and the same bits for either storage and any team.
    #[test]
    fn any_plain_stack_gives_the_twins_numbers_and_one_set_of_bits(
        inputs in 1usize..70,
        hidden in prop::collection::vec((1usize..50, 0usize..4), 0..3),
        units in 2usize..20,
        count in 1usize..50,
        batch in 1usize..40,
        zeros in prop::sample::select(vec![0.0f32, 0.5, 0.9, 1.0]),
        seed in 0u32..1000,
    ) {
        let activations = [Activation::Linear, Activation::Relu, Activation::Sigmoid, Activation::Tanh];
        let mut layers: Vec<_> = hidden.into_iter().map(|(units, i)| (units, activations[i].clone())).collect();
        layers.push((units, Activation::Softmax));
        let model = Model::plain(inputs, &layers, CROSSENTROPY);
        let (x, t) = data(&model, count, zeros, seed);
        let mut twin = model.twin();
        train_twin(&mut twin, &Batch::new(&x, &t), batch, 2);
        let mut outcomes = Vec::new();
        for (storage, threads) in STORAGES.into_iter().flat_map(|s| [1, 2, 3, 4, 7].map(|threads| (s, threads))) {
            let mut network = model.network();
            train(&mut network, &dataset(&x, &t, storage), batch, 2, threads);
            // Adam turns a gradient that is zero but for rounding into a step of up to the learning rate.
            let error = distance(&network.weights(), &twin.weights());
            prop_assert!(error < 5e-3, "{}", error);
            outcomes.push(bits(&network.weights()));
        }
        prop_assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]));
    }
}

#[test]
fn a_plain_stack_has_one_outcome() {
    let mut model = Model::plain(30, &[(20, Activation::Relu), (5, Activation::Softmax)], CROSSENTROPY);
    model.training.metrics = every::metrics();
    model.training.weighted_metrics = vec![Metric::CategoricalAccuracy];
    assert_one_outcome(&model, 101, 8, 0.6);
}

#[test]
fn everything_at_once_has_one_outcome() {
    for head in heads() {
        let mut model = everything(head);
        assert_one_outcome(&model, 53, 8, 0.6);
        model.training.update.clipnorm = None;
        model.training.update.global_clipnorm = Some(0.5);
        assert_one_outcome(&model, 53, 8, 0.6);
    }
}

#[test]
fn everything_at_once_follows_the_twin() {
    for head in heads() {
        for clips in [false, true] {
            let mut model = everything(head.clone());
            model.training.optimizer = every::sgd(0.02);
            let clipnorm = model.training.update.clipnorm.filter(|_| clips);
            let global_clipnorm = Some(0.5).filter(|_| !clips);
            model.training.update = Update { clipnorm, global_clipnorm, ..model.training.update };
            assert_none(differences(&model, &data(&model, 53, 0.6, 1), 8, 3, 2e-5));
        }
    }
}

#[test]
fn every_optimizer_has_one_outcome() {
    for optimizer in every::optimizers() {
        let layers = stack(&[(35, Activation::Relu), (18, Activation::Sigmoid), (5, Activation::Softmax)]);
        let mut model = Model::new(30, layers, optimizer, CROSSENTROPY);
        assert_one_outcome(&model, 40, 16, 0.6);
        model.training.update = Update { global_clipnorm: Some(0.1), ..Update::default() };
        assert_one_outcome(&model, 20, 16, 0.6);
    }
}

/// Both spans of the kernels' rows and panels, and more pieces of weights than members.
#[test]
fn wide_layers_have_one_outcome() {
    let layers = stack(&[(150, Activation::Relu), (70, Activation::Tanh), (3, Activation::Softmax)]);
    for optimizer in every::optimizers() {
        let mut model = Model::new(200, layers.clone(), optimizer, CROSSENTROPY);
        model.training.update = Update { global_clipnorm: Some(0.1), ..Update::default() };
        assert_one_outcome(&model, 33, 16, 0.6);
    }
}
