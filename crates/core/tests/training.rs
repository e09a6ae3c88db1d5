//! The kernels against the oracle, and against themselves with other storage and other teams.

mod support;

use inkgrad_core::{
    Activation, Adam, Chunk, Dataset, Error, Loss, Network, Storage, Targets, Team, Trainer, evaluate,
    predict,
};
use proptest::prelude::*;
use support::*;

const STORAGES: [Storage; 2] = [Storage::Sparse, Storage::Dense];

fn compiled(inputs: usize, layers: &[(usize, Activation)], loss: Loss) -> Network {
    let mut network = Network::new(spec(inputs, layers, 42)).unwrap();
    network.compile(loss, Adam::default()).unwrap();
    network
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn every_ending_follows_the_oracle() {
    for (i, (last, loss, units)) in endings().enumerate() {
        for (hidden, storage) in
            ACTIVATIONS.into_iter().flat_map(|hidden| STORAGES.map(|storage| (hidden, storage)))
        {
            let seed = i as u32;
            let (x, t) = (rows(22, 19, 0.4, seed), targets(loss, 22, units, seed));
            let mut network = compiled(19, &[(9, hidden), (units, last)], loss);
            let mut oracle = reference(&network, loss, Adam::default());
            let data = dataset(&x, &t, storage);
            let losses = train(&mut network, &data, 8, 4, 1);
            let expected = train_reference(&mut oracle, &x, &t, 8, 4);
            for (ours, exact) in losses.iter().zip(&expected) {
                assert!(
                    (ours - exact).abs() < 1e-5 * exact,
                    "{hidden:?} {last:?} {loss:?}: {ours} not {exact}"
                );
            }
            let error = distance(&network.weights(), &oracle.weights());
            assert!(error < 3e-5, "{hidden:?} {last:?} {loss:?} {storage:?}: {error:e}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Any stack, any batch: the oracle's numbers, and the same bits for either storage and any team.
    #[test]
    fn any_shape_gives_the_oracles_numbers_and_one_set_of_bits(
        inputs in 1usize..70,
        hidden in prop::collection::vec((1usize..50, 0usize..4), 0..3),
        units in 2usize..20,
        count in 1usize..50,
        batch in 1usize..40,
        zeros in prop::sample::select(vec![0.0f32, 0.5, 0.9, 1.0]),
        seed in 0u32..1000,
    ) {
        let mut layers: Vec<_> = hidden.into_iter().map(|(units, i)| (units, ACTIVATIONS[i])).collect();
        layers.push((units, Activation::Softmax));
        let loss = Loss::CategoricalCrossentropy;
        let (x, t) = (rows(count, inputs, zeros, seed), targets(loss, count, units, seed));
        let mut outcomes = Vec::new();
        for (storage, threads) in STORAGES.into_iter().flat_map(|s| [1, 2, 3, 4].map(|threads| (s, threads))) {
            let mut network = compiled(inputs, &layers, loss);
            let mut oracle = reference(&network, loss, Adam::default());
            let data = dataset(&x, &t, storage);
            train(&mut network, &data, batch, 2, threads);
            if threads == 1 {
                train_reference(&mut oracle, &x, &t, batch, 2);
                // Adam turns a gradient that is zero but for rounding into a step of up to the learning rate.
                let error = distance(&network.weights(), &oracle.weights());
                prop_assert!(error < 5e-3, "{}", error);
            }
            outcomes.push(bits(&network.weights()));
        }
        prop_assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]));
    }
}

#[test]
fn calls_of_any_length_give_the_same_bits() {
    let (x, t) = (rows(101, 30, 0.6, 1), targets(Loss::CategoricalCrossentropy, 101, 5, 1));
    let outcome = |steps: usize, evaluates: bool| {
        let mut network =
            compiled(30, &[(20, Activation::Relu), (5, Activation::Softmax)], Loss::CategoricalCrossentropy);
        let (data, team) = (dataset(&x, &t, Storage::Sparse), Team::new(2).unwrap());
        let mut trainer = Trainer::new(&mut network, &data, 0..101, 8, &team).unwrap();
        for _ in 0..3 {
            trainer.begin_epoch(&mut network, true);
            while trainer.train(&mut network, &data, &team, steps).unwrap().samples < 101 {
                if evaluates {
                    evaluate(&network, &data, 0..101, &team).unwrap();
                    network.set_weights(&network.weights()).unwrap();
                }
            }
        }
        bits(&network.weights())
    };
    let whole = outcome(usize::MAX, false);
    assert!([1, 2, 5].into_iter().all(|steps| outcome(steps, true) == whole));
}

#[test]
fn class_ids_are_one_hot_rows() {
    let loss = Loss::CategoricalCrossentropy;
    let (x, t) = (rows(40, 12, 0.3, 2), targets(loss, 40, 4, 2));
    let outcome = |data: &Dataset| {
        let mut network = compiled(12, &[(4, Activation::Softmax)], loss);
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
fn scores_and_predictions_are_the_oracles() {
    for threads in [1, 3] {
        let loss = Loss::CategoricalCrossentropy;
        let (x, t) = (rows(333, 21, 0.5, 3), targets(loss, 333, 7, 3));
        let network = compiled(21, &[(18, Activation::Tanh), (7, Activation::Softmax)], loss);
        let oracle = reference(&network, loss, Adam::default());
        let team = Team::new(threads).unwrap();
        let exact = oracle.forward(x.mapv(f64::from).view()).pop().unwrap();
        let mut outputs = vec![0.0; 333 * 7];
        predict(&network, Chunk::Floats(x.as_slice().unwrap()), &mut outputs, &team).unwrap();
        assert!(distance(&outputs, &exact.iter().copied().collect::<Vec<_>>()) < 1e-6);
        for storage in STORAGES {
            let data = dataset(&x, &t, storage);
            let scores = evaluate(&network, &data, 0..333, &team).unwrap();
            let expected = oracle.loss(&exact, t.mapv(f64::from).view());
            assert!((scores.loss / 333.0 - expected).abs() < 1e-6 * expected);
            let largest = |row: Vec<f64>| (0..7).fold(0, |best, i| if row[i] > row[best] { i } else { best });
            let decide = |m: &ndarray::Array2<f64>| -> Vec<usize> {
                m.rows().into_iter().map(|r| largest(r.to_vec())).collect()
            };
            let right =
                decide(&exact).into_iter().zip(decide(&t.mapv(f64::from))).filter(|(a, b)| a == b).count();
            assert_eq!((scores.correct, scores.samples), (right, 333));
        }
    }
}

#[test]
fn bytes_are_predicted_as_their_floats() {
    let bytes: Vec<u8> = rows(600, 21, 0.7, 5).iter().map(|x| (x.abs() * 255.0) as u8).collect();
    let floats: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect();
    let network = Network::new(spec(21, &[(9, Activation::Relu), (3, Activation::Softmax)], 1)).unwrap();
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
    let network = Network::new(spec(4, &[(2, Activation::Linear)], 1)).unwrap();
    let mut floats = vec![0.5; 4 * 700];
    floats[2001] = f32::NAN;
    let result = predict(&network, Chunk::Floats(&floats), &mut [0.0; 2 * 700], &Team::single());
    assert!(matches!(result, Err(Error::NonFinite { .. })), "{result:?}");
    let result = Dataset::from_chunk(Chunk::Floats(&floats), 4);
    assert_eq!(result.err(), Some(Error::NonFinite { what: "rows", index: 2001 }));
}

#[test]
fn divergence_is_told_with_its_step() {
    let (x, t) = (rows(64, 5, 0.0, 4) * 1e20, targets(Loss::MeanSquaredError, 64, 1, 4));
    let mut network =
        compiled(5, &[(8, Activation::Linear), (1, Activation::Linear)], Loss::MeanSquaredError);
    let (data, team) = (dataset(&x, &t, Storage::Dense), Team::single());
    let mut trainer = Trainer::new(&mut network, &data, 0..64, 8, &team).unwrap();
    trainer.begin_epoch(&mut network, false);
    let progress = trainer.train(&mut network, &data, &team, 8).unwrap();
    assert!(progress.diverged.is_some() && !progress.loss.is_finite());
}
