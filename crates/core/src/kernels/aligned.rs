//! Floats on cache lines.

use crate::Error;

/// Floats of a line: one row of a panel, one cache line of most machines.
pub const LINE: usize = 16;

#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([f32; LINE]);

/// A fixed number of floats, beginning on a cache line and ending on one.
pub struct AlignedVec {
    lines: Vec<Line>,
    /// How many there are to be.
    most: usize,
}

impl AlignedVec {
    /// Room for `len` floats, rounded up to whole lines, of which none is there yet. `what` names them if there is no
    /// memory.
    pub fn room(len: usize, what: &'static str) -> Result<Self, Error> {
        let (mut lines, most) = (Vec::new(), len.div_ceil(LINE));
        let bytes = most.saturating_mul(size_of::<Line>());
        lines.try_reserve_exact(most).map_err(|_| Error::Memory { what, bytes })?;
        Ok(Self { lines, most })
    }

    /// The same with zeros in it.
    pub fn zeros(len: usize, what: &'static str) -> Result<Self, Error> {
        let mut floats = Self::room(len, what)?;
        floats.grow(usize::MAX, 0.0);
        Ok(floats)
    }

    /// Puts more floats of a value in, up to `count`. How many there was room for. Not inlined: lengths that are constants
    /// would be filled by straight code, however many lines there are.
    #[inline(never)]
    pub fn grow(&mut self, count: usize, value: f32) -> usize {
        let lines = count.div_ceil(LINE).min(self.most - self.lines.len());
        let end = self.lines.len() + lines;
        if value == 0.0 {
            self.lines.resize(end, Line([0.0; LINE])); // one instruction
        } else {
            self.lines.resize(end, Line([value; LINE]));
        }
        lines * LINE
    }
}

impl std::ops::Deref for AlignedVec {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        // SAFETY: a Line is LINE floats and nothing else (repr(C), 64 bytes), so n lines are n * LINE floats.
        unsafe { std::slice::from_raw_parts(self.lines.as_ptr().cast(), self.lines.len() * LINE) }
    }
}

impl std::ops::DerefMut for AlignedVec {
    fn deref_mut(&mut self) -> &mut [f32] {
        // SAFETY: as in `deref`, and the borrow is exclusive.
        unsafe { std::slice::from_raw_parts_mut(self.lines.as_mut_ptr().cast(), self.lines.len() * LINE) }
    }
}
