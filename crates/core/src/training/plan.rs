//! The tasks of a step, in stages: within a stage every member works on what is its own, and between stages all wait.
//!
//! The first layer of a batch is computed by panels, in the stage in which a member has just moved these panels'
//! weights. So a plain stack of dense layers has two stages: rows (later layers, loss, deltas) and panels (gradients
//! with Adam, and the first layer of the next batch).
//!
//! Where a step comes in pieces, each of which does a part of every member's work in a stage, rows are no measure: a few
//! of them already need all weights. So dense ops have stages of their own there, which go by panels, and nothing is
//! done about the next batch.

use crate::layers::{Op, Owner, Pass};

/// What is done in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Puts rows of the data set side by side.
    Gather,
    /// Has the processor ask memory for rows.
    Fetch,
    /// Turns rows into columns, of which a member has some inputs'.
    Columns,
    /// Takes an op forward.
    Forward(usize),
    /// Loss, metrics, and the deltas of the outputs.
    Score,
    /// Takes deltas back through an op.
    Backward(usize),
    /// Gradients of all weights.
    Gradients,
    /// Those wait for each other who have parts of the same panel.
    Meet,
    /// What the size of the weights costs.
    Penalize,
    /// Scales rows or columns of variables to norm 1 ...
    Scale,
    /// ... and tells what they cost that are alike.
    Compare,
    /// Gradients as the optimizer gets them, and their norms.
    Prepare,
    /// Adafactor's sums, moments and sizes of updates.
    SumUp,
    MoveMoments,
    MeasureUpdates,
    /// Moves the weights.
    Update,
    /// Makes the weights what they must be like.
    Constrain,
    /// Adds the scores up.
    Total,
}

/// Whose numbers a stage writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Rows of the batch.
    Rows,
    /// Panels of the ops' outputs, and the rows of later kernels that belong to panels of their inputs.
    Panels,
    /// Rows or columns of variables, and their gradients.
    Vectors,
    /// Pieces of the gradients.
    Norms,
    /// Pieces of the weights.
    Pieces,
    /// Second moments of rows and columns.
    Moments,
    /// Sizes of updates.
    Sizes,
    /// Panels of the weights.
    Columns,
}

/// Tasks without a barrier between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub share: Share,
    /// The tasks, and whether they are about the next batch.
    pub tasks: Vec<(Task, bool)>,
}

/// All stages of a run of steps.
#[derive(Debug)]
pub struct Plan {
    /// Before the first step, about its batch.
    pub prelude: Vec<Stage>,
    /// Of every step.
    pub step: Vec<Stage>,
    /// The first op that learns; those before it need no deltas.
    pub first: Option<usize>,
    /// Rows of a data set go into the first op as they are, without a copy of the batch (unless they are gathered).
    pub is_direct: bool,
    /// Columns of a batch are filled by all members together; else each has its own.
    pub shares_columns: bool,
    /// Where there are fewer panels than members, several have a panel together: parts of its inputs in the gradients,
    /// and of its rows in what comes after.
    pub divides_panels: bool,
}

/// What a plan depends on besides the ops.
#[derive(Clone, Copy)]
pub struct Conditions {
    /// Ops that are taken forward; a loss may do the last one.
    pub end: usize,
    /// How many work.
    pub members: usize,
    /// A step comes in pieces: members do not wait within a stage.
    pub in_pieces: bool,
    /// Rows go into the first op without their zeros.
    pub is_sparse: bool,
    /// Rows are put side by side ahead of their step: dense ones, and those that are made for it.
    pub gathers: bool,
    /// Gradients are used in registers.
    pub is_fused: bool,
    /// Some weights' size costs something.
    pub has_penalties: bool,
    /// Rows or columns cost something that are alike.
    pub compares: bool,
    /// Gradients' norms are needed before any is used.
    pub needs_norms: bool,
    /// Updates depend on whole variables.
    pub is_factored: bool,
    /// Something must hold for some weights.
    pub has_constraints: bool,
}

#[derive(Default)]
struct Stages(Vec<Stage>);

impl Stages {
    fn begin(&mut self, share: Share) {
        self.0.push(Stage { share, tasks: vec![] });
    }

    fn add(&mut self, share: Option<Share>, task: Task, next: bool) {
        match self.0.last_mut() {
            Some(stage) if share.is_none_or(|share| share == stage.share) => stage.tasks.push((task, next)),
            _ => self.0.push(Stage { share: share.unwrap_or(Share::Rows), tasks: vec![(task, next)] }),
        }
    }
}

fn share(op: &Op, pass: Pass) -> Option<Share> {
    let owner = match op {
        Op::Dense(_) => Owner::Rows,
        Op::Activate(activate) => activate.owner(),
        Op::Penalty(_) => Owner::Either,
        Op::Other(layer) => layer.owner(pass),
    };
    match owner {
        Owner::Rows => Some(Share::Rows),
        Owner::Panels => Some(Share::Panels),
        Owner::Either => None,
    }
}

