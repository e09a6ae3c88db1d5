//! The matrices between ops, for a batch or a chunk of rows.

use std::ops::Range;

use super::op::{Layer, Noise, Op, Place, Size, Weights};
use crate::Error;
use crate::kernels::block::Block;
use crate::kernels::kernel::ROW_BLOCK;
use crate::kernels::panels::{Matrix, PANEL, Panels};
use crate::kernels::product::Workspace;
use crate::kernels::simd::LANES;
use crate::kernels::{dense, panels};

/// What a member needs for itself.
pub struct Scratch {
    /// Room for some rows of any op.
    pub rows: [Vec<f32>; 3],
    /// Room for products.
    pub workspace: Workspace,
}

impl Scratch {
    /// Scratch for batches of so many rows, of ops of at most some width.
    pub fn new(widest: usize, rows: usize) -> Result<Self, Error> {
        let row = || vec![0.0; widest.next_multiple_of(LANES)];
        Ok(Self { rows: [row(), row(), row()], workspace: Workspace::new(rows)? })
    }
}

/// The part of an op's output that is a member's.
#[derive(Clone)]
pub struct Area {
    /// Rows of the batch.
    pub count: usize,
    /// Which of them.
    pub rows: Range<usize>,
    /// Which panels; whoever has rows has all panels.
    pub panels: Range<usize>,
}

impl Area {
    fn columns(&self, width: usize) -> Range<usize> {
        self.panels.start * PANEL..(self.panels.end * PANEL).min(width.next_multiple_of(LANES))
    }
}

/// The ops of a network and the matrices between them.
pub struct Wiring<'a> {
    ops: &'a [Op],
    /// Numbers of a row before the first op and after each.
    widths: &'a [usize],
    /// The numbers themselves: input, and the output of each op.
    pub values: Vec<Panels>,
    /// The derivatives of the loss by them.
    pub deltas: Vec<Panels>,
    kept: Vec<Panels>,
}

/// The memory of a wiring.
pub struct Matrices {
    /// Matrices, and which of them each value lies in.
    values: Vec<Matrix>,
    places: Vec<usize>,
    deltas: Vec<Matrix>,
    kept: Vec<Matrix>,
}

/// Which matrix each value lies in: an activation writes over what it is given, unless that is needed still.
fn places(ops: &[Op]) -> Vec<usize> {
    let mut places = vec![0];
    for (i, op) in ops.iter().enumerate() {
        let before = i.checked_sub(1).map(|before| &ops[before]);
        let in_place = match op {
            Op::Activate(activate) => {
                activate.in_place() && !matches!(before, Some(Op::Activate(_) | Op::Penalty(_)))
            }
            Op::Penalty(_) => true,
            Op::Dense(_) | Op::Other(_) => false,
        };
        let last = places[i];
        places.push(if in_place { last } else { places.iter().max().map_or(0, |most| most + 1) });
    }
    places
}

impl Matrices {
    /// For so many rows; an input that is not in a matrix has no rows there. What does not learn needs no deltas.
    pub fn new(
        ops: &[Op],
        widths: &[usize],
        rows: usize,
        with_input: bool,
        learns: bool,
        what: &'static str,
    ) -> Result<Self, Error> {
        let height = rows.next_multiple_of(ROW_BLOCK);
        if height > u32::MAX as usize / panels::ROW_BYTES {
            return Err(Error::Memory { what, bytes: usize::MAX });
        }
        let places = places(ops);
        let matrices = |has_input: bool, height: usize| {
            let mut made: Vec<Matrix> = Vec::new();
            for (width, place) in widths.iter().zip(&places) {
                if *place == made.len() {
                    let rows = if *place == 0 && !has_input { 0 } else { height };
                    made.push(Matrix::zeros(rows, *width, what)?);
                }
            }
            Ok::<_, Error>(made)
        };
        let kept = ops.iter().zip(&widths[1..]).map(|(op, width)| {
            let size = match op {
                Op::Other(layer) if learns => layer.keeps(),
                _ => Size::Nothing,
            };
            match size {
                Size::Nothing => Matrix::zeros(0, 1, what),
                Size::RowsBy(columns) => Matrix::zeros(height, columns, what),
                Size::ByColumns(rows) => Matrix::zeros(rows, *width, what),
            }
        });
        Ok(Self {
            values: matrices(with_input, height)?,
            deltas: matrices(learns, if learns { height } else { 0 })?,
            kept: kept.collect::<Result<_, _>>()?,
            places,
        })
    }

    /// The matrices in their places between the ops.
    pub fn wire<'a>(&mut self, ops: &'a [Op], widths: &'a [usize]) -> Wiring<'a> {
        let places = &self.places;
        let spread = |matrices: &mut Vec<Matrix>| {
            let panels: Vec<Panels> = matrices.iter_mut().map(Matrix::panels).collect();
            places.iter().map(|place| panels[*place]).collect()
        };
        Wiring {
            ops,
            widths,
            values: spread(&mut self.values),
            deltas: spread(&mut self.deltas),
            kept: self.kept.iter_mut().map(Matrix::panels).collect(),
        }
    }
}

