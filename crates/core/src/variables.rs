//! All numbers that a network consists of, as one list: weights, their places, files and optimizers go by it.

use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::kernels::panels::{PANEL, Panels};
use crate::regularizers::Regularizer;
use crate::rng::{Philox, Stream};

/// A variable as its layer describes it: a matrix, or a vector as a matrix of one row.
#[derive(Clone, Debug)]
pub struct VariableSpec {
    /// Keras's name.
    pub name: &'static str,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// It is a vector.
    pub is_vector: bool,
    /// Training changes it by its gradient.
    pub trainable: bool,
    /// What it is at first.
    pub initializer: Initializer,
    /// What its size costs.
    pub regularizer: Regularizer,
    /// What it must be like.
    pub constraint: Constraint,
}

impl VariableSpec {
    /// A kernel.
    pub fn matrix(name: &'static str, [rows, columns]: [usize; 2], initializer: &Initializer) -> Self {
        Self {
            name,
            rows,
            columns,
            is_vector: false,
            trainable: true,
            initializer: initializer.clone(),
            regularizer: Regularizer::None,
            constraint: Constraint::None,
        }
    }

    /// A bias or its like.
    pub fn vector(name: &'static str, length: usize, initializer: &Initializer) -> Self {
        Self { is_vector: true, ..Self::matrix(name, [1, length], initializer) }
    }

    /// Its size costs something, and something must hold for it.
    pub fn with(self, regularizer: &Regularizer, constraint: &Constraint) -> Self {
        Self { regularizer: regularizer.clone(), constraint: constraint.clone(), ..self }
    }

    /// Training does not change it by a gradient.
    pub fn frozen(self) -> Self {
        Self { trainable: false, ..self }
    }
}

/// Where the variables of a layer lie: one below the other, in one matrix in panels.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    /// Where the first panel starts in the arena.
    pub offset: usize,
    /// Rows of a panel.
    pub height: usize,
}

impl Placement {
    /// Where a number starts in the arena; those to its right follow, to the panel's edge.
    #[inline(always)]
    pub fn place(&self, row: usize, column: usize) -> usize {
        self.offset + (column / PANEL * self.height + row) * PANEL + column % PANEL
    }

    /// The matrix in an arena.
    ///
    /// # Safety
    /// The arena must be one that holds the layer.
    pub unsafe fn panels(&self, arena: *mut f32) -> Panels {
        // SAFETY: the caller's promise.
        Panels { start: unsafe { arena.add(self.offset) }, height: self.height }
    }
}

/// A variable in its place.
#[derive(Clone, Debug)]
pub struct Variable {
    /// What it is.
    pub spec: VariableSpec,
    /// Which layer's.
    pub layer: usize,
    /// Which of that layer's.
    pub index: usize,
    placement: Placement,
    /// Its first row there.
    row: usize,
}

impl Variable {
    /// How many numbers it has.
    pub fn count(&self) -> usize {
        self.spec.rows * self.spec.columns
    }

    /// Where a number lies in the arena.
    #[inline(always)]
    pub fn place(&self, row: usize, column: usize) -> usize {
        self.placement.place(self.row + row, column)
    }

    /// Panels that it lies in.
    pub fn panels(&self) -> usize {
        self.spec.columns.div_ceil(PANEL)
    }

    /// Where all its numbers lie in the arena, row by row.
    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.places_from(0)
    }

    /// The same without the first numbers.
    fn places_from(&self, first: usize) -> impl Iterator<Item = usize> + '_ {
        let columns = self.spec.columns;
        let (top, left) = (first / columns, first % columns);
        let row = move |row| {
            let start = if row == top { left } else { 0 };
            (start..columns).map(move |column| self.place(row, column))
        };
        (top..self.spec.rows).flat_map(row)
    }

    /// What draws its first numbers.
    fn random(&self, seed: u64) -> Philox {
        let stream = Stream::Weights { layer: self.layer as u32, variable: self.index as u32 };
        Philox::new(self.spec.initializer.seed().unwrap_or(seed), stream)
    }
}

/// Variables that get their first numbers, a piece after the other.
pub struct Filling {
    seed: u64,
    /// The variable whose turn it is, the first row that it lacks, and what draws that; none before its first.
    variable: usize,
    row: usize,
    random: Option<Philox>,
}

impl Filling {
    /// None has any yet.
    pub fn new(seed: u64) -> Self {
        Self { seed, variable: 0, row: 0, random: None }
    }

    /// Fills the next rows, of about so many numbers and at least one row. Whether any are left.
    pub fn fill(&mut self, variables: &[Variable], arena: &mut [f32], numbers: usize) -> bool {
        let mut left = numbers;
        while let Some(variable) = variables.get(self.variable) {
            if left == 0 {
                return true;
            }
            let VariableSpec { rows, columns, is_vector, initializer, .. } = &variable.spec;
            let wanted = if initializer.is_by_rows() { left.div_ceil(*columns) } else { *rows };
            let end = self.row.saturating_add(wanted).min(*rows);
            let random = self.random.get_or_insert_with(|| variable.random(self.seed));
            initializer.fill([*rows, *columns], *is_vector, random, self.row..end, |row, column, number| {
                arena[variable.place(row, column)] = number;
            });
            left = left.saturating_sub((end - self.row) * columns);
            self.row = end;
            if end == *rows {
                (self.variable, self.row, self.random) = (self.variable + 1, 0, None);
            }
        }
        false
    }
}

/// The variables of a layer in their places.
pub fn placed(
    specs: Vec<VariableSpec>,
    layer: usize,
    placement: Placement,
) -> impl Iterator<Item = Variable> {
    let mut row = 0;
    specs.into_iter().enumerate().map(move |(index, spec)| {
        let variable = Variable { layer, index, placement, row, spec };
        row += variable.spec.rows;
        variable
    })
}

/// Which variables.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    All,
    Trainable,
}

impl Which {
    fn has(self, variable: &Variable) -> bool {
        self == Self::All || variable.spec.trainable
    }
}

/// How many numbers they have.
pub fn numbers(variables: &[Variable], which: Which) -> usize {
    variables.iter().filter(|variable| which.has(variable)).map(Variable::count).sum()
}

/// Where in an arena the numbers from `first` on lie: one variable after the other, each row by row.
pub fn places(variables: &[Variable], which: Which, mut first: usize) -> impl Iterator<Item = usize> {
    variables.iter().filter(move |variable| which.has(variable)).flat_map(move |variable| {
        let left_out = first.min(variable.count());
        first -= left_out;
        variable.places_from(left_out)
    })
}

/// Fills `values` with the numbers from `first` on that variables have in an arena.
#[inline(never)]
pub fn read(variables: &[Variable], which: Which, arena: &[f32], first: usize, values: &mut [f32]) {
    for (value, place) in values.iter_mut().zip(places(variables, which, first)) {
        *value = arena[place];
    }
}

/// The opposite.
#[inline(never)]
pub fn write(variables: &[Variable], which: Which, arena: &mut [f32], first: usize, values: &[f32]) {
    for (value, place) in values.iter().zip(places(variables, which, first)) {
        arena[place] = *value;
    }
}
