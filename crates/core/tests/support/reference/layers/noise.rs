use inkgrad_core::{Philox, Stream};
use ndarray::Array2;

/// Where a layer's random numbers of a step come from.
#[derive(Clone, Copy)]
pub struct Noise {
    pub seed: u64,
    pub layer: u32,
    pub step: u64,
}

impl Noise {
    fn block(self, row: usize, place: usize) -> [u32; 4] {
        let stream = Stream::Noise { layer: self.layer, step: self.step };
        Philox::block(self.seed, stream, [place as u32, row as u32])
    }

    /// A number below 65536 for each place: eight columns share a block, each has half a word.
    pub fn halves(self, shape: (usize, usize)) -> Array2<u32> {
        Array2::from_shape_fn(shape, |(row, column)| {
            let word = self.block(row, column / 8)[column % 8 / 2];
            if column % 2 == 0 { word & 0xffff } else { word >> 16 }
        })
    }

    /// A number from the normal distribution for each place: four columns share a block, two of them a radius.
    pub fn normals(self, shape: (usize, usize)) -> Array2<f64> {
        Array2::from_shape_fn(shape, |(row, column)| {
            let block = self.block(row, column / 4 * 4);
            let pair = column % 4 / 2 * 2;
            let [a, b] = [block[pair], block[pair + 1]].map(f64::from);
            let radius = (-2.0 * ((a + 1.0) / 2.0f64.powi(32)).ln()).sqrt();
            let angle = std::f64::consts::TAU * b / 2.0f64.powi(32);
            radius * if column % 2 == 0 { angle.cos() } else { angle.sin() }
        })
    }
}
