//! The engine against the twin: whatever a network consists of, losses and weights after some steps.

mod support;

use inkgrad_core::Network;
use inkgrad_core::activations::Activation;
use inkgrad_core::losses::Loss;
use inkgrad_core::metrics::Metric;
use inkgrad_core::{
    Chunk, Dataset, Error, Evaluation, Storage, Targets, Team, Trainer, predict, predict_rows,
};
use support::reference::Batch;
use support::*;

/// A rate with which a loss goes down and not up.
fn rate(loss: &Loss) -> f64 {
    if *loss == Loss::MeanAbsolutePercentageError { 1e-4 } else { 0.05 }
}

#[test]
fn every_activation_follows_the_twin_before_every_ending() {
    assert_none(every::losses().into_iter().zip(0..).flat_map(|((loss, last, units), seed)| {
        every::activations().into_iter().flat_map(move |hidden| {
            let layers = stack(&[(9, hidden), (units, last.clone())]);
            let model = Model::new(19, layers, every::sgd(rate(&loss)), loss.clone());
            differences(&model, &data(&model, 22, 0.4, seed), 8, 3, 2e-5)
        })
    }));
}

#[test]
fn class_ids_are_one_hot_rows() {
    let loss = CROSSENTROPY;
    let (x, t) = (rows(40, 12, 0.3, 2), targets(&loss, 40, 4, 2));
    let outcome = |data: &Dataset| {
        let mut network = Model::plain(12, &[(4, Activation::Softmax)], CROSSENTROPY).network();
        let losses = train(&mut network, data, 16, 3, 1);
        (losses, bits(&network.weights()))
    };
    let one_hot = dataset(&x, &t, Storage::Sparse);
    let classes =
        t.rows().into_iter().map(|row| row.iter().position(|v| *v == 1.0).unwrap() as u32).collect();
    let mut ids = Dataset::from_rows(x.view(), None).unwrap();
    ids.set_targets(Targets::Classes(classes)).unwrap();
    let (losses, weights) = outcome(&one_hot);
    let (losses_of_ids, weights_of_ids) = outcome(&ids);
    assert_eq!(losses, losses_of_ids);
    let close = |a: &u32, b: &u32| (f32::from_bits(*a) - f32::from_bits(*b)).abs() < 1e-6;
    assert!(weights.iter().zip(&weights_of_ids).all(|(a, b)| close(a, b)));
}

#[test]
fn scores_and_predictions_are_the_twins() {
    for threads in [1, 3] {
        let loss = CROSSENTROPY;
        let (x, t) = (rows(333, 21, 0.5, 3), targets(&loss, 333, 7, 3));
        let mut model = Model::plain(21, &[(18, Activation::Tanh), (7, Activation::Softmax)], loss);
        model.training.metrics = vec![Metric::CategoricalAccuracy];
        let (network, twin) = (model.network(), model.twin());
        let team = Team::new(threads).unwrap();
        let exact = twin.predict(&x.mapv(f64::from));
        let mut outputs = vec![0.0; 333 * 7];
        predict(&network, Chunk::Floats(x.as_slice().unwrap()), &mut outputs, &team).unwrap();
        assert!(distance(&outputs, &exact.iter().copied().collect::<Vec<_>>()) < 1e-6);
        for storage in STORAGES {
            let data = dataset(&x, &t, storage);
            let mut evaluation = Evaluation::new(&network).unwrap();
            for range in [0..1, 1..200, 200..333] {
                evaluation.add(&network, &data, range, &team).unwrap();
            }
            let batch = Batch::new(&x, &t);
            let expected = twin.evaluate(&batch);
            assert!((evaluation.loss(&network).unwrap() - expected).abs() < 1e-6 * expected);
            let accuracy =
                reference::metrics::measure(&Metric::CategoricalAccuracy, &exact, &batch.t, &batch.weights);
            assert_eq!((evaluation.metrics(&network).unwrap(), evaluation.samples()), (accuracy, 333));
        }
    }
}

