//! What is random, by its statistics.

mod support;

use std::collections::BTreeSet;

use inkgrad_core::activations::Activation;
use inkgrad_core::initializers::{Initializer, Normal, Orthogonal, RandomUniform, VarianceScaling};
use inkgrad_core::layers::{Dense, Dropout, GaussianDropout, GaussianNoise, LayerSpec};
use inkgrad_core::losses::Loss;
use inkgrad_core::{Chunk, Network, NetworkSpec, Storage, Team, Trainer, predict};
use ndarray::Array2;
use support::*;

/// A kernel as an initializer makes it.
fn kernel(initializer: &Initializer, [inputs, units]: [usize; 2], seed: u64) -> Array2<f64> {
    let dense = Dense {
        kernel_initializer: initializer.clone(),
        use_bias: false,
        ..Dense::new(units, Activation::Linear)
    };
    let network = Network::new(NetworkSpec { inputs, seed, layers: vec![LayerSpec::Dense(dense)] }).unwrap();
    let weights = network.weights().into_iter().map(f64::from).collect();
    Array2::from_shape_vec((inputs, units), weights).unwrap()
}

fn moments(numbers: &[f64]) -> (f64, f64) {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    (mean, numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count)
}

/// Asserts a mean and a variance to five deviations of what so many numbers give; those of a variance are at most those
/// of a normal distribution's.
fn assert_moments(numbers: &[f64], mean: f64, variance: f64) {
    let count = numbers.len() as f64;
    let (ours, of_ours) = moments(numbers);
    assert!((ours - mean).abs() <= 5.0 * (variance / count).sqrt(), "mean {ours} not {mean}");
    let deviation = variance * (2.0 / count).sqrt();
    assert!((of_ours - variance).abs() <= 5.0 * deviation, "variance {of_ours} not {variance}");
}

const SHAPE: [usize; 2] = [200, 120];

fn numbers(initializer: &Initializer) -> Vec<f64> {
    kernel(initializer, SHAPE, 3).iter().copied().collect()
}

#[test]
fn first_numbers_are_the_same_in_pieces() {
    let layers = every::initializers().into_iter().map(|kernel_initializer| {
        LayerSpec::Dense(Dense { kernel_initializer, ..Dense::new(11, Activation::Linear) })
    });
    let spec = NetworkSpec { inputs: 19, seed: 5, layers: layers.collect() };
    let whole = Network::new(spec.clone()).unwrap().weights();
    for piece in [1, 11, 12, 100, 209] {
        let mut network = Network::zeros(spec.clone()).unwrap();
        let mut pieces = 1;
        while network.initialize(piece) {
            pieces += 1;
        }
        assert_eq!(network.weights(), whole);
        assert!(pieces * piece.max(11) >= whole.len() / 2, "{pieces} of {piece}");
        assert!(!network.initialize(1));
    }
}

#[test]
fn constants_are_constant() {
    let [zeros, ones, constant] = &every::initializers()[..3] else { unreachable!("a list of initializers") };
    for (initializer, value) in [(zeros, 0.0), (ones, 1.0), (constant, f64::from(0.3f32))] {
        assert!(numbers(initializer).iter().all(|number| *number == value));
    }
}

#[test]
fn uniform_numbers_fill_their_range() {
    let numbers = numbers(&every::uniform(-0.2, 0.6));
    assert!(numbers.iter().all(|number| (-0.2 - 1e-7..0.6).contains(number)));
    assert_moments(&numbers, 0.2, 0.8f64.powi(2) / 12.0);
}

