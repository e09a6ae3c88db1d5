//! What rows or columns of a variable cost that are alike (Keras's `OrthogonalRegularizer`). Each has its part of the cost
//! and of the gradients for itself, in an order that does not depend on who computes it.

use std::ops::Range;

use crate::Error;
use crate::kernels::aligned::{AlignedVec, LINE};
use crate::kernels::simd::{F32x4, LANES};
use crate::regularizers::{Orthogonal, Regularizer};
use crate::variables::Variable;

/// Vectors that are compared with another at a time, which is read once for them.
const BLOCK: usize = 4;

/// Room for the rows or columns of a variable, scaled to norm 1, and for what is said of them.
pub struct Alike {
    /// Whose they are.
    variable: usize,
    cost: Orthogonal,
    /// How many there are, and the numbers of each.
    count: usize,
    length: usize,
    /// One after the other, each in whole lines; and behind them for each member the others of a block, summed up by the
    /// signs of their cosines.
    units: AlignedVec,
    /// Of each what scaled it, and the sum of its cosines' magnitudes.
    facts: Vec<[f64; 2]>,
}

/// The same for members, each of which uses vectors of its own. The pointers are exclusive borrows.
pub struct View<'a> {
    variable: &'a Variable,
    cost: &'a Orthogonal,
    count: usize,
    length: usize,
    stride: usize,
    units: *mut f32,
    facts: *mut [f64; 2],
}

impl Alike {
    /// Those of variables that have this cost, for so many members.
    #[inline(never)]
    pub fn of_all(variables: &[Variable], members: usize) -> Result<Vec<Self>, Error> {
        let mut all = Vec::new();
        for (index, variable) in variables.iter().enumerate() {
            if let Regularizer::Orthogonal(cost) = &variable.spec.regularizer {
                all.extend(Self::of(index, variable, cost, members)?);
            }
        }
        Ok(all)
    }

    fn of(
        index: usize,
        variable: &Variable,
        cost: &Orthogonal,
        members: usize,
    ) -> Result<Option<Self>, Error> {
        let (rows, columns) = (variable.spec.rows, variable.spec.columns);
        let (count, length) = if cost.columns { (columns, rows) } else { (rows, columns) };
        if count < 2 {
            return Ok(None); // there is nothing to be like
        }
        let floats = (count + members * BLOCK).saturating_mul(length.next_multiple_of(LINE));
        let (what, mut facts) = ("a regularizer", Vec::new());
        let bytes = count.saturating_mul(size_of::<[f64; 2]>());
        facts.try_reserve_exact(count).map_err(|_| Error::Memory { what, bytes })?;
        facts.resize(count, [0.0; 2]);
        Ok(Some(Self {
            variable: index,
            cost: cost.clone(),
            count,
            length,
            units: AlignedVec::zeros(floats, what)?,
            facts,
        }))
    }

    /// What those of a network cost.
    #[inline(never)]
    pub fn penalty(variables: &[Variable], weights: &[f32]) -> Result<f64, Error> {
        let mut penalty = 0.0;
        for mut alike in Self::of_all(variables, 1)? {
            let view = alike.view(variables);
            // SAFETY: nobody else has the view, and nothing else is written.
            unsafe {
                view.scale(weights.as_ptr(), 0..view.count);
                view.compare(None, 0..view.count, 0);
                penalty += view.penalty();
            }
        }
        Ok(penalty)
    }

    /// Products of a step, about.
    pub fn products(&self) -> f64 {
        2.0 * self.count as f64 * self.count as f64 * self.length as f64
    }

    pub fn view<'a>(&'a mut self, variables: &'a [Variable]) -> View<'a> {
        View {
            variable: &variables[self.variable],
            cost: &self.cost,
            count: self.count,
            length: self.length,
            stride: self.length.next_multiple_of(LINE),
            units: self.units.as_mut_ptr(),
            facts: self.facts.as_mut_ptr(),
        }
    }
}

