use inkgrad_core::regularizers::{L1l2, Orthogonal, Regularizer};
use ndarray::{Array2, Axis};

pub fn penalty(regularizer: &Regularizer, w: &Array2<f64>) -> f64 {
    match regularizer {
        Regularizer::None => 0.0,
        Regularizer::L1l2(L1l2 { l1, l2 }) => l1 * w.mapv(f64::abs).sum() + l2 * w.mapv(|w| w * w).sum(),
        Regularizer::Orthogonal(Orthogonal { factor, columns }) => {
            let unit = unit_rows(w, *columns);
            let pairs = unit.nrows() as f64 * (unit.nrows() as f64 - 1.0) / 2.0;
            let product = unit.dot(&unit.t());
            let off_diagonal = product.indexed_iter().filter(|((i, j), _)| i < j);
            factor * off_diagonal.map(|(_, p)| p.abs()).sum::<f64>() / pairs
        }
    }
}

pub fn gradient(regularizer: &Regularizer, w: &Array2<f64>) -> Array2<f64> {
    match regularizer {
        Regularizer::None => Array2::zeros(w.raw_dim()),
        Regularizer::L1l2(L1l2 { l1, l2 }) => w.mapv(|w| l1 * sign(w) + 2.0 * l2 * w),
        Regularizer::Orthogonal(Orthogonal { factor, columns }) => {
            let unit = unit_rows(w, *columns);
            let pairs = unit.nrows() as f64 * (unit.nrows() as f64 - 1.0) / 2.0;
            let mut signs = unit.dot(&unit.t()).mapv(sign);
            signs.diag_mut().fill(0.0);
            let by_unit = signs.dot(&unit) * (*factor / pairs);
            // Through the scaling: what goes along a row changes nothing.
            let along = (&by_unit * &unit).sum_axis(Axis(1)).insert_axis(Axis(1));
            let by_row = (by_unit - &unit * &along) / &lengths(&oriented(w, *columns));
            if *columns { by_row.reversed_axes() } else { by_row }
        }
    }
}

/// The derivative of |x|, 0 at 0.
pub fn sign(x: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x.signum() }
}

fn oriented(w: &Array2<f64>, columns: bool) -> Array2<f64> {
    if columns { w.t().to_owned() } else { w.clone() }
}

fn lengths(w: &Array2<f64>) -> Array2<f64> {
    w.mapv(|w| w * w).sum_axis(Axis(1)).mapv(f64::sqrt).insert_axis(Axis(1))
}

fn unit_rows(w: &Array2<f64>, columns: bool) -> Array2<f64> {
    let w = oriented(w, columns);
    &w / &lengths(&w)
}