impl Plan {
    pub fn new(ops: &[Op], learns: impl Fn(&Op) -> bool, conditions: Conditions) -> Self {
        let Conditions {
            end,
            members,
            in_pieces,
            is_sparse,
            gathers,
            is_fused,
            has_penalties,
            compares,
            needs_norms,
            is_factored,
            has_constraints,
        } = conditions;
        let first = ops[..end].iter().position(learns);
        let is_direct = matches!(ops.first(), Some(Op::Dense(_)));
        let head = if is_direct {
            let later = ops[1..end].iter().take_while(|op| share(op, Pass::Forward) != Some(Share::Rows));
            1 + later.count()
        } else {
            0
        };

        // Two are as quick at it each for themselves: what one writes, the other would have to wait for.
        let shares_columns = is_direct && is_sparse && (members > 2 || in_pieces);
        let has_panels = |op: &Op| {
            [Pass::Forward, Pass::Backward].iter().any(|pass| share(op, *pass) == Some(Share::Panels))
        };
        let divides_panels = !ops[..end].iter().any(has_panels);

        let mut prelude = Stages::default();
        if is_direct {
            if gathers {
                prelude.add(Some(Share::Rows), Task::Gather, false);
            }
            (0..head).for_each(|op| prelude.add(Some(Share::Panels), Task::Forward(op), false));
        }

        let mut step = if in_pieces { std::mem::take(&mut prelude) } else { Stages::default() };
        if shares_columns {
            step.add(Some(Share::Rows), Task::Columns, false);
        }
        if !is_direct {
            step.add(Some(Share::Rows), Task::Gather, false);
        }
        let add = |step: &mut Stages, op: usize, pass: Pass, task: Task| {
            let is_alone = in_pieces && matches!(ops[op], Op::Dense(_));
            if is_alone {
                step.begin(Share::Panels);
            }
            step.add(share(&ops[op], pass).filter(|_| !is_alone), task, false);
        };
        (head..end).for_each(|op| add(&mut step, op, Pass::Forward, Task::Forward(op)));
        step.add(Some(Share::Rows), Task::Score, false);
        if let Some(first) = first {
            let below = |op: &usize| *op > first || !matches!(ops[*op], Op::Dense(_));
            let learning = (first..end).rev().filter(below);
            learning.for_each(|op| add(&mut step, op, Pass::Backward, Task::Backward(op)));
        }
        if is_direct && gathers && !in_pieces {
            step.add(Some(Share::Rows), Task::Gather, true);
        }
        if shares_columns && !gathers && !in_pieces {
            step.add(Some(Share::Rows), Task::Fetch, true);
        }
        if !is_direct || in_pieces {
            // A kernel's rows are shared out by its inputs, and need all columns of the deltas.
            step.begin(Share::Panels);
        }
        step.add(Some(Share::Panels), Task::Gradients, false);
        if !is_fused {
            if has_penalties {
                step.add(Some(Share::Panels), Task::Penalize, false);
            }
            if compares {
                step.add(Some(Share::Panels), Task::Scale, false);
                step.add(Some(Share::Vectors), Task::Compare, false);
            }
            if needs_norms {
                step.add(Some(Share::Norms), Task::Prepare, false);
            }
            if is_factored {
                step.add(Some(Share::Pieces), Task::SumUp, false);
                step.add(Some(Share::Moments), Task::MoveMoments, false);
                step.add(Some(Share::Sizes), Task::MeasureUpdates, false);
            }
            step.add(Some(Share::Pieces), Task::Update, false);
            step.add(Some(Share::Pieces), Task::Total, false);
            if has_constraints {
                step.add(Some(Share::Columns), Task::Constrain, false);
            }
        }
        if !in_pieces {
            if is_fused && divides_panels && head > 0 {
                step.add(Some(Share::Panels), Task::Meet, false);
            }
            (0..head).for_each(|op| step.add(Some(Share::Panels), Task::Forward(op), true));
        }
        if is_fused {
            step.add(Some(Share::Panels), Task::Total, false);
        }
        Self { prelude: prelude.0, step: step.0, first, is_direct, shares_columns, divides_panels }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activations::{Activation, Gelu};
    use crate::constraints::Constraint;
    use crate::initializers::Initializer;
    use crate::layers::{BatchNormalization, Dense, Dropout, LayerSpec};
    use crate::network::Network;
    use crate::regularizers::Regularizer;
    use crate::spec::NetworkSpec;

    const PLAIN: Conditions = Conditions {
        end: 0,
        members: 1,
        in_pieces: false,
        is_sparse: true,
        gathers: false,
        is_fused: true,
        has_penalties: false,
        compares: false,
        needs_norms: false,
        is_factored: false,
        has_constraints: false,
    };

    fn dense(units: usize, activation: Activation) -> LayerSpec {
        LayerSpec::Dense(Dense::new(units, activation))
    }

    fn batch_normalization() -> LayerSpec {
        LayerSpec::BatchNormalization(BatchNormalization {
            momentum: 0.99,
            epsilon: 1e-3,
            center: true,
            scale: true,
            beta_initializer: Initializer::Zeros,
            gamma_initializer: Initializer::Ones,
            moving_mean_initializer: Initializer::Zeros,
            moving_variance_initializer: Initializer::Ones,
            beta_regularizer: Regularizer::None,
            gamma_regularizer: Regularizer::None,
            beta_constraint: Constraint::None,
            gamma_constraint: Constraint::None,
        })
    }

    /// The plan of layers whose last activation is the loss's.
    fn plan(layers: Vec<LayerSpec>, conditions: Conditions) -> Plan {
        let ops = Network::new(NetworkSpec { inputs: 7, seed: 1, layers }).unwrap().ops;
        let learns = |op: &Op| matches!(op, Op::Dense(_) | Op::Other(_));
        Plan::new(&ops, learns, Conditions { end: ops.len() - 1, ..conditions })
    }

    fn shares(stages: &[Stage]) -> Vec<Share> {
        stages.iter().map(|stage| stage.share).collect()
    }

    #[test]
    fn a_step_of_dense_layers_has_two_stages() {
        for hidden in 0..8 {
            let mut layers = vec![dense(5, Activation::Relu); hidden];
            layers.push(dense(3, Activation::Softmax));
            for (gathers, members) in [(false, 1), (true, 1), (false, 2), (false, 3), (true, 16), (false, 16)]
            {
                let plan = plan(layers.clone(), Conditions { gathers, members, ..PLAIN });
                assert_eq!(shares(&plan.step), [Share::Rows, Share::Panels], "{hidden} hidden layers");
                let before = if gathers { vec![Share::Rows, Share::Panels] } else { vec![Share::Panels] };
                assert_eq!(shares(&plan.prelude), before);
            }
        }
    }

    #[test]
    fn what_any_member_can_do_needs_no_stage() {
        let dropout = LayerSpec::Dropout(Dropout { rate: 0.5 });
        let layers = vec![dense(5, Activation::Gelu(Gelu { approximate: true })), dropout];
        let layers = [layers.clone(), layers, vec![dense(3, Activation::Softmax)]].concat();
        assert_eq!(shares(&plan(layers, PLAIN).step), [Share::Rows, Share::Panels]);
    }

    #[test]
    fn statistics_of_the_first_layers_batch_are_taken_where_its_sums_are() {
        let layers = vec![dense(5, Activation::Linear), batch_normalization(), dense(3, Activation::Softmax)];
        let plan = plan(layers, PLAIN);
        // Deltas of the normalization, gradients, and both layers of the next batch go by panels.
        assert_eq!(shares(&plan.step), [Share::Rows, Share::Panels]);
        let tasks = [
            (Task::Backward(1), false),
            (Task::Gradients, false),
            (Task::Forward(0), true),
            (Task::Forward(1), true),
            (Task::Total, false),
        ];
        assert_eq!(plan.step[1].tasks, tasks);
    }

    #[test]
    fn in_pieces_dense_layers_have_stages_of_their_own_and_nothing_is_done_ahead() {
        let layers =
            vec![dense(5, Activation::Relu), dense(4, Activation::Relu), dense(3, Activation::Softmax)];
        for (gathers, is_fused) in [(true, true), (false, true), (true, false)] {
            let conditions = Conditions { in_pieces: true, gathers, is_fused, ..PLAIN };
            let Plan { prelude, step, shares_columns, .. } = plan(layers.clone(), conditions);
            assert!(prelude.is_empty() && shares_columns);
            let tasks = step.iter().flat_map(|stage| &stage.tasks);
            assert!(tasks.clone().all(|(task, next)| !next && *task != Task::Meet));
            // Ops are dense layers and activations in turn.
            let of_kernels =
                |task: &Task| matches!(task, Task::Forward(op) | Task::Backward(op) if op % 2 == 0);
            for Stage { share, tasks } in &step {
                let dense = tasks.iter().filter(|(task, _)| of_kernels(task)).count();
                assert!(dense == 0 || (dense == 1 && of_kernels(&tasks[0].0) && *share == Share::Panels));
                assert!(
                    tasks.len() == 1 || tasks.iter().all(|(task, _)| *task != Task::Gradients) || is_fused
                );
            }
            assert_eq!(tasks.filter(|(task, _)| of_kernels(task)).count(), 3 + 2);
        }
    }

    #[test]
    fn whole_gradients_are_used_behind_barriers() {
        let layers = vec![dense(5, Activation::Relu), dense(3, Activation::Softmax)];
        let kept = Conditions { is_fused: false, ..PLAIN };
        let plain = [Share::Rows, Share::Panels, Share::Pieces, Share::Panels];
        assert_eq!(shares(&plan(layers.clone(), kept).step), plain);
        let all = Conditions {
            has_penalties: true,
            compares: true,
            needs_norms: true,
            has_constraints: true,
            ..kept
        };
        let all_stages = [
            Share::Rows,
            Share::Panels,
            Share::Vectors,
            Share::Norms,
            Share::Pieces,
            Share::Columns,
            Share::Panels,
        ];
        assert_eq!(shares(&plan(layers, all).step), all_stages);
    }
}
