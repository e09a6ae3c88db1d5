use super::{Method, Slot, Step, Tile};
use crate::kernels::simd::{F32x4, LANES};
use crate::schedules::Schedule;
use crate::spec::packed::record;
use crate::training::{Of, Whole};

record! {
    /// Second moments of matrices by their rows and columns (Shazeer and Stern, 2018).
    pub struct Adafactor {
        /// The largest step size; one by the root of the step is another.
        pub learning_rate: Schedule,
        /// The exponent of the step in the decay of second moments.
        pub beta2_decay: f64,
        /// Added to squares.
        pub epsilon1: f64,
        /// The least size of weights that steps are relative to.
        pub epsilon2: f64,
        /// The largest root mean square of an update.
        pub clip_threshold: f64,
        /// Of no effect in Keras, and so here.
        pub relative_step: bool,
    }
}

impl Method for Adafactor {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    /// A matrix has the means of its rows in the first column of the first, and those of its columns in the first row of
    /// the second; a vector has its second moments in the first.
    fn slots(&self) -> Vec<Slot> {
        ["row", "column"].map(|name| Slot { name, initial: 0.0, least: 0.0 }).to_vec()
    }

    fn update(&self, _: Step, _: &mut Tile) {}

    fn is_of_variables(&self) -> bool {
        true
    }

    fn update_variable(&self, step: Step, whole: &Whole) {
        let spec = &whole.variable.spec;
        let count = (spec.rows * spec.columns) as f64;
        let rms = |squares: f64| libm::sqrt(squares / count) as f32;
        let t = step.t as f64;
        let keep = (1.0 - libm::pow(t, self.beta2_decay)) as f32;

        let mut squares = 0.0;
        each(whole, |row, column| squares += sum_of_squares(whole.get(Of::Weights, row, column)));
        let relative = step.rate.min((1.0 / libm::sqrt(t)) as f32);
        let alpha = rms(squares).max(self.epsilon2 as f32) * relative;

        let moments = if spec.is_vector { self.of_vector(whole, keep) } else { self.of_matrix(whole, keep) };
        let mut squares = 0.0;
        each(whole, |row, column| {
            squares +=
                sum_of_squares(whole.get(Of::Gradients, row, column) / moments.at(whole, row, column).sqrt());
        });
        let scale = alpha / (rms(squares) / self.clip_threshold as f32).max(1.0);
        each(whole, |row, column| {
            let update = whole.get(Of::Gradients, row, column) / moments.at(whole, row, column).sqrt();
            let weights = whole.get(Of::Weights, row, column) - update * F32x4::splat(scale);
            whole.set(Of::Weights, row, column, weights);
        });
    }
}

/// Second moments: those of a vector, or of a matrix whose rows have a mean.
#[derive(Clone, Copy)]
enum Moments {
    OfVector,
    OfMatrix(f32),
}

impl Moments {
    #[inline(always)]
    fn at(self, whole: &Whole, row: usize, column: usize) -> F32x4 {
        match self {
            Self::OfVector => whole.get(Of::FirstSlot, row, column),
            Self::OfMatrix(mean) => {
                let of_row = F32x4::splat(whole.number(Of::FirstSlot, row, 0) / mean);
                // Where neither row nor column has had a gradient the product is nothing, and is divided by.
                (of_row * whole.get(Of::SecondSlot, 0, column)).at_least(F32x4::splat(f32::MIN_POSITIVE))
            }
        }
    }
}

impl Adafactor {
    fn square(&self, whole: &Whole, row: usize, column: usize) -> F32x4 {
        let gradient = whole.get(Of::Gradients, row, column);
        gradient * gradient + F32x4::splat(self.epsilon1 as f32)
    }

    fn of_vector(&self, whole: &Whole, keep: f32) -> Moments {
        let (keep, rest) = (F32x4::splat(keep), F32x4::splat(1.0 - keep));
        each(whole, |row, column| {
            let moments =
                whole.get(Of::FirstSlot, row, column) * keep + self.square(whole, row, column) * rest;
            whole.set(Of::FirstSlot, row, column, moments);
        });
        Moments::OfVector
    }

    fn of_matrix(&self, whole: &Whole, keep: f32) -> Moments {
        let (rows, columns) = (whole.variable.spec.rows, whole.variable.spec.columns);
        let mut of_rows = 0.0;
        for row in 0..rows {
            let lanes =
                (0..columns).step_by(LANES).flat_map(|column| self.square(whole, row, column).to_array());
            let mean = (lanes.take(columns).map(f64::from).sum::<f64>() / columns as f64) as f32;
            let before = whole.number(Of::FirstSlot, row, 0);
            let moment = keep * before + (1.0 - keep) * mean;
            whole.put(Of::FirstSlot, row, 0, moment);
            of_rows += f64::from(moment);
        }
        let [count, keep, rest] = [rows as f32, keep, 1.0 - keep].map(F32x4::splat);
        for column in (0..columns).step_by(LANES) {
            let sum = (0..rows).fold(F32x4::splat(0.0), |sum, row| sum + self.square(whole, row, column));
            whole.set(
                Of::SecondSlot,
                0,
                column,
                whole.get(Of::SecondSlot, 0, column) * keep + sum / count * rest,
            );
        }
        Moments::OfMatrix((of_rows / rows as f64) as f32)
    }
}

/// Visits the vectors of a variable, panel after panel.
fn each(whole: &Whole, mut visit: impl FnMut(usize, usize)) {
    for column in (0..whole.variable.spec.columns).step_by(LANES) {
        (0..whole.variable.spec.rows).for_each(|row| visit(row, column));
    }
}

fn sum_of_squares(numbers: F32x4) -> f64 {
    let [a, b, c, d] = (numbers * numbers).to_array().map(f64::from);
    (a + b) + (c + d)
}
