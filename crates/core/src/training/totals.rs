use super::scoring::Scoring;
use crate::data::Target;
use crate::metrics::add_mean;

/// Scores added up, row after row.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Sum of the rows' losses.
    pub loss: f64,
    /// Rows.
    pub samples: usize,
    /// Steps.
    pub steps: usize,
    /// The first step (from 0, over all runs that the totals have seen) whose loss was not finite.
    pub diverged: Option<usize>,
    /// What the metrics keep, one after the other.
    pub state: Vec<f64>,
}

/// A scored row, to be added.
pub struct Row<'a> {
    /// The loss, and a value for each metric.
    pub scores: &'a [f64],
    /// What the network gives, where a metric needs it.
    pub outputs: &'a [f32],
    pub target: Target<'a>,
    pub weight: f64,
}

impl Row<'_> {
    /// Takes the row into what a metric keeps.
    pub fn add_to(&self, state: &mut [f64], scoring: &Scoring, which: usize) {
        let (measure, weighted) = scoring.measures[which];
        let weight = if weighted { self.weight } else { 1.0 };
        if measure.is_mean() {
            add_mean(state, self.scores[1 + which], weight);
        } else {
            measure.add(state, self.outputs, self.target, weight);
        }
    }
}

impl Totals {
    pub fn new(scoring: &Scoring) -> Self {
        let len = (0..scoring.measures.len()).map(|which| scoring.state_of(which)).sum();
        Self { state: vec![0.0; len], ..Self::default() }
    }

    /// Forgets everything.
    pub fn reset(&mut self) {
        let mut state = std::mem::take(&mut self.state);
        state.fill(0.0);
        *self = Self { state, ..Self::default() };
    }

    /// Adds a row.
    pub fn add(&mut self, scoring: &Scoring, row: &Row) {
        self.add_loss(row);
        let mut rest = self.state.as_mut_slice();
        for which in 0..scoring.measures.len() {
            let (state, others) = rest.split_at_mut(scoring.state_of(which));
            row.add_to(state, scoring, which);
            rest = others;
        }
    }

    /// Adds a row, but not to the metrics.
    pub fn add_loss(&mut self, row: &Row) {
        self.loss += row.scores[0];
        self.samples += 1;
    }

    /// Ends a step: what the size of the weights cost is part of the loss.
    pub fn end_step(&mut self, rows: usize, penalty: f64) {
        self.loss += penalty * rows as f64;
        if !self.loss.is_finite() && self.diverged.is_none() {
            self.diverged = Some(self.steps);
        }
        self.steps += 1;
    }

    /// The mean loss.
    pub fn mean_loss(&self) -> f64 {
        if self.samples == 0 { 0.0 } else { self.loss / self.samples as f64 }
    }

    /// What the metrics result in, one after the other.
    pub fn results(&self, scoring: &Scoring) -> Vec<f64> {
        let mut results = Vec::new();
        let mut rest = self.state.as_slice();
        for (measure, _) in &scoring.measures {
            let (state, others) = rest.split_at(measure.state(scoring.units));
            measure.result(state, scoring.units, &mut results);
            rest = others;
        }
        results
    }
}
