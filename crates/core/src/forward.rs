use std::ops::Range;
use std::sync::Mutex;

use crate::Error;
use crate::dataset::{Chunk, Dataset};
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

/// The last layer's outputs for whole rows, into `outputs` (rows x units, row-major).
pub fn predict(network: &Network, rows: Chunk, outputs: &mut [f32], team: &Team) -> Result<(), Error> {
    let (inputs, units) = (network.spec.inputs, network.outputs());
    let count = rows.len() / inputs;
    if count == 0 || rows.len() != count * inputs {
        return Err(Error::Length { what: "rows", expected: count.max(1) * inputs, received: rows.len() });
    }
    if outputs.len() != count * units {
        return Err(Error::Length { what: "outputs", expected: count * units, received: outputs.len() });
    }
    let fault = Mutex::new(None);
    let alone = Team::single();
    let team = if count <= LEAST_PIECE { &alone } else { team };
    let piece = count.div_ceil(team.threads()).clamp(LEAST_PIECE, MOST_PIECE).next_multiple_of(LEAST_PIECE);
    let pieces = outputs.chunks_mut(piece * units).map(Mutex::new).collect::<Vec<_>>();
    team.run(|member| {
        for index in member.share(pieces.len(), 1) {
            let range = index * piece * inputs..((index + 1) * piece * inputs).min(rows.len());
            let predicted =
                pieces[index].lock().map_err(|_| Error::Dataset("is in use")).and_then(|mut outputs| {
                    let dataset = Dataset::from_chunk(rows.slice(range), inputs)?;
                    pass(network, &dataset, 0..dataset.rows())?.outputs(&mut outputs, &Team::single())
                });
            if let (Err(error), Ok(mut fault)) = (predicted, fault.lock()) {
                fault.get_or_insert(error);
            }
        }
    });
    match fault.into_inner() {
        Ok(None) => Ok(()),
        Ok(Some(error)) => Err(error),
        Err(_) => Err(Error::Dataset("is in use")),
    }
}

/// Rows that one member turns into a data set, sparse or dense, and predicts, before it takes the next ones: at least
/// this many.
const LEAST_PIECE: usize = 64;

/// At most this many, so that they stay in the second-level cache.
const MOST_PIECE: usize = 256;

fn pass<'a>(network: &'a Network, dataset: &'a Dataset, rows: Range<usize>) -> Result<Pass<'a>, Error> {
    dataset.check(network.spec.inputs, rows.start, rows.end)?;
    Ok(Pass { layers: &network.layers, weights: &network.weights, dataset, rows })
}
