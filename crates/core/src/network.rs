use crate::kernels::aligned::Floats;
use crate::kernels::layout::{Layer, lay_out};
use crate::kernels::panels::PANEL;
use crate::spec::{Adam, Loss, NetworkSpec};
use crate::{Error, identity, init};

/// A stack of dense layers with the state of its optimizer.
pub struct Network {
    pub(crate) spec: NetworkSpec,
    pub(crate) layers: Vec<Layer>,
    pub(crate) weights: Floats,
    /// Adam's first and second moments, at the offsets of the weights.
    pub(crate) first: Floats,
    pub(crate) second: Floats,
    pub(crate) recipe: Option<(Loss, Adam)>,
    /// Steps of Adam taken since `compile`.
    pub(crate) steps: u64,
    /// Epochs begun: the order of rows depends on it.
    pub(crate) epochs: u32,
    /// Inputs that were not zero in some row trained on since `compile`. The others have no gradient and no moments,
    /// so that Adam leaves them where they are.
    pub(crate) met: Vec<bool>,
    pub(crate) identity: u64,
}

impl Network {
    /// A network with Glorot-uniform kernels and zero biases.
    pub fn new(spec: NetworkSpec) -> Result<Self, Error> {
        spec.check()?;
        let (layers, len) = lay_out(&spec);
        let arena = || Floats::zeros(len, "a network");
        let mut network = Self {
            weights: arena()?,
            first: arena()?,
            second: arena()?,
            met: vec![false; spec.inputs],
            recipe: None,
            steps: 0,
            epochs: 0,
            identity: identity(),
            layers,
            spec,
        };
        for (index, layer) in network.layers.iter().enumerate() {
            let kernel = init::glorot_uniform(layer.inputs, layer.units, index as u32, network.spec.seed);
            for (i, weight) in kernel.enumerate() {
                network.weights[place(layer, i / layer.units, i % layer.units)] = weight;
            }
        }
        Ok(network)
    }

    /// What the network was made from.
    pub fn spec(&self) -> &NetworkSpec {
        &self.spec
    }

    /// Says what training minimises and how, and starts the optimizer anew.
    pub fn compile(&mut self, loss: Loss, adam: Adam) -> Result<(), Error> {
        self.spec.check_loss(loss)?;
        self.first.fill(0.0);
        self.second.fill(0.0);
        self.met.fill(false);
        self.steps = 0;
        self.recipe = Some((loss, adam));
        Ok(())
    }

    /// Numbers that come out for a row.
    pub fn outputs(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.units)
    }

    /// Number of parameters.
    pub fn parameters(&self) -> usize {
        self.layers.iter().map(Layer::parameters).sum()
    }

    /// All parameters in Keras's order: of each layer the kernel (inputs x units, row-major) and then the bias.
    pub fn weights(&self) -> Vec<f32> {
        let mut values = Vec::with_capacity(self.parameters());
        for layer in &self.layers {
            // The bias is the row after the last input's.
            for input in 0..=layer.inputs {
                values.extend((0..layer.units).map(|unit| self.weights[place(layer, input, unit)]));
            }
        }
        values
    }

    /// The opposite of [`weights`](Network::weights). The optimizer's state stays.
    pub fn set_weights(&mut self, values: &[f32]) -> Result<(), Error> {
        if values.len() != self.parameters() {
            return Err(Error::Length {
                what: "weights",
                expected: self.parameters(),
                received: values.len(),
            });
        }
        if let Some(index) = values.iter().position(|value| !value.is_finite()) {
            return Err(Error::NonFinite { what: "weights", index });
        }
        let mut values = values.iter();
        for layer in &self.layers {
            for input in 0..=layer.inputs {
                for (unit, value) in values.by_ref().take(layer.units).enumerate() {
                    self.weights[place(layer, input, unit)] = *value;
                }
            }
        }
        Ok(())
    }
}

fn place(layer: &Layer, input: usize, unit: usize) -> usize {
    layer.row(unit / PANEL, input) + unit % PANEL
}
