//! What is done to each number on its way from layer to layer. The names and meanings are Keras's.

use crate::kernels::simd::F32x4;
use crate::spec::packed::{kinds, record};

kinds! {
    /// An activation function.
    pub enum Activation in "activation" {
        /// x
        Linear,
        /// max(x, 0)
        Relu,
        /// 1 / (1 + exp(-x))
        Sigmoid,
        /// tanh(x)
        Tanh,
        /// exp(x_i) / sum_j exp(x_j), over the row
        Softmax,
        /// x_i - ln sum_j exp(x_j), over the row
        LogSoftmax,
        /// min(max(x / 6 + 1 / 2, 0), 1)
        HardSigmoid,
        /// min(max(x, 0), 6)
        Relu6,
        /// x, or `negative_slope * x` below zero
        LeakyRelu(LeakyRelu),
        /// x, or `alpha * (exp(x) - 1)` below zero
        Elu(Elu),
        /// `1.0507 * elu(x)` with alpha 1.67326 (Klambauer et al., 2017)
        Selu,
        /// x times the normal distribution function of x, or its approximation by a tanh (Hendrycks and Gimpel, 2016)
        Gelu(Gelu),
        /// x * sigmoid(x)
        Silu,
        /// x * tanh(ln(1 + exp(x))) (Misra, 2019)
        Mish,
        /// ln(1 + exp(x))
        Softplus,
        /// x / (1 + |x|)
        Softsign,
        /// exp(x)
        Exponential,
    }
}

record! {
    /// What a leaky ReLU has.
    pub struct LeakyRelu {
        /// The slope below zero.
        pub negative_slope: f64,
    }
}

record! {
    /// What an ELU has.
    pub struct Elu {
        /// Minus its limit on the left.
        pub alpha: f64,
    }
}

record! {
    /// What a GELU has.
    pub struct Gelu {
        /// By a tanh instead of the error function.
        pub approximate: bool,
    }
}

const SELU_SCALE: f32 = 1.050_701;
const SELU_ALPHA: f32 = 1.673_263_2;
/// sqrt(2 / pi)
const GELU_SCALE: f32 = 0.797_884_6;
const GELU_CUBIC: f32 = 0.044_715;
/// 1 / sqrt(2 pi)
const NORMAL_DENSITY: f32 = 0.398_942_3;

fn splat(value: f32) -> F32x4 {
    F32x4::splat(value)
}

impl Activation {
    /// It needs the whole row: [`softmax`](crate::kernels::rows::softmax) and its logarithm, which are no functions of one
    /// number.
    pub(crate) fn is_of_rows(&self) -> bool {
        matches!(self, Self::Softmax | Self::LogSoftmax)
    }

    /// Its derivative cannot be told from its value, so that the number before it must be kept.
    pub(crate) fn needs_input(&self) -> bool {
        match self {
            Self::Gelu(_) | Self::Silu | Self::Mish => true,
            // Below zero a negative slope turns the sign around.
            Self::LeakyRelu(LeakyRelu { negative_slope: slope }) | Self::Elu(Elu { alpha: slope }) => {
                *slope < 0.0
            }
            _ => false,
        }
    }

    /// Calls `visitor` with the function of one number and its derivative: the usual ones as functions that the compiler
    /// knows, the others by a pointer, for each would be a loop of its own in the WASM.
    pub(crate) fn visit<Visitor: Visit>(&self, visitor: Visitor) {
        let (zero, one) = (splat(0.0), splat(1.0));
        match self {
            Self::Linear | Self::Softmax | Self::LogSoftmax => {}
            Self::Relu => visitor.visit(F32x4::relu, |y, d| zero.select_below(y, d, zero)),
            Self::Sigmoid => visitor.visit(F32x4::sigmoid, |y, d| d * (y * (one - y))),
            Self::Tanh => visitor.visit(F32x4::tanh, |y, d| d * (one - y * y)),
            rare => {
                let Rare { function, derivative, parameter } = rare.rare();
                let parameter = splat(parameter);
                visitor.visit(|x| function(x, parameter), |y, d| derivative(y, d, parameter));
            }
        }
    }

