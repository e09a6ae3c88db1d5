use inkgrad_core::activations::{Activation, Elu, Gelu, LeakyRelu};
use ndarray::{Array1, Array2, ArrayView1};

const SELU_SCALE: f64 = 1.050_700_987_355_480_5;
const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;

/// What an activation makes of rows.
pub fn activate(activation: &Activation, x: &Array2<f64>) -> Array2<f64> {
    match activation {
        Activation::Softmax => by_row(x, softmax),
        Activation::LogSoftmax => by_row(x, log_softmax),
        _ => x.mapv(|x| of_number(activation, x)),
    }
}

fn by_row(x: &Array2<f64>, of_row: impl Fn(ArrayView1<f64>) -> Array1<f64>) -> Array2<f64> {
    let mut y = x.clone();
    for (mut y, x) in y.rows_mut().into_iter().zip(x.rows()) {
        y.assign(&of_row(x));
    }
    y
}

/// Takes deltas back through an activation of `x`.
pub fn differentiate(activation: &Activation, x: &Array2<f64>, delta: &Array2<f64>) -> Array2<f64> {
    let mut result = delta.clone();
    for (x, mut d) in x.rows().into_iter().zip(result.rows_mut()) {
        let p = softmax(x);
        match activation {
            // The Jacobian is diag(p) - p p^T ...
            Activation::Softmax => {
                let inner = d.dot(&p);
                d.zip_mut_with(&p, |d, p| *d = p * (*d - inner));
            }
            // ... and of the logarithm 1 - (1, ..., 1) p^T.
            Activation::LogSoftmax => {
                let sum = d.sum();
                d.zip_mut_with(&p, |d, p| *d -= p * sum);
            }
            _ => d.zip_mut_with(&x, |d, x| *d *= derivative(activation, *x)),
        }
    }
    result
}

pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

pub fn softmax(x: ArrayView1<f64>) -> Array1<f64> {
    let largest = x.fold(f64::NEG_INFINITY, |a, b| a.max(*b));
    let e = x.mapv(|x| (x - largest).exp());
    &e / e.sum()
}

pub fn log_softmax(x: ArrayView1<f64>) -> Array1<f64> {
    let largest = x.fold(f64::NEG_INFINITY, |a, b| a.max(*b));
    let log = x.mapv(|x| (x - largest).exp()).sum().ln();
    x.mapv(|x| x - largest - log)
}

fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

fn normal_distribution(x: f64) -> f64 {
    0.5 * (1.0 + libm::erf(x / 2.0f64.sqrt()))
}

/// The argument of GELU's tanh, and its derivative.
fn gelu_argument(x: f64) -> (f64, f64) {
    let scale = (2.0 / std::f64::consts::PI).sqrt();
    (scale * (x + 0.044_715 * x.powi(3)), scale * (1.0 + 3.0 * 0.044_715 * x * x))
}

fn of_number(activation: &Activation, x: f64) -> f64 {
    match activation {
        Activation::Linear | Activation::Softmax | Activation::LogSoftmax => x,
        Activation::Relu => x.max(0.0),
        Activation::Sigmoid => sigmoid(x),
        Activation::Tanh => x.tanh(),
        Activation::HardSigmoid => (x / 6.0 + 0.5).clamp(0.0, 1.0),
        Activation::Relu6 => x.clamp(0.0, 6.0),
        Activation::LeakyRelu(LeakyRelu { negative_slope }) => {
            if x > 0.0 {
                x
            } else {
                negative_slope * x
            }
        }
        Activation::Elu(Elu { alpha }) => {
            if x > 0.0 {
                x
            } else {
                alpha * x.exp_m1()
            }
        }
        Activation::Selu => SELU_SCALE * if x > 0.0 { x } else { SELU_ALPHA * x.exp_m1() },
        Activation::Gelu(Gelu { approximate: false }) => x * normal_distribution(x),
        Activation::Gelu(Gelu { approximate: true }) => 0.5 * x * (1.0 + gelu_argument(x).0.tanh()),
        Activation::Silu => x * sigmoid(x),
        Activation::Mish => x * softplus(x).tanh(),
        Activation::Softplus => softplus(x),
        Activation::Softsign => x / (1.0 + x.abs()),
        Activation::Exponential => x.exp(),
    }
}

fn derivative(activation: &Activation, x: f64) -> f64 {
    let step = |is_above: bool| f64::from(u8::from(is_above));
    match activation {
        Activation::Linear | Activation::Softmax | Activation::LogSoftmax => 1.0,
        Activation::Relu => step(x > 0.0),
        Activation::Sigmoid => sigmoid(x) * (1.0 - sigmoid(x)),
        Activation::Tanh => 1.0 - x.tanh().powi(2),
        Activation::HardSigmoid => step(x.abs() < 3.0) / 6.0,
        Activation::Relu6 => step(x > 0.0 && x < 6.0),
        Activation::LeakyRelu(LeakyRelu { negative_slope }) => {
            if x > 0.0 {
                1.0
            } else {
                *negative_slope
            }
        }
        Activation::Elu(Elu { alpha }) => {
            if x > 0.0 {
                1.0
            } else {
                alpha * x.exp()
            }
        }
        Activation::Selu => SELU_SCALE * if x > 0.0 { 1.0 } else { SELU_ALPHA * x.exp() },
        Activation::Gelu(Gelu { approximate: false }) => {
            let density = (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt();
            normal_distribution(x) + x * density
        }
        Activation::Gelu(Gelu { approximate: true }) => {
            let (argument, slope) = gelu_argument(x);
            0.5 * (1.0 + argument.tanh()) + 0.5 * x * (1.0 - argument.tanh().powi(2)) * slope
        }
        Activation::Silu => sigmoid(x) * (1.0 + x * (1.0 - sigmoid(x))),
        Activation::Mish => {
            let t = softplus(x).tanh();
            t + x * (1.0 - t * t) * sigmoid(x)
        }
        Activation::Softplus => sigmoid(x),
        Activation::Softsign => (1.0 + x.abs()).powi(-2),
        Activation::Exponential => x.exp(),
    }
}
