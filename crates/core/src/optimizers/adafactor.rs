use super::{Method, Slot, Step, Tile, Tiles};
use crate::kernels::panels::PANEL;
use crate::kernels::simd::{F32x4, LANES};
use crate::schedules::Schedule;
use crate::spec::packed::record;
use crate::training::ROWS;

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

/// A row of a panel in vectors.
type Row = [F32x4; PANEL / LANES];

/// What a piece adds to sums over its variable.
#[derive(Clone)]
pub struct Sums {
    /// Of squared gradients, by row.
    rows: [f32; ROWS],
    /// Of squared gradients, by column.
    columns: [f32; PANEL],
    /// Of squared weights.
    weights: f64,
}

impl Sums {
    pub const ZERO: Self = Self { rows: [0.0; ROWS], columns: [0.0; PANEL], weights: 0.0 };
}

/// One by the roots of a matrix's second moments, as far as a piece keeps them: those of its rows or of its columns.
#[derive(Clone)]
pub struct Roots {
    rows: [f32; ROWS],
    columns: [f32; PANEL],
    /// The sum of the rows' moments.
    moments: f64,
}

impl Roots {
    pub const NONE: Self = Self { rows: [0.0; ROWS], columns: [0.0; PANEL], moments: 0.0 };
}

/// What makes updates of a piece's gradients.
pub enum Scaling<'a> {
    /// One by the root of its second moments.
    OfVector,
    /// The same by rows and by columns. Rows without gradients, of which the sums tell, have no updates.
    OfMatrix { sums: &'a Sums, rows: &'a Roots, columns: Row },
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

    fn update(&self, _: Step, _: Tiles) {}

    fn factored(&self) -> Option<&Adafactor> {
        Some(self)
    }
}

/// What is done in turn, each with all of a variable's pieces before the next: sums, moments and their roots, the size of
/// the update, the update.
impl Adafactor {
    /// How much of second moments stays, and how much comes new.
    fn shares(&self, step: Step) -> [f32; 2] {
        let keep = (1.0 - libm::pow(step.t as f64, self.beta2_decay)) as f32;
        [keep, 1.0 - keep]
    }

    /// Sums up a piece.
    pub fn sum_up(tile: &Tile, sums: &mut Sums) {
        let (mut columns, mut weights) = ([F32x4::splat(0.0); _], [F32x4::splat(0.0); _]);
        let blocks = tile.gradients.as_chunks().0.chunks(LANES);
        for (block, of_rows) in blocks.zip(sums.rows.as_chunks_mut().0) {
            let mut by_row = [F32x4::splat(0.0); LANES];
            for (row, of_row) in block.iter().zip(&mut by_row) {
                for (column, square) in columns.iter_mut().zip(squares(read(row))) {
                    *column = *column + square;
                    *of_row = *of_row + square;
                }
            }
            let [a, b, c, d] = F32x4::transpose(by_row);
            ((a + b) + (c + d)).write(of_rows);
        }
        for row in tile.weights.as_chunks().0 {
            add(&mut weights, squares(read(row)));
        }
        write(columns, &mut sums.columns);
        sums.weights = total(weights);
    }

    /// Moves the second moments of a piece of a vector.
    pub fn move_vector(&self, step: Step, tile: &mut Tile) {
        let [keep, rest] = self.shares(step).map(F32x4::splat);
        let epsilon = F32x4::splat(self.epsilon1 as f32);
        for (moments, gradients) in
            tile.slots[0].as_chunks_mut().0.iter_mut().zip(tile.gradients.as_chunks().0)
        {
            let gradients = F32x4::read(gradients);
            (F32x4::read(moments) * keep + (gradients * gradients + epsilon) * rest).write(moments);
        }
    }

