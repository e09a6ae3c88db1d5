//! Metrics of a whole set of outputs `y` and targets `t` at once, each row with its weight.

use inkgrad_core::losses::Loss;
use inkgrad_core::metrics::{Auc, BinaryAccuracy, ExpectedCalibrationError, F1Score, Metric, OfLoss};
use ndarray::{Array2, Axis};

use super::activations::sigmoid;
use super::losses;

/// A number of the set: an output, its target and its row's weight.
type Number = (f64, f64, f64);

pub fn measure(metric: &Metric, y: &Array2<f64>, t: &Array2<f64>, weights: &[f64]) -> Vec<f64> {
    let rows =
        || y.rows().into_iter().map(|row| row.to_vec()).zip(t.rows().into_iter().map(|row| row.to_vec()));
    let mean = |of_row: &dyn Fn(&[f64], &[f64]) -> f64| {
        let sum: f64 = rows().zip(weights).map(|((y, t), weight)| of_row(&y, &t) * weight).sum();
        sum / weights.iter().sum::<f64>()
    };
    let is = |condition: bool| f64::from(u8::from(condition));
    let result = match metric {
        Metric::BinaryAccuracy(BinaryAccuracy { threshold, inclusive }) => mean(&|y, t| {
            let decided = |y: f64| is(y > *threshold || (*inclusive && y == *threshold));
            let right = y.iter().zip(t).filter(|(y, t)| decided(**y) == **t).count();
            right as f64 / y.len() as f64
        }),
        Metric::CategoricalAccuracy => mean(&|y, t| is(largest(y) == largest(t))),
        Metric::TopKCategoricalAccuracy(top) => {
            mean(&|y, t| is(y.iter().filter(|other| **other > y[largest(t)]).count() < top.k))
        }
        Metric::Precision(precision) => {
            let told = told(y, precision.threshold, precision.top_k);
            let [right, wrong, _] = counts(&told, t, weights, precision.class_id);
            quotient(right, right + wrong)
        }
        Metric::Recall(recall) => {
            let told = told(y, recall.threshold, recall.top_k);
            let [right, _, missed] = counts(&told, t, weights, recall.class_id);
            quotient(right, right + missed)
        }
        Metric::F1Score(f1) => return f1_score(f1, y, t, weights),
        Metric::Auc(auc) => area(auc, y, t, weights),
        Metric::Loss(OfLoss { loss, .. }) => {
            mean(&|y, t| losses::of_row(loss, losses::from_logits(loss), y, t))
        }
        Metric::CosineSimilarity => mean(&|y, t| -losses::of_row(&Loss::CosineSimilarity, false, y, t)),
        Metric::RootMeanSquaredError => {
            mean(&|y, t| losses::of_row(&Loss::MeanSquaredError, false, y, t)).sqrt()
        }
        Metric::ExpectedCalibrationError(ExpectedCalibrationError { bins }) => {
            let decisions = rows().zip(weights).map(|((y, t), weight)| match y[..] {
                [p] => (p, is(t[0] != 0.0), *weight),
                _ => (y[largest(&y)], is(largest(&y) == largest(&t)), *weight),
            });
            calibration(decisions.collect(), *bins)
        }
    };
    vec![result]
}

fn quotient(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}

/// The first of the largest.
fn largest(numbers: &[f64]) -> usize {
    let top = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    numbers.iter().position(|number| *number == top).unwrap()
}

/// Which outputs are told positive: those above a threshold that are among the largest of their row.
fn told(y: &Array2<f64>, threshold: f64, top_k: usize) -> Array2<bool> {
    let mut told = y.mapv(|y| y > threshold);
    if top_k > 0 {
        for (row, mut told) in y.rows().into_iter().zip(told.rows_mut()) {
            let mut order: Vec<usize> = (0..row.len()).collect();
            order.sort_by(|a, b| row[*b].total_cmp(&row[*a]));
            order.into_iter().skip(top_k).for_each(|loser| told[loser] = false);
        }
    }
    told
}

/// True positives, false positives and false negatives, perhaps of one class only.
fn counts(told: &Array2<bool>, t: &Array2<f64>, weights: &[f64], class: Option<f64>) -> [f64; 3] {
    let mut counts = [0.0; 3];
    for ((row, column), told) in
        told.indexed_iter().filter(|((_, j), _)| class.is_none_or(|c| c == *j as f64))
    {
        match (told, t[[row, column]] == 1.0) {
            (true, true) => counts[0] += weights[row],
            (true, false) => counts[1] += weights[row],
            (false, true) => counts[2] += weights[row],
            (false, false) => {}
        }
    }
    counts
}

