use std::ops::Range;
use std::sync::Arc;

use ndarray::ArrayView2;

use super::nonzero::{self, Number};
use crate::kernels::panels::{Panels, ROW_BYTES};
use crate::kernels::rows::largest;
use crate::kernels::simd::{F32x4, LANES, larger, smaller};
use crate::kernels::sparse::Entry;
use crate::{Error, identity};

/// How the rows of a data set are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// Only what is not zero: eight bytes a number. The first layer's work shrinks with the zeros.
    Sparse,
    /// Everything: four bytes a number.
    Dense,
}

/// Above this share of numbers that are not zero, the dense kernels are faster.
const DENSE_FROM: f64 = 0.5;

/// What rows should give.
#[derive(Clone, Debug, PartialEq)]
pub enum Targets {
    /// A class id each.
    Classes(Vec<u32>),
    /// As many numbers each as the network has outputs, row after row.
    Values(Vec<f32>),
}

/// What one row should give.
#[derive(Clone, Copy)]
pub enum Target<'a> {
    Class(u32),
    Values(&'a [f32]),
}

impl Target<'_> {
    /// What output `i` should be: for a class id, 1 for the class's own.
    #[inline(always)]
    pub fn at(self, i: usize) -> f32 {
        match self {
            Target::Class(class) => f32::from(u8::from(class as usize == i)),
            Target::Values(values) => values[i],
        }
    }

    /// The class: the largest of several numbers, the first of equals.
    #[inline(always)]
    pub fn class(self) -> usize {
        match self {
            Target::Class(class) => class as usize,
            Target::Values(values) => largest(values),
        }
    }
}

enum Store {
    Sparse { starts: Vec<usize>, entries: Vec<Entry> },
    Dense(Vec<f32>),
}

/// Whole rows of numbers, as they come in.
#[derive(Clone, Copy)]
pub enum Chunk<'a> {
    /// The numbers themselves.
    Floats(&'a [f32]),
    /// Bytes that are worth `byte / divisor` each.
    Bytes {
        /// The bytes.
        bytes: &'a [u8],
        /// What each is divided by.
        divisor: f32,
    },
}

impl Chunk<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Chunk::Floats(floats) => floats.len(),
            Chunk::Bytes { bytes, .. } => bytes.len(),
        }
    }

    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        match *self {
            Chunk::Floats(floats) => Chunk::Floats(&floats[range]),
            Chunk::Bytes { bytes, divisor } => Chunk::Bytes { bytes: &bytes[range], divisor },
        }
    }
}

/// Rows of numbers, and what each should give. It is filled in two passes over the same chunks of rows, [`measure`] and
/// [`append`], so that no memory is taken that is not needed.
///
/// [`measure`]: Dataset::measure
/// [`append`]: Dataset::append
pub struct Dataset {
    rows: usize,
    columns: usize,
    measured: usize,
    nonzero: usize,
    appended: usize,
    wanted: Option<Storage>,
    /// Data sets of the same rows have one.
    store: Option<Arc<Store>>,
    targets: Option<Targets>,
    /// What each row weighs; without any, 1.
    weights: Option<Vec<f32>>,
    /// The largest class id and its row.
    largest_class: (u32, usize),
    /// What all rows were divided by, as far as they came in bytes.
    divisor: Option<f32>,
    pub(crate) identity: u64,
}

impl Dataset {
    /// A data set of that many rows and columns, to be filled. Without a `storage` the share of zeros decides.
    pub fn new(rows: usize, columns: usize, storage: Option<Storage>) -> Result<Self, Error> {
        if rows == 0 || columns == 0 {
            return Err(Error::Rows { rows, first: 0, end: 0 });
        }
        // Offsets of columns must fit 32 bits.
        if columns > u32::MAX as usize / ROW_BYTES || rows.checked_mul(columns).is_none() {
            return Err(Error::Dataset("too many columns"));
        }
        Ok(Self {
            rows,
            columns,
            measured: 0,
            nonzero: 0,
            appended: 0,
            wanted: storage,
            store: None,
            targets: None,
            weights: None,
            largest_class: (0, 0),
            divisor: None,
            identity: identity(),
        })
    }

