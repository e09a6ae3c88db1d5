use crate::kernels::block::Block;
use crate::kernels::simd::{F32x4, LANES};
use crate::regularizers::Elementwise;

/// What the numbers of a row cost, as a mean over the rows of a batch (Keras's activity regularizer).
pub struct Penalty {
    /// The cost.
    pub cost: Elementwise,
    /// Numbers of a row.
    pub units: usize,
}

impl Penalty {
    /// What a row costs.
    pub fn of_row(&self, numbers: &Block, row: usize) -> f64 {
        let vectors = (0..self.units).step_by(LANES).flat_map(|column| numbers.get(row, column).to_array());
        self.cost.penalty(vectors.take(self.units))
    }

    /// Adds the cost's derivatives, times `scale`, to the deltas.
    pub fn backward(&self, numbers: &Block, delta: &Block, scale: f32) {
        let scale = F32x4::splat(scale);
        delta.each(|row, column| {
            let mut slope = (self.cost.gradient(numbers.get(row, column)) * scale).to_array();
            // What lies behind the units costs nothing.
            slope.iter_mut().skip(self.units.saturating_sub(column)).for_each(|lane| *lane = 0.0);
            delta.set(row, column, delta.get(row, column) + F32x4::from_array(slope));
        });
    }
}
