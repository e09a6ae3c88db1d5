//! Steps of training, run by every member of a team side by side, as the [`Plan`] says. Every number is computed by one
//! member, in an order that the number of members does not change.

use std::ops::Range;

use super::compiled::Compiled;
use super::plan::{Plan, Share, Stage, Task};
use super::scoring::Scoring;
use super::totals::{Row, Totals};
use super::update::Second;
use crate::augmentation::Batches;
use crate::data::Dataset;
use crate::kernels::dense;
use crate::kernels::kernel::{Kernel, ROW_BLOCK};
use crate::kernels::panels::{PANEL, Panels};
use crate::kernels::simd::F32x4;
use crate::kernels::sink::{GradientSink, Kept, zero_below};
use crate::kernels::sparse::{self, Columns, Entry};
use crate::layers::wiring::{Area, Scratch, Wiring};
use crate::layers::{Noise, Op, flush_denormals};
use crate::optimizers::{AdamRule, Clock, FLUSHED_EVERY, LEAST_FIRST, LEAST_SECOND, Optimizer, Rule};
use crate::parallel::{Member, Portion, Team};

/// Uses gradients while they are in registers.
#[derive(Clone, Copy)]
struct Fused<R> {
    rule: R,
    weights: *mut f32,
    slots: [*mut f32; 2],
    flushes_denormals: bool,
}

impl<R: Rule<2>> GradientSink for Fused<R> {
    #[inline(always)]
    unsafe fn put(&self, offset: usize, gradient: F32x4) {
        // SAFETY: the caller's promise.
        unsafe {
            let [w, m, v] = [self.weights, self.slots[0], self.slots[1]].map(|start| start.add(offset));
            let mut slots = [F32x4::load(m), F32x4::load(v)];
            let weight = self.rule.update(F32x4::load(w), gradient, &mut slots);
            slots[0].store(m);
            slots[1].store(v);
            weight.store(w);
        }
    }

    #[inline(always)]
    fn flushes_denormals(&self) -> bool {
        self.flushes_denormals
    }

    unsafe fn flush_denormals(&self, range: Range<usize>) {
        // SAFETY: the caller's promise.
        unsafe {
            zero_below(self.slots[0], range.clone(), LEAST_FIRST);
            zero_below(self.slots[1], range, LEAST_SECOND);
        }
    }
}

/// What a run of steps works on. The pointers are exclusive borrows for as long as the run lasts, handed out to the
/// members by the plan.
pub struct Run<'a> {
    pub plan: &'a Plan,
    /// How many of a team work.
    pub members: usize,
    /// In how many pieces a stage is done.
    pub pieces: usize,
    pub ops: &'a [Op],
    pub scoring: &'a Scoring<'a>,
    pub compiled: &'a Compiled,
    pub seed: u64,
    /// The arena of the weights.
    pub weights: *mut f32,
    /// The second pass over whole gradients.
    pub second: Second<'a>,
    /// Where rows and targets come from.
    pub dataset: &'a Dataset,
    /// What takes their place where they are changed.
    pub augmented: Option<Batches<'a>>,
    pub is_dense: bool,
    /// The rows of this run in order; a step takes the next `batch` of them, the last one perhaps fewer.
    pub order: &'a [u32],
    /// Rows of a step.
    pub batch: usize,
    /// Inputs that are not zero everywhere.
    pub seen_inputs: &'a [u32],
    /// The matrices between the ops.
    pub wiring: &'a Wiring<'a>,
    /// Room for the inputs of two batches, where they are put side by side ahead of their step.
    pub inputs: [Panels; 2],
    /// For a sparse data set: one for all members, or one for each.
    pub columns: &'a [Columns],
    /// One for each thread.
    pub scratch: *mut Scratch,
    /// Room for the scores of a batch.
    pub scores: *mut f64,
    /// Room for the outputs of a batch, where metrics need them.
    pub outputs: *mut f32,
    /// The sums of the scores.
    pub totals: *mut Totals,
    /// What the metrics keep, one after the other.
    pub measured: *mut f64,
}

// SAFETY: members write disjoint places between barriers, as the plan says.
unsafe impl Sync for Run<'_> {}

/// Where a member stands.
#[derive(Clone, Copy)]
struct Now<'a> {
    member: Member<'a>,
    step: usize,
    clock: Clock,
}

