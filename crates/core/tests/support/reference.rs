//! The same networks in 64-bit floats, as a textbook has them: whole matrices, nothing in registers, nothing sparse. The
//! engine is tested against this twin, and the twin against finite differences.

mod activations;
mod batch;
mod constraints;
mod layers;
mod losses;
pub mod metrics;
mod optimizers;
mod parameter;
mod regularizers;
pub mod schedules;
mod update;

use std::ops::Range;

use inkgrad_core::{Network, NetworkSpec, TrainingSpec};
use ndarray::Array2;

pub use batch::Batch;
use layers::{Layer, Noise};
use parameter::Parameter;
use update::Updates;

/// A layer with its place in the network.
struct Block {
    layer: Box<dyn Layer>,
    /// Which of the description's layers it belongs to.
    index: u32,
    parameters: Range<usize>,
}

/// A network that is easy to believe.
pub struct Reference {
    blocks: Vec<Block>,
    parameters: Vec<Parameter>,
    training: TrainingSpec,
    updates: Updates,
    seed: u64,
    batches: u64,
}

impl Reference {
    /// The twin of a network, with its weights.
    pub fn new(network: &Network, training: &TrainingSpec) -> Self {
        let NetworkSpec { inputs, seed, layers } = network.spec();
        let (mut blocks, mut parameters, mut width) = (Vec::new(), Vec::new(), *inputs);
        for (index, spec) in layers.iter().enumerate() {
            for layer in layers::blocks(spec) {
                let first = parameters.len();
                parameters.extend(layer.parameters(width));
                width = layer.outputs(width);
                blocks.push(Block { layer, index: index as u32, parameters: first..parameters.len() });
            }
        }
        let updates = Updates::new(training, &parameters);
        let mut twin =
            Self { blocks, parameters, training: training.clone(), updates, seed: *seed, batches: 0 };
        let weights = network.weights();
        assert_eq!(weights.len(), twin.weights().len());
        for (index, weight) in weights.into_iter().enumerate() {
            *twin.weight_mut(index) = f64::from(weight);
        }
        twin
    }

    /// All parameters, in the order of [`Network::weights`].
    pub fn weights(&self) -> Vec<f64> {
        self.parameters.iter().flat_map(|parameter| parameter.value.iter().copied()).collect()
    }

    /// A number by its place in that order.
    pub fn weight_mut(&mut self, index: usize) -> &mut f64 {
        self.parameters.iter_mut().flat_map(|parameter| parameter.value.iter_mut()).nth(index).unwrap()
    }

    /// For each number in that order, whether it learns.
    pub fn trainable(&self) -> Vec<bool> {
        self.parameters
            .iter()
            .flat_map(|parameter| vec![parameter.trainable; parameter.value.len()])
            .collect()
    }

    /// What comes out for rows.
    pub fn predict(&self, x: &Array2<f64>) -> Array2<f64> {
        self.forward(x, None).pop().unwrap()
    }

    /// The loss of rows as an evaluation has it.
    pub fn evaluate(&self, batch: &Batch) -> f64 {
        self.loss_of(batch, None)
    }

    /// The loss of rows as the next step has it, with its noise and the batch's statistics.
    pub fn loss(&self, batch: &Batch) -> f64 {
        self.loss_of(batch, Some(self.batches))
    }

    /// The derivatives of that loss by every number, in the order of [`weights`](Self::weights).
    pub fn gradients(&self, batch: &Batch) -> Vec<f64> {
        let gradients = self.backward(batch);
        let with_penalties = self.parameters.iter().zip(&gradients).map(|(p, g)| g + &p.penalty_gradient());
        with_penalties.flatten().collect()
    }

    /// Learns from a batch; the loss before it.
    pub fn train(&mut self, batch: &Batch) -> f64 {
        let loss = self.loss(batch);
        let gradients = self.backward(batch);
        let values = self.forward(&batch.x, Some(self.batches));
        for (block, x) in self.blocks.iter().zip(&values) {
            block.layer.follow(x, &mut self.parameters[block.parameters.clone()]);
        }
        self.updates.step(&mut self.parameters, gradients, self.batches);
        self.batches += 1;
        loss
    }

    /// Writes averages into the weights, where they are kept.
    pub fn end_training(&mut self) {
        self.updates.write_average(&mut self.parameters);
    }

    fn noise(&self, block: &Block, step: Option<u64>) -> Option<Noise> {
        step.map(|step| Noise { seed: self.seed, layer: block.index, step })
    }

    /// The rows before the first block and after each; in training at a step.
    fn forward(&self, x: &Array2<f64>, step: Option<u64>) -> Vec<Array2<f64>> {
        let mut values = vec![x.clone()];
        for block in &self.blocks {
            let noise = self.noise(block, step);
            let parameters = &self.parameters[block.parameters.clone()];
            values.push(block.layer.forward(values.last().unwrap(), parameters, noise));
        }
        values
    }

    /// After how many blocks the loss looks at the rows, and whether it takes them as logits.
    fn ending(&self) -> (usize, bool) {
        let end = self.blocks.iter().rposition(|block| !block.layer.is_penalty()).unwrap();
        match self.blocks[end].layer.activation() {
            Some(activation) if losses::belong(&self.training.loss, activation) => (end, true),
            _ => (self.blocks.len(), losses::from_logits(&self.training.loss)),
        }
    }

    fn loss_of(&self, batch: &Batch, step: Option<u64>) -> f64 {
        let values = self.forward(&batch.x, step);
        let (at, is_logits) = self.ending();
        let rows = values[at].rows().into_iter().zip(batch.t.rows()).zip(&batch.weights);
        let of_row = |y: Vec<f64>, t: Vec<f64>| losses::of_row(&self.training.loss, is_logits, &y, &t);
        let sum: f64 = rows.map(|((y, t), weight)| weight * of_row(y.to_vec(), t.to_vec())).sum();
        let activity =
            self.blocks.iter().zip(&values[1..]).map(|(block, y)| block.layer.penalty(y)).sum::<f64>();
        let penalties = self.parameters.iter().map(Parameter::penalty).sum::<f64>();
        (sum + activity) / batch.rows() as f64 + penalties
    }

    /// The derivatives of the loss by every parameter, the penalties of parameters left out.
    fn backward(&self, batch: &Batch) -> Vec<Array2<f64>> {
        let values = self.forward(&batch.x, Some(self.batches));
        let (at, is_logits) = self.ending();
        let mut gradients = Vec::new();
        let mut delta = Array2::zeros(values.last().unwrap().raw_dim());
        for (i, value) in values.iter().enumerate().rev() {
            if i == at {
                for (r, mut row) in delta.rows_mut().into_iter().enumerate() {
                    let (y, t) = (value.row(r).to_vec(), batch.t.row(r).to_vec());
                    let slopes = losses::gradient(&self.training.loss, is_logits, &y, &t);
                    let scale = batch.weights[r] / batch.rows() as f64;
                    row.iter_mut().zip(slopes).for_each(|(d, slope)| *d += slope * scale);
                }
            }
            if let Some(before) = i.checked_sub(1) {
                let block = &self.blocks[before];
                let parameters = &self.parameters[block.parameters.clone()];
                let noise = self.noise(block, Some(self.batches));
                let (delta_input, of_block) =
                    block.layer.backward(&values[before], parameters, noise, &delta);
                delta = delta_input;
                gradients.splice(0..0, of_block);
            }
        }
        gradients
    }
}
