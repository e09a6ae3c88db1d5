//! What weights are before training (Keras's initializers), from streams of random numbers of their own.

use std::ops::Range;

use crate::rng::Philox;
use crate::spec::packed::{kinds, record};

kinds! {
    /// An initializer.
    pub enum Initializer in "initializer" {
        /// 0
        Zeros,
        /// 1
        Ones,
        /// The same number everywhere
        Constant(Constant),
        /// Evenly from a range
        RandomUniform(RandomUniform),
        /// From a normal distribution
        RandomNormal(Normal),
        /// The same, drawn anew beyond two standard deviations
        TruncatedNormal(Normal),
        /// With a variance of `scale` by the number of inputs, of outputs, or their mean: Glorot's, He's and LeCun's
        VarianceScaling(VarianceScaling),
        /// A matrix whose rows or columns are orthonormal (Saxe et al., 2013)
        Orthogonal(Orthogonal),
        /// 1 on the diagonal
        Identity(Identity),
    }
}

record! {
    /// What a constant has.
    pub struct Constant {
        /// The number.
        pub value: f64,
    }
}

record! {
    /// What an even distribution has.
    pub struct RandomUniform {
        /// The smallest number.
        pub minval: f64,
        /// The number that all are below.
        pub maxval: f64,
        /// Of its own stream; none: the network's.
        pub seed: Option<f64>,
    }
}

record! {
    /// What a normal distribution has.
    pub struct Normal {
        /// Its mean.
        pub mean: f64,
        /// Its standard deviation, before it is truncated.
        pub stddev: f64,
        /// Of its own stream; none: the network's.
        pub seed: Option<f64>,
    }
}

record! {
    /// What a variance by the number of inputs and outputs has.
    pub struct VarianceScaling {
        /// The variance, times that number.
        pub scale: f64,
        /// 0: inputs, 1: outputs, 2: their mean.
        pub mode: u64,
        /// 0: uniform, 1: truncated normal, 2: normal.
        pub distribution: u64,
        /// Of its own stream; none: the network's.
        pub seed: Option<f64>,
    }
}

record! {
    /// What an orthogonal matrix has.
    pub struct Orthogonal {
        /// What it is multiplied by.
        pub gain: f64,
        /// Of its own stream; none: the network's.
        pub seed: Option<f64>,
    }
}

record! {
    /// What an identity has.
    pub struct Identity {
        /// The number on the diagonal.
        pub gain: f64,
    }
}

/// The standard deviation of a normal distribution that is truncated at two of its own.
const TRUNCATED: f64 = 0.879_625_66;

impl Initializer {
    /// Its own seed, if it has one.
    pub(crate) fn seed(&self) -> Option<u64> {
        match self {
            Self::RandomUniform(RandomUniform { seed, .. })
            | Self::RandomNormal(Normal { seed, .. })
            | Self::TruncatedNormal(Normal { seed, .. })
            | Self::VarianceScaling(VarianceScaling { seed, .. })
            | Self::Orthogonal(Orthogonal { seed, .. }) => seed.map(|seed| seed as u64),
            _ => None,
        }
    }

    /// Whether rows can be filled without those below them.
    pub(crate) fn is_by_rows(&self) -> bool {
        !matches!(self, Self::Orthogonal(_))
    }

    /// Gives the numbers of some rows of a matrix to `put`, row by row: the next ones, or all where the initializer is not
    /// by rows. A vector is a matrix of one row that has as many inputs as outputs.
    pub(crate) fn fill(
        &self,
        [rows, columns]: [usize; 2],
        is_vector: bool,
        random: &mut Philox,
        some: Range<usize>,
        mut put: impl FnMut(usize, usize, f32),
    ) {
        let mut each = |draw: &mut dyn FnMut(usize, usize) -> f32| {
            for row in some.clone() {
                for column in 0..columns {
                    put(row, column, draw(row, column));
                }
            }
        };
        match self {
            Self::Zeros => each(&mut |_, _| 0.0),
            Self::Ones => each(&mut |_, _| 1.0),
            Self::Constant(Constant { value }) => each(&mut |_, _| *value as f32),
            Self::Identity(Identity { gain }) => {
                each(&mut |row, column| if row == column { *gain as f32 } else { 0.0 });
            }
            Self::RandomUniform(RandomUniform { minval, maxval, .. }) => {
                each(&mut |_, _| (minval + (maxval - minval) * f64::from(random.uniform())) as f32);
            }
            Self::RandomNormal(Normal { mean, stddev, .. }) => {
                each(&mut |_, _| (mean + stddev * random.normal()) as f32);
            }
            Self::TruncatedNormal(Normal { mean, stddev, .. }) => {
                each(&mut |_, _| (mean + stddev * truncated(random)) as f32);
            }
            Self::VarianceScaling(VarianceScaling { scale, mode, distribution, .. }) => {
                let (inputs, outputs) = if is_vector { (columns, columns) } else { (rows, columns) };
                let fan = match mode {
                    0 => inputs as f64,
                    1 => outputs as f64,
                    _ => (inputs + outputs) as f64 / 2.0,
                };
                let variance = scale / fan.max(1.0);
                match distribution {
                    0 => {
                        let limit = libm::sqrt(3.0 * variance) as f32;
                        each(&mut |_, _| (2.0 * random.uniform() - 1.0) * limit);
                    }
                    1 => {
                        let stddev = libm::sqrt(variance) / TRUNCATED;
                        each(&mut |_, _| (stddev * truncated(random)) as f32);
                    }
                    _ => {
                        let stddev = libm::sqrt(variance);
                        each(&mut |_, _| (stddev * random.normal()) as f32);
                    }
                }
            }
            Self::Orthogonal(Orthogonal { gain, .. }) => {
                let (long, short) = (rows.max(columns), rows.min(columns));
                let basis = orthonormal(long, short, random);
                each(&mut |row, column| {
                    let (at, of) = if rows >= columns { (row, column) } else { (column, row) };
                    (gain * basis[of * long + at]) as f32
                });
            }
        }
    }
}

fn truncated(random: &mut Philox) -> f64 {
    loop {
        let number = random.normal();
        if number.abs() < 2.0 {
            return number;
        }
    }
}

/// Orthonormal vectors, one after the other, from normal ones by Gram and Schmidt, twice over so that rounding stays
/// small. As with a QR decomposition whose diagonal is positive, all directions are equally likely.
fn orthonormal(length: usize, count: usize, random: &mut Philox) -> Vec<f64> {
    let mut vectors: Vec<f64> = (0..length * count).map(|_| random.normal()).collect();
    for index in 0..count {
        let (before, rest) = vectors.split_at_mut(index * length);
        let vector = &mut rest[..length];
        for _ in 0..2 {
            for other in before.chunks_exact(length) {
                let along: f64 = other.iter().zip(vector.iter()).map(|(a, b)| a * b).sum();
                vector.iter_mut().zip(other).for_each(|(number, direction)| *number -= along * direction);
            }
        }
        let norm = libm::sqrt(vector.iter().map(|number| number * number).sum());
        vector.iter_mut().for_each(|number| *number /= norm);
    }
    vectors
}