impl Run<'_> {
    /// Takes all steps.
    pub fn on(&self, team: &Team) {
        // SAFETY: every member calls it once; the trainer made the run as its fields say.
        team.run(self.members, |member| unsafe { self.run(member) });
    }

    /// Does one piece of a run of one step, of as many as the stages have together.
    pub fn piece_on(&self, team: &Team, index: usize) {
        let (stage, piece) = (&self.plan.step[index / self.pieces], index % self.pieces);
        team.run(self.members, |member| {
            let member = member.in_piece(piece, self.pieces);
            // SAFETY: members of a stage do not wait for each other, so that they may work one after the other; the next
            // stage is begun when all have been here.
            unsafe { self.tasks(stage, Now { member, step: 0, clock: self.compiled.clock }) };
        });
    }

    /// The whole run, as one of the team's members sees it.
    ///
    /// # Safety
    /// Every member of one team must call this once, and the run must have been made as its fields say.
    unsafe fn run(&self, member: Member) {
        let mut now = Now { member, step: 0, clock: self.compiled.clock };
        // SAFETY: the plan separates what members write by barriers.
        unsafe {
            self.stages(&self.plan.prelude, now);
            for step in 0..self.order.len().div_ceil(self.batch) {
                now.step = step;
                self.stages(&self.plan.step, now);
                now.clock = self.compiled.after(now.clock);
            }
        }
    }

    unsafe fn stages(&self, stages: &[Stage], now: Now) {
        for stage in stages {
            // SAFETY: the caller's promise.
            unsafe { self.tasks(stage, now) };
            now.member.wait();
        }
    }

    unsafe fn tasks(&self, stage: &Stage, now: Now) {
        for (task, next) in &stage.tasks {
            let now = Now { step: now.step + usize::from(*next), ..now };
            // SAFETY: the caller's promise.
            unsafe { self.task(*task, stage, now) };
        }
    }

    /// The rows of the data set that a step takes; none after the last step.
    fn rows_of(&self, step: usize) -> &[u32] {
        let end = self.order.len();
        &self.order[(step * self.batch).min(end)..((step + 1) * self.batch).min(end)]
    }

    /// The entries of a row of a step's batch.
    ///
    /// # Safety
    /// Nobody may be making them.
    #[inline(always)]
    unsafe fn entries(&self, step: usize, place: usize, row: u32) -> &[Entry] {
        match &self.augmented {
            // SAFETY: the caller's promise.
            Some(rows) => unsafe { rows.entries(step, place) },
            None => self.dataset.entries(row as usize),
        }
    }

    fn noise(&self, now: Now) -> Option<Noise> {
        // The clock stands at this run's step, the task may be about the next.
        let ahead = (now.step as u64).wrapping_sub(now.clock.batches - self.compiled.clock.batches);
        Some(Noise { seed: self.seed, step: now.clock.batches + ahead })
    }

    /// What is the member's of an op's output.
    fn area(&self, op: usize, stage: &Stage, count: usize, member: Member) -> Area {
        let panels = self.wiring.panels_after(op);
        match stage.share {
            Share::Panels => {
                let portion = self.portion(panels, member);
                Area { count, rows: portion.of(count, ROW_BLOCK), panels: portion.things }
            }
            _ => Area { count, rows: member.share(count, ROW_BLOCK), panels: 0..panels },
        }
    }

    /// What is the member's of so many panels.
    fn portion(&self, panels: usize, member: Member) -> Portion {
        if self.plan.divides_panels {
            return member.portion(panels);
        }
        Portion { things: member.share(panels, 1), parts: 1, part: 0 }
    }

    unsafe fn task(&self, task: Task, stage: &Stage, now: Now) {
        let Now { member, step, clock } = now;
        let batch = self.rows_of(step);
        let count = batch.len();
        if count == 0 {
            return;
        }
        // SAFETY: the plan says whose the numbers of a task are.
        unsafe {
            let scratch = &mut *self.scratch.add(member.thread);
            match task {
                Task::Gather => {
                    let to = if self.plan.is_direct { self.inputs[step % 2] } else { self.wiring.values[0] };
                    let rows = member.share(count, ROW_BLOCK);
                    if let Some(augmented) = &self.augmented {
                        augmented.fetch(&batch[rows.clone()]);
                    }
                    for row in rows {
                        match &self.augmented {
                            Some(rows) => rows.make(batch[row], step, row, member.thread, to),
                            None => self.dataset.write_row(batch[row] as usize, to, row),
                        }
                    }
                }
                Task::Fetch => {
                    let rows = &batch[member.share(count, 1)];
                    sparse::fetch(rows.iter().map(|row| self.dataset.entries(*row as usize)));
                }
                Task::Columns => {
                    let inputs = self.columns[0].share(member.index);
                    self.columns[0].fill(self.entries_of(step, 0..count), inputs);
                }
                Task::Meet => member.meet(self.wiring.panels_after(0)),
                Task::Forward(0) if self.plan.is_direct => self.first_layer(step, member, scratch),
                Task::Forward(op) => {
                    let area = self.area(op, stage, count, member);
                    self.wiring.forward(op, area, self.weights, self.noise(now), scratch);
                }
                Task::Score => self.score(batch, member.share(count, ROW_BLOCK), scratch),
                Task::Backward(op) => {
                    // A dense op's deltas go to its inputs.
                    let written = op - usize::from(matches!(self.ops[op], Op::Dense(_)));
                    let area = self.area(written, stage, count, member);
                    self.wiring.backward(op, area, self.weights, self.noise(now), scratch);
                }
                Task::Gradients => match &self.compiled.training.optimizer {
                    Optimizer::Adam(adam) if self.compiled.is_fused => {
                        let slots = [self.second.slots[0], self.second.slots[1]];
                        let rule = AdamRule::new(adam, self.compiled.step(clock));
                        let flushes_denormals = (clock.batches + 1).is_multiple_of(FLUSHED_EVERY);
                        self.gradients(
                            Fused { rule, weights: self.weights, slots, flushes_denormals },
                            step,
                            member,
                        );
                    }
                    _ => self.gradients(Kept { gradients: self.second.gradients }, step, member),
                },
                Task::Penalize => self.second.penalize(member),
                Task::Scale => self.second.scale(member),
                Task::Compare => self.second.compare(member),
                Task::Prepare => self.second.prepare(clock, member),
                Task::SumUp => self.second.sum_up(clock, self.is_prepared(), member),
                Task::MoveMoments => self.second.move_moments(clock, member),
                Task::MeasureUpdates => self.second.measure_updates(clock, member),
                Task::Update => match self.compiled.factored() {
                    Some(adafactor) => self.second.move_weights(adafactor, clock, member),
                    None => self.second.update(clock, self.is_prepared(), member),
                },
                Task::Constrain => self.second.constrain(member),
                Task::Total => self.total(batch, member),
            }
        }
    }

    /// Gradients have been completed before they are used.
    fn is_prepared(&self) -> bool {
        self.plan.step.iter().any(|stage| stage.share == Share::Norms)
    }

    /// The entries of some rows of a step's batch.
    ///
    /// # Safety
    /// Nobody may be making them.
    unsafe fn entries_of(&self, step: usize, rows: Range<usize>) -> impl Iterator<Item = &[Entry]> + Clone {
        let first = rows.start;
        // SAFETY: the caller's promise.
        let entries = move |(place, row): (usize, &u32)| unsafe { self.entries(step, first + place, *row) };
        self.rows_of(step)[rows].iter().enumerate().map(entries)
    }

    /// Outputs of the first layer in the member's portion of the panels.
    unsafe fn first_layer(&self, step: usize, member: Member, scratch: &mut Scratch) {
        let Op::Dense(kernel) = &self.ops[0] else { return };
        let output = self.wiring.values[1];
        let portion = self.portion(kernel.panels, member);
        let (rows, panels) = (portion.of(self.rows_of(step).len(), ROW_BLOCK), portion.things);
        // SAFETY: those who share these panels wrote their weights, or nobody has since the last barrier.
        unsafe {
            if self.is_dense {
                let input = self.inputs[step % 2];
                dense::forward(output, input, self.weights, kernel, rows, panels, &mut scratch.workspace);
            } else {
                let (first, entries) = (rows.start, self.entries_of(step, rows));
                sparse::forward(output, first, entries, self.weights, kernel, panels);
            }
        }
    }

    /// Scores, and deltas of the last op. The loss is the mean over the batch.
    unsafe fn score(&self, batch: &[u32], rows: Range<usize>, scratch: &mut Scratch) {
        let Run { scoring, wiring, .. } = self;
        let (end, width) = (self.end(), scoring.width());
        let scale = 1.0 / batch.len() as f32;
        let activates_before = matches!(self.ops[..end].last(), Some(Op::Activate(_)));
        let [y, spare, delta] = scratch.rows.each_mut().map(|row| &mut row[..width]);
        for row in rows {
            let (target, weight) = (
                self.dataset.target(batch[row] as usize, scoring.units),
                self.dataset.weight(batch[row] as usize),
            );
            // SAFETY: the rows are the member's.
            unsafe {
                wiring.values[end].read_row(row, y);
                let scored = scoring.score(y, spare, target);
                let stride = scoring.stride();
                let scores = std::slice::from_raw_parts_mut(self.scores.add(row * stride), stride);
                scores[0] = scored.loss * f64::from(weight) + wiring.penalty(row);
                scoring.measure(scored.outputs, target, &mut scores[1..]);
                if scoring.needs_outputs {
                    let to = self.outputs.add(row * scoring.units);
                    to.copy_from_nonoverlapping(scored.outputs.as_ptr(), scoring.units);
                }
                scoring.gradient(delta, &scored, target, scale * weight);
                if !activates_before {
                    flush_denormals(delta);
                }
                wiring.deltas[end].write_row(row, delta);
            }
        }
    }

    /// Ops that are taken forward.
    fn end(&self) -> usize {
        self.ops.len() - usize::from(self.scoring.takes_activation)
    }

    /// Gradients of everything that is the member's.
    unsafe fn gradients(&self, sink: impl GradientSink, step: usize, member: Member) {
        let Some(first) = self.plan.first else { return };
        let batch = self.rows_of(step);
        let count = batch.len();
        for op in (first..self.end()).rev() {
            // SAFETY: nobody writes values or deltas in this stage, but for values of the first layers, of which each
            // member reads (as a later layer's inputs) and then writes its own panels; the parts of the arenas are
            // disjoint.
            unsafe {
                match &self.ops[op] {
                    Op::Dense(kernel) if op == 0 && self.plan.is_direct => {
                        self.first_gradients(sink, kernel, step, member);
                    }
                    Op::Dense(kernel) => {
                        let below = self.portion(kernel.inputs.div_ceil(PANEL), member);
                        let first = below.things.start * PANEL;
                        let count_of = (below.things.end * PANEL).min(kernel.inputs).saturating_sub(first);
                        let part = below.of(count_of, ROW_BLOCK);
                        let inputs = first + part.start..first + part.end;
                        let [input, delta] = [self.wiring.values[op], self.wiring.deltas[op + 1]];
                        if !inputs.is_empty() {
                            dense::kernel_gradients(
                                sink,
                                kernel,
                                input,
                                delta,
                                count,
                                inputs,
                                0..kernel.panels,
                            );
                        }
                        if kernel.has_bias {
                            dense::bias_gradients(sink, kernel, delta, count, member.share(kernel.panels, 1));
                        }
                    }
                    Op::Other(layer) => {
                        let panels = member.share(self.wiring.panels_after(op), 1);
                        let area = Area { count, rows: 0..count, panels };
                        let place = self.wiring.place(op, &**layer, &area, self.weights, None);
                        layer.gradients(&place, &mut |offset, gradient| sink.put(offset, gradient));
                    }
                    Op::Activate(_) | Op::Penalty(_) => {}
                }
            }
        }
    }

    /// Gradients of the first layer, in the member's portion of the panels.
    unsafe fn first_gradients(&self, sink: impl GradientSink, kernel: &Kernel, step: usize, member: Member) {
        let (count, delta) = (self.rows_of(step).len(), self.wiring.deltas[1]);
        let portion = self.portion(kernel.panels, member);
        let (inputs, panels) = (portion.of(kernel.inputs, ROW_BLOCK), portion.things.clone());
        // SAFETY: the caller's promise.
        unsafe {
            if self.is_dense {
                let input = self.inputs[step % 2];
                dense::kernel_gradients(sink, kernel, input, delta, count, inputs, panels.clone());
            } else if !panels.is_empty() {
                let columns = match self.plan.shares_columns {
                    true => &self.columns[0],
                    false => {
                        let own = &self.columns[member.index];
                        own.fill(self.entries_of(step, 0..count), 0..kernel.inputs);
                        own
                    }
                };
                let seen = self.seen_inputs;
                sparse::kernel_gradients(sink, kernel, columns, seen, delta, inputs, panels.clone());
            }
            if kernel.has_bias && portion.part == 0 {
                dense::bias_gradients(sink, kernel, delta, count, panels);
            }
        }
    }

    /// Adds the scores of a batch, row after row; members share the metrics.
    unsafe fn total(&self, batch: &[u32], member: Member) {
        let Run { scoring, .. } = self;
        let (stride, units) = (scoring.stride(), scoring.units);
        // SAFETY: nobody writes scores or outputs in this stage; there is room for those of a batch.
        let rows = batch.iter().enumerate().map(|(row, &index)| unsafe {
            Row {
                scores: std::slice::from_raw_parts(self.scores.add(row * stride), stride),
                outputs: if scoring.needs_outputs {
                    std::slice::from_raw_parts(self.outputs.add(row * units), units)
                } else {
                    &[]
                },
                target: self.dataset.target(index as usize, units),
                weight: f64::from(self.dataset.weight(index as usize)),
            }
        });
        let mut state = self.measured;
        for which in 0..scoring.measures.len() {
            let len = scoring.state_of(which);
            // SAFETY: metrics keep their numbers one after the other, and one member uses those of each.
            unsafe {
                if which % member.threads == member.index {
                    let state = std::slice::from_raw_parts_mut(state, len);
                    rows.clone().for_each(|row| row.add_to(state, scoring, which));
                }
                state = state.add(len);
            }
        }
        if member.index == 0 {
            // SAFETY: only this member uses the totals, and nobody writes penalties in this stage.
            unsafe {
                let totals = &mut *self.totals;
                rows.for_each(|row| totals.add_loss(&row));
                let has_penalties =
                    self.plan.step.iter().any(|stage| stage.tasks.contains(&(Task::Penalize, false)));
                totals.end_step(batch.len(), if has_penalties { self.second.penalty() } else { 0.0 });
            }
        }
    }
}
