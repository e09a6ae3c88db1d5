//! Passes of a network that does not learn: rows in chunks, each computed by one member of a team.

use std::ops::Range;
use std::sync::Mutex;

use crate::Error;
use crate::data::{Chunk, Dataset, Storage};
use crate::kernels::kernel::ROW_BLOCK;
use crate::kernels::sparse;
use crate::layers::Op;
use crate::layers::wiring::{Area, Matrices, Scratch, Wiring};
use crate::network::{NOT_COMPILED, Network};
use crate::parallel::{Member, Team};
use crate::training::{Row, Scoring, Totals};

/// Rows that a member takes through all layers together: a panel of a kernel is read once for them.
const CHUNK: usize = 64;

/// Products of the rows that go through a network in one call, one for each row and weight: about 15 ms of work for one
/// thread.
const PASSED_PRODUCTS: usize = 1 << 29;

impl Network {
    /// Rows to predict or to score in one call, for callers that have other things to do in between: some milliseconds of
    /// work, and enough for all members of a team.
    pub fn passed_rows(&self, team: &Team) -> usize {
        (PASSED_PRODUCTS / self.weights.len()).max(CHUNK * team.threads())
    }
}

/// What is done with the rows of a chunk, once they have gone through the ops.
trait Deliver: Sync {
    /// Ops that they go through.
    fn end(&self, ops: &[Op]) -> usize;

    /// Takes a row, counted from the first of all; `row` is its place in the wiring.
    ///
    /// # Safety
    /// The result's place must be the member's own.
    unsafe fn row(&self, wiring: &Wiring, row: usize, index: usize, scratch: &mut Scratch);
}

/// The passage of some rows of a data set.
struct Passage<'a, To> {
    network: &'a Network,
    dataset: &'a Dataset,
    rows: Range<usize>,
    to: To,
}

/// A pointer that members use each in places of their own.
#[derive(Clone, Copy)]
struct Shared<T>(*mut T);

// SAFETY: whoever dereferences it says why the place is its own.
unsafe impl<T> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn at(&self, index: usize) -> *mut T {
        self.0.wrapping_add(index)
    }
}

impl<To: Deliver> Passage<'_, To> {
    fn run(&self, team: &Team) -> Result<(), Error> {
        let members = team.threads().min(self.rows.len().div_ceil(CHUNK));
        let (ops, widths) = (&self.network.ops, &self.network.widths);
        let chunk = self.rows.len().min(CHUNK);
        let is_direct =
            matches!(ops.first(), Some(Op::Dense(_))) && self.dataset.storage() == Some(Storage::Sparse);
        let room = |_| {
            let widest = widths.iter().skip(1).copied().max().unwrap_or_default();
            let matrices = Matrices::new(ops, widths, chunk, !is_direct, false, "a chunk of rows")?;
            Ok((matrices, Scratch::new(widest, chunk)?))
        };
        let mut rooms = (0..members).map(room).collect::<Result<Vec<_>, Error>>()?;
        let rooms = Shared(rooms.as_mut_ptr());
        team.run(members, |member| {
            // SAFETY: there is a room for each member.
            let (matrices, scratch) = unsafe { &mut *rooms.at(member.index) };
            self.member(member, &matrices.wire(ops, widths), scratch, is_direct);
        });
        Ok(())
    }

    fn member(&self, member: Member, wiring: &Wiring, scratch: &mut Scratch, is_direct: bool) {
        let share = member.share(self.rows.len(), CHUNK);
        let end = self.to.end(&self.network.ops);
        for first in share.clone().step_by(CHUNK) {
            let chunk = first..(first + CHUNK).min(share.end);
            let rows = self.rows.start + chunk.start..self.rows.start + chunk.end;
            // SAFETY: the matrices are the member's own and have a chunk's rows; weights are not written, since what
            // learns is not at work; the results of the chunk's rows are the member's own.
            unsafe {
                if !is_direct {
                    for (row, index) in rows.clone().enumerate() {
                        self.dataset.write_row(index, wiring.values[0], row);
                    }
                }
                let arena = self.network.weights.as_ptr().cast_mut();
                for (op, kind) in self.network.ops[..end].iter().enumerate() {
                    match kind {
                        Op::Dense(kernel) if op == 0 && is_direct => {
                            let rows = rows.clone().map(|row| self.dataset.entries(row));
                            sparse::forward(wiring.values[1], 0, rows, arena, kernel, 0..kernel.panels);
                        }
                        _ => {
                            let panels = 0..wiring.panels_after(op);
                            let area = Area { count: chunk.len(), rows: 0..chunk.len(), panels };
                            wiring.forward(op, area, arena, None, scratch);
                        }
                    }
                }
                for (row, index) in chunk.enumerate() {
                    self.to.row(wiring, row, index, scratch);
                }
            }
        }
    }
}