#[test]
fn data_sets_of_the_same_rows_are_as_copies() {
    let (x, t) = (rows(300, 21, 0.5, 3), targets(&CROSSENTROPY, 300, 7, 3));
    let model = Model::plain(21, &[(18, Activation::Tanh), (7, Activation::Softmax)], CROSSENTROPY);
    let team = Team::new(3).unwrap();
    let trained = |data: &Dataset| {
        let mut network = model.network();
        let mut trainer = Trainer::new(&mut network, data, 0..300, 32, &team).unwrap();
        trainer.begin_epoch(&network, 0, true);
        let progress = trainer.train(&mut network, data, &team, usize::MAX).unwrap();
        (progress, bits(&network.weights()))
    };
    for storage in STORAGES {
        let mut kept = dataset(&x, &t, storage);
        let expected = trained(&kept);
        let mut shared = kept.share().unwrap();
        assert!(Trainer::new(&mut model.network(), &shared, 0..300, 32, &team).is_err()); // no targets yet
        kept.set_targets(Targets::Values(vec![1.0; 300 * 7])).unwrap();
        drop(kept); // the rows stay
        shared.set_targets(Targets::Values(t.iter().copied().collect())).unwrap();
        assert_eq!(trained(&shared), expected);

        let network = model.network();
        let mut expected = vec![0.0; 300 * 7];
        predict(&network, Chunk::Floats(x.as_slice().unwrap()), &mut expected, &team).unwrap();
        let mut outputs = vec![0.0; 200 * 7];
        predict_rows(&network, &shared, 70..270, &mut outputs, &team).unwrap();
        assert_eq!(bits(&outputs), bits(&expected[70 * 7..270 * 7]));
        for range in [0..200, 101..301, 5..5] {
            assert!(predict_rows(&network, &shared, range, &mut outputs[1..], &team).is_err());
        }
    }
    assert!(Dataset::new(2, 3, None).unwrap().share().is_err());
}

#[test]
fn bytes_are_predicted_as_their_floats() {
    let bytes: Vec<u8> = rows(600, 21, 0.7, 5).iter().map(|x| (x.abs() * 255.0) as u8).collect();
    let floats: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect();
    let network =
        Model::plain(21, &[(9, Activation::Relu), (3, Activation::Softmax)], CROSSENTROPY).network();
    let team = Team::new(2).unwrap();
    let outcome = |chunk| {
        let mut outputs = vec![0.0; 600 * 3];
        predict(&network, chunk, &mut outputs, &team).unwrap();
        bits(&outputs)
    };
    assert_eq!(outcome(Chunk::Bytes { bytes: &bytes, divisor: 255.0 }), outcome(Chunk::Floats(&floats)));
}

#[test]
fn rows_that_differ_from_those_that_were_measured_are_refused() {
    let mut dataset = Dataset::new(2, 20, Some(Storage::Sparse)).unwrap();
    let (zeros, mut rows) = ([0.0; 20], [0.0; 40]);
    dataset.measure(Chunk::Floats(&zeros)).unwrap();
    dataset.measure(Chunk::Floats(&[&[1.0], &zeros[1..]].concat())).unwrap();
    rows[3] = 0.5;
    rows[21] = 0.5;
    let told = Error::Dataset("rows differ from those that were measured");
    assert_eq!(dataset.append(Chunk::Floats(&rows)), Err(told));
}

#[test]
fn numbers_that_are_not_finite_are_named() {
    let network: Network = Model::plain(4, &[(2, Activation::Linear)], Loss::MeanSquaredError).network();
    let mut floats = vec![0.5; 4 * 700];
    floats[2001] = f32::NAN;
    let result = predict(&network, Chunk::Floats(&floats), &mut [0.0; 2 * 700], &Team::single());
    assert!(matches!(result, Err(Error::NonFinite { .. })), "{result:?}");
    let result = Dataset::from_chunk(Chunk::Floats(&floats), 4);
    assert_eq!(result.err(), Some(Error::NonFinite { what: "rows", index: 2001 }));
}

#[test]
fn divergence_is_told_with_its_step() {
    let loss = Loss::MeanSquaredError;
    let (x, t) = (rows(64, 5, 0.0, 4) * 1e20, targets(&loss, 64, 1, 4));
    let mut network = Model::plain(5, &[(8, Activation::Linear), (1, Activation::Linear)], loss).network();
    let (data, team) = (dataset(&x, &t, Storage::Dense), Team::single());
    let mut trainer = Trainer::new(&mut network, &data, 0..64, 8, &team).unwrap();
    trainer.begin_epoch(&network, 0, false);
    let progress = trainer.train(&mut network, &data, &team, 8).unwrap();
    assert!(progress.diverged.is_some() && !progress.loss.is_finite());
}
