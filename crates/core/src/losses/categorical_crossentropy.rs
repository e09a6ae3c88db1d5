use super::smoothing::Goal;
use super::{EPSILON, LogitLoss, RowLoss, each};
use crate::activations::Activation;
use crate::data::Target;
use crate::kernels::rows::softmax;
use crate::spec::packed::record;

record! {
    /// What categorical cross-entropy has.
    pub struct CategoricalCrossentropy {
        /// The network gives logits.
        pub from_logits: bool,
        /// The share of a target that is spread over all classes.
        pub label_smoothing: f64,
    }
}

record! {
    /// What categorical cross-entropy of class ids has.
    pub struct SparseCategoricalCrossentropy {
        /// The network gives logits.
        pub from_logits: bool,
    }
}

impl RowLoss for CategoricalCrossentropy {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let sum: f32 = y.iter().sum();
        let term = |i: usize| -libm::log(f64::from((y[i] / sum).clamp(EPSILON, 1.0 - EPSILON)));
        over_classes(self.goal(target, y.len()), target, y.len(), term)
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let goal = self.goal(target, y.len());
        let sum: f32 = y.iter().sum();
        let inside = |i: usize| (EPSILON..=1.0 - EPSILON).contains(&(y[i] / sum));
        let total: f32 = (0..y.len()).filter(|&i| inside(i)).map(|i| goal.at(i)).sum();
        each(delta, |i| {
            let pull = if inside(i) && goal.at(i) != 0.0 { goal.at(i) / y[i] } else { 0.0 };
            (total / sum - pull) * scale
        });
    }

    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        Some(self)
    }
}

impl CategoricalCrossentropy {
    fn goal<'a>(&self, target: Target<'a>, classes: usize) -> Goal<'a> {
        Goal::new(target, self.label_smoothing, classes)
    }
}

impl LogitLoss for CategoricalCrossentropy {
    fn belongs_to(&self, activation: &Activation) -> bool {
        *activation == Activation::Softmax
    }

    fn always(&self) -> bool {
        self.from_logits
    }

    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64 {
        let goal = self.goal(target, units);
        let sum_of_goals = over_classes(goal, target, units, |_| 1.0);
        let weighted_sum = over_classes(goal, target, units, |i| f64::from(row[i]));
        sum_of_goals * softmax(row, units) - weighted_sum
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let goal = self.goal(target, y.len());
        // Targets that do not sum to one keep their sum as a factor of the prediction.
        let total: f32 = match target {
            Target::Class(_) => 1.0,
            Target::Values(_) => (0..y.len()).map(|i| goal.at(i)).sum(),
        };
        each(delta, |i| (y[i] * total - goal.at(i)) * scale);
    }
}

impl RowLoss for SparseCategoricalCrossentropy {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let clipped = |p: f32| f64::from(p.clamp(EPSILON, 1.0 - EPSILON));
        let sum: f64 = y.iter().map(|p| clipped(*p)).sum();
        let plain = Goal::new(target, 0.0, y.len());
        over_classes(plain, target, y.len(), |i| libm::log(sum) - libm::log(clipped(y[i])))
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let clipped = |p: f32| p.clamp(EPSILON, 1.0 - EPSILON);
        let sum: f32 = y.iter().map(|p| clipped(*p)).sum();
        let total: f32 = (0..y.len()).map(|i| target.at(i)).sum();
        each(delta, |i| {
            let p = clipped(y[i]);
            if p == y[i] { (total / sum - target.at(i) / p) * scale } else { 0.0 }
        });
    }

    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        Some(self)
    }
}

impl LogitLoss for SparseCategoricalCrossentropy {
    fn belongs_to(&self, activation: &Activation) -> bool {
        *activation == Activation::Softmax
    }

    fn always(&self) -> bool {
        self.from_logits
    }

    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64 {
        PLAIN.finish(row, units, target)
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        LogitLoss::gradient(&PLAIN, delta, y, target, scale);
    }
}

const PLAIN: CategoricalCrossentropy = CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 };

/// The terms of the classes, weighted by what each should be.
fn over_classes(goal: Goal, target: Target, classes: usize, term: impl Fn(usize) -> f64) -> f64 {
    match target {
        Target::Class(class) if goal.is_plain() => term(class as usize),
        _ => (0..classes)
            .map(|i| match goal.at(i) {
                0.0 => 0.0,
                wanted => f64::from(wanted) * term(i),
            })
            .sum(),
    }
}