/// Writes outputs, row after row.
struct Outputs {
    units: usize,
    to: Shared<f32>,
}

impl Deliver for Outputs {
    fn end(&self, ops: &[Op]) -> usize {
        ops.len()
    }

    unsafe fn row(&self, wiring: &Wiring, row: usize, index: usize, scratch: &mut Scratch) {
        let y = &mut scratch.rows[0][..self.units.next_multiple_of(ROW_BLOCK)];
        // SAFETY: the row lies in the matrix, in whole vectors; there is room for the outputs of all rows.
        unsafe {
            wiring.values.last().inspect(|values| values.read_row(row, y));
            self.to.at(index * self.units).copy_from_nonoverlapping(y.as_ptr(), self.units);
        }
    }
}

/// Writes scores, and the outputs where metrics need them.
struct Scores<'a> {
    scoring: &'a Scoring<'a>,
    dataset: &'a Dataset,
    first: usize,
    scores: Shared<f64>,
    outputs: Shared<f32>,
}

impl Deliver for Scores<'_> {
    fn end(&self, ops: &[Op]) -> usize {
        ops.len() - usize::from(self.scoring.takes_activation)
    }

    unsafe fn row(&self, wiring: &Wiring, row: usize, index: usize, scratch: &mut Scratch) {
        let Scores { scoring, dataset, .. } = self;
        let (units, stride, end) = (scoring.units, scoring.stride(), wiring.values.len() - 1);
        let [y, spare, _] = scratch.rows.each_mut().map(|row| &mut row[..scoring.width()]);
        let target = dataset.target(self.first + index, units);
        // SAFETY: the row lies in the matrix; there is room for the scores and outputs of all rows.
        unsafe {
            wiring.values[end - usize::from(scoring.takes_activation)].read_row(row, y);
            let scored = scoring.score(y, spare, target);
            let scores = std::slice::from_raw_parts_mut(self.scores.at(index * stride), stride);
            scores[0] = scored.loss * f64::from(dataset.weight(self.first + index)) + wiring.penalty(row);
            scoring.measure(scored.outputs, target, &mut scores[1..]);
            if scoring.needs_outputs {
                let outputs = self.outputs.at(index * units);
                outputs.copy_from_nonoverlapping(scored.outputs.as_ptr(), units);
            }
        }
    }
}

/// Scores of a compiled network on rows, which may come in several calls.
pub struct Evaluation {
    totals: Totals,
    made_for: u64,
}

impl Evaluation {
    /// Begins with no rows.
    pub fn new(network: &Network) -> Result<Self, Error> {
        let compiled = network.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let totals = Totals::new(&compiled.scoring(&network.ops, network.outputs()));
        Ok(Self { totals, made_for: network.identity })
    }