    /// A data set from a matrix.
    pub fn from_rows(rows: ArrayView2<f32>, storage: Option<Storage>) -> Result<Self, Error> {
        let mut dataset = Self::new(rows.nrows(), rows.ncols(), storage)?;
        let rows = rows.as_standard_layout();
        dataset.take(Chunk::Floats(rows.as_slice().unwrap_or_default()))?;
        Ok(dataset)
    }

    /// A data set from one chunk of whole rows.
    pub fn from_chunk(rows: Chunk, columns: usize) -> Result<Self, Error> {
        let mut dataset = Self::new(rows.len().checked_div(columns).unwrap_or_default(), columns, None)?;
        dataset.take(rows)?;
        Ok(dataset)
    }

    fn take(&mut self, chunk: Chunk) -> Result<(), Error> {
        self.measure(chunk)?;
        self.append(chunk)
    }

    /// First pass: looks at the next whole rows.
    pub fn measure(&mut self, chunk: Chunk) -> Result<(), Error> {
        self.expect(self.measured, chunk.len())?;
        match chunk {
            Chunk::Floats(floats) => {
                self.nonzero += nonzero::count(floats);
                if floats.iter().filter(|float| !float.is_finite()).count() > 0 {
                    let index = floats.iter().position(|float| !float.is_finite()).unwrap_or_default();
                    return Err(Error::NonFinite { what: "rows", index: self.measured + index });
                }
            }
            Chunk::Bytes { bytes, divisor } => {
                self.nonzero += nonzero::count(bytes);
                if !(1.0 / divisor).is_finite() || divisor == f32::INFINITY {
                    return Err(Error::Dataset(
                        "the divisor of bytes must be a finite number other than zero",
                    ));
                }
            }
        }
        self.measured += chunk.len();
        Ok(())
    }

    /// Second pass: takes the same rows.
    pub fn append(&mut self, chunk: Chunk) -> Result<(), Error> {
        self.expect(self.appended, chunk.len())?;
        let (rows, columns, nonzero) = (self.rows, self.columns, self.nonzero);
        if self.measured != rows * columns {
            return Err(Error::Length {
                what: "rows measured",
                expected: rows * columns,
                received: self.measured,
            });
        }
        if self.store.is_none() {
            let sparse = match self.wanted {
                Some(storage) => storage == Storage::Sparse,
                None => (nonzero as f64) < DENSE_FROM * (rows * columns) as f64,
            };
            let store = if sparse { Store::sparse(rows, nonzero)? } else { Store::dense(rows, columns)? };
            self.store = Some(Arc::new(store));
        }
        let divisor = match chunk {
            Chunk::Bytes { divisor, .. } => Some(divisor),
            Chunk::Floats(_) => None,
        };
        self.divisor = divisor.filter(|divisor| self.appended == 0 || self.divisor == Some(*divisor));
        if let Some(store) = self.store.as_mut().and_then(Arc::get_mut) {
            match chunk {
                Chunk::Floats(floats) => store.append(columns, floats, |float| float)?,
                Chunk::Bytes { bytes, divisor } => {
                    let values: [f32; 256] = std::array::from_fn(|byte| byte as f32 / divisor);
                    store.append(columns, bytes, |byte| values[byte as usize])?;
                }
            }
        }
        self.appended += chunk.len();
        Ok(())
    }

    /// A data set of the same rows, which stay where they are, without targets and weights.
    pub fn share(&self) -> Result<Self, Error> {
        self.check(self.columns, 0, self.rows)?;
        Ok(Self {
            store: self.store.clone(),
            targets: None,
            weights: None,
            largest_class: (0, 0),
            identity: identity(),
            ..*self
        })
    }

    fn expect(&self, done: usize, more: usize) -> Result<(), Error> {
        let left = self.rows * self.columns - done;
        if more == 0 || !more.is_multiple_of(self.columns) || more > left {
            return Err(Error::Length { what: "rows", expected: left, received: more });
        }
        Ok(())
    }