    /// The functions behind the pointers, with the one number that some have.
    fn rare(&self) -> Rare {
        let rare = |function, derivative| Rare { function, derivative, parameter: 0.0 };
        let with =
            |parameter: f64, function, derivative| Rare { function, derivative, parameter: parameter as f32 };
        match self {
            Self::HardSigmoid => rare(
                |x, _| (x / splat(6.0) + splat(0.5)).at_least(splat(0.0)).at_most(splat(1.0)),
                |y, d, _| positive(y, y.select_below(splat(1.0), d / splat(6.0), splat(0.0)), splat(0.0)),
            ),
            Self::Relu6 => rare(
                |x, _| x.relu().at_most(splat(6.0)),
                |y, d, _| positive(y, y.select_below(splat(6.0), d, splat(0.0)), splat(0.0)),
            ),
            Self::LeakyRelu(LeakyRelu { negative_slope }) => with(
                *negative_slope,
                |x, slope| positive(x, x, x * slope),
                |y, d, slope| positive(y, d, d * slope),
            ),
            Self::Elu(Elu { alpha }) => {
                let function = |x, alpha| positive(x, x, alpha * expm1(x));
                if self.needs_input() {
                    with(*alpha, function, |x, d, alpha| positive(x, d, d * alpha * x.exp()))
                } else {
                    with(*alpha, function, |y, d, alpha| positive(y, d, d * (y + alpha)))
                }
            }
            Self::Selu => rare(
                |x, _| positive(x, x * splat(SELU_SCALE), splat(SELU_SCALE * SELU_ALPHA) * expm1(x)),
                |y, d, _| positive(y, d * splat(SELU_SCALE), d * (y + splat(SELU_SCALE * SELU_ALPHA))),
            ),
            Self::Gelu(Gelu { approximate: false }) => rare(
                |x, _| x * normal_distribution(x),
                |x, d, _| {
                    let density = splat(NORMAL_DENSITY) * (x * x * splat(-0.5)).exp();
                    d * (normal_distribution(x) + x * density)
                },
            ),
            Self::Gelu(Gelu { approximate: true }) => rare(
                |x, _| splat(0.5) * x * (splat(1.0) + gelu_tanh(x)),
                |x, d, _| {
                    let (t, one) = (gelu_tanh(x), splat(1.0));
                    let inner = splat(GELU_SCALE) * (one + splat(3.0 * GELU_CUBIC) * x * x);
                    d * splat(0.5) * (one + t + x * (one - t * t) * inner)
                },
            ),
            Self::Silu => rare(
                |x, _| x * x.sigmoid(),
                |x, d, _| {
                    let s = x.sigmoid();
                    d * (s + x * s * (splat(1.0) - s))
                },
            ),
            Self::Mish => rare(
                |x, _| x * softplus(x).tanh(),
                |x, d, _| {
                    let t = softplus(x).tanh();
                    d * (t + x * (splat(1.0) - t * t) * x.sigmoid())
                },
            ),
            // 1 - exp(-y) is the sigmoid of x.
            Self::Softplus => rare(|x, _| softplus(x), |y, d, _| d * (splat(0.0) - expm1(splat(0.0) - y))),
            Self::Softsign => rare(
                |x, _| x / (splat(1.0) + x.abs()),
                |y, d, _| {
                    let rest = splat(1.0) - y.abs();
                    d * (rest * rest)
                },
            ),
            Self::Exponential => rare(|x, _| x.exp(), |y, d, _| d * y),
            Self::Linear | Self::Relu | Self::Sigmoid | Self::Tanh | Self::Softmax | Self::LogSoftmax => {
                rare(|x, _| x, |_, d, _| d)
            }
        }
    }
}

/// A function and its derivative, behind pointers.
struct Rare {
    function: fn(F32x4, F32x4) -> F32x4,
    derivative: fn(F32x4, F32x4, F32x4) -> F32x4,
    parameter: f32,
}

/// One where x is above zero, the other elsewhere.
#[inline(always)]
fn positive(x: F32x4, yes: F32x4, no: F32x4) -> F32x4 {
    splat(0.0).select_below(x, yes, no)
}

/// What is done with a function and its derivative. The latter gets the function's value, or its argument where
/// [`Activation::needs_input`], and a delta, and gives the delta times the derivative.
pub(crate) trait Visit {
    fn visit(self, function: impl Fn(F32x4) -> F32x4, derivative: impl Fn(F32x4, F32x4) -> F32x4);
}

fn by_lane(x: F32x4, function: impl Fn(f32) -> f32) -> F32x4 {
    F32x4::from_array(x.to_array().map(function))
}

#[inline(never)]
fn expm1(x: F32x4) -> F32x4 {
    by_lane(x, libm::expm1f)
}

/// max(x, 0) + ln(1 + exp(-|x|))
#[inline(never)]
fn softplus(x: F32x4) -> F32x4 {
    x.relu() + by_lane((splat(0.0) - x.abs()).exp(), libm::log1pf)
}

#[inline(never)]
fn normal_distribution(x: F32x4) -> F32x4 {
    let root_half = splat(std::f32::consts::FRAC_1_SQRT_2);
    splat(0.5) * by_lane(splat(0.0) - x * root_half, libm::erfcf)
}

#[inline(never)]
fn gelu_tanh(x: F32x4) -> F32x4 {
    (splat(GELU_SCALE) * (x + splat(GELU_CUBIC) * x * x * x)).tanh()
}
