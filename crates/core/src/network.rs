use crate::error::{check_length, check_within};
use crate::kernels::aligned::AlignedVec;
use crate::kernels::kernel::ROW_BLOCK;
use crate::kernels::panels::PANEL;
use crate::layers::{Op, Site};
use crate::spec::{NetworkSpec, TrainingSpec};
use crate::training::{Alike, Compiled};
use crate::variables::{Filling, Placement, Variable, Which, numbers, placed, read, write};
use crate::{Error, identity};

/// A stack of layers, with the state of its optimizer.
pub struct Network {
    pub(crate) spec: NetworkSpec,
    pub(crate) ops: Vec<Op>,
    /// Numbers of a row before the first op and after each.
    pub(crate) widths: Vec<usize>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) weights: AlignedVec,
    pub(crate) compiled: Option<Compiled>,
    pub(crate) identity: u64,
    filling: Filling,
    /// What is being compiled.
    compiling: Option<Compiled>,
}

impl Network {
    /// A network whose variables are as their initializers say.
    pub fn new(spec: NetworkSpec) -> Result<Self, Error> {
        let mut network = Self::zeros(spec)?;
        network.initialize(usize::MAX);
        Ok(network)
    }

    /// A network whose variables are all zero, until [`initialize`](Network::initialize) has gone over them: for callers
    /// that have other things to do in between.
    pub fn zeros(spec: NetworkSpec) -> Result<Self, Error> {
        spec.check()?;
        let mut offset = 0;
        let (mut ops, mut widths, mut variables) = (Vec::new(), vec![spec.inputs], Vec::new());
        let mut inputs = spec.inputs;
        for (index, layer) in spec.layers.iter().enumerate() {
            let placement = Placement { offset, height: layer.height(inputs) };
            for op in layer.ops(Site { inputs, layer: index, placement }) {
                ops.push(op);
                widths.push(layer.outputs(inputs));
            }
            variables.extend(placed(layer.variables(inputs), index, placement));
            inputs = layer.outputs(inputs);
            offset += placement.height * inputs.next_multiple_of(PANEL);
        }
        // The backward kernel reads whole blocks of a panel's rows, past the bias of the last one.
        let weights = AlignedVec::zeros(offset + (ROW_BLOCK - 1) * PANEL, "a network")?;
        let (filling, identity) = (Filling::new(spec.seed), identity());
        let (compiled, compiling) = (None, None);
        Ok(Self { ops, widths, variables, weights, compiled, identity, filling, compiling, spec })
    }

    /// Gives about so many numbers more what their initializers say, and tells whether any are left.
    pub fn initialize(&mut self, numbers: usize) -> bool {
        self.filling.fill(&self.variables, &mut self.weights, numbers)
    }

    /// What the network was made from.
    pub fn spec(&self) -> &NetworkSpec {
        &self.spec
    }

    /// Says what training minimises and how, and starts the optimizer anew.
    pub fn compile(&mut self, training: TrainingSpec) -> Result<(), Error> {
        self.begin_compiling(training)?;
        while self.go_on_compiling(usize::MAX) {}
        Ok(())
    }

    /// The same, but that the network stays as it is until [`go_on_compiling`](Network::go_on_compiling) is at its end: for
    /// callers that have other things to do in between.
    pub fn begin_compiling(&mut self, training: TrainingSpec) -> Result<(), Error> {
        self.compiling = Some(Compiled::new(self, training)?);
        Ok(())
    }

    /// Makes about so many more of the numbers that the optimizer keeps, and tells whether to go on.
    pub fn go_on_compiling(&mut self, numbers: usize) -> bool {
        let goes_on = self.compiling.as_mut().is_some_and(|compiling| compiling.fill(numbers));
        if !goes_on && self.compiling.is_some() {
            self.compiled = self.compiling.take();
        }
        goes_on
    }

    /// Its variables, in Keras's order.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// Numbers that come out for a row.
    pub fn outputs(&self) -> usize {
        self.widths[self.ops.len()]
    }

    /// How many numbers all variables have.
    pub fn parameters(&self) -> usize {
        numbers(&self.variables, Which::All)
    }

    /// All numbers of all variables, in Keras's order, each row by row.
    pub fn weights(&self) -> Vec<f32> {
        let mut values = vec![0.0; self.parameters()];
        read(&self.variables, Which::All, &self.weights, 0, &mut values);
        values
    }

    /// A piece of [`weights`](Network::weights), the numbers from `first` on: for callers without room for all.
    pub fn read_weights(&self, first: usize, values: &mut [f32]) -> Result<(), Error> {
        check_within("weights", first, values.len(), self.parameters())?;
        read(&self.variables, Which::All, &self.weights, first, values);
        Ok(())
    }

    /// The opposite of [`weights`](Network::weights). The optimizer's state stays.
    pub fn set_weights(&mut self, values: &[f32]) -> Result<(), Error> {
        check_length("weights", values.len(), self.parameters())?;
        self.write_weights(0, values)
    }

    /// The opposite of [`read_weights`](Network::read_weights).
    pub fn write_weights(&mut self, first: usize, values: &[f32]) -> Result<(), Error> {
        check_within("weights", first, values.len(), self.parameters())?;
        if let Some(index) = values.iter().position(|value| !value.is_finite()) {
            return Err(Error::NonFinite { what: "weights", index });
        }
        write(&self.variables, Which::All, &mut self.weights, first, values);
        Ok(())
    }

    /// What the size of the weights costs.
    pub(crate) fn penalty(&self) -> Result<f64, Error> {
        let cost = |variable: &Variable| {
            let numbers = variable.places().map(|place| self.weights[place]);
            variable.spec.regularizer.elementwise().map_or(0.0, |cost| cost.penalty(numbers))
        };
        Ok(self.variables.iter().map(cost).sum::<f64>() + Alike::penalty(&self.variables, &self.weights)?)
    }

    /// The learning rate of the next step.
    pub fn learning_rate(&self) -> Option<f64> {
        self.compiled.as_ref().map(Compiled::learning_rate)
    }

    /// Goes on with another learning rate, in place of a schedule.
    pub fn set_learning_rate(&mut self, rate: f64) -> Result<(), Error> {
        self.compiled.as_mut().ok_or(NOT_COMPILED)?.set_learning_rate(rate);
        Ok(())
    }

    /// Writes the average of the weights, where one is kept, into the weights, as Keras does when `fit` ends.
    pub fn end_training(&mut self) -> Result<(), Error> {
        self.write_average(0, usize::MAX).map(drop)
    }

    /// The same for so many weights from `first` on, of those that training changes. Whether any are left.
    pub fn write_average(&mut self, first: usize, count: usize) -> Result<bool, Error> {
        let Self { compiled, variables, weights, .. } = self;
        let compiled = compiled.as_ref().ok_or(NOT_COMPILED)?;
        Ok(compiled.write_average(variables, weights, first, count))
    }
}

/// What is said of a network that cannot learn yet.
pub(crate) const NOT_COMPILED: Error = Error::Network("must be compiled first");