#[test]
fn normal_numbers_have_their_moments_and_truncated_ones_their_limits() {
    let normal = Normal { mean: 0.5, stddev: 0.1, seed: None };
    let numbers_of = |initializer| numbers(&initializer);
    let whole = numbers_of(Initializer::RandomNormal(normal.clone()));
    assert_moments(&whole, 0.5, 0.01);
    let far = |numbers: &[f64]| numbers.iter().filter(|number| (*number - 0.5).abs() > 0.2).count() as f64;
    // 4.55 % lie beyond two deviations.
    assert!((far(&whole) / whole.len() as f64 - 0.0455).abs() < 0.007);
    let truncated = numbers_of(Initializer::TruncatedNormal(normal));
    assert_eq!(far(&truncated), 0.0);
    assert_moments(&truncated, 0.5, 0.01 * 0.879_625_66f64.powi(2));
}

#[test]
fn variances_follow_inputs_and_outputs() {
    for (mode, fan) in [(0, 200.0), (1, 120.0), (2, 160.0)] {
        let variance = 2.0 / fan;
        for distribution in 0..3 {
            let scaling = VarianceScaling { scale: 2.0, mode, distribution, seed: None };
            let numbers = numbers(&Initializer::VarianceScaling(scaling));
            assert_moments(&numbers, 0.0, variance);
            let largest = numbers.iter().fold(0.0f64, |a, b| a.max(b.abs()));
            let limit = match distribution {
                0 => (3.0 * variance).sqrt(),
                1 => 2.0 * variance.sqrt() / 0.879_625_66,
                _ => f64::INFINITY,
            };
            assert!(
                largest <= limit * (1.0 + 1e-6) && largest > 1.5 * variance.sqrt(),
                "{largest} of {limit}"
            );
        }
    }
}

#[test]
fn orthogonal_matrices_are_orthogonal() {
    let orthogonal = Initializer::Orthogonal(Orthogonal { gain: 1.5, seed: None });
    for shape in [[20, 20], [33, 7], [7, 33], [1, 5]] {
        let w = kernel(&orthogonal, shape, 3);
        let product = if shape[0] >= shape[1] { w.t().dot(&w) } else { w.dot(&w.t()) };
        let error = product / 2.25 - Array2::<f64>::eye(shape[0].min(shape[1]));
        assert!(error.iter().all(|number| number.abs() < 1e-6), "{shape:?}");
    }
    let w = kernel(&every::initializers()[7], [4, 6], 3);
    assert!(w.indexed_iter().all(|((i, j), number)| *number == if i == j { 2.0 } else { 0.0 }));
}

#[test]
fn numbers_follow_from_the_seed_and_from_nothing_else() {
    let of = |seed| every::initializers().into_iter().map(move |it| bits_of(&kernel(&it, [9, 5], seed)));
    let differing = of(1).zip(of(2)).filter(|(a, b)| a != b).count();
    assert_eq!(differing, every::initializers().len() - 4, "all but three constants and an identity");
    assert!(of(1).eq(of(1)));
    let own = |seed| RandomUniform { minval: 0.0, maxval: 1.0, seed };
    let with = |own_seed, seed| bits_of(&kernel(&Initializer::RandomUniform(own(own_seed)), [9, 5], seed));
    assert_eq!(with(Some(5.0), 1), with(Some(5.0), 2));
    assert_eq!(with(Some(5.0), 1), with(None, 5));
}

#[test]
fn layers_and_variables_have_numbers_of_their_own() {
    let layer = || {
        LayerSpec::Dense(Dense {
            kernel_initializer: every::uniform(0.0, 1.0),
            ..every::dense(6, Activation::Relu)
        })
    };
    let spec = NetworkSpec { inputs: 6, seed: 1, layers: vec![layer(), layer()] };
    let weights = Network::new(spec).unwrap().weights();
    let distinct: BTreeSet<u32> = weights.iter().map(|weight| weight.to_bits()).collect();
    assert_eq!(distinct.len(), weights.len());
}

fn bits_of(w: &Array2<f64>) -> Vec<u64> {
    w.iter().map(|number| number.to_bits()).collect()
}