    /// Says what the rows should give.
    pub fn set_targets(&mut self, targets: Targets) -> Result<(), Error> {
        match &targets {
            Targets::Classes(classes) if classes.len() != self.rows => {
                return Err(Error::Length { what: "targets", expected: self.rows, received: classes.len() });
            }
            Targets::Values(values) => {
                if values.is_empty() || !values.len().is_multiple_of(self.rows) {
                    return Err(Error::Length {
                        what: "targets",
                        expected: self.rows,
                        received: values.len(),
                    });
                }
                if let Some(index) = values.iter().position(|value| !value.is_finite()) {
                    return Err(Error::NonFinite { what: "targets", index });
                }
            }
            Targets::Classes(classes) => {
                let largest = classes.iter().copied().zip(0..).max_by_key(|(class, _)| *class);
                self.largest_class = largest.unwrap_or_default();
            }
        }
        self.targets = Some(targets);
        Ok(())
    }

    /// Says what each row weighs.
    pub fn set_weights(&mut self, weights: Vec<f32>) -> Result<(), Error> {
        if weights.len() != self.rows {
            return Err(Error::Length {
                what: "weights of rows",
                expected: self.rows,
                received: weights.len(),
            });
        }
        if let Some(index) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(Error::NonFinite { what: "weights of rows", index });
        }
        self.weights = Some(weights);
        Ok(())
    }

    /// What a row weighs.
    #[inline(always)]
    pub(crate) fn weight(&self, row: usize) -> f32 {
        self.weights.as_ref().map_or(1.0, |weights| weights[row])
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Numbers in a row.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How the rows are kept, once they are all there.
    pub fn storage(&self) -> Option<Storage> {
        match self.store.as_deref() {
            Some(Store::Sparse { .. }) => Some(Storage::Sparse),
            Some(Store::Dense(_)) => Some(Storage::Dense),
            None => None,
        }
    }

    /// Checks that the data set is whole and fits a network, and that the range is one of its.
    pub(crate) fn check(&self, inputs: usize, first: usize, end: usize) -> Result<(), Error> {
        if self.appended != self.rows * self.columns {
            return Err(Error::Dataset("not all rows have been appended"));
        }
        if self.columns != inputs {
            return Err(Error::Length { what: "a row", expected: inputs, received: self.columns });
        }
        if first >= end || end > self.rows {
            return Err(Error::Rows { rows: self.rows, first, end });
        }
        Ok(())
    }

    /// Checks that the targets fit a network's outputs.
    pub(crate) fn check_targets(&self, outputs: usize) -> Result<(), Error> {
        match &self.targets {
            None => Err(Error::Dataset("has no targets")),
            Some(Targets::Classes(_)) if outputs == 1 => {
                Err(Error::Dataset("class ids need a network with more than one output"))
            }
            Some(Targets::Classes(_)) if self.largest_class.0 as usize >= outputs => {
                let (class, row) = self.largest_class;
                Err(Error::Class { row, class, classes: outputs })
            }
            Some(Targets::Classes(_)) => Ok(()),
            Some(Targets::Values(values)) if values.len() != self.rows * outputs => {
                let expected = self.rows * outputs;
                Err(Error::Length { what: "targets", expected, received: values.len() })
            }
            Some(Targets::Values(_)) => Ok(()),
        }
    }

    /// What a row should give; the targets must have been checked.
    #[inline(always)]
    pub(crate) fn target(&self, row: usize, outputs: usize) -> Target<'_> {
        match &self.targets {
            Some(Targets::Classes(classes)) => Target::Class(classes[row]),
            Some(Targets::Values(values)) => Target::Values(&values[row * outputs..(row + 1) * outputs]),
            None => Target::Values(&[]),
        }
    }

    /// A row's entries; none in a dense data set.
    #[inline(always)]
    pub(crate) fn entries(&self, row: usize) -> &[Entry] {
        match self.store.as_deref() {
            Some(Store::Sparse { starts, entries, .. }) => &entries[starts[row]..starts[row + 1]],
            _ => &[],
        }
    }

    /// Calls `visit` with the column and the number of whatever is not zero in a row.
    #[inline(always)]
    pub(crate) fn each_nonzero(&self, row: usize, mut visit: impl FnMut(usize, f32)) {
        match self.store.as_deref() {
            Some(Store::Dense(values)) => {
                let values = &values[row * self.columns..(row + 1) * self.columns];
                let nonzero = values.iter().enumerate().filter(|(_, value)| **value != 0.0);
                nonzero.for_each(|(column, value)| visit(column, *value));
            }
            _ => {
                for entry in self.entries(row) {
                    visit(entry.offset as usize / ROW_BYTES, entry.value);
                }
            }
        }
    }

    /// What all rows were divided by, if they came in bytes.
    pub(crate) fn divisor(&self) -> Option<f32> {
        self.divisor
    }

    /// The least and the largest number of all rows, zero among them.
    pub(crate) fn extremes(&self) -> (f32, f32) {
        let mut extremes = (0.0, 0.0);
        for row in 0..self.rows {
            self.each_nonzero(row, |_, value| {
                extremes = (smaller(extremes.0, value), larger(extremes.1, value));
            });
        }
        extremes
    }

    /// Writes a row's numbers, zeros included, into a row of a matrix.
    ///
    /// # Safety
    /// The matrix must have the row and the data set's columns, and nobody else may use that row.
    pub(crate) unsafe fn write_row(&self, row: usize, to: Panels, at: usize) {
        // SAFETY: the caller's promise; an entry's column is one of the data set's.
        unsafe {
            match self.store.as_deref() {
                Some(Store::Dense(values)) => {
                    to.write_row(at, &values[row * self.columns..(row + 1) * self.columns]);
                }
                _ => {
                    for column in (0..self.columns).step_by(LANES) {
                        F32x4::splat(0.0).store(to.at(at, column));
                    }
                    for entry in self.entries(row) {
                        *to.at(at, entry.offset as usize / ROW_BYTES) = entry.value;
                    }
                }
            }
        }
    }

    /// Of each column, in how many rows of a range it is not zero; in a dense data set, all rows.
    pub(crate) fn nonzero_rows(&self, first: usize, end: usize) -> Vec<u32> {
        match self.store.as_deref() {
            Some(Store::Sparse { starts, entries }) => {
                let mut counts = vec![0; self.columns];
                for entry in &entries[starts[first]..starts[end]] {
                    counts[entry.offset as usize / ROW_BYTES] += 1;
                }
                counts
            }
            _ => vec![(end - first) as u32; self.columns],
        }
    }
}