impl View<'_> {
    pub fn count(&self) -> usize {
        self.count
    }

    fn place(&self, vector: usize, i: usize) -> usize {
        let (row, column) = if self.cost.columns { (i, vector) } else { (vector, i) };
        self.variable.place(row, column)
    }

    fn unit(&self, vector: usize) -> *mut f32 {
        self.units.wrapping_add(vector * self.stride)
    }

    /// Scales vectors.
    ///
    /// # Safety
    /// The arena must hold the variable, and nobody may write it or use these vectors meanwhile.
    #[inline(never)]
    pub unsafe fn scale(&self, weights: *const f32, vectors: Range<usize>) {
        // SAFETY: the caller's promise.
        unsafe {
            for vector in vectors {
                let number = |i| f64::from(*weights.add(self.place(vector, i)));
                let squares: f64 = (0..self.length).map(|i| number(i) * number(i)).sum();
                // Keras's `normalize`: at most 1e7.
                let scale = (1.0 / libm::sqrt(squares)).min(1e7);
                for i in 0..self.length {
                    *self.unit(vector).add(i) = (number(i) * scale) as f32;
                }
                (*self.facts.add(vector))[0] = scale;
            }
        }
    }

    /// Compares vectors with all others: what each costs, and its derivatives, which are added to the gradients, if any.
    ///
    /// # Safety
    /// All vectors must have been scaled, and nobody else may use what is written of these; `member` is the caller's.
    #[inline(never)]
    pub unsafe fn compare(&self, gradients: Option<*mut f32>, vectors: Range<usize>, member: usize) {
        let pulls: [*mut f32; BLOCK] = std::array::from_fn(|i| self.unit(self.count + member * BLOCK + i));
        for first in vectors.clone().step_by(BLOCK) {
            // Where fewer are left, the last one fills the block.
            let block: [usize; BLOCK] = std::array::from_fn(|i| (first + i).min(vectors.end - 1));
            let mut costs = [0.0; BLOCK];
            // SAFETY: the caller's promise.
            unsafe {
                pulls.iter().for_each(|pull| pull.write_bytes(0, self.stride));
                for other in 0..self.count {
                    let mut cosines = self.cosines(block, other);
                    for (vector, cosine) in block.iter().zip(&mut cosines) {
                        if *vector == other {
                            *cosine = 0.0;
                        }
                    }
                    for (cost, cosine) in costs.iter_mut().zip(cosines) {
                        *cost += f64::from(cosine.abs());
                    }
                    if gradients.is_some() {
                        self.pull(pulls, other, cosines.map(|c| if c == 0.0 { 0.0 } else { c.signum() }));
                    }
                }
                for ((vector, cost), pull) in (first..vectors.end).zip(costs).zip(pulls) {
                    (*self.facts.add(vector))[1] = cost;
                    if let Some(gradients) = gradients {
                        self.add_gradients(gradients, vector, cost, pull);
                    }
                }
            }
        }
    }

    /// The cosines between vectors and another one.
    #[inline(never)]
    unsafe fn cosines(&self, block: [usize; BLOCK], other: usize) -> [f32; BLOCK] {
        let (units, other) = (block.map(|vector| self.unit(vector)), self.unit(other));
        let mut sums = [F32x4::splat(0.0); BLOCK];
        for i in (0..self.stride).step_by(LANES) {
            // SAFETY: the caller's promise; vectors have whole lines.
            unsafe {
                let numbers = F32x4::load(other.add(i));
                for (sum, unit) in sums.iter_mut().zip(units) {
                    *sum = sum.plus_product(F32x4::load(unit.add(i)), numbers);
                }
            }
        }
        sums.map(|sum| {
            let [a, b, c, d] = sum.to_array();
            (a + b) + (c + d)
        })
    }

    /// Adds a vector to sums, by signs.
    #[inline(never)]
    unsafe fn pull(&self, pulls: [*mut f32; BLOCK], other: usize, signs: [f32; BLOCK]) {
        let (signs, other) = (signs.map(F32x4::splat), self.unit(other));
        for i in (0..self.stride).step_by(LANES) {
            // SAFETY: the caller's promise; vectors have whole lines.
            unsafe {
                let numbers = F32x4::load(other.add(i));
                for (pull, sign) in pulls.iter().zip(signs) {
                    F32x4::load(pull.add(i)).plus_product(numbers, sign).store(pull.add(i));
                }
            }
        }
    }

    /// The derivatives by a vector: only what lies across it changes a cosine.
    unsafe fn add_gradients(&self, gradients: *mut f32, vector: usize, cost: f64, pull: *const f32) {
        // SAFETY: the caller's promise.
        unsafe {
            let slope = self.cost.factor / self.pairs() * (*self.facts.add(vector))[0];
            for i in 0..self.length {
                let across = f64::from(*pull.add(i)) - f64::from(*self.unit(vector).add(i)) * cost;
                *gradients.add(self.place(vector, i)) += (slope * across) as f32;
            }
        }
    }

    fn pairs(&self) -> f64 {
        (self.count * (self.count - 1)) as f64 / 2.0
    }

    /// The cost of all vectors.
    ///
    /// # Safety
    /// They must have been compared, and nobody may be at it again.
    #[inline(never)]
    pub unsafe fn penalty(&self) -> f64 {
        // SAFETY: there is one for each vector. Each pair has been counted twice.
        let costs: f64 = (0..self.count).map(|vector| unsafe { (*self.facts.add(vector))[1] }).sum();
        self.cost.factor * 0.5 * costs / self.pairs()
    }
}
