//! What large weights or outputs cost (Keras's regularizers).

use crate::kernels::simd::F32x4;
use crate::spec::packed::{kinds, record};
use crate::training::{Of, Whole};

kinds! {
    /// A penalty that is added to the loss.
    pub enum Regularizer in "regularizer" {
        /// Nothing.
        None,
        /// l1 * sum |w| + l2 * sum w^2
        L1l2(L1l2),
        /// factor * sum of |products of different rows (or columns), each scaled to norm 1| / pairs
        Orthogonal(Orthogonal),
    }
}

record! {
    /// What a penalty of each number has.
    pub struct L1l2 {
        /// The cost of a magnitude.
        pub l1: f64,
        /// The cost of a square.
        pub l2: f64,
    }
}

record! {
    /// What a penalty of rows that are alike has.
    pub struct Orthogonal {
        /// What it is multiplied by.
        pub factor: f64,
        /// Between columns instead of rows.
        pub columns: bool,
    }
}

impl Orthogonal {
    /// The penalty of a variable. Adds its derivatives to the gradients if `adds`.
    pub(crate) fn penalty(&self, whole: &Whole, adds: bool) -> f64 {
        let (rows, columns) = (whole.variable.spec.rows, whole.variable.spec.columns);
        let (count, length) = if self.columns { (columns, rows) } else { (rows, columns) };
        let place = |vector: usize, i: usize| if self.columns { (i, vector) } else { (vector, i) };
        let number = |vector: usize, i: usize| {
            let (row, column) = place(vector, i);
            f64::from(whole.number(Of::Weights, row, column))
        };
        let product = |a: usize, b: usize| (0..length).map(|i| number(a, i) * number(b, i)).sum::<f64>();
        // Keras's `normalize`: at most 1e7.
        let inverse = |vector: usize| (1.0 / libm::sqrt(product(vector, vector))).min(1e7);
        let pairs = (count * (count - 1)) as f64 / 2.0;
        if pairs == 0.0 {
            return 0.0;
        }
        let mut sum = 0.0;
        for a in 0..count {
            let of_a = inverse(a);
            for b in (0..count).filter(|&b| b != a) {
                let of_b = inverse(b);
                let cosine = product(a, b) * of_a * of_b;
                sum += 0.5 * cosine.abs();
                if adds && cosine != 0.0 {
                    let slope = self.factor / pairs * cosine.signum() * of_a;
                    for i in 0..length {
                        let across = number(b, i) * of_b - number(a, i) * of_a * cosine;
                        let (row, column) = place(a, i);
                        whole.add(Of::Gradients, row, column, (slope * across) as f32);
                    }
                }
            }
        }
        self.factor * sum / pairs
    }
}

/// The penalty of each number by itself, in vectors.
#[derive(Clone, Copy)]
pub(crate) struct Elementwise {
    l1: F32x4,
    twice_l2: F32x4,
    l1_exact: f64,
    l2_exact: f64,
}

impl Regularizer {
    /// The penalty, if it is one of each number by itself.
    pub(crate) fn elementwise(&self) -> Option<Elementwise> {
        let Self::L1l2(L1l2 { l1, l2 }) = self else { return None };
        Some(Elementwise {
            l1: F32x4::splat(*l1 as f32),
            twice_l2: F32x4::splat((2.0 * l2) as f32),
            l1_exact: *l1,
            l2_exact: *l2,
        })
    }
}

impl Elementwise {
    /// The penalty of some numbers, summed up in their order.
    pub(crate) fn penalty(&self, numbers: impl Iterator<Item = f32>) -> f64 {
        let (mut magnitudes, mut squares) = (0.0, 0.0);
        for number in numbers {
            let number = f64::from(number);
            magnitudes += number.abs();
            squares += number * number;
        }
        self.l1_exact * magnitudes + self.l2_exact * squares
    }

    /// The derivative of the penalty by four numbers: l1 * sign(w) + 2 * l2 * w.
    #[inline(always)]
    pub(crate) fn gradient(&self, w: F32x4) -> F32x4 {
        let zero = F32x4::splat(0.0);
        let negative = w.select_below(zero, zero - self.l1, zero);
        zero.select_below(w, self.l1, negative) + w * self.twice_l2
    }
}