    /// Takes a range of rows in.
    pub fn add(
        &mut self,
        network: &Network,
        dataset: &Dataset,
        rows: Range<usize>,
        team: &Team,
    ) -> Result<(), Error> {
        if self.made_for != network.identity {
            return Err(Error::Network("is another one than the evaluation was begun with"));
        }
        dataset.check(network.spec.inputs, rows.start, rows.end)?;
        dataset.check_targets(network.outputs())?;
        let compiled = network.compiled.as_ref().ok_or(NOT_COMPILED)?;
        let (scoring, count) = (compiled.scoring(&network.ops, network.outputs()), rows.len());
        let (stride, units) = (scoring.stride(), scoring.units);
        let mut scores = vec![0.0; count * stride];
        let mut outputs = vec![0.0; if scoring.needs_outputs { count * units } else { 0 }];
        let to = Scores {
            scoring: &scoring,
            dataset,
            first: rows.start,
            scores: Shared(scores.as_mut_ptr()),
            outputs: Shared(outputs.as_mut_ptr()),
        };
        Passage { network, dataset, rows: rows.clone(), to }.run(team)?;
        // One after the other, whoever computed them.
        for (index, row) in rows.enumerate() {
            let row = Row {
                scores: &scores[index * stride..(index + 1) * stride],
                outputs: outputs.get(index * units..(index + 1) * units).unwrap_or_default(),
                target: dataset.target(row, units),
                weight: f64::from(dataset.weight(row)),
            };
            self.totals.add(&scoring, &row);
        }
        Ok(())
    }

    /// Rows so far.
    pub fn samples(&self) -> usize {
        self.totals.samples
    }

    /// The mean loss, what the size of the weights costs included.
    pub fn loss(&self, network: &Network) -> Result<f64, Error> {
        Ok(self.totals.mean_loss() + network.penalty()?)
    }

    /// What the metrics say, one after the other.
    pub fn metrics(&self, network: &Network) -> Result<Vec<f64>, Error> {
        let compiled = network.compiled.as_ref().ok_or(NOT_COMPILED)?;
        Ok(self.totals.results(&compiled.scoring(&network.ops, network.outputs())))
    }
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
    let piece = count.div_ceil(team.threads()).clamp(CHUNK, MOST_PIECE).next_multiple_of(CHUNK);
    let pieces = outputs.chunks_mut(piece * units).map(Mutex::new).collect::<Vec<_>>();
    team.run(team.threads().min(pieces.len()), |member| {
        for index in member.share(pieces.len(), 1) {
            let range = index * piece * inputs..((index + 1) * piece * inputs).min(rows.len());
            let predicted = pieces[index].lock().map_err(|_| Error::Poisoned).and_then(|mut outputs| {
                let dataset = Dataset::from_chunk(rows.slice(range), inputs)?;
                let to = Outputs { units, to: Shared(outputs.as_mut_ptr()) };
                Passage { network, rows: 0..dataset.rows(), dataset: &dataset, to }.run(&Team::single())
            });
            if let (Err(error), Ok(mut fault)) = (predicted, fault.lock()) {
                fault.get_or_insert(error);
            }
        }
    });
    match fault.into_inner() {
        Ok(None) => Ok(()),
        Ok(Some(error)) => Err(error),
        Err(_) => Err(Error::Poisoned),
    }
}

/// The same for a range of a data set's rows.
pub fn predict_rows(
    network: &Network,
    dataset: &Dataset,
    rows: Range<usize>,
    outputs: &mut [f32],
    team: &Team,
) -> Result<(), Error> {
    dataset.check(network.spec.inputs, rows.start, rows.end)?;
    let units = network.outputs();
    if outputs.len() != rows.len() * units {
        let (expected, received) = (rows.len() * units, outputs.len());
        return Err(Error::Length { what: "outputs", expected, received });
    }
    let to = Outputs { units, to: Shared(outputs.as_mut_ptr()) };
    Passage { network, dataset, rows, to }.run(team)
}

/// Rows, at most, that one member turns into a data set, sparse or dense, and predicts, before it takes the next ones: they
/// stay in the second-level cache.
const MOST_PIECE: usize = 256;
