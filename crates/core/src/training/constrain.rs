//! What weights must be like after they have been moved.

use super::update::{Second, part};
use crate::constraints::Constraint;
use crate::kernels::panels::PANEL;
use crate::kernels::simd::larger;
use crate::parallel::Member;
use crate::variables::Variable;

impl Second<'_> {
    /// Makes the member's panels of the weights what they must be like.
    ///
    /// # Safety
    /// Nobody else may use these weights meanwhile.
    pub unsafe fn constrain(&self, member: Member) {
        for variable in self.variables.iter().filter(|variable| variable.spec.constraint != Constraint::None)
        {
            let Variable { spec, .. } = variable;
            // The norm of a vector is that of all its numbers, so that one member has all of them.
            let (panels, at_once) =
                if spec.is_vector { (1, variable.panels()) } else { (variable.panels(), 1) };
            for panel in member.share(panels, 1) {
                let rows = |panel: usize| {
                    let start = variable.place(0, panel * PANEL);
                    // SAFETY: a panel's rows lie one after the other; the rest is the caller's promise.
                    unsafe { part(self.weights, &(start..start + spec.rows * PANEL)) }
                };
                if spec.constraint == Constraint::NonNeg {
                    (panel..panel + at_once).flat_map(rows).for_each(|weight| *weight = larger(*weight, 0.0));
                } else if spec.is_vector {
                    scale(&spec.constraint, &|| (0..at_once).flat_map(rows));
                } else {
                    for column in 0..PANEL {
                        scale(&spec.constraint, &|| rows(panel).iter_mut().skip(column).step_by(PANEL));
                    }
                }
            }
        }
    }
}

/// Scales numbers by what the constraint makes of their norm.
fn scale<'a, Numbers: Iterator<Item = &'a mut f32>>(constraint: &Constraint, numbers: &dyn Fn() -> Numbers) {
    let squares: f64 = numbers().map(|weight| f64::from(*weight) * f64::from(*weight)).sum();
    if let Some(factor) = constraint.factor(libm::sqrt(squares) as f32) {
        numbers().for_each(|weight| *weight *= factor);
    }
}
