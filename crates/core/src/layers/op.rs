use super::activate::Activate;
use crate::kernels::block::Block;
use crate::kernels::kernel::Kernel;
use crate::kernels::simd::F32x4;
use crate::rng::{Philox, Stream};
use crate::variables::Placement;

/// One thing that is done to the numbers of a batch.
pub enum Op {
    /// A product with a kernel, and a bias.
    Dense(Kernel),
    /// A function of each number or row, told apart since a loss may do it instead.
    Activate(Activate),
    /// A penalty on the numbers as they are, told apart since the loss contains it.
    Penalty(super::Penalty),
    /// Anything else.
    Other(Box<dyn Layer>),
}

/// Whose the numbers are that an op writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A member has rows of the batch for itself.
    Rows,
    /// A member has panels, all rows of them.
    Panels,
    /// Either will do.
    Either,
}

/// When an op is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Towards the outputs, in training.
    Forward,
    /// Towards the inputs.
    Backward,
}

/// Numbers that an op keeps from its pass forward for that backward, as a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// None.
    Nothing,
    /// A row for each of the batch, and so many columns.
    RowsBy(usize),
    /// So many rows, and a column for each of the op's.
    ByColumns(usize),
}

/// What is done to each number of some rows or panels of a batch, in few words; the numbers are in [`Place`].
pub trait Layer: Send + Sync {
    /// Whose numbers it writes in training. Otherwise a member always has rows for itself.
    fn owner(&self, _: Pass) -> Owner {
        Owner::Either
    }

    /// It has variables that gradients move.
    fn learns(&self) -> bool {
        false
    }

    /// What it keeps.
    fn keeps(&self) -> Size {
        Size::Nothing
    }

    /// Writes the output.
    fn forward(&self, place: &Place);

    /// Writes the deltas of the inputs, from those of the outputs.
    fn backward(&self, place: &Place, delta_input: &Block);

    /// Gives away the gradients of its variables in the place's columns: their offsets and the gradients.
    fn gradients(&self, _place: &Place, _put: &mut dyn FnMut(usize, F32x4)) {}
}

/// Where the numbers of an op lie, and which of them are the member's.
pub struct Place {
    /// Rows of the batch.
    pub count: usize,
    /// What goes in.
    pub input: Block,
    /// What comes out; the same place for an op that works in place.
    pub output: Block,
    /// The derivatives of the loss by the outputs.
    pub delta: Block,
    /// What is kept.
    pub kept: Block,
    /// Weights of the op's layer: reading and writing them is up to the op, in its own columns.
    pub weights: Weights,
    /// The noise of this step; none where nothing learns.
    pub noise: Option<Noise>,
}

/// The weights of all layers.
#[derive(Clone, Copy)]
pub struct Weights(*mut f32);

impl Weights {
    /// # Safety
    /// As long as it is used, the arena must be there, and a member must write only what lies in its own columns, where
    /// nobody else reads meanwhile.
    pub unsafe fn new(arena: *mut f32) -> Self {
        Self(arena)
    }

    /// Four numbers of a layer's variables.
    #[inline(always)]
    pub fn get(self, placement: Placement, row: usize, column: usize) -> F32x4 {
        // SAFETY: variables lie in the arena by its layout, in whole vectors.
        unsafe { F32x4::load(self.0.add(placement.place(row, column))) }
    }

    /// Writes four numbers of a layer's variables.
    #[inline(always)]
    pub fn set(self, placement: Placement, row: usize, column: usize, numbers: F32x4) {
        // SAFETY: as above, and nobody else uses them.
        unsafe { numbers.store(self.0.add(placement.place(row, column))) }
    }
}

/// Random numbers of a step, the same whoever asks for them.
#[derive(Clone, Copy)]
pub struct Noise {
    /// The network's seed.
    pub seed: u64,
    /// The network's step.
    pub step: u64,
}

impl Noise {
    /// 128 random bits for a place in a layer's matrix.
    #[inline(always)]
    pub fn bits(self, layer: u32, row: usize, place: usize) -> [u32; 4] {
        Philox::block(self.seed, Stream::Noise { layer, step: self.step }, [place as u32, row as u32])
    }
}
