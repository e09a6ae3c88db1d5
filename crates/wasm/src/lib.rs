//! The boundary between the core and JavaScript: coarse calls on networks, data sets and trainers, which live in WASM
//! memory. Arguments have been checked in TypeScript; what it cannot know comes back as an `Error` whose `name` says
//! which.

use std::sync::OnceLock;

use inkgrad_core as core;
use wasm_bindgen::prelude::*;

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;

/// The threads of this instance; the caller alone until `start`.
static TEAM: OnceLock<core::Team> = OnceLock::new();

/// Products that a thread does, about, before JavaScript gets its turn in a long step: 15 ms on a usual machine.
const TURN: f64 = (1 << 28) as f64;

fn team() -> &'static core::Team {
    TEAM.get_or_init(|| core::Team::single().with_turns(TURN))
}

/// Says how many threads work on how many cores, the caller included; the pool must have one fewer. To be called once,
/// before anything else. `overdue` is called after each 50 ms in which the caller waited in vain for another thread,
/// with how many of these it has been in a row; what it throws ends the call, and with it the use of this instance.
#[cfg(feature = "threads")]
#[wasm_bindgen]
pub fn start(threads: usize, cores: usize, overdue: js_sys::Function) {
    OVERDUE.with(|function| {
        function.get_or_init(|| overdue);
    });
    TEAM.get_or_init(|| {
        core::Team::of_global_pool(threads, cores, now, ask_overdue).sparing().with_turns(TURN)
    });
}

#[cfg(feature = "threads")]
thread_local! {
    static OVERDUE: std::cell::OnceCell<js_sys::Function> = const { std::cell::OnceCell::new() };
}

#[cfg(feature = "threads")]
#[wasm_bindgen]
extern "C" {
    /// Milliseconds; pages, workers and Node have it.
    #[wasm_bindgen(js_namespace = performance)]
    safe fn now() -> f64;
}

#[cfg(feature = "threads")]
fn ask_overdue(naps: u32) {
    let asked =
        OVERDUE.with(|function| function.get().map(|ask| ask.call1(&JsValue::UNDEFINED, &naps.into())));
    if let Some(Err(thrown)) = asked {
        wasm_bindgen::throw_val(thrown);
    }
}

/// Every kind that a description can name: `room kind field:type ...`, a line each. Descriptions are lists of numbers;
/// `ts/engine/pack.ts` says how.
#[wasm_bindgen]
pub fn kinds() -> String {
    core::kinds()
}

/// A network and the state of its optimizer.
#[wasm_bindgen]
pub struct Network(core::Network);

#[wasm_bindgen]
impl Network {
    /// From a packed record `network`; all zeros until `initialize` says that none are left.
    #[wasm_bindgen(constructor)]
    pub fn new(description: &[f64]) -> Result<Network, JsValue> {
        let spec = core::unpack(description).map_err(thrown)?;
        Ok(Self(core::Network::zeros(spec).map_err(thrown)?))
    }

    /// Gives about so many numbers more what their initializers say. Whether any are left.
    pub fn initialize(&mut self, numbers: usize) -> bool {
        self.0.initialize(numbers)
    }

    /// Starts the optimizer anew, from a packed record `training`, once `goOnCompiling` says that nothing is left.
    #[wasm_bindgen(js_name = beginCompiling)]
    pub fn begin_compiling(&mut self, description: &[f64]) -> Result<(), JsValue> {
        self.0.begin_compiling(core::unpack(description).map_err(thrown)?).map_err(thrown)
    }

    /// Makes about so many numbers more that the optimizer keeps. Whether any may be left.
    #[wasm_bindgen(js_name = goOnCompiling)]
    pub fn go_on_compiling(&mut self, numbers: usize) -> bool {
        self.0.go_on_compiling(numbers)
    }

    /// Numbers of all variables.
    #[wasm_bindgen(getter)]
    pub fn parameters(&self) -> usize {
        self.0.parameters()
    }

