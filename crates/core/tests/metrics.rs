//! Metrics, row by row, against their definitions on the whole set.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::losses::{BinaryCrossentropy, CategoricalCrossentropy, Loss};
use inkgrad_core::metrics::Metric;
use inkgrad_core::{Chunk, Dataset, Evaluation, Network, Storage, Targets, Team, Trainer, predict};
use ndarray::Array2;
use support::reference::metrics::measure;
use support::*;

const ROWS: usize = 157;

/// A model that stays as it is, its data with weights of rows, and what the metrics must say of them.
struct Case {
    model: Model,
    data: Dataset,
    t: Array2<f32>,
    expected: Vec<f64>,
}

impl Case {
    fn new(last: Activation, units: usize, loss: Loss, seed: u32) -> Self {
        let layers = stack(&[(8, Activation::Tanh), (units, last)]);
        let mut model = Model::new(6, layers, every::sgd(0.0), loss);
        model.training.metrics = every::metrics();
        model.training.weighted_metrics = every::metrics();
        let (x, t) = support::data(&model, ROWS, 0.2, seed);
        let weights: Vec<f32> = (0..ROWS).map(|row| (row % 3) as f32 * 0.5).collect();
        let mut data = dataset(&x, &t, Storage::Sparse);
        data.set_weights(weights.clone()).unwrap();

        let mut outputs = Array2::zeros((ROWS, units));
        let chunk = Chunk::Floats(x.as_slice().unwrap());
        predict(&model.network(), chunk, outputs.as_slice_mut().unwrap(), &Team::single()).unwrap();
        let (y, exact_t) = (outputs.mapv(f64::from), t.mapv(f64::from));
        let equal = vec![1.0; ROWS];
        let weighted: Vec<f64> = weights.into_iter().map(f64::from).collect();
        let all = |weights: &[f64]| -> Vec<f64> {
            every::metrics().iter().flat_map(|metric| measure(metric, &y, &exact_t, weights)).collect()
        };
        let expected = [all(&equal), all(&weighted)].concat();
        Self { model, data, t, expected }
    }

    fn evaluate(&self, threads: usize, cuts: &[usize]) -> Vec<f64> {
        let (network, team) = (self.model.network(), Team::new(threads).unwrap());
        let mut evaluation = Evaluation::new(&network).unwrap();
        for range in cuts.windows(2) {
            evaluation.add(&network, &self.data, range[0]..range[1], &team).unwrap();
        }
        evaluation.metrics(&network).unwrap()
    }

    fn train(&self, threads: usize, batch: usize, steps: usize) -> Vec<f64> {
        let (mut network, team): (Network, _) = (self.model.network(), Team::new(threads).unwrap());
        let mut trainer = Trainer::new(&mut network, &self.data, 0..ROWS, batch, &team).unwrap();
        trainer.begin_epoch(&network, 0, false);
        loop {
            let progress = trainer.train(&mut network, &self.data, &team, steps).unwrap();
            if progress.samples == ROWS {
                return progress.metrics;
            }
        }
    }

    fn assert_expected(&self, measured: &[f64]) {
        assert_eq!(measured.len(), self.expected.len());
        let names = every::metrics().into_iter().flat_map(|metric| {
            let results = matches!(&metric, Metric::F1Score(f1) if f1.average == 0);
            vec![metric; if results { self.model.units() } else { 1 }]
        });
        let names: Vec<Metric> = names.collect();
        for (i, (ours, exact)) in measured.iter().zip(&self.expected).enumerate() {
            let is_close = (ours - exact).abs() < 2e-6 * exact.abs().max(1.0);
            assert!(is_close, "{:?}: {ours} not {exact}", names[i % names.len()]);
        }
    }
}

fn cases() -> Vec<Case> {
    let binary = BinaryCrossentropy { from_logits: false, label_smoothing: 0.0 };
    vec![
        Case::new(Activation::Softmax, 4, CROSSENTROPY, 1),
        Case::new(Activation::Sigmoid, 1, Loss::BinaryCrossentropy(binary.clone()), 2),
        Case::new(Activation::Sigmoid, 3, Loss::BinaryCrossentropy(binary), 3),
    ]
}

#[test]
fn every_metric_is_what_it_is_defined_as() {
    for case in cases() {
        let whole = case.evaluate(1, &[0, ROWS]);
        case.assert_expected(&whole);
        for threads in [2, 3, 4] {
            assert_eq!(case.evaluate(threads, &[0, 1, 65, 130, ROWS]), whole);
        }
    }
}

#[test]
fn training_measures_what_evaluation_does() {
    for case in cases() {
        let evaluated = case.evaluate(1, &[0, ROWS]);
        for (threads, batch, steps) in [(1, 1, usize::MAX), (2, 16, usize::MAX), (3, 200, 1), (4, 31, 1)] {
            assert_eq!(case.train(threads, batch, steps), evaluated);
        }
    }
}

#[test]
fn class_ids_are_measured_as_one_hot_rows() {
    let mut case = Case::new(Activation::Softmax, 4, CROSSENTROPY, 1);
    let classes =
        case.t.rows().into_iter().map(|row| row.iter().position(|t| *t == 1.0).unwrap() as u32).collect();
    case.data.set_targets(Targets::Classes(classes)).unwrap();
    case.assert_expected(&case.evaluate(2, &[0, ROWS]));
}

/// Where a loss takes logits, metrics still get what the network gives.
#[test]
fn metrics_get_the_outputs_and_not_what_a_loss_makes_of_them() {
    let loss = CategoricalCrossentropy { from_logits: true, label_smoothing: 0.0 };
    let case = Case::new(Activation::Tanh, 4, Loss::CategoricalCrossentropy(loss), 1);
    // Logarithms of negative numbers are none.
    let is_number = case.expected.iter().map(|value| value.is_finite());
    let measured = case.evaluate(2, &[0, ROWS]);
    for ((ours, exact), is_number) in measured.iter().zip(&case.expected).zip(is_number) {
        assert!(!is_number || (ours - exact).abs() < 2e-6 * exact.abs().max(1.0), "{ours} not {exact}");
    }
    assert_eq!(format!("{:?}", case.train(2, 16, 1)), format!("{measured:?}"));
}

#[test]
fn without_rows_there_is_nothing_to_divide_by() {
    let case = Case::new(Activation::Softmax, 4, CROSSENTROPY, 1);
    let (network, mut data) = (case.model.network(), case.data);
    data.set_weights(vec![0.0; ROWS]).unwrap();
    let mut evaluation = Evaluation::new(&network).unwrap();
    assert!(evaluation.metrics(&network).unwrap().iter().all(|value| *value == 0.0));
    evaluation.add(&network, &data, 0..ROWS, &Team::single()).unwrap();
    let measured = evaluation.metrics(&network).unwrap();
    assert!(measured[measured.len() / 2..].iter().all(|value| *value == 0.0), "{measured:?}");
}
