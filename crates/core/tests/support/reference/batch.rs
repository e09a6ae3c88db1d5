use ndarray::{Array2, s};

/// Rows, what they should give, and what each weighs.
#[derive(Clone)]
pub struct Batch {
    pub x: Array2<f64>,
    pub t: Array2<f64>,
    pub weights: Vec<f64>,
}

impl Batch {
    /// Rows that weigh the same.
    pub fn new(x: &Array2<f32>, t: &Array2<f32>) -> Self {
        Self::weighted(x, t, &vec![1.0; x.nrows()])
    }

    pub fn weighted(x: &Array2<f32>, t: &Array2<f32>, weights: &[f32]) -> Self {
        let weights = weights.iter().map(|weight| f64::from(*weight)).collect();
        Self { x: x.mapv(f64::from), t: t.mapv(f64::from), weights }
    }

    pub fn rows(&self) -> usize {
        self.x.nrows()
    }

    /// Its rows, so many at a time; the last ones perhaps fewer.
    pub fn split(&self, size: usize) -> Vec<Self> {
        let starts = (0..self.rows()).step_by(size);
        let part = |start: usize| {
            let end = (start + size).min(self.rows());
            Self {
                x: self.x.slice(s![start..end, ..]).to_owned(),
                t: self.t.slice(s![start..end, ..]).to_owned(),
                weights: self.weights[start..end].to_vec(),
            }
        };
        starts.map(part).collect()
    }
}
