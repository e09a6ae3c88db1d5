use super::activate::Activate;
use super::{Describe, Op, Site};
use crate::activations::Activation;
use crate::spec::packed::record;

record! {
    /// An activation by itself.
    pub struct ActivationLayer {
        /// Which one.
        pub activation: Activation,
    }
}

impl Describe for ActivationLayer {
    fn ops(&self, site: Site) -> Vec<Op> {
        activate(&self.activation, site.inputs).into_iter().collect()
    }
}

/// An activation, if there is anything to do.
pub fn activate(activation: &Activation, units: usize) -> Option<Op> {
    (*activation != Activation::Linear)
        .then(|| Op::Activate(Activate { activation: activation.clone(), units }))
}
