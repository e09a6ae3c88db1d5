use std::ops::Range;

use crate::Error;

/// Ground around an image: as many rows and columns before it as it takes for positions that are rounded up, and behind.
const BEFORE: usize = 1;
const AFTER: usize = 2;

/// An image's levels with ground around them, so that whatever lies outside needs no question.
pub struct Frame {
    pub levels: Vec<u8>,
    pub height: usize,
    pub width: usize,
    /// From one row to the next.
    pub stride: usize,
    /// Columns and rows of the frame that hold all of the ink, if there is any.
    pub ink: Option<[Range<u32>; 2]>,
}

impl Frame {
    pub fn new(height: usize, width: usize) -> Result<Self, Error> {
        let stride = width + BEFORE + AFTER;
        let bytes = stride * (height + BEFORE + AFTER);
        let mut levels = Vec::new();
        levels.try_reserve_exact(bytes).map_err(|_| Error::Memory { what: "an augmented image", bytes })?;
        levels.resize(bytes, 0);
        Ok(Self { levels, height, width, stride, ink: None })
    }

    /// Where a row of the image begins.
    pub fn row(&self, row: usize) -> usize {
        (row + BEFORE) * self.stride + BEFORE
    }
}
