//! What the size of weights costs, piece by piece or by whole variables.

use super::update::{Second, part};
use super::whole::Whole;
use crate::parallel::Member;
use crate::regularizers::Regularizer;

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

    /// The cost of whole variables, which a member has for itself: derivatives are added to the gradients.
    ///
    /// # Safety
    /// Nobody else may use gradients or penalties meanwhile, or write weights.
    pub unsafe fn penalize_variables(&self, member: Member) {
        for index in member.share(self.variables.len(), 1) {
            let (variable, pieces) = (&self.variables[index], &self.compiled.pieces.of[index]);
            if let Regularizer::Orthogonal(cost) = &variable.spec.regularizer {
                // SAFETY: the caller's promise; the cost is added to that of the variable's first piece.
                unsafe {
                    let arenas = [self.weights, self.gradients];
                    *self.penalties.add(pieces.start) += cost.penalty(&Whole::new(variable, arenas), true);
                }
            }
        }
    }

    /// All penalties together, in the order of the pieces.
    ///
    /// # Safety
    /// Nobody may write them meanwhile.
    pub unsafe fn penalty(&self) -> f64 {
        // SAFETY: there is one for each piece.
        (0..self.compiled.pieces.len()).map(|index| unsafe { *self.penalties.add(index) }).sum()
    }
}
