//! What the size of weights costs, piece by piece, and rows or columns that are alike.

use super::update::{Second, part};
use crate::parallel::Member;

impl Second<'_> {
    /// What the size of the member's pieces costs.
    ///
    /// # Safety
    /// Nobody may write weights meanwhile, and the penalties of the pieces are the member's.
    pub unsafe fn penalize(&self, member: Member) {
        for (index, piece) in self.pieces(member) {
            let cost = self.regularizer(piece).elementwise();
            // SAFETY: the caller's promise.
            unsafe {
                let numbers = part(self.weights, &piece.range).iter().copied();
                *self.penalties.add(index) = cost.map_or(0.0, |cost| cost.penalty(numbers));
            }
        }
    }

    /// Scales the member's rows or columns of variables.
    ///
    /// # Safety
    /// Nobody may write weights meanwhile, and the vectors are the member's.
    pub unsafe fn scale(&self, member: Member) {
        for alike in self.alike {
            // SAFETY: the caller's promise.
            unsafe { alike.scale(self.weights, member.share(alike.count(), 1)) };
        }
    }

    /// What those cost that are like others; derivatives are added to the gradients.
    ///
    /// # Safety
    /// All must have been scaled; gradients and costs of the vectors are the member's.
    pub unsafe fn compare(&self, member: Member) {
        for alike in self.alike {
            // SAFETY: the caller's promise.
            unsafe { alike.compare(Some(self.gradients), member.share(alike.count(), 1), member.thread) };
        }
    }

    /// All penalties together, in the order of the pieces.
    ///
    /// # Safety
    /// Nobody may write them meanwhile.
    pub unsafe fn penalty(&self) -> f64 {
        // SAFETY: there is one for each piece, and the rest is the caller's promise.
        unsafe {
            let of_pieces =
                (0..self.compiled.pieces.len()).map(|index| *self.penalties.add(index)).sum::<f64>();
            of_pieces + self.alike.iter().map(|alike| alike.penalty()).sum::<f64>()
        }
    }
}