    /// Moves the second moments of some rows, by the sums of the pieces that have them. They begin the rows of `slot`.
    pub fn move_rows<'a>(
        &self,
        step: Step,
        columns: usize,
        pieces: impl Iterator<Item = &'a Sums>,
        slot: &mut [f32],
        roots: &mut Roots,
    ) {
        let mut sums = [0.0; ROWS];
        for piece in pieces {
            sums.iter_mut().zip(piece.rows).for_each(|(sum, more)| *sum += more);
        }
        let [keep, rest] = self.shares(step);
        roots.moments = 0.0;
        for ((row, sum), root) in slot.chunks_exact_mut(PANEL).zip(sums).zip(&mut roots.rows) {
            row[0] = keep * row[0] + rest * (sum / columns as f32 + self.epsilon1 as f32);
            roots.moments += f64::from(row[0]);
            *root = row[0];
        }
        for roots in roots.rows.as_chunks_mut().0 {
            one_by_root(F32x4::read(roots)).write(roots);
        }
    }

    /// Moves the second moments of a panel's columns, by the sums of its pieces. They are the first row of `slot`.
    pub fn move_columns<'a>(
        &self,
        step: Step,
        rows: usize,
        pieces: impl Iterator<Item = &'a Sums>,
        slot: &mut [f32],
        roots: &mut Roots,
    ) {
        let mut sums = [F32x4::splat(0.0); _];
        pieces.for_each(|piece| add(&mut sums, read(&piece.columns)));
        let [keep, rest] = self.shares(step).map(F32x4::splat);
        let [rows, epsilon] = [rows as f32, self.epsilon1 as f32].map(F32x4::splat);
        let slot = &mut slot.as_chunks_mut().0[0];
        let before = read(slot);
        let moments: Row = std::array::from_fn(|v| before[v] * keep + (sums[v] / rows + epsilon) * rest);
        write(moments, slot);
        write(moments.map(one_by_root), &mut roots.columns);
    }

    /// What a piece's columns are scaled by, the mean of all rows' moments included.
    pub fn of_columns<'a>(columns: &Roots, rows: usize, of_rows: impl Iterator<Item = &'a Roots>) -> Row {
        let mean = of_rows.map(|roots| roots.moments).sum::<f64>() / rows as f64;
        read(&columns.columns).map(|root| root * F32x4::splat(libm::sqrt(mean) as f32))
    }

    /// The sum of the squares of a piece's updates.
    pub fn size(tile: &Tile, scaling: &Scaling) -> f64 {
        let mut sum = [F32x4::splat(0.0); _];
        for row in 0..tile.gradients.len() / PANEL {
            if let Some(updates) = scaling.updates(tile, row) {
                add(&mut sum, squares(updates));
            }
        }
        total(sum)
    }

    /// What updates of so many weights are multiplied by, where `pieces` tell the size of the weights, and `size` is that
    /// of the updates.
    pub fn rate<'a>(
        &self,
        step: Step,
        count: usize,
        pieces: impl Iterator<Item = &'a Sums>,
        size: f64,
    ) -> f32 {
        let mean_root = |squares: f64| libm::sqrt(squares / count as f64) as f32;
        let relative = step.rate.min((1.0 / libm::sqrt(step.t as f64)) as f32);
        let weights = mean_root(pieces.map(|sums| sums.weights).sum()).max(self.epsilon2 as f32);
        weights * relative / (mean_root(size) / self.clip_threshold as f32).max(1.0)
    }

    /// Moves a piece.
    pub fn apply(tile: &mut Tile, scaling: &Scaling, rate: f32) {
        let rate = F32x4::splat(rate);
        for row in 0..tile.gradients.len() / PANEL {
            if let Some(updates) = scaling.updates(tile, row) {
                let weights = &mut tile.weights.as_chunks_mut().0[row];
                let before = read(weights);
                write(std::array::from_fn(|v| before[v] - updates[v] * rate), weights);
            }
        }
    }
}

impl Scaling<'_> {
    /// The updates of a row, if it has any.
    #[inline(always)]
    fn updates(&self, tile: &Tile, row: usize) -> Option<Row> {
        let factors = match self {
            Self::OfVector => read(&tile.slots[0].as_chunks().0[row]).map(one_by_root),
            Self::OfMatrix { sums, .. } if sums.rows[row] == 0.0 => return None,
            Self::OfMatrix { rows, columns, .. } => {
                columns.map(|column| column * F32x4::splat(rows.rows[row]))
            }
        };
        let gradients = read(&tile.gradients.as_chunks().0[row]);
        Some(std::array::from_fn(|v| gradients[v] * factors[v]))
    }
}

#[inline(always)]
fn read(row: &[f32; PANEL]) -> Row {
    let (vectors, _) = row.as_chunks();
    std::array::from_fn(|v| F32x4::read(&vectors[v]))
}

#[inline(always)]
fn write(row: Row, to: &mut [f32; PANEL]) {
    row.iter().zip(to.as_chunks_mut().0).for_each(|(vector, to)| vector.write(to));
}

#[inline(always)]
fn squares(row: Row) -> Row {
    row.map(|numbers| numbers * numbers)
}

#[inline(always)]
fn add(sums: &mut Row, row: Row) {
    sums.iter_mut().zip(row).for_each(|(sum, more)| *sum = *sum + more);
}

fn total(sums: Row) -> f64 {
    let [a, b, c, d] = sums;
    ((a + b) + (c + d)).to_array().into_iter().map(f64::from).sum()
}

/// Where nothing has had a gradient the moment may be nothing, and is divided by.
#[inline(always)]
fn one_by_root(moments: F32x4) -> F32x4 {
    F32x4::splat(1.0) / moments.at_least(F32x4::splat(f32::MIN_POSITIVE)).sqrt()
}
