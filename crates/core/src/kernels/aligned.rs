//! Floats on cache lines.

use crate::Error;

/// Floats of a line: one row of a panel, one cache line of most machines.
pub const LINE: usize = 16;

#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([f32; LINE]);

/// A fixed number of zeros to start with, beginning on a cache line and ending on one.
pub struct AlignedVec(Vec<Line>);

impl AlignedVec {
    /// Room for `len` floats, rounded up to whole lines. `what` names them if there is no memory. Not inlined: lengths
    /// that are constants would be filled by straight code, however many lines there are.
    #[inline(never)]
    pub fn zeros(len: usize, what: &'static str) -> Result<Self, Error> {
        let lines = len.div_ceil(LINE);
        let mut floats = Vec::new();
        floats
            .try_reserve_exact(lines)
            .map_err(|_| Error::Memory { what, bytes: lines.saturating_mul(size_of::<Line>()) })?;
        floats.resize(lines, Line([0.0; LINE]));
        Ok(Self(floats))
    }
}

impl std::ops::Deref for AlignedVec {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        // SAFETY: a Line is LINE floats and nothing else (repr(C), 64 bytes), so n lines are n * LINE floats.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }
}

impl std::ops::DerefMut for AlignedVec {
    fn deref_mut(&mut self) -> &mut [f32] {
        // SAFETY: as in `deref`, and the borrow is exclusive.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }
}
