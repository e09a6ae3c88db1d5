//! Where the numbers of a network lie.
//!
//! A layer's weights are a matrix in panels: a row for each input and a last one for the bias, a column for each unit.
//! Columns beyond the layer's units are zero and stay zero. Parameters and both moments of Adam have the same offsets.

use super::panels::{PANEL, Panels};
use super::simd::LANES;
use crate::spec::{Activation, NetworkSpec};

/// Rows that the dense kernels compute at a time: buffers have a multiple of it.
pub const ROW_BLOCK: usize = 4;

/// One layer's place in the arena.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// Numbers that go in.
    pub inputs: usize,
    /// Numbers that come out.
    pub units: usize,
    /// What is done to each sum.
    pub activation: Activation,
    /// Units, rounded up to whole vectors.
    pub width: usize,
    /// Panels of the kernel.
    pub panels: usize,
    /// Where the first panel starts in the arena.
    pub offset: usize,
}

impl Layer {
    /// Where row `input` of panel `panel` starts in the arena; row `inputs` is the bias.
    #[inline(always)]
    pub fn row(&self, panel: usize, input: usize) -> usize {
        self.offset + (panel * (self.inputs + 1) + input) * PANEL
    }

    /// The layer's weights in an arena.
    ///
    /// # Safety
    /// The arena must be one that holds the layer.
    #[inline(always)]
    pub unsafe fn weights(&self, arena: *const f32) -> Panels {
        // SAFETY: the caller's promise.
        Panels { start: unsafe { arena.add(self.offset) }.cast_mut(), height: self.inputs + 1 }
    }

    /// Vectors of a panel that hold units.
    #[inline(always)]
    pub fn vectors(&self, panel: usize) -> usize {
        (self.width - panel * PANEL).min(PANEL) / LANES
    }

    /// Floats of the layer in the arena.
    fn len(&self) -> usize {
        self.panels * (self.inputs + 1) * PANEL
    }

    /// Number of parameters: kernel and bias.
    pub fn parameters(&self) -> usize {
        (self.inputs + 1) * self.units
    }
}

/// The layers and the length of the arena that holds them.
pub fn lay_out(spec: &NetworkSpec) -> (Vec<Layer>, usize) {
    let mut inputs = spec.inputs;
    let mut offset = 0;
    let layers = spec
        .layers
        .iter()
        .map(|&crate::LayerSpec { units, activation }| {
            let layer = Layer {
                inputs,
                units,
                activation,
                width: units.next_multiple_of(LANES),
                panels: units.div_ceil(PANEL),
                offset,
            };
            inputs = units;
            offset += layer.len();
            layer
        })
        .collect();
    // The backward kernel reads whole blocks of a panel's rows, past the bias of the last one.
    (layers, offset + (ROW_BLOCK - 1) * PANEL)
}
