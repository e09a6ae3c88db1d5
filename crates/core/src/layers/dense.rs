use super::activation::activate;
use super::{Describe, Op, Penalty, Site};
use crate::activations::Activation;
use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::kernels::kernel::Kernel;
use crate::regularizers::Regularizer;
use crate::spec::packed::record;
use crate::variables::VariableSpec;

record! {
    /// A fully connected layer: `activation(x . kernel + bias)`.
    pub struct Dense {
        /// Numbers that come out.
        pub units: usize,
        /// What is done to each sum.
        pub activation: Activation,
        /// There is a bias.
        pub use_bias: bool,
        /// What the kernel is at first.
        pub kernel_initializer: Initializer,
        /// What the bias is at first.
        pub bias_initializer: Initializer,
        /// What the kernel's size costs.
        pub kernel_regularizer: Regularizer,
        /// What the bias's size costs.
        pub bias_regularizer: Regularizer,
        /// What the outputs' size costs.
        pub activity_regularizer: Regularizer,
        /// What the kernel must be like.
        pub kernel_constraint: Constraint,
        /// What the bias must be like.
        pub bias_constraint: Constraint,
    }
}

impl Dense {
    /// A layer with a Glorot-uniform kernel and a bias of zeros (Glorot and Bengio, 2010; Keras's defaults).
    pub fn new(units: usize, activation: Activation) -> Self {
        use crate::initializers::VarianceScaling;
        let glorot_uniform = VarianceScaling { scale: 1.0, mode: 2, distribution: 0, seed: None };
        Self {
            units,
            activation,
            use_bias: true,
            kernel_initializer: Initializer::VarianceScaling(glorot_uniform),
            bias_initializer: Initializer::Zeros,
            kernel_regularizer: Regularizer::None,
            bias_regularizer: Regularizer::None,
            activity_regularizer: Regularizer::None,
            kernel_constraint: Constraint::None,
            bias_constraint: Constraint::None,
        }
    }
}

impl Describe for Dense {
    fn outputs(&self, _: usize) -> usize {
        self.units
    }

    fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        let kernel = VariableSpec::matrix("kernel", [inputs, self.units], &self.kernel_initializer)
            .with(&self.kernel_regularizer, &self.kernel_constraint);
        let bias = VariableSpec::vector("bias", self.units, &self.bias_initializer)
            .with(&self.bias_regularizer, &self.bias_constraint);
        if self.use_bias { vec![kernel, bias] } else { vec![kernel] }
    }

    /// A row for the bias, which stays zero where there is none.
    fn height(&self, inputs: usize) -> usize {
        inputs + 1
    }

    fn ops(&self, site: Site) -> Vec<Op> {
        let kernel = Kernel::new(site.inputs, self.units, site.placement.offset, self.use_bias);
        let mut ops = vec![Op::Dense(kernel)];
        ops.extend(activate(&self.activation, self.units));
        ops.extend(
            self.activity_regularizer
                .elementwise()
                .map(|cost| Op::Penalty(Penalty { cost, units: self.units })),
        );
        ops
    }
}
