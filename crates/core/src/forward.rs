use std::ops::Range;

use crate::Error;
use crate::dataset::Dataset;
use crate::kernels::pass::Pass;
use crate::network::Network;
use crate::parallel::Team;

/// How a network does on rows that have targets.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    /// Sum of the rows' losses.
    pub loss: f64,
    /// Rows decided rightly.
    pub correct: usize,
    /// Rows.
    pub samples: usize,
}

/// Scores of a compiled network on a range of rows.
pub fn evaluate(
    network: &Network,
    dataset: &Dataset,
    rows: Range<usize>,
    team: &Team,
) -> Result<Scores, Error> {
    let Some((loss, _)) = network.recipe else {
        return Err(Error::Network("must be compiled before it is evaluated"));
    };
    dataset.check_targets(network.outputs())?;
    let samples = rows.len();
    let scores = pass(network, dataset, rows)?.scores(loss, network.spec.is_fused(loss), team)?;
    // One after the other, whoever computed them.
    let loss = scores.iter().map(|score| score.loss).sum();
    Ok(Scores { loss, correct: scores.iter().filter(|score| score.correct).count(), samples })
}

/// The last layer's outputs for a range of rows, into `outputs` (rows x units, row-major).
pub fn predict(
    network: &Network,
    dataset: &Dataset,
    rows: Range<usize>,
    outputs: &mut [f32],
    team: &Team,
) -> Result<(), Error> {
    pass(network, dataset, rows)?.outputs(outputs, team)
}

fn pass<'a>(network: &'a Network, dataset: &'a Dataset, rows: Range<usize>) -> Result<Pass<'a>, Error> {
    dataset.check(network.spec.inputs, rows.start, rows.end)?;
    Ok(Pass { layers: &network.layers, weights: &network.weights, dataset, rows })
}
