//! What becomes of whole gradients, in Keras's order: the regularizer's gradient, a sum over batches, clipping, decay,
//! the optimizer's rule, the average of weights, constraints.
//!
//! Weights are cut into pieces that do not depend on the number of members. A norm is a sum over pieces in their order.

use std::ops::Range;

use super::alike::View;
use super::compiled::Compiled;
use crate::kernels::panels::PANEL;
use crate::kernels::simd::{F32x4, LANES};
use crate::kernels::sink::zero_below;
use crate::optimizers::{Clock, FLUSHED_EVERY, Roots, Sums, Tile, Tiles};
use crate::parallel::Member;
use crate::regularizers::Regularizer;
use crate::variables::Variable;

/// Rows of a panel that make a piece at most.
pub const ROWS: usize = 64;

/// A part of a variable that lies together.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Whose.
    pub variable: usize,
    /// Where in the arenas.
    pub range: Range<usize>,
}

/// All pieces of what learns.
#[derive(Default)]
pub struct Pieces {
    pub all: Vec<Piece>,
    /// Those of each variable.
    pub of: Vec<Range<usize>>,
}

impl Pieces {
    pub fn new(variables: &[Variable]) -> Self {
        let mut pieces = Self::default();
        for (index, variable) in variables.iter().enumerate() {
            let first = pieces.all.len();
            if variable.spec.trainable {
                for panel in 0..variable.panels() {
                    for row in (0..variable.spec.rows).step_by(ROWS) {
                        let rows = ROWS.min(variable.spec.rows - row);
                        let start = variable.place(row, panel * PANEL);
                        pieces.all.push(Piece { variable: index, range: start..start + rows * PANEL });
                    }
                }
            }
            pieces.of.push(first..pieces.all.len());
        }
        pieces
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }
}

/// What the second pass works on. The pointers are those of arenas with equal offsets.
pub struct Second<'a> {
    pub compiled: &'a Compiled,
    pub variables: &'a [Variable],
    pub weights: *mut f32,
    pub gradients: *mut f32,
    pub slots: [*mut f32; 3],
    pub average: Option<*mut f32>,
    pub accumulated: Option<*mut f32>,
    /// A sum of squares for each piece.
    pub squares: *mut f64,
    /// A penalty for each piece.
    pub penalties: *mut f64,
    /// What else is compared.
    pub alike: &'a [View<'a>],
    /// For Adafactor, what each piece leaves to others.
    pub sums: *mut Sums,
    pub roots: *mut Roots,
}

/// Part of an arena.
///
/// # Safety
/// The range must lie within the arena, and nobody else may use it as long as the slice is used.
pub unsafe fn part<'a>(arena: *mut f32, range: &Range<usize>) -> &'a mut [f32] {
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts_mut(arena.add(range.start), range.len()) }
}