impl Wiring<'_> {
    /// Panels of what an op gives.
    pub fn panels_after(&self, op: usize) -> usize {
        self.widths[op + 1].div_ceil(PANEL)
    }

    /// Takes an area through an op.
    ///
    /// # Safety
    /// The area must be the member's own, what the op reads must be there, and the arena must hold the network. A dense
    /// op needs rows that start at a multiple of four.
    pub unsafe fn forward(
        &self,
        op: usize,
        area: Area,
        arena: *mut f32,
        noise: Option<Noise>,
        scratch: &mut Scratch,
    ) {
        let (input, output) = (self.values[op], self.values[op + 1]);
        // SAFETY: the caller's promise.
        unsafe {
            match &self.ops[op] {
                Op::Dense(kernel) => {
                    let Area { rows, panels, .. } = area;
                    dense::forward(output, input, arena, kernel, rows, panels, &mut scratch.workspace);
                }
                Op::Activate(activate) => {
                    let columns = area.columns(self.widths[op + 1]);
                    let input = Block::new(input, area.rows.clone(), columns.clone());
                    let output = Block::new(output, area.rows, columns);
                    activate.forward(&input, &output, &mut scratch.rows[0]);
                }
                Op::Penalty(_) => {}
                Op::Other(layer) => layer.forward(&self.place(op, &**layer, &area, arena, noise)),
            }
        }
    }

    /// Takes the deltas of an area back through an op that does not end at the inputs. The area's panels are those of the
    /// op's output, but those of a dense op's input.
    ///
    /// # Safety
    /// As for [`forward`](Self::forward).
    pub unsafe fn backward(
        &self,
        op: usize,
        area: Area,
        arena: *mut f32,
        noise: Option<Noise>,
        scratch: &mut Scratch,
    ) {
        // SAFETY: the caller's promise.
        unsafe {
            let block = |matrix| Block::new(matrix, area.rows.clone(), area.columns(self.widths[op + 1]));
            let (delta, delta_input) = (self.deltas[op + 1], self.deltas[op]);
            match &self.ops[op] {
                Op::Dense(kernel) => {
                    let Area { rows, panels, .. } = area;
                    dense::backward(delta_input, delta, arena, kernel, rows, panels, &mut scratch.workspace);
                }
                Op::Activate(activate) => {
                    let [input, output] = [self.values[op], self.values[op + 1]].map(block);
                    activate.backward(
                        &input,
                        &output,
                        [&block(delta), &block(delta_input)],
                        &mut scratch.rows,
                    );
                }
                Op::Penalty(penalty) => {
                    penalty.backward(&block(self.values[op]), &block(delta), 1.0 / area.count as f32);
                }
                Op::Other(layer) => {
                    layer.backward(&self.place(op, &**layer, &area, arena, noise), &block(delta_input));
                }
            }
        }
    }

    /// What a row's activity costs.
    ///
    /// # Safety
    /// Nobody may write the row's values meanwhile.
    pub unsafe fn penalty(&self, row: usize) -> f64 {
        let cost = |(op, values): (&Op, &Panels)| match op {
            Op::Penalty(penalty) => {
                let columns = 0..penalty.units.next_multiple_of(LANES);
                // SAFETY: the row lies in the matrix, and the caller's promise.
                penalty.of_row(&unsafe { Block::new(*values, row..row + 1, columns) }, row)
            }
            _ => 0.0,
        };
        self.ops.iter().zip(&self.values).map(cost).sum()
    }

    /// # Safety
    /// As for [`forward`](Self::forward).
    pub unsafe fn place(
        &self,
        op: usize,
        layer: &dyn Layer,
        area: &Area,
        arena: *mut f32,
        noise: Option<Noise>,
    ) -> Place {
        let columns = area.columns(self.widths[op + 1]);
        // SAFETY: the caller's promise.
        unsafe {
            let block = |matrix| Block::new(matrix, area.rows.clone(), columns.clone());
            let kept = match layer.keeps() {
                Size::Nothing => Block::new(self.kept[op], 0..0, 0..0),
                Size::RowsBy(width) => {
                    Block::new(self.kept[op], area.rows.clone(), 0..width.next_multiple_of(LANES))
                }
                Size::ByColumns(rows) => Block::new(self.kept[op], 0..rows, columns.clone()),
            };
            Place {
                count: area.count,
                input: block(self.values[op]),
                output: block(self.values[op + 1]),
                delta: block(self.deltas[op + 1]),
                kept,
                weights: Weights::new(arena),
                noise,
            }
        }
    }
}
