//! Where the weights of a dense layer lie: a matrix in panels, with a row for each input and a last one for the bias, a
//! column for each unit. Columns beyond the layer's units are zero and stay zero.

use super::panels::{PANEL, Panels};
use super::simd::LANES;

/// Rows that the dense kernels compute at a time: buffers have a multiple of it.
pub const ROW_BLOCK: usize = 4;

/// A dense layer's place in an arena.
#[derive(Clone, Copy, Debug)]
pub struct Kernel {
    /// Numbers that go in.
    pub inputs: usize,
    /// Numbers that come out.
    pub units: usize,
    /// Units, rounded up to whole vectors.
    pub width: usize,
    /// Panels of the kernel.
    pub panels: usize,
    /// Where the first panel starts in the arena.
    pub offset: usize,
    /// The last row is a bias that learns; otherwise it stays zero.
    pub has_bias: bool,
}

impl Kernel {
    /// A layer's weights from `offset` on.
    pub fn new(inputs: usize, units: usize, offset: usize, has_bias: bool) -> Self {
        let (width, panels) = (units.next_multiple_of(LANES), units.div_ceil(PANEL));
        Self { inputs, units, width, panels, offset, has_bias }
    }

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
}
