//! What the tests share: networks, data made by a generator, and the twin's view of both.
#![allow(dead_code, missing_docs)]

pub mod every;
pub mod everything;
pub mod reference;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::LayerSpec;
use inkgrad_core::losses::{CategoricalCrossentropy, Loss};
use inkgrad_core::optimizers::{Adam, Optimizer};
use inkgrad_core::{
    Dataset, Evaluation, Network, NetworkSpec, Philox, Storage, Stream, Targets, Team, Trainer, TrainingSpec,
};
use ndarray::Array2;
use reference::{Batch, Reference};

pub const STORAGES: [Storage; 2] = [Storage::Sparse, Storage::Dense];

pub const CROSSENTROPY: Loss =
    Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 });

/// A network, and what it is trained by.
#[derive(Clone, Debug)]
pub struct Model {
    pub inputs: usize,
    pub layers: Vec<LayerSpec>,
    pub training: TrainingSpec,
}

impl Model {
    pub fn new(inputs: usize, layers: Vec<LayerSpec>, optimizer: Optimizer, loss: Loss) -> Self {
        Self { inputs, layers, training: TrainingSpec::new(optimizer, loss) }
    }

    /// Dense layers with Adam, as the engine had them first.
    pub fn plain(inputs: usize, layers: &[(usize, Activation)], loss: Loss) -> Self {
        Self::new(inputs, stack(layers), Optimizer::Adam(Adam::default()), loss)
    }

    pub fn network(&self) -> Network {
        let spec = NetworkSpec { inputs: self.inputs, layers: self.layers.clone(), seed: 42 };
        let mut network = Network::new(spec).unwrap();
        network.compile(self.training.clone()).unwrap();
        give_statistics(&mut network);
        network
    }

    pub fn twin(&self) -> Reference {
        Reference::new(&self.network(), &self.training)
    }

    pub fn units(&self) -> usize {
        self.network().outputs()
    }
}

/// Gives layers that are told what data are like something to be told.
fn give_statistics(network: &mut Network) {
    let mut weights = network.weights();
    let mut first = 0;
    for variable in network.variables() {
        for (i, weight) in weights[first..first + variable.count()].iter_mut().enumerate() {
            match variable.spec.name {
                "mean" => *weight = (i % 5) as f32 * 0.1,
                "variance" => *weight = (i % 3) as f32 * 0.5 + 0.2,
                _ => {}
            }
        }
        first += variable.count();
    }
    network.set_weights(&weights).unwrap();
}

/// Dense layers as they are by default.
pub fn stack(layers: &[(usize, Activation)]) -> Vec<LayerSpec> {
    let dense = |(units, activation): &(usize, Activation)| every::dense(*units, activation.clone());
    layers.iter().map(dense).map(LayerSpec::Dense).collect()
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

/// Targets that suit a loss: a class of each row as one-hot rows, or numbers for each unit.
pub fn targets(loss: &Loss, count: usize, units: usize, seed: u32) -> Array2<f32> {
    let mut random = random(seed + 1000);
    let mut t = Array2::zeros((count, units));
    for mut row in t.rows_mut() {
        match loss {
            Loss::CategoricalCrossentropy(_)
            | Loss::SparseCategoricalCrossentropy(_)
            | Loss::CategoricalFocalCrossentropy(_)
            | Loss::CategoricalHinge => row[random.below(units as u32) as usize] = 1.0,
            Loss::BinaryCrossentropy(_) | Loss::BinaryFocalCrossentropy(_) => {
                row.mapv_inplace(|_| random.below(2) as f32);
            }
            Loss::Hinge | Loss::SquaredHinge => row.mapv_inplace(|_| 2.0 * random.below(2) as f32 - 1.0),
            Loss::Poisson => row.mapv_inplace(|_| random.below(5) as f32),
            Loss::KlDivergence => {
                row.mapv_inplace(|_| random.uniform() + 0.1);
                let sum = row.sum();
                row /= sum;
            }
            _ => row.mapv_inplace(|_| random.uniform() + 0.1),
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
    (0..epochs as u32)
        .map(|epoch| {
            trainer.begin_epoch(network, epoch, false);
            trainer.train(network, dataset, &team, usize::MAX).unwrap().loss
        })
        .collect()
}

/// The same by the twin.
pub fn train_twin(twin: &mut Reference, rows: &Batch, batch: usize, epochs: usize) -> Vec<f64> {
    let epoch = |_| {
        let losses = rows.split(batch).into_iter().map(|batch| twin.train(&batch) * batch.rows() as f64);
        losses.sum::<f64>() / rows.rows() as f64
    };
    (0..epochs).map(epoch).collect()
}

/// Rows and targets for a model.
pub fn data(model: &Model, count: usize, zeros: f32, seed: u32) -> (Array2<f32>, Array2<f32>) {
    let t = targets(&model.training.loss, count, model.units(), seed);
    (rows(count, model.inputs, zeros, seed), t)
}

/// How an engine trained with either storage differs from its twin in what it says and becomes, if by more than the
/// tolerance.
pub fn differences(
    model: &Model,
    (x, t): &(Array2<f32>, Array2<f32>),
    batch: usize,
    epochs: usize,
    tolerance: f64,
) -> Vec<String> {
    let mut twin = model.twin();
    let expected = train_twin(&mut twin, &Batch::new(x, t), batch, epochs);
    let mut found = Vec::new();
    for storage in STORAGES {
        let (mut network, data) = (model.network(), dataset(x, t, storage));
        let losses = train(&mut network, &data, batch, epochs, 1);
        for (ours, exact) in losses.iter().zip(&expected) {
            let is_close = (ours - exact).abs() <= tolerance * exact.abs().max(0.1);
            found.extend((!is_close).then(|| format!("{storage:?}: loss {ours} not {exact}: {model:?}")));
        }
        let mut evaluation = Evaluation::new(&network).unwrap();
        evaluation.add(&network, &data, 0..x.nrows(), &Team::single()).unwrap();
        let (ours, exact) = (evaluation.loss(&network).unwrap(), twin.evaluate(&Batch::new(x, t)));
        let is_close = (ours - exact).abs() <= tolerance * exact.abs().max(0.1);
        found.extend((!is_close).then(|| format!("{storage:?}: evaluated {ours} not {exact}: {model:?}")));
        let error = distance(&network.weights(), &twin.weights());
        let is_close = error <= tolerance;
        found.extend((!is_close).then(|| format!("{storage:?}: weights differ by {error:e}: {model:?}")));
    }
    found
}

/// Asserts that there are no differences, and prints all that there are.
pub fn assert_none(differences: impl IntoIterator<Item = String>) {
    let differences: Vec<String> = differences.into_iter().collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

pub fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// The largest difference, as a share of the largest number.
pub fn distance(ours: &[f32], exact: &[f64]) -> f64 {
    assert_eq!(ours.len(), exact.len());
    let largest = exact.iter().fold(0.0f64, |a, b| a.max(b.abs()));
    let pairs = ours.iter().zip(exact);
    let differences = pairs.map(|(a, b)| (f64::from(*a) - b).abs());
    differences.fold(0.0, |a, b| if b.is_nan() { f64::NAN } else { a.max(b) }) / largest
}
