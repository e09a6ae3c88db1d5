use super::{Method, Slot, Step, Tile};
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Second moments of matrices by their rows and columns (Shazeer and Stern, 2018).
    pub struct Adafactor {
        /// The largest step size; the root of one by the step is another.
        pub learning_rate: Schedule,
        /// The exponent of the step in the decay of second moments.
        pub beta2_decay: f64,
        /// Added to squares.
        pub epsilon1: f64,
        /// The least size of weights that steps are relative to.
        pub epsilon2: f64,
        /// The largest root mean square of an update.
        pub clip_threshold: f64,
    }
}

impl Method for Adafactor {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    /// Of a matrix the first numbers of its slot are the means of its rows, and then those of its columns.
    fn slots(&self) -> Vec<Slot> {
        vec![Slot { initial: 0.0, least: 0.0 }, Slot { initial: 0.0, least: 0.0 }]
    }

    fn of_variables(&self) -> bool {
        true
    }

    fn update(&self, step: Step, tile: &mut Tile) {
        let _ = (step, tile);
    }
}
