//! Trains the ten-digit network natively and prints the time of each epoch and the SHA-256 of the weights, which must be
//! that of the WASM builds.
//!
//! Usage: `cargo run --release --example train_mnist -- FOLDER [THREADS [EPOCHS [BATCH]]]`, where FOLDER holds MNIST's
//! uncompressed IDX files.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{Dense, LayerSpec};
use inkgrad_core::losses::{CategoricalCrossentropy, Loss};
use inkgrad_core::metrics::Metric;
use inkgrad_core::optimizers::{Adam, Optimizer};
use inkgrad_core::{Chunk, Dataset, Network, NetworkSpec, Targets, Team, Trainer, TrainingSpec};
use sha2::{Digest, Sha256};

const PIXELS: usize = 784;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: train_mnist FOLDER [THREADS [EPOCHS [BATCH]]]")?;
    let mut number = |default: usize| arguments.next().map_or(Ok(default), |text| text.parse::<usize>());
    let (threads, epochs, batch) = (number(1)?, number(3)?, number(32)?);

    let images = std::fs::read(Path::new(&folder).join("train-images-idx3-ubyte"))?;
    let labels = std::fs::read(Path::new(&folder).join("train-labels-idx1-ubyte"))?;
    let (images, labels) = (&images[16..], &labels[8..]);
    let mut dataset = Dataset::new(labels.len(), PIXELS, None)?;
    let chunk = Chunk::Bytes { bytes: images, divisor: 255.0 };
    dataset.measure(chunk)?;
    dataset.append(chunk)?;
    dataset.set_targets(Targets::Classes(labels.iter().map(|label| u32::from(*label)).collect()))?;

    let layer = |units, activation| LayerSpec::Dense(Dense::new(units, activation));
    let layers =
        vec![layer(128, Activation::Relu), layer(64, Activation::Relu), layer(10, Activation::Softmax)];
    let mut network = Network::new(NetworkSpec { inputs: PIXELS, layers, seed: 42 })?;
    let loss =
        Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 });
    let training = TrainingSpec::new(Optimizer::Adam(Adam::default()), loss);
    network.compile(TrainingSpec { metrics: vec![Metric::CategoricalAccuracy], ..training })?;

    let team = Team::new(threads)?;
    let mut trainer = Trainer::new(&mut network, &dataset, 0..labels.len(), batch, &team)?;
    for epoch in 0..epochs {
        trainer.begin_epoch(&network, epoch as u32, true);
        let start = Instant::now();
        let progress = trainer.train(&mut network, &dataset, &team, usize::MAX)?;
        let time = start.elapsed().as_secs_f64() * 1e3;
        let number = epoch + 1;
        println!(
            "epoch {number}: {time:.0} ms, loss {:.4}, accuracy {:.4}",
            progress.loss, progress.metrics[0]
        );
    }
    let bytes: Vec<u8> = network.weights().iter().flat_map(|weight| weight.to_le_bytes()).collect();
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    println!("{digest}");
    Ok(())
}
