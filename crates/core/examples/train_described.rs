//! Trains natively whatever the package describes, and prints the SHA-256 of the weights, which must be that of the WASM
//! builds. It reads what would cross the boundary, as little-endian numbers in files of a folder: `network` and
//! `training` (packed descriptions, 64-bit), `x` (rows of 32-bit floats) and `y` (class ids, 32-bit; numbers for one unit).
//!
//! Usage: `cargo run --release --example train_described -- FOLDER THREADS EPOCHS BATCH`; without arguments it prints
//! the kinds by which descriptions are packed.

use std::error::Error;
use std::path::Path;

use inkgrad_core::{Chunk, Dataset, Network, NetworkSpec, Targets, Team, Trainer, kinds, unpack};
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [folder, threads, epochs, batch] = &arguments[..] else {
        print!("{}", kinds());
        return Ok(());
    };
    let (threads, epochs, batch): (usize, u32, usize) = (threads.parse()?, epochs.parse()?, batch.parse()?);
    let file = |name: &str| std::fs::read(Path::new(folder).join(name));

    let spec: NetworkSpec = unpack(&numbers(&file("network")?, f64::from_le_bytes))?;
    let (inputs, x) = (spec.inputs, numbers(&file("x")?, f32::from_le_bytes));
    let mut dataset = Dataset::new(x.len() / inputs, inputs, None)?;
    dataset.measure(Chunk::Floats(&x))?;
    dataset.append(Chunk::Floats(&x))?;

    let mut network = Network::new(spec)?;
    let y = numbers(&file("y")?, u32::from_le_bytes);
    dataset.set_targets(match network.outputs() {
        1 => Targets::Values(y.into_iter().map(|value| value as f32).collect()),
        _ => Targets::Classes(y),
    })?;
    network.compile(unpack(&numbers(&file("training")?, f64::from_le_bytes))?)?;
    let team = Team::new(threads)?;
    let mut trainer = Trainer::new(&mut network, &dataset, 0..dataset.rows(), batch, &team)?;
    for epoch in 0..epochs {
        trainer.begin_epoch(&network, epoch, true);
        trainer.train(&mut network, &dataset, &team, usize::MAX)?;
    }
    network.end_training()?;
    let bytes: Vec<u8> = network.weights().iter().flat_map(|weight| weight.to_le_bytes()).collect();
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    println!("{digest}");
    Ok(())
}

fn numbers<T, const BYTES: usize>(bytes: &[u8], read: impl Fn([u8; BYTES]) -> T) -> Vec<T> {
    bytes.as_chunks::<BYTES>().0.iter().map(|number| read(*number)).collect()
}
