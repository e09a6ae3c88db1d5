//! The native runner of `npm run bench` (see bench/protocol.mjs): trains on, a turn for each line it reads.
//!
//! Usage: `bench DATA ROWS UNITS BATCH THREADS TURN`, where DATA.x.u8 and DATA.y.u8 hold bytes and classes, UNITS the
//! inputs and the units of each layer (`784,128,64,10`), and TURN the milliseconds of a turn.

use std::error::Error;
use std::io::{BufRead, Write};
use std::time::Instant;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{Dense, LayerSpec};
use inkgrad_core::losses::{CategoricalCrossentropy, Loss};
use inkgrad_core::optimizers::{Adam, Optimizer};
use inkgrad_core::{Chunk, Dataset, Network, NetworkSpec, Targets, Team, Trainer, TrainingSpec};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, rows, units, batch, threads, turn] = arguments.as_slice() else {
        return Err("usage: bench DATA ROWS UNITS BATCH THREADS TURN".into());
    };
    let (rows, batch, threads) = (rows.parse::<usize>()?, batch.parse()?, threads.parse()?);
    let turn: f64 = turn.parse()?;
    let units = units.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?;
    let (inputs, units) = units.split_first().ok_or("no units")?;

    let mut dataset = Dataset::new(rows, *inputs, None)?;
    let bytes = repeated(&format!("{data}.x.u8"), rows * inputs)?;
    let chunk = Chunk::Bytes { bytes: &bytes, divisor: 255.0 };
    dataset.measure(chunk)?;
    dataset.append(chunk)?;
    let classes = repeated(&format!("{data}.y.u8"), rows)?;
    dataset.set_targets(Targets::Classes(classes.into_iter().map(u32::from).collect()))?;

    let last = units.len() - 1;
    let activation = |i| if i == last { Activation::Softmax } else { Activation::Relu };
    let layer = |(i, units): (usize, &usize)| LayerSpec::Dense(Dense::new(*units, activation(i)));
    let layers = units.iter().enumerate().map(layer).collect();
    let mut network = Network::new(NetworkSpec { inputs: *inputs, layers, seed: 42 })?;
    let loss =
        Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 });
    network.compile(TrainingSpec::new(Optimizer::Adam(Adam::default()), loss))?;
    let team = Team::new(threads)?;
    let mut trainer = Trainer::new(&mut network, &dataset, 0..rows, batch, &team)?;
    let mut number = 0;
    let mut epoch = || -> Result<f64, Box<dyn Error>> {
        let start = Instant::now();
        trainer.begin_epoch(&network, number, true);
        number += 1;
        trainer.train(&mut network, &dataset, &team, usize::MAX)?;
        Ok(start.elapsed().as_secs_f64() * 1e3)
    };

    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        if line?.contains("prepare") {
            epoch()?;
            writeln!(output, "{{\"ready\":true}}")?;
        } else {
            let mut times = Vec::new();
            while times.iter().sum::<f64>() < turn || times.is_empty() {
                times.push(epoch()?);
            }
            writeln!(output, "{{\"times\":{times:?}}}")?;
        }
        output.flush()?;
    }
    Ok(())
}

/// The file's bytes, over and over until there are enough.
fn repeated(path: &str, length: usize) -> std::io::Result<Vec<u8>> {
    Ok(std::fs::read(path)?.into_iter().cycle().take(length).collect())
}