/// What a layer makes of ones in some steps, row after row: with a pull of 1 at unit i for row i, a step of descent
/// leaves minus the rows in the columns of the kernel behind it.
fn training_outputs(layer: LayerSpec, rows: usize, units: usize, steps: usize) -> Vec<Vec<f64>> {
    let last = Dense {
        kernel_initializer: Initializer::Zeros,
        use_bias: false,
        ..Dense::new(rows, Activation::Linear)
    };
    let layers = vec![layer, LayerSpec::Dense(last)];
    let model = Model::new(units, layers, every::sgd(1.0), Loss::MeanSquaredError);
    // The derivative by unit i is 2 * (0 - target) by the rows and by the units, which are as many.
    let scale = rows as f32 * rows as f32 / -2.0;
    let targets = Array2::from_shape_fn((rows, rows), |(i, j)| if i == j { scale } else { 0.0 });
    let data = dataset(&Array2::ones((rows, units)), &targets, Storage::Dense);
    let team = Team::single();
    let mut network = model.network();
    let mut trainer = Trainer::new(&mut network, &data, 0..rows, rows, &team).unwrap();
    let zeros = vec![0.0; network.parameters()];
    let of_step = |step| {
        trainer.begin_epoch(&network, step, false);
        network.set_weights(&zeros).unwrap();
        trainer.train(&mut network, &data, &team, 1).unwrap();
        network.weights().into_iter().map(|weight| -f64::from(weight)).collect()
    };
    (0..steps as u32).map(of_step).collect()
}

#[test]
fn dropout_keeps_its_share() {
    for rate in [0.0, 0.1, 0.5, 0.9] {
        let steps = training_outputs(LayerSpec::Dropout(Dropout { rate }), 40, 37, 3);
        let numbers = steps.concat();
        let scale = 1.0 / (1.0 - rate);
        assert!(numbers.iter().all(|y| *y == 0.0 || (y - scale).abs() < 1e-6), "{rate}");
        let kept = numbers.iter().filter(|y| **y != 0.0).count() as f64 / numbers.len() as f64;
        let deviation = (rate * (1.0 - rate) / numbers.len() as f64).sqrt();
        assert!((kept - (1.0 - rate)).abs() <= 5.0 * deviation, "{kept} kept of {rate}");
        assert!(rate == 0.0 || (steps[0] != steps[1] && steps[1] != steps[2]));
    }
    let none = training_outputs(LayerSpec::Dropout(Dropout { rate: 1.0 }), 4, 5, 1);
    assert!(none[0].iter().all(|y| *y == 0.0));
}

#[test]
fn noise_has_its_deviation() {
    let added = training_outputs(LayerSpec::GaussianNoise(GaussianNoise { stddev: 0.3 }), 40, 37, 3);
    assert_moments(&added.concat(), 1.0, 0.09);
    let multiplied = training_outputs(LayerSpec::GaussianDropout(GaussianDropout { rate: 0.2 }), 40, 37, 3);
    assert_moments(&multiplied.concat(), 1.0, 0.25);
    for steps in [added, multiplied] {
        let distinct: BTreeSet<u64> = steps.concat().iter().map(|y| y.to_bits()).collect();
        // Rounded numbers meet now and then.
        assert!(distinct.len() > steps.concat().len() * 99 / 100);
    }
}

#[test]
fn nothing_is_random_where_nothing_learns() {
    let layers = vec![
        LayerSpec::Dropout(Dropout { rate: 0.5 }),
        LayerSpec::GaussianNoise(GaussianNoise { stddev: 1.0 }),
        LayerSpec::GaussianDropout(GaussianDropout { rate: 0.5 }),
    ];
    let network = Network::new(NetworkSpec { inputs: 7, seed: 1, layers }).unwrap();
    let x = rows(9, 7, 0.3, 1);
    let mut outputs = vec![0.0; 63];
    predict(&network, Chunk::Floats(x.as_slice().unwrap()), &mut outputs, &Team::single()).unwrap();
    assert_eq!(outputs, x.into_raw_vec_and_offset().0);
}
