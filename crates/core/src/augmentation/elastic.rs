//! Elastic fields: uniform numbers at control points, joined by cubic B-splines. A cubic B-spline of spacing s is nearly
//! a Gaussian of deviation s / sqrt(3), so that this is the field of Simard et al. (2003) without its convolution.

use super::draws::{Draws, Use};
use super::warp::{Map, fixed};
use crate::kernels::simd::{F32x4, LANES};

/// Weights of the control points around each pixel, along both axes.
pub struct Elastic {
    across: Axis,
    down: Axis,
    /// How far a control point may move, in 1/256 of a pixel.
    reach: f32,
}

/// How a row (or column) of pixels hangs on its control points.
struct Axis {
    /// Where each control point lies, counted from the first pixel.
    points: Vec<f32>,
    /// Of each pixel, the first of four points, and what each of them counts.
    pixels: Vec<(usize, [f32; 4])>,
    /// The same for four pixels together: the first point, and what it and those behind it count for each.
    vectors: Vec<(usize, Vec<[f32; LANES]>)>,
}

impl Axis {
    fn new(pixels: usize, spacing: f64) -> Self {
        let intervals = (libm::ceil(pixels as f64 / spacing) as usize).max(1);
        let weights = |pixel: usize| {
            let place = (pixel as f64 + 0.5) / spacing;
            let first = (place as usize).min(intervals - 1);
            let t = place - first as f64;
            let (square, cube, left) = (t * t, t * t * t, 1.0 - t);
            let weights = [
                left * left * left,
                3.0 * cube - 6.0 * square + 4.0,
                -3.0 * cube + 3.0 * square + 3.0 * t + 1.0,
                cube,
            ];
            (first, weights.map(|weight| (weight / 6.0) as f32))
        };
        let point = |point: usize| ((point as f64 - 1.0) * spacing - 0.5) as f32;
        let pixels: Vec<_> = (0..pixels).map(weights).collect();
        let vector = |pixels: &[(usize, [f32; 4])]| {
            let (first, last) = (pixels[0].0, pixels[pixels.len() - 1].0);
            let mut counts = vec![[0.0; LANES]; last - first + 4];
            for (lane, (start, weights)) in pixels.iter().enumerate() {
                for (k, weight) in weights.iter().enumerate() {
                    counts[start - first + k][lane] = *weight;
                }
            }
            (first, counts)
        };
        let vectors = pixels.chunks(LANES).map(vector).collect();
        Self { points: (0..intervals + 3).map(point).collect(), pixels, vectors }
    }
}

/// The share of a deviation that is left of numbers joined by cubic B-splines along an axis: the integral of the squared
/// spline, 151 / 315 (its square is left of the variance along two axes).
const SPLINE_KEEPS: f64 = 151.0 / 315.0;

/// Where control points come from along one axis, and the same for each column of pixels.
pub struct Field {
    points: Vec<f32>,
    narrow: Vec<[f32; LANES]>,
}

impl Elastic {
    pub fn new(height: usize, width: usize, alpha: f64, sigma: f64) -> Self {
        let spacing = sigma * libm::sqrt(3.0);
        // A Gaussian in two dimensions leaves 1 / (2 sqrt(pi) sigma) of a deviation.
        let gaussian_keeps = 1.0 / (2.0 * libm::sqrt(std::f64::consts::PI) * sigma);
        Self {
            across: Axis::new(width, spacing),
            down: Axis::new(height, spacing),
            reach: (256.0 * alpha * gaussian_keeps / SPLINE_KEEPS) as f32,
        }
    }

    pub fn fields(&self) -> [Field; 2] {
        let (points, rows) = (self.across.points.len(), self.down.points.len());
        let vectors = self.across.vectors.len();
        let field = || Field { points: vec![0.0; points * rows], narrow: vec![[0.0; LANES]; rows * vectors] };
        [field(), field()]
    }

