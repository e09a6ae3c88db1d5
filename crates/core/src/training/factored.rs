//! Adafactor's update, which needs sums over whole variables: three stages before the one that moves weights, between
//! which pieces leave their sums to each other.

use std::ops::Range;

use super::update::{Piece, ROWS, Second, part};
use crate::optimizers::{Adafactor, Clock, Roots, Scaling, Sums};
use crate::parallel::Member;

/// What pieces leave to each other, one for each.
pub struct Left {
    pub sums: Vec<Sums>,
    pub roots: Vec<Roots>,
}

impl Left {
    pub fn new(pieces: usize) -> Self {
        Self { sums: vec![Sums::ZERO; pieces], roots: vec![Roots::NONE; pieces] }
    }
}

/// A variable's pieces: panel after panel, and in each one block of rows after the other.
struct Grid {
    pieces: Range<usize>,
    blocks: usize,
}

impl Grid {
    /// The pieces that have the same rows as one.
    fn row(&self, piece: usize) -> impl Iterator<Item = usize> {
        (self.pieces.start + (piece - self.pieces.start) % self.blocks..self.pieces.end).step_by(self.blocks)
    }

    /// The piece of these that has their roots: such pieces are spread over the panels, so that members share them.
    fn keeper(&self, piece: usize) -> usize {
        let panels = self.pieces.len() / self.blocks;
        let block = (piece - self.pieces.start) % self.blocks;
        self.pieces.start + block % panels * self.blocks + block
    }

    /// Those of the same panel.
    fn panel(&self, piece: usize) -> Range<usize> {
        let first = piece - (piece - self.pieces.start) % self.blocks;
        first..first + self.blocks
    }
}

impl Second<'_> {
    fn grid(&self, piece: &Piece) -> Grid {
        let blocks = self.variables[piece.variable].spec.rows.div_ceil(ROWS);
        Grid { pieces: self.compiled.pieces.of[piece.variable].clone(), blocks }
    }

    /// Completes and sums up the member's pieces.
    ///
    /// # Safety
    /// Nobody else may use these pieces meanwhile, or write sums of squares.
    pub unsafe fn sum_up(&self, clock: Clock, is_prepared: bool, member: Member) {
        let Some(adafactor) = self.compiled.factored() else { return };
        let step = self.compiled.step(clock);
        let mut clips = None;
        for (index, piece) in self.pieces(member) {
            // SAFETY: the caller's promise.
            unsafe {
                self.make_ready(clock, is_prepared, &mut clips, piece);
                if !self.makes_a_step(clock) {
                    continue;
                }
                let mut tile = self.tile(piece);
                Adafactor::sum_up(&tile, &mut *self.sums.add(index));
                if self.variables[piece.variable].spec.is_vector {
                    adafactor.move_vector(step, &mut tile);
                }
            }
        }
    }

    /// Moves second moments by the sums of the pieces: those of rows with the pieces that keep them, those of columns with
    /// the first pieces of the panels.
    ///
    /// # Safety
    /// Nobody may write sums meanwhile, or else use slots and roots.
    pub unsafe fn move_moments(&self, clock: Clock, member: Member) {
        let Some(adafactor) = self.compiled.factored().filter(|_| self.makes_a_step(clock)) else { return };
        let step = self.compiled.step(clock);
        for (index, piece) in self.pieces(member) {
            let (grid, spec) = (self.grid(piece), &self.variables[piece.variable].spec);
            if spec.is_vector {
                continue;
            }
            // SAFETY: the caller's promise.
            unsafe {
                let sums = |index: usize| &*self.sums.add(index);
                let roots = &mut *self.roots.add(index);
                if grid.keeper(index) == index {
                    let first = index - grid.panel(index).start + grid.pieces.start;
                    let slot = part(self.slots[0], &self.compiled.pieces.all[first].range);
                    adafactor.move_rows(step, spec.columns, grid.row(index).map(sums), slot, roots);
                }
                if grid.panel(index).start == index {
                    let slot = part(self.slots[1], &piece.range);
                    adafactor.move_columns(step, spec.rows, grid.panel(index).map(sums), slot, roots);
                }
            }
        }
    }

    /// # Safety
    /// Nobody may write sums or roots meanwhile.
    unsafe fn scaling(&self, index: usize, piece: &Piece) -> Scaling<'_> {
        let (grid, spec) = (self.grid(piece), &self.variables[piece.variable].spec);
        if spec.is_vector {
            return Scaling::OfVector;
        }
        // SAFETY: the caller's promise.
        unsafe {
            let roots = |index: usize| &*self.roots.add(index);
            let columns = roots(grid.panel(index).start);
            let of_rows = grid.panel(index).map(|block| roots(grid.keeper(block)));
            let columns = Adafactor::of_columns(columns, spec.rows, of_rows);
            Scaling::OfMatrix { sums: &*self.sums.add(index), rows: roots(grid.keeper(index)), columns }
        }
    }

    /// Sums up the squares of the updates.
    ///
    /// # Safety
    /// Nobody may write gradients, sums, roots or slots meanwhile, or use sums of squares.
    pub unsafe fn measure_updates(&self, clock: Clock, member: Member) {
        if !self.makes_a_step(clock) {
            return;
        }
        for (index, piece) in self.pieces(member) {
            // SAFETY: the caller's promise.
            unsafe {
                *self.squares.add(index) = Adafactor::size(&self.tile(piece), &self.scaling(index, piece));
            }
        }
    }

    /// Moves the member's pieces.
    ///
    /// # Safety
    /// Nobody else may use them meanwhile, or write sums, roots or slots.
    pub unsafe fn move_weights(&self, adafactor: &Adafactor, clock: Clock, member: Member) {
        let step = self.compiled.step(clock);
        let mut rate = (usize::MAX, 0.0);
        for (index, piece) in self.pieces(member) {
            // SAFETY: the caller's promise.
            unsafe {
                if self.makes_a_step(clock) {
                    if rate.0 != piece.variable {
                        let (pieces, count) =
                            (self.grid(piece).pieces, self.variables[piece.variable].count());
                        let size = pieces.clone().map(|index| *self.squares.add(index)).sum();
                        let sums = pieces.map(|index| &*self.sums.add(index));
                        rate = (piece.variable, adafactor.rate(step, count, sums, size));
                    }
                    let mut tile = self.tile(piece);
                    Adafactor::apply(&mut tile, &self.scaling(index, piece), rate.1);
                }
                self.average(clock, piece);
            }
        }
    }
}