    /// Numbers that come out for a row.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> usize {
        self.0.outputs()
    }

    /// Rows to predict or to score in one call: some milliseconds of work.
    #[wasm_bindgen(getter, js_name = passedRows)]
    pub fn passed_rows(&self) -> usize {
        self.0.passed_rows(team())
    }

    /// Of the numbers of all variables, in Keras's order and layout, those from `first` on: all at once may be more than
    /// the memory has room for.
    #[wasm_bindgen(js_name = readWeights)]
    pub fn read_weights(&self, first: usize, count: usize) -> Result<Vec<f32>, JsValue> {
        let mut weights = room("weights", count)?;
        self.0.read_weights(first, &mut weights).map_err(thrown)?;
        Ok(weights)
    }

    /// The opposite.
    #[wasm_bindgen(js_name = writeWeights)]
    pub fn write_weights(&mut self, first: usize, weights: &[f32]) -> Result<(), JsValue> {
        self.0.write_weights(first, weights).map_err(thrown)
    }

    /// The learning rate of the next step; undefined before `compile`.
    #[wasm_bindgen(getter, js_name = learningRate)]
    pub fn learning_rate(&self) -> Option<f64> {
        self.0.learning_rate()
    }

    /// Goes on with another learning rate, in place of a schedule.
    #[wasm_bindgen(js_name = setLearningRate)]
    pub fn set_learning_rate(&mut self, rate: f64) -> Result<(), JsValue> {
        self.0.set_learning_rate(rate).map_err(thrown)
    }

    /// Writes averages of so many weights from `first` on, where they are kept, into the weights. Whether any are left.
    #[wasm_bindgen(js_name = writeAverage)]
    pub fn write_average(&mut self, first: usize, count: usize) -> Result<bool, JsValue> {
        self.0.write_average(first, count).map_err(thrown)
    }

    /// What the optimizer keeps of each weight: Keras's names, a space behind each.
    #[wasm_bindgen(getter, js_name = stateNames)]
    pub fn state_names(&self) -> Result<String, JsValue> {
        let mut text = String::new();
        for name in self.0.state_names().map_err(thrown)? {
            text.push_str(name);
            text.push(' ');
        }
        Ok(text)
    }

    /// What the optimizer keeps that belongs to no variable.
    #[wasm_bindgen(getter, js_name = stateScalars)]
    pub fn state_scalars(&self) -> Result<Vec<f64>, JsValue> {
        self.0.state_scalars().map_err(thrown)
    }

    /// How many numbers `readState` gives in all.
    #[wasm_bindgen(getter, js_name = stateLength)]
    pub fn state_length(&self) -> Result<usize, JsValue> {
        self.0.state_length().map_err(thrown)
    }

    /// For each name the numbers of all trainable variables, laid out as the weights; of these, those from `first` on.
    #[wasm_bindgen(js_name = readState)]
    pub fn read_state(&self, first: usize, count: usize) -> Result<Vec<f32>, JsValue> {
        let mut numbers = room("state", count)?;
        self.0.read_state(first, &mut numbers).map_err(thrown)?;
        Ok(numbers)
    }

    /// The opposite of `stateScalars`; `writeState` follows.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&mut self, scalars: &[f64]) -> Result<(), JsValue> {
        self.0.set_state(scalars).map_err(thrown)
    }

    /// The opposite of `readState`.
    #[wasm_bindgen(js_name = writeState)]
    pub fn write_state(&mut self, first: usize, numbers: &[f32]) -> Result<(), JsValue> {
        self.0.write_state(first, numbers).map_err(thrown)
    }

    /// The last layer's outputs for rows of floats.
    pub fn predict(&self, floats: &[f32]) -> Result<Vec<f32>, JsValue> {
        self.outputs(core::Chunk::Floats(floats), floats.len())
    }

    /// The last layer's outputs for rows of bytes, worth `byte / divisor` each.
    #[wasm_bindgen(js_name = predictBytes)]
    pub fn predict_bytes(&self, bytes: &[u8], divisor: f32) -> Result<Vec<f32>, JsValue> {
        self.outputs(core::Chunk::Bytes { bytes, divisor }, bytes.len())
    }

    /// The last layer's outputs for a range of a data set's rows.
    #[wasm_bindgen(js_name = predictRows)]
    pub fn predict_rows(&self, dataset: &Dataset, first: usize, end: usize) -> Result<Vec<f32>, JsValue> {
        let mut outputs = vec![0.0; end.saturating_sub(first) * self.0.outputs()];
        core::predict_rows(&self.0, &dataset.0, first..end, &mut outputs, team()).map_err(thrown)?;
        Ok(outputs)
    }

    fn outputs(&self, rows: core::Chunk, numbers: usize) -> Result<Vec<f32>, JsValue> {
        let mut outputs = room("predictions", numbers / self.0.spec().inputs * self.0.outputs())?;
        core::predict(&self.0, rows, &mut outputs, team()).map_err(thrown)?;
        Ok(outputs)
    }
}

