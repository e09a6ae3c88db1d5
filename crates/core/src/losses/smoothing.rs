use crate::data::Target;

/// What each output should be: a target, of which a share may be spread evenly over the classes.
#[derive(Clone, Copy)]
pub struct Goal<'a> {
    target: Target<'a>,
    keep: f32,
    spread: f32,
}

impl<'a> Goal<'a> {
    /// Spreads `share` over `classes`.
    pub fn new(target: Target<'a>, share: f64, classes: usize) -> Self {
        let share = share as f32;
        Self { target, keep: 1.0 - share, spread: share / classes as f32 }
    }

    /// Nothing is spread.
    pub fn is_plain(&self) -> bool {
        self.keep == 1.0
    }

    /// What output `i` should be.
    #[inline(always)]
    pub fn at(&self, i: usize) -> f32 {
        let target = self.target.at(i);
        if self.is_plain() { target } else { target * self.keep + self.spread }
    }
}
