//! What the tests share: networks, data made by a generator, and the oracle's view of both.
#![allow(dead_code, missing_docs)]

use inkgrad_core::reference::Reference;
use inkgrad_core::{
    Activation, Adam, Dataset, LayerSpec, Loss, Network, NetworkSpec, Philox, Storage, Stream, Targets, Team,
    Trainer,
};
use ndarray::Array2;

pub const ACTIVATIONS: [Activation; 5] =
    [Activation::Linear, Activation::Relu, Activation::Sigmoid, Activation::Tanh, Activation::Softmax];
pub const LOSSES: [Loss; 3] =
    [Loss::MeanSquaredError, Loss::BinaryCrossentropy, Loss::CategoricalCrossentropy];

pub fn spec(inputs: usize, layers: &[(usize, Activation)], seed: u64) -> NetworkSpec {
    let layers = layers.iter().map(|&(units, activation)| LayerSpec { units, activation }).collect();
    NetworkSpec { inputs, layers, seed }
}

pub fn random(seed: u32) -> Philox {
    Philox::new(0x7e57, Stream::Order { epoch: seed })
}

/// Rows of numbers in [-1, 1), a share of which is zero.
pub fn rows(count: usize, columns: usize, zeros: f32, seed: u32) -> Array2<f32> {
    let mut random = random(seed);
    Array2::from_shape_simple_fn((count, columns), || {
        let number = 2.0 * random.uniform() - 1.0;
        if random.uniform() < zeros { 0.0 } else { number }
    })
}

/// Targets that suit a loss: a class of each row, as one-hot rows, or 0 and 1 (or numbers) for each unit.
pub fn targets(loss: Loss, count: usize, units: usize, seed: u32) -> Array2<f32> {
    let mut random = random(seed + 1000);
    let mut t = Array2::zeros((count, units));
    for mut row in t.rows_mut() {
        match loss {
            Loss::CategoricalCrossentropy => row[random.below(units as u32) as usize] = 1.0,
            Loss::BinaryCrossentropy => row.mapv_inplace(|_| random.below(2) as f32),
            Loss::MeanSquaredError => row.mapv_inplace(|_| random.uniform()),
        }
    }
    t
}

pub fn dataset(x: &Array2<f32>, t: &Array2<f32>, storage: Storage) -> Dataset {
    let mut dataset = Dataset::from_rows(x.view(), Some(storage)).unwrap();
    dataset.set_targets(Targets::Values(t.iter().copied().collect())).unwrap();
    dataset
}

/// Trains on all rows in order for some epochs; the mean loss of each.
pub fn train(
    network: &mut Network,
    dataset: &Dataset,
    batch: usize,
    epochs: usize,
    threads: usize,
) -> Vec<f64> {
    let team = Team::new(threads).unwrap();
    let mut trainer = Trainer::new(network, dataset, 0..dataset.rows(), batch, &team).unwrap();
    (0..epochs)
        .map(|_| {
            trainer.begin_epoch(network, false);
            trainer.train(network, dataset, &team, usize::MAX).unwrap().loss
        })
        .collect()
}

/// The same by the oracle.
pub fn train_reference(
    reference: &mut Reference,
    x: &Array2<f32>,
    t: &Array2<f32>,
    batch: usize,
    epochs: usize,
) -> Vec<f64> {
    let (x, t) = (x.mapv(f64::from), t.mapv(f64::from));
    let mut losses = Vec::new();
    for _ in 0..epochs {
        let mut sum = 0.0;
        for start in (0..x.nrows()).step_by(batch) {
            let range = ndarray::s![start..(start + batch).min(x.nrows()), ..];
            sum += reference.train(x.slice(range), t.slice(range)) * x.slice(range).nrows() as f64;
        }
        losses.push(sum / x.nrows() as f64);
    }
    losses
}

pub fn reference(network: &Network, loss: Loss, adam: Adam) -> Reference {
    Reference::new(network.spec(), &network.weights(), loss, adam)
}

/// The largest difference, as a share of the largest number.
pub fn distance(ours: &[f32], exact: &[f64]) -> f64 {
    assert_eq!(ours.len(), exact.len());
    let largest = exact.iter().fold(0.0f64, |a, b| a.max(b.abs()));
    let pairs = ours.iter().zip(exact);
    pairs.map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max) / largest
}

/// Combinations of last activation and loss that have a gradient worth checking.
pub fn endings() -> impl Iterator<Item = (Activation, Loss, usize)> {
    let combinations = LOSSES.into_iter().flat_map(|loss| ACTIVATIONS.map(|activation| (activation, loss)));
    combinations
        // Probabilities must be between 0 and 1 for cross-entropies.
        .filter(|(activation, loss)| {
            *loss == Loss::MeanSquaredError || matches!(activation, Activation::Sigmoid | Activation::Softmax)
        })
        .map(|(activation, loss)| (activation, loss, 3))
        .chain([
            (Activation::Sigmoid, Loss::BinaryCrossentropy, 1),
            (Activation::Linear, Loss::MeanSquaredError, 1),
        ])
}