fn f1_score(f1: &F1Score, y: &Array2<f64>, t: &Array2<f64>, weights: &[f64]) -> Vec<f64> {
    let tops = y.map_axis(Axis(1), |row| row.fold(f64::NEG_INFINITY, |a, b| a.max(*b)));
    let told = Array2::from_shape_fn(y.dim(), |(row, column)| match f1.threshold {
        Some(threshold) => y[[row, column]] > threshold,
        None => y[[row, column]] == tops[row],
    });
    let score = |[right, wrong, missed]: [f64; 3]| {
        let (precision, recall) = (right / (right + wrong + 1e-7), right / (right + missed + 1e-7));
        2.0 * precision * recall / (precision + recall + 1e-7)
    };
    let classes = (0..y.ncols()).map(|class| counts(&told, t, weights, Some(class as f64)));
    let scores: Vec<f64> = classes.clone().map(score).collect();
    match f1.average {
        0 => scores,
        1 => vec![score(counts(&told, t, weights, None))],
        2 => vec![scores.iter().sum::<f64>() / scores.len() as f64],
        _ => {
            let sizes: Vec<f64> = classes.map(|[right, _, missed]| right + missed).collect();
            let sum: f64 = scores.iter().zip(&sizes).map(|(score, size)| score * size).sum();
            vec![sum / sizes.iter().sum::<f64>()]
        }
    }
}

fn area(auc: &Auc, y: &Array2<f64>, t: &Array2<f64>, weights: &[f64]) -> f64 {
    let number = |((row, _), (y, t)): ((usize, usize), (&f64, &f64))| {
        (if auc.from_logits { sigmoid(*y) } else { *y }, *t, weights[row])
    };
    let of_column = |column: usize| -> Vec<Number> {
        let pairs = y.column(column).to_vec().into_iter().zip(t.column(column).to_vec());
        pairs.enumerate().map(|(row, (y, t))| number(((row, column), (&y, &t)))).collect()
    };
    let columns = (0..y.ncols()).map(of_column);
    if auc.multi_label {
        return columns.map(|numbers| area_of(auc, &numbers)).sum::<f64>() / y.ncols() as f64;
    }
    area_of(auc, &columns.flatten().collect::<Vec<_>>())
}

fn area_of(auc: &Auc, numbers: &[Number]) -> f64 {
    // The first threshold is below all probabilities and the last above.
    let thresholds = (0..auc.num_thresholds).map(|i| match i {
        0 => -1.0,
        _ if i + 1 == auc.num_thresholds => 2.0,
        _ => i as f64 / (auc.num_thresholds - 1) as f64,
    });
    let positives: f64 = numbers.iter().map(|(_, t, weight)| t * weight).sum();
    let negatives: f64 = numbers.iter().map(|(_, t, weight)| (1.0 - t) * weight).sum();
    let above = |threshold: f64| {
        let told = numbers.iter().filter(|(p, ..)| *p > threshold);
        told.fold((0.0, 0.0), |(tp, fp), (_, t, weight)| (tp + t * weight, fp + (1.0 - t) * weight))
    };
    let points: Vec<(f64, f64)> = thresholds.map(above).collect();
    let between = points.windows(2).map(|pair| (pair[0], pair[1]));
    if !auc.precision_recall {
        let trapezoid = |((tp0, fp0), (tp1, fp1)): ((f64, f64), (f64, f64))| {
            (fp0 - fp1) / negatives * (tp0 + tp1) / positives / 2.0
        };
        return between.map(trapezoid).sum();
    }
    // Davis and Goadrich (2006): integral of precision over recall where tp = slope * told + intercept.
    let piece = |((tp0, fp0), (tp1, fp1)): ((f64, f64), (f64, f64))| {
        let (told0, told1) = (tp0 + fp0, tp1 + fp1);
        if told0 == told1 {
            return 0.0;
        }
        let slope = (tp0 - tp1) / (told0 - told1);
        let intercept = tp1 - slope * told1;
        let log = if told1 > 0.0 { (told0 / told1).ln() } else { 0.0 };
        slope * (tp0 - tp1 + intercept * log) / positives
    };
    between.map(piece).sum()
}

fn calibration(decisions: Vec<Number>, bins: usize) -> f64 {
    let total: f64 = decisions.iter().map(|(.., weight)| weight).sum();
    let gap = |bin: usize| {
        let edges = [bin, bin + 1].map(|edge| edge as f64 / bins as f64);
        let inside = decisions.iter().filter(|(p, ..)| (*p > edges[0] || bin == 0) && *p <= edges[1]);
        inside.map(|(p, came_true, weight)| (p - came_true) * weight).sum::<f64>().abs()
    };
    (0..bins).map(gap).sum::<f64>() / total
}
