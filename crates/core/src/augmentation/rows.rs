//! Augmented rows of the batches of a training.

use super::AugmentSpec;
use super::draws::Draws;
use super::image::{Augmentation, Desk};
use crate::data::nonzero::{self, GROUP};
use crate::kernels::panels::{Panels, ROW_BYTES};
use crate::kernels::sparse::{self, Entry};
use crate::{Dataset, Error, Storage};

/// Augmented rows of the batch of a step and of the next one, and of a whole pass where they serve several epochs.
pub struct AugmentedRows {
    augmentation: Augmentation,
    seed: u64,
    pass: u32,
    /// Entries of the rows of two batches, for a first layer that takes them as they are.
    entries: [Vec<Vec<Entry>>; 2],
    /// Levels of all rows, where they are used again, and which rows have been made in this pass.
    kept: Vec<u8>,
    is_kept: Vec<bool>,
    members: Vec<Bench>,
}

/// What a member of a team works with.
struct Bench {
    desk: Desk,
    values: Vec<f32>,
}

/// The same as the members of a team see it.
#[derive(Clone, Copy)]
pub struct Batches<'a> {
    augmentation: &'a Augmentation,
    dataset: &'a Dataset,
    seed: u64,
    pass: u32,
    entries: [*mut Vec<Entry>; 2],
    takes_entries: bool,
    kept: *mut u8,
    /// Null where no row is used again.
    is_kept: *mut bool,
    members: *mut Bench,
}

impl AugmentedRows {
    /// Room for batches of so many rows. `takes_entries`: the first layer does.
    pub fn new(
        dataset: &Dataset,
        spec: &AugmentSpec,
        seed: u64,
        batch: usize,
        takes_entries: bool,
        members: usize,
    ) -> Result<Self, Error> {
        let augmentation = Augmentation::new(dataset, spec)?;
        let columns = dataset.columns();
        let is_sparse = takes_entries && dataset.storage() == Some(Storage::Sparse);
        let batch = || if is_sparse { entries(batch, columns) } else { Ok(vec![]) };
        let kept = if spec.reuse > 1 { dataset.rows() } else { 0 };
        let bench = |_| Ok(Bench { desk: Desk::new(&augmentation)?, values: vec![0.0; columns] });
        Ok(Self {
            entries: [batch()?, batch()?],
            kept: room(kept * columns)?,
            is_kept: vec![false; kept],
            members: (0..members).map(bench).collect::<Result<_, _>>()?,
            augmentation,
            seed,
            pass: 0,
        })
    }

    /// Begins an epoch of the network's.
    pub fn begin_epoch(&mut self, epoch: u32) {
        let pass = epoch / self.augmentation.spec.reuse as u32;
        if pass != self.pass {
            self.is_kept.fill(false);
        }
        self.pass = pass;
    }

    /// What a run works on, for as long as it has exclusive use of this.
    pub fn batches<'a>(&'a mut self, dataset: &'a Dataset) -> Batches<'a> {
        Batches {
            takes_entries: !self.entries[0].is_empty(),
            entries: self.entries.each_mut().map(|rows| rows.as_mut_ptr()),
            kept: self.kept.as_mut_ptr(),
            is_kept: if self.is_kept.is_empty() { std::ptr::null_mut() } else { self.is_kept.as_mut_ptr() },
            members: self.members.as_mut_ptr(),
            augmentation: &self.augmentation,
            dataset,
            seed: self.seed,
            pass: self.pass,
        }
    }
}

fn room(bytes: usize) -> Result<Vec<u8>, Error> {
    let mut levels = Vec::new();
    levels.try_reserve_exact(bytes).map_err(|_| Error::Memory { what: "augmented images", bytes })?;
    levels.resize(bytes, 0);
    Ok(levels)
}

fn entries(batch: usize, columns: usize) -> Result<Vec<Vec<Entry>>, Error> {
    let row = |_| {
        let mut entries = Vec::new();
        let bytes = (columns + 2 * GROUP) * size_of::<Entry>() * batch;
        let refused = |_| Error::Memory { what: "augmented images", bytes };
        entries.try_reserve_exact(columns + 2 * GROUP).map_err(refused)?;
        Ok(entries)
    };
    (0..batch).map(row).collect()
}

impl Batches<'_> {
    /// Has the processor ask memory for what rows are made of, many at a time: they come in any order.
    ///
    /// # Safety
    /// Nobody else may use these rows.
    pub unsafe fn fetch(&self, rows: &[u32]) {
        if self.is_kept.is_null() {
            return sparse::fetch(rows.iter().map(|row| self.dataset.entries(*row as usize)));
        }
        let columns = self.dataset.columns();
        let lines = rows.iter().flat_map(|row| {
            // SAFETY: the rows are the caller's.
            let levels =
                unsafe { std::slice::from_raw_parts(self.kept.add(*row as usize * columns), columns) };
            levels.iter().step_by(ROW_BYTES)
        });
        std::hint::black_box(lines.fold(0, |seen, level| seen ^ level));
    }

    /// Makes row `place` of a batch: entries where they are kept, else a row of the matrix.
    ///
    /// # Safety
    /// Nobody else may use this row, that place or this member's things; the matrix must have the place where there are
    /// no entries.
    pub unsafe fn make(&self, row: u32, step: usize, place: usize, member: usize, to: Panels) {
        // SAFETY: the caller's promise.
        unsafe {
            let Bench { desk, values } = &mut *self.members.add(member);
            let levels = self.levels(row, desk);
            let worth = &self.augmentation.values;
            let entries = self.entries[step % 2];
            if self.takes_entries {
                let entries = &mut *entries.add(place);
                entries.clear();
                // There is room for all columns.
                let _ = nonzero::append(entries, levels, |level| worth[level as usize]);
            } else {
                for (value, level) in values.iter_mut().zip(levels) {
                    *value = worth[*level as usize];
                }
                to.write_row(place, values);
            }
        }
    }

    /// The levels of a row in this pass.
    unsafe fn levels<'row>(&self, row: u32, desk: &'row mut Desk) -> &'row [u8] {
        let Self { augmentation, dataset, seed, pass, kept, is_kept, .. } = *self;
        let draws = Draws { seed, pass, row };
        if is_kept.is_null() {
            return augmentation.image(dataset, draws, desk);
        }
        let columns = dataset.columns();
        // SAFETY: the row is the caller's.
        unsafe {
            let is_kept = &mut *is_kept.add(row as usize);
            let kept = std::slice::from_raw_parts_mut(kept.add(row as usize * columns), columns);
            if !*is_kept {
                kept.copy_from_slice(augmentation.image(dataset, draws, desk));
                *is_kept = true;
            }
            kept
        }
    }

    /// The entries of a row of a step's batch.
    ///
    /// # Safety
    /// They must have been made, and nobody may be making them.
    #[inline(always)]
    pub unsafe fn entries(&self, step: usize, place: usize) -> &[Entry] {
        // SAFETY: the caller's promise.
        unsafe { &*self.entries[step % 2].add(place) }
    }
}
