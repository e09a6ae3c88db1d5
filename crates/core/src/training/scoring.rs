use crate::activations::Activation;
use crate::data::Target;
use crate::kernels::simd::LANES;
use crate::layers::Op;
use crate::losses::{LogitLoss, RowLoss};
use crate::metrics::Measure;
use crate::spec::TrainingSpec;

/// What is said of each row of outputs: its loss, and what metrics make of it.
pub struct Scoring<'a> {
    loss: &'a dyn RowLoss,
    logits: Option<&'a dyn LogitLoss>,
    /// The loss does the last activation, so that ops end before it.
    pub takes_activation: bool,
    /// Metrics, and whether rows count by their weights.
    pub measures: Vec<(&'a dyn Measure, bool)>,
    /// Numbers of a row of outputs.
    pub units: usize,
    /// Some metric needs the outputs themselves, in the order of the rows.
    pub needs_outputs: bool,
}

/// A row of outputs after it has been scored.
pub struct Scored<'a> {
    pub loss: f64,
    /// What the deltas are told from.
    y: &'a [f32],
    /// What the network gives.
    pub outputs: &'a [f32],
}

impl<'a> Scoring<'a> {
    pub fn new(training: &'a TrainingSpec, ops: &[Op], units: usize) -> Self {
        let last = match ops.last() {
            Some(Op::Activate(activate)) => &activate.activation,
            _ => &Activation::Linear,
        };
        let logits = training.loss.of_logits_of(last);
        let measures = |metrics: &'a [crate::metrics::Metric], weighted| {
            metrics.iter().map(move |metric| (metric.measure(), weighted))
        };
        let measures: Vec<_> =
            measures(&training.metrics, false).chain(measures(&training.weighted_metrics, true)).collect();
        Self {
            loss: training.loss.of_row(),
            logits: logits.map(|(loss, _)| loss),
            takes_activation: logits.is_some_and(|(_, belongs)| belongs),
            needs_outputs: measures.iter().any(|(measure, _)| !measure.is_mean()),
            measures,
            units,
        }
    }

    /// Numbers that are kept of a row: its loss, and a value for each metric.
    pub fn stride(&self) -> usize {
        1 + self.measures.len()
    }

    /// Numbers that a metric keeps.
    pub fn state_of(&self, which: usize) -> usize {
        self.measures[which].0.state(self.units)
    }

    /// Scores a row, which is in whole vectors; `spare` has room for one.
    pub fn score<'row>(&self, row: &'row mut [f32], spare: &'row mut [f32], target: Target) -> Scored<'row> {
        let units = self.units;
        let Some(logits) = self.logits else {
            let loss = self.loss.of(&row[..units], target);
            return Scored { loss, y: &row[..units], outputs: &row[..units] };
        };
        if self.takes_activation {
            let loss = logits.finish(row, units, target);
            return Scored { loss, y: &row[..units], outputs: &row[..units] };
        }
        // The network's outputs are the logits.
        let spare = &mut spare[..row.len()];
        spare.copy_from_slice(row);
        let loss = logits.finish(row, units, target);
        Scored { loss, y: &row[..units], outputs: &spare[..units] }
    }

    /// Writes what metrics make of a row.
    pub fn measure(&self, outputs: &[f32], target: Target, values: &mut [f64]) {
        for ((measure, _), value) in self.measures.iter().zip(values) {
            *value = measure.of_row(outputs, target).unwrap_or_default();
        }
    }

    /// Writes the derivatives of the loss, times `scale`; what lies behind the units becomes zero.
    pub fn gradient(&self, delta: &mut [f32], scored: &Scored, target: Target, scale: f32) {
        let (delta, beyond) = delta.split_at_mut(self.units);
        beyond.fill(0.0);
        match self.logits {
            Some(logits) => logits.gradient(delta, scored.y, target, scale),
            None => self.loss.gradient(delta, scored.y, target, scale),
        }
    }

    /// Numbers of a row of outputs, rounded up to whole vectors.
    pub fn width(&self) -> usize {
        self.units.next_multiple_of(LANES)
    }
}