impl Store {
    fn sparse(rows: usize, nonzero: usize) -> Result<Self, Error> {
        let bytes =
            nonzero.saturating_mul(size_of::<Entry>()).saturating_add((rows + 1) * size_of::<usize>());
        let refused = |_| Error::Memory { what: "a data set", bytes };
        let (mut starts, mut entries) = (Vec::new(), Vec::new());
        starts.try_reserve_exact(rows + 1).map_err(refused)?;
        entries.try_reserve_exact(nonzero + nonzero::GROUP).map_err(refused)?;
        starts.push(0);
        Ok(Self::Sparse { starts, entries })
    }

    fn dense(rows: usize, columns: usize) -> Result<Self, Error> {
        let mut values = Vec::new();
        let bytes = (rows * columns).saturating_mul(size_of::<f32>());
        values.try_reserve_exact(rows * columns).map_err(|_| Error::Memory { what: "a data set", bytes })?;
        Ok(Self::Dense(values))
    }

    /// Takes whole rows.
    fn append<T: Number>(
        &mut self,
        columns: usize,
        numbers: &[T],
        value: impl Fn(T) -> f32,
    ) -> Result<(), Error> {
        for numbers in numbers.chunks_exact(columns) {
            match self {
                Self::Sparse { starts, entries } => {
                    // Never beyond what was reserved: growing would take twice the memory.
                    nonzero::append(entries, numbers, &value)
                        .map_err(|_| Error::Dataset("rows differ from those that were measured"))?;
                    starts.push(entries.len());
                }
                Self::Dense(values) => values.extend(numbers.iter().map(|number| value(*number))),
            }
        }
        Ok(())
    }
}