/// Rows and what they should give. Chunks of whole rows are shown twice: first all to `measure`, then all to `append`.
#[wasm_bindgen]
pub struct Dataset(core::Dataset);

#[wasm_bindgen]
impl Dataset {
    /// Room for rows that the chunks will bring.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: usize, columns: usize) -> Result<Dataset, JsValue> {
        Ok(Self(core::Dataset::new(rows, columns, None).map_err(thrown)?))
    }

    /// A data set of the same rows, which are there once, without targets and weights.
    pub fn share(&self) -> Result<Dataset, JsValue> {
        Ok(Self(self.0.share().map_err(thrown)?))
    }

    /// First pass over floats.
    pub fn measure(&mut self, floats: &[f32]) -> Result<(), JsValue> {
        self.0.measure(core::Chunk::Floats(floats)).map_err(thrown)
    }

    /// Second pass over floats.
    pub fn append(&mut self, floats: &[f32]) -> Result<(), JsValue> {
        self.0.append(core::Chunk::Floats(floats)).map_err(thrown)
    }

    /// First pass over bytes, worth `byte / divisor` each.
    #[wasm_bindgen(js_name = measureBytes)]
    pub fn measure_bytes(&mut self, bytes: &[u8], divisor: f32) -> Result<(), JsValue> {
        self.0.measure(core::Chunk::Bytes { bytes, divisor }).map_err(thrown)
    }

    /// Second pass over bytes.
    #[wasm_bindgen(js_name = appendBytes)]
    pub fn append_bytes(&mut self, bytes: &[u8], divisor: f32) -> Result<(), JsValue> {
        self.0.append(core::Chunk::Bytes { bytes, divisor }).map_err(thrown)
    }

    /// Some rows as a training with a packed record `augment` sees them in a pass: a byte a pixel.
    pub fn augment(
        &self,
        description: &[f64],
        seed: f64,
        pass: u32,
        rows: &[u32],
    ) -> Result<Vec<u8>, JsValue> {
        let spec: core::AugmentSpec = core::unpack(description).map_err(thrown)?;
        core::augment(&self.0, &spec, seed as u64, pass, rows).map_err(thrown)
    }

    /// A class id for each row.
    #[wasm_bindgen(js_name = setClasses)]
    pub fn set_classes(&mut self, classes: Vec<u32>) -> Result<(), JsValue> {
        self.0.set_targets(core::Targets::Classes(classes)).map_err(thrown)
    }

    /// What each row weighs in the loss.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(&mut self, weights: Vec<f32>) -> Result<(), JsValue> {
        self.0.set_weights(weights).map_err(thrown)
    }

    /// As many numbers for each row as the network has outputs.
    #[wasm_bindgen(js_name = setValues)]
    pub fn set_values(&mut self, values: Vec<f32>) -> Result<(), JsValue> {
        self.0.set_targets(core::Targets::Values(values)).map_err(thrown)
    }
}

/// Trains a network on a range of a data set's rows. Every call takes the pair that it was made for.
#[wasm_bindgen]
pub struct Trainer(core::Trainer);

#[wasm_bindgen]
impl Trainer {
    /// Takes all the memory that training needs. With a packed record `augment` images are changed in each pass.
    #[wasm_bindgen(constructor)]
    pub fn new(
        network: &mut Network,
        dataset: &Dataset,
        first: usize,
        end: usize,
        batch_size: usize,
        augment: Option<Vec<f64>>,
    ) -> Result<Trainer, JsValue> {
        let unpacked = |description: Vec<f64>| core::unpack::<core::AugmentSpec>(&description);
        let augment = augment.map(unpacked).transpose().map_err(thrown)?;
        let (network, dataset, rows) = (&mut network.0, &dataset.0, first..end);
        let trainer = core::Trainer::augmenting(network, dataset, rows, batch_size, team(), augment.as_ref());
        Ok(Self(trainer.map_err(thrown)?))
    }

