//! What large weights or outputs cost (Keras's regularizers).

use crate::kernels::simd::F32x4;
use crate::spec::packed::{kinds, record};

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
