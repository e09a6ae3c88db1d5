//! Elastic fields: uniform numbers at control points, joined by cubic B-splines. A cubic B-spline of spacing s is nearly
//! a Gaussian of deviation s / sqrt(3), so that this is the field of Simard et al. (2003) without its convolution.

use super::draws::{Draws, Use};

/// Weights of the control points around each pixel, along both axes.
pub struct Elastic {
    across: Axis,
    down: Axis,
    /// Pixels that a control point may move.
    reach: f32,
}

/// How a row (or column) of pixels hangs on its control points.
struct Axis {
    points: usize,
    /// Of each pixel, the first of four points, and what each of them counts.
    pixels: Vec<(usize, [f32; 4])>,
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
        Self { points: intervals + 3, pixels: (0..pixels).map(weights).collect() }
    }
}

/// The share of a deviation that is left of numbers joined by cubic B-splines along an axis: the integral of the squared
/// spline, 151 / 315 (its square is left of the variance along two axes).
const SPLINE_KEEPS: f64 = 151.0 / 315.0;

/// Room for a field.
pub struct Field {
    points: Vec<f32>,
    narrow: Vec<f32>,
    /// The moves of all pixels, row after row.
    pub moves: Vec<f32>,
}

impl Elastic {
    pub fn new(height: usize, width: usize, alpha: f64, sigma: f64) -> Self {
        let spacing = sigma * libm::sqrt(3.0);
        // A Gaussian in two dimensions leaves 1 / (2 sqrt(pi) sigma) of a deviation.
        let gaussian_keeps = 1.0 / (2.0 * libm::sqrt(std::f64::consts::PI) * sigma);
        Self {
            across: Axis::new(width, spacing),
            down: Axis::new(height, spacing),
            reach: (alpha * gaussian_keeps / SPLINE_KEEPS) as f32,
        }
    }

    pub fn field(&self) -> Field {
        let (across, down) = (&self.across, &self.down);
        Field {
            points: vec![0.0; across.points * down.points],
            narrow: vec![0.0; down.points * across.pixels.len()],
            moves: vec![0.0; down.pixels.len() * across.pixels.len()],
        }
    }

    /// Draws both fields of an image: moves along rows, and along columns.
    pub fn draw(&self, draws: Draws, mut fields: [&mut Field; 2]) {
        let mut bits = [0; 4];
        for (number, point) in (0..).zip(fields.iter_mut().flat_map(|field| &mut field.points)) {
            // Sixteen bits a point.
            let half = number % 8;
            if half == 0 {
                bits = draws.bits(Use::Elastic, number / 8);
            }
            let bits = bits[half as usize / 2] >> (half % 2 * 16) & 0xffff;
            *point = (bits as f32 * (1.0 / 32_768.0) - 1.0) * self.reach;
        }
        for field in fields {
            self.join(field);
        }
    }

    fn join(&self, Field { points, narrow, moves }: &mut Field) {
        let (across, down) = (&self.across, &self.down);
        let width = across.pixels.len();
        for (points, row) in points.chunks_exact(across.points).zip(narrow.chunks_exact_mut(width)) {
            for ((first, w), number) in across.pixels.iter().zip(row) {
                let p = &points[*first..first + 4];
                *number = p[0] * w[0] + p[1] * w[1] + p[2] * w[2] + p[3] * w[3];
            }
        }
        for ((first, w), row) in down.pixels.iter().zip(moves.chunks_exact_mut(width)) {
            let line = |k: usize| &narrow[(first + k) * width..][..width];
            let lines = line(0).iter().zip(line(1)).zip(line(2)).zip(line(3));
            for ((((a, b), c), d), number) in lines.zip(row) {
                *number = a * w[0] + b * w[1] + c * w[2] + d * w[3];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simard's 34 and 4 move pixels by 1.4, as computed from his description.
    #[test]
    fn moves_as_far_as_the_field_that_it_stands_for() {
        let elastic = Elastic::new(28, 28, 34.0, 4.0);
        let mut fields = [elastic.field(), elastic.field()];
        let (mut squares, mut count) = (0.0, 0);
        for row in 0..400 {
            let [across, down] = &mut fields;
            elastic.draw(Draws { seed: 1, pass: 0, row }, [across, down]);
            for field in &fields {
                squares += field.moves.iter().map(|m| f64::from(m * m)).sum::<f64>();
                count += field.moves.len();
            }
        }
        let deviation = libm::sqrt(squares / count as f64);
        let expected = 34.0 / libm::sqrt(3.0) / (2.0 * libm::sqrt(std::f64::consts::PI) * 4.0);
        assert!((deviation / expected - 1.0).abs() < 0.03, "{deviation}, not {expected}");
    }
}
