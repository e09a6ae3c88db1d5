use super::{Describe, Layer, Op, Place, Site, Size};
use crate::kernels::block::Block;
use crate::kernels::simd::{F32x4, LANES};
use crate::spec::packed::record;

record! {
    /// Leaves out a share of the numbers in training, and scales up the rest (Srivastava et al., 2014).
    pub struct Dropout {
        /// The share.
        pub rate: f64,
    }
}

impl Describe for Dropout {
    fn ops(&self, site: Site) -> Vec<Op> {
        let layer = KeepSome { rate: self.rate, layer: site.layer as u32, width: site.inputs };
        vec![Op::Other(Box::new(layer))]
    }
}

struct KeepSome {
    rate: f64,
    layer: u32,
    width: usize,
}

/// Numbers that one block of random bits decides about, by 16 bits each.
const DECIDED: usize = 8;

impl Layer for KeepSome {
    /// Factors: 0, or one by the share that is kept.
    fn keeps(&self) -> Size {
        Size::RowsBy(self.width)
    }

    fn forward(&self, place: &Place) {
        let Some(noise) = place.noise else {
            return place
                .output
                .each(|row, column| place.output.set(row, column, place.input.get(row, column)));
        };
        let scale = if self.rate < 1.0 { (1.0 / (1.0 - self.rate)) as f32 } else { 0.0 };
        let [limit, scale] = [libm::round(self.rate * 65_536.0) as f32, scale].map(F32x4::splat);
        let keep = |row: usize, column: usize, draws: F32x4| {
            let factor = draws.select_below(limit, F32x4::splat(0.0), scale);
            place.kept.set(row, column, factor);
            place.output.set(row, column, place.input.get(row, column) * factor);
        };
        let Block { rows, columns, .. } = &place.output;
        // Columns begin with a panel, and end perhaps in the middle of what is decided at once.
        for column in columns.clone().step_by(DECIDED) {
            for row in rows.clone() {
                let [first, second] = F32x4::of_halves(noise.bits(self.layer, row, column / DECIDED));
                keep(row, column, first);
                if column + LANES < columns.end {
                    keep(row, column + LANES, second);
                }
            }
        }
    }

    fn backward(&self, place: &Place, delta_input: &Block) {
        delta_input.each(|row, column| {
            delta_input.set(row, column, place.delta.get(row, column) * place.kept.get(row, column));
        });
    }
}