    /// Draws an image's places: along rows, and along columns. Splines keep what is straight as it is, so that the map is
    /// one of the control points.
    pub fn draw(&self, draws: Draws, map: &Map, fields: &mut [Field; 2]) {
        let mut next = Bytes { draws, bytes: [0; 16], count: 0 };
        for (field, [count_x, count_y, start]) in fields.iter_mut().zip([map.across, map.down]) {
            let rows = field.points.chunks_exact_mut(self.across.points.len());
            for (row, y) in rows.zip(&self.down.points) {
                let start = start + count_y * y;
                for (point, x) in row.iter_mut().zip(&self.across.points) {
                    *point = count_x * x + start + next.signed() * self.reach;
                }
            }
            self.narrow(field);
        }
    }

    fn narrow(&self, Field { points, narrow }: &mut Field) {
        let Axis { points: across, vectors, .. } = &self.across;
        for (points, row) in points.chunks_exact(across.len()).zip(narrow.chunks_exact_mut(vectors.len())) {
            for ((first, counts), places) in vectors.iter().zip(row) {
                let product = |(point, counts): (&f32, _)| F32x4::splat(*point) * F32x4::read(counts);
                let products = points[*first..].iter().zip(counts).map(product);
                products.fold(F32x4::splat(0.0), |sum, product| sum + product).write(places);
            }
        }
    }

    /// The places of a row of pixels along the field's axis.
    pub fn line(&self, field: &Field, y: usize, places: &mut [[f32; LANES]], end: F32x4) {
        let width = places.len();
        let (first, [a, b, c, d]) = self.down.pixels[y];
        let [a, b, c, d] = [a, b, c, d].map(F32x4::splat);
        let lines = &field.narrow[first * width..(first + 4) * width];
        let (upper, lower) = lines.split_at(2 * width);
        let (above, below) = (upper.split_at(width), lower.split_at(width));
        let lines = above.0.iter().zip(above.1).zip(below.0.iter().zip(below.1));
        for (((p, q), (r, s)), places) in lines.zip(places) {
            let [p, q, r, s] = [p, q, r, s].map(F32x4::read);
            fixed(p * a + q * b + r * c + s * d, end).write(places);
        }
    }
}

/// Random bytes of an image's elastic field, one after the other.
struct Bytes {
    draws: Draws,
    bytes: [u8; 16],
    count: u32,
}

impl Bytes {
    /// A number in (-1, 1): an odd multiple of 1/256.
    fn signed(&mut self) -> f32 {
        let place = self.count % 16;
        if place == 0 {
            let words = self.draws.bits(Use::Elastic, self.count / 16);
            self.bytes = std::array::from_fn(|i| words[i / 4].to_le_bytes()[i % 4]);
        }
        self.count += 1;
        (2.0 * f32::from(self.bytes[place as usize]) - 255.0) * (1.0 / 256.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simard's 34 and 4 move pixels by 1.4, as computed from his description.
    #[test]
    fn moves_as_far_as_the_field_that_it_stands_for() {
        let elastic = Elastic::new(28, 28, 34.0, 4.0);
        let mut fields = elastic.fields();
        // Pixel 10 lies where a place that nothing moves is.
        let map = Map { across: [256.0, 0.0, 2560.0], down: [0.0, 256.0, 2560.0] };
        let (mut squares, mut count) = (0.0, 0);
        for row in 0..400 {
            elastic.draw(Draws { seed: 1, pass: 0, row }, &map, &mut fields);
            for y in 0..28 {
                let mut places = [[0.0; LANES]; 7];
                elastic.line(&fields[0], y, &mut places, F32x4::splat(1e5));
                let still = (0..28).map(|x| 2560.0 + 256.0 * f64::from(x));
                squares += places
                    .as_flattened()
                    .iter()
                    .zip(still)
                    .map(|(p, s)| (f64::from(*p) - s).powi(2))
                    .sum::<f64>();
                count += 28;
            }
        }
        let deviation = libm::sqrt(squares / f64::from(count)) / 256.0;
        let expected = 34.0 / libm::sqrt(3.0) / (2.0 * libm::sqrt(std::f64::consts::PI) * 4.0);
        assert!((deviation / expected - 1.0).abs() < 0.03, "{deviation}, not {expected}");
    }
}