    /// Begins an epoch; its number and the network's seed make the order of the rows.
    #[wasm_bindgen(js_name = beginEpoch)]
    pub fn begin_epoch(&mut self, network: &Network, epoch: u32, shuffle: bool) {
        self.0.begin_epoch(&network.0, epoch, shuffle);
    }

    /// Scores at zero, within an epoch.
    #[wasm_bindgen(js_name = resetTotals)]
    pub fn reset_totals(&mut self) {
        self.0.reset_totals();
    }

    /// Where the epoch stands, as numbers.
    pub fn place(&self) -> Vec<f64> {
        self.0.place()
    }

    /// Goes on in an epoch where another trainer stood.
    pub fn resume(
        &mut self,
        network: &Network,
        epoch: u32,
        shuffle: bool,
        place: &[f64],
    ) -> Result<(), JsValue> {
        self.0.resume(&network.0, epoch, shuffle, place).map_err(thrown)
    }

    /// Trains up to `steps` further steps of the epoch. Of the epoch so far: steps, rows, the first step whose loss was
    /// not finite (or -1), mean loss, and what the metrics say.
    pub fn train(
        &mut self,
        network: &mut Network,
        dataset: &Dataset,
        steps: usize,
    ) -> Result<Vec<f64>, JsValue> {
        let core::Progress { steps, samples, loss, metrics, diverged } =
            self.0.train(&mut network.0, &dataset.0, team(), steps).map_err(thrown)?;
        let diverged = diverged.map_or(-1.0, |step| step as f64);
        let mut results = vec![steps as f64, samples as f64, diverged, loss];
        results.extend(metrics);
        Ok(results)
    }

    /// Pieces that a step is done in by `advance`.
    #[wasm_bindgen(getter)]
    pub fn pieces(&self) -> usize {
        self.0.pieces()
    }

    /// Does the next piece of a step of the epoch. Whether no step is begun after that.
    pub fn advance(&mut self, network: &mut Network, dataset: &Dataset) -> Result<bool, JsValue> {
        self.0.advance(&mut network.0, &dataset.0, team()).map_err(thrown)
    }
}

/// Scores of a network on rows that come in one call or several.
#[wasm_bindgen]
pub struct Evaluation(core::Evaluation);

#[wasm_bindgen]
impl Evaluation {
    /// Begins with no rows.
    #[wasm_bindgen(constructor)]
    pub fn new(network: &Network) -> Result<Evaluation, JsValue> {
        Ok(Self(core::Evaluation::new(&network.0).map_err(thrown)?))
    }

    /// Takes a range of rows in.
    pub fn add(
        &mut self,
        network: &Network,
        dataset: &Dataset,
        first: usize,
        end: usize,
    ) -> Result<(), JsValue> {
        self.0.add(&network.0, &dataset.0, first..end, team()).map_err(thrown)
    }

    /// Rows, mean loss, and what the metrics say.
    pub fn results(&self, network: &Network) -> Result<Vec<f64>, JsValue> {
        let mut results = vec![self.0.samples() as f64, self.0.loss(&network.0).map_err(thrown)?];
        results.extend(self.0.metrics(&network.0).map_err(thrown)?);
        Ok(results)
    }
}

/// As many zeros, or an error where the memory is full.
fn room(what: &'static str, count: usize) -> Result<Vec<f32>, JsValue> {
    let mut numbers = Vec::new();
    let refused = |_| thrown(core::Error::Memory { what, bytes: count.saturating_mul(size_of::<f32>()) });
    numbers.try_reserve_exact(count).map_err(refused)?;
    numbers.resize(count, 0.0);
    Ok(numbers)
}

/// A core error as a JavaScript one, told apart by its name. Not inlined: every export has a place for it.
#[inline(never)]
fn thrown(error: core::Error) -> JsValue {
    let name = match error {
        core::Error::NonFinite { .. } => "NonFinite",
        core::Error::Memory { .. } => "Memory",
        _ => "Argument",
    };
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name(name);
    thrown.into()
}