impl Second<'_> {
    /// The member's pieces, and which they are.
    pub fn pieces(&self, member: Member) -> impl Iterator<Item = (usize, &Piece)> {
        let pieces = &self.compiled.pieces.all;
        member.share(pieces.len(), 1).map(|index| (index, &pieces[index]))
    }

    pub fn regularizer(&self, piece: &Piece) -> &Regularizer {
        &self.variables[piece.variable].spec.regularizer
    }

    /// Completes the gradients of the member's pieces, and adds up their squares.
    ///
    /// # Safety
    /// Nobody else may use these pieces meanwhile.
    pub unsafe fn prepare(&self, clock: Clock, member: Member) {
        for (index, piece) in self.pieces(member) {
            // SAFETY: the caller's promise.
            unsafe {
                self.complete(clock, piece);
                *self.squares.add(index) = sum_of_squares(part(self.gradients, &piece.range));
            }
        }
    }

    /// Adds what the regularizer says and what earlier batches said.
    unsafe fn complete(&self, clock: Clock, piece: &Piece) {
        // SAFETY: the caller's promise.
        let (weights, gradients) =
            unsafe { (part(self.weights, &piece.range), part(self.gradients, &piece.range)) };
        if let Some(cost) = self.regularizer(piece).elementwise() {
            let (weights, _) = weights.as_chunks::<LANES>();
            let (gradients, _) = gradients.as_chunks_mut::<LANES>();
            for (gradient, weight) in gradients.iter_mut().zip(weights) {
                let cost = cost.gradient(F32x4::from_array(*weight));
                *gradient = (F32x4::from_array(*gradient) + cost).to_array();
            }
        }
        let Some(accumulated) = self.accumulated else { return };
        // SAFETY: the caller's promise.
        let accumulated = unsafe { part(accumulated, &piece.range) };
        let batches = self.compiled.training.update.gradient_accumulation_steps;
        let is_last = (clock.batches + 1).is_multiple_of(batches);
        for (sum, gradient) in accumulated.iter_mut().zip(gradients) {
            *sum += *gradient;
            if is_last {
                *gradient = *sum / batches as f32;
                *sum = 0.0;
            }
        }
    }

    /// The factor that keeps the norm of a variable's gradient, or of all, below its limit.
    unsafe fn clip_factor(&self, variable: usize) -> f32 {
        let update = &self.compiled.training.update;
        let norm = |pieces: Range<usize>| {
            // SAFETY: there is a sum for each piece, and the caller's promise.
            libm::sqrt(pieces.map(|index| unsafe { *self.squares.add(index) }).sum()) as f32
        };
        if let Some(most) = update.clipnorm {
            let most = most as f32;
            return most / norm(self.compiled.pieces.of[variable].clone()).max(most);
        }
        if let Some(most) = update.global_clipnorm {
            let most = most as f32;
            return most / norm(0..self.compiled.pieces.len()).max(most);
        }
        1.0
    }

    /// The clock's next batch is the last one of those that make a step.
    pub fn makes_a_step(&self, clock: Clock) -> bool {
        let batches = self.compiled.training.update.gradient_accumulation_steps.max(1);
        (clock.batches + 1).is_multiple_of(batches)
    }

    /// Moves the member's pieces.
    ///
    /// # Safety
    /// Nobody else may use these pieces meanwhile, or write sums of squares.
    pub unsafe fn update(&self, clock: Clock, is_prepared: bool, member: Member) {
        let makes_a_step = self.makes_a_step(clock);
        let mut pieces = self.pieces(member).map(|(_, piece)| piece);
        let mut clips = None;
        let mut moved: Option<&Piece> = None;
        // A piece is made ready right before it is moved, and completed right after, while it is in the cache.
        let mut tiles = std::iter::from_fn(|| {
            // SAFETY: the caller's promise.
            unsafe {
                if let Some(piece) = moved.take() {
                    self.flush_denormals(clock, piece);
                    self.average(clock, piece);
                }
                let piece = pieces.next()?;
                self.make_ready(clock, is_prepared, &mut clips, piece);
                moved = Some(piece);
                Some(self.tile(piece))
            }
        });
        if makes_a_step {
            let step = self.compiled.step(clock);
            self.compiled.training.optimizer.method().update(step, Tiles(&mut tiles));
        } else {
            tiles.for_each(drop);
        }
    }

    /// Completes a piece's gradients, clips them and lets its weights decay. `clips` are a variable's pieces and the factor
    /// that they are clipped by.
    ///
    /// # Safety
    /// Nobody else may use the piece meanwhile, or write sums of squares.
    pub unsafe fn make_ready(
        &self,
        clock: Clock,
        is_prepared: bool,
        clips: &mut Option<(usize, f32)>,
        piece: &Piece,
    ) {
        // SAFETY: the caller's promise.
        unsafe {
            if !is_prepared {
                self.complete(clock, piece);
            }
            if !self.makes_a_step(clock) {
                return;
            }
            if is_prepared && clips.is_none_or(|(variable, _)| variable != piece.variable) {
                *clips = Some((piece.variable, self.clip_factor(piece.variable)));
            }
            self.clip_and_decay(piece, clips.map(|(_, factor)| factor), self.compiled.step(clock).rate);
        }
    }

    /// Scales or limits a piece's gradients, and lets its weights decay.
    unsafe fn clip_and_decay(&self, piece: &Piece, factor: Option<f32>, rate: f32) {
        let update = &self.compiled.training.update;
        // SAFETY: the caller's promise.
        let (weights, gradients) =
            unsafe { (part(self.weights, &piece.range), part(self.gradients, &piece.range)) };
        if let Some(factor) = factor {
            gradients.iter_mut().for_each(|gradient| *gradient *= factor);
        } else if let Some(most) = update.clipvalue {
            let most = most as f32;
            gradients.iter_mut().for_each(|gradient| *gradient = limited(*gradient, most));
        }
        let decays = update.decay_biases || !self.variables[piece.variable].spec.is_vector;
        if let Some(decay) = update.weight_decay.filter(|_| decays) {
            let decay = decay as f32 * rate;
            weights.iter_mut().for_each(|weight| *weight -= *weight * decay);
        }
    }

    /// What a rule gets of a piece.
    ///
    /// # Safety
    /// Nobody else may use the piece as long as this is used.
    pub unsafe fn tile(&self, piece: &Piece) -> Tile<'_> {
        let used = self.compiled.slots.len();
        // SAFETY: the caller's promise; the arenas of the slots do not overlap.
        unsafe {
            Tile {
                weights: part(self.weights, &piece.range),
                gradients: part(self.gradients, &piece.range),
                slots: std::array::from_fn(|slot| {
                    if slot < used { part(self.slots[slot], &piece.range) } else { &mut [] }
                }),
            }
        }
    }

    /// Now and then, takes numbers of the slots that are next to nothing as zero.
    unsafe fn flush_denormals(&self, clock: Clock, piece: &Piece) {
        if (clock.batches + 1).is_multiple_of(FLUSHED_EVERY) {
            for (slot, arena) in self.compiled.slot_kinds.iter().zip(self.slots) {
                // SAFETY: the caller's promise.
                unsafe { zero_below(arena, piece.range.clone(), slot.least) };
            }
        }
    }

    /// Lets the average of the weights follow them.
    ///
    /// # Safety
    /// Nobody else may use the piece meanwhile.
    pub unsafe fn average(&self, clock: Clock, piece: &Piece) {
        let Some(average) = self.average else { return };
        let update = &self.compiled.training.update;
        let steps = clock.batches / update.gradient_accumulation_steps.max(1);
        let keep = if steps == 0 { 0.0 } else { update.ema_momentum as f32 };
        let overwrites =
            update.ema_overwrite_frequency.is_some_and(|every| (steps + 1).is_multiple_of(every as u64));
        // SAFETY: the caller's promise.
        let (weights, average) = unsafe { (part(self.weights, &piece.range), part(average, &piece.range)) };
        for (weight, mean) in weights.iter_mut().zip(average) {
            *mean = keep * *mean + (1.0 - keep) * *weight;
            if overwrites {
                *weight = *mean;
            }
        }
    }
}

/// Lane by lane, so that sums do not wait for each other.
fn sum_of_squares(numbers: &[f32]) -> f64 {
    let mut sums = [0.0; LANES];
    for vector in numbers.as_chunks::<LANES>().0 {
        for (sum, number) in sums.iter_mut().zip(vector) {
            *sum += f64::from(*number) * f64::from(*number);
        }
    }
    sums.iter().sum()
}

/// A number within a distance of zero; NaN stays NaN. (`clamp` would bring the code that prints floats.)
fn limited(number: f32, most: f32) -> f32 {
    if number > most {
        most
    } else if number < -most {
        -most
    } else {
        number
    }
}
