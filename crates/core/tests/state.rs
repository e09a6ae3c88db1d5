//! A training that is stopped anywhere, and goes on elsewhere from what was kept of it, has one outcome.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::metrics::Metric;
use inkgrad_core::optimizers::{Adam, Ftrl, Optimizer, Update};
use inkgrad_core::{Dataset, Error, Network, Storage, Team, Trainer};
use support::everything::{everything, heads};
use support::*;

const EPOCHS: u32 = 3;
const ROWS: usize = 53;
const BATCH: usize = 8;
/// Steps of an epoch, the last of which has fewer rows.
const STEPS: usize = ROWS.div_ceil(BATCH);

/// All that training leaves behind.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    weights: Vec<u32>,
    state: Vec<u32>,
    scalars: Vec<u64>,
    /// Of each epoch.
    figures: Vec<(f64, Vec<f64>)>,
}

/// A machine to train on.
#[derive(Clone, Copy, Debug)]
struct Machine {
    storage: Storage,
    threads: usize,
}

/// What a network's optimizer keeps.
#[derive(Clone, Debug, PartialEq)]
struct State {
    scalars: Vec<f64>,
    numbers: Vec<f32>,
}

fn state_of(network: &Network) -> State {
    let mut numbers = vec![0.0; network.state_length().unwrap()];
    // Read in pieces of a size that fits nothing.
    for (piece, values) in numbers.chunks_mut(77).enumerate() {
        network.read_state(piece * 77, values).unwrap();
    }
    State { scalars: network.state_scalars().unwrap(), numbers }
}

fn set_state(network: &mut Network, state: &State) -> Result<(), Error> {
    network.set_state(&state.scalars)?;
    for (piece, numbers) in state.numbers.chunks(77).enumerate() {
        network.write_state(piece * 77, numbers)?;
    }
    Ok(())
}

/// What is kept when a training stops.
struct Kept {
    weights: Vec<f32>,
    state: State,
    place: Vec<f64>,
}

fn bits_of(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// Trains for all epochs, and moves to the next of the machines after each of these numbers of steps.
fn outcome(model: &Model, machines: &[Machine], stops: &[usize]) -> Outcome {
    let (x, t) = data(model, ROWS, 0.6, 7);
    let datasets: Vec<Dataset> = machines.iter().map(|machine| dataset(&x, &t, machine.storage)).collect();
    let teams: Vec<Team> = machines.iter().map(|machine| Team::new(machine.threads).unwrap()).collect();
    let mut on = 0;
    let mut network = model.network();
    let mut trainer = Trainer::new(&mut network, &datasets[on], 0..ROWS, BATCH, &teams[on]).unwrap();
    let (mut total, mut figures) = (0, Vec::new());
    for epoch in 0..EPOCHS {
        trainer.begin_epoch(&network, epoch, true);
        for step in 0..STEPS {
            if stops.contains(&total) {
                let kept =
                    Kept { weights: network.weights(), state: state_of(&network), place: trainer.place() };
                on += 1;
                let (data, team) = (&datasets[on], &teams[on]);
                // A network of other weights that has learned something else, with a trainer that was made before.
                network = Network::new(network.spec().clone()).unwrap();
                network.compile(model.training.clone()).unwrap();
                trainer = Trainer::new(&mut network, data, 0..ROWS, BATCH, team).unwrap();
                trainer.begin_epoch(&network, 17, true);
                trainer.train(&mut network, data, team, 2).unwrap();
                network.set_weights(&kept.weights).unwrap();
                set_state(&mut network, &kept.state).unwrap();
                trainer.resume(&network, epoch, true, &kept.place).unwrap();
                let state = state_of(&network);
                assert_eq!(bits_of(&state.scalars), bits_of(&kept.state.scalars));
                assert!(state.numbers == kept.state.numbers);
                assert_eq!(trainer.place(), kept.place);
            }
            let progress = trainer.train(&mut network, &datasets[on], &teams[on], 1).unwrap();
            assert_eq!(progress.steps, step + 1);
            total += 1;
            if total == STEPS + 3 {
                // As a callback may, with or without a schedule.
                network.set_learning_rate(network.learning_rate().unwrap() * 0.5).unwrap();
            }
            if step + 1 == STEPS {
                figures.push((progress.loss, progress.metrics));
            }
        }
    }
    let State { scalars, numbers } = state_of(&network);
    network.end_training().unwrap();
    Outcome { weights: bits(&network.weights()), state: bits(&numbers), scalars: bits_of(&scalars), figures }
}

/// Asserts that stops change nothing, wherever it goes on.
fn assert_goes_on(model: &Model) {
    let machine = |storage, threads| Machine { storage, threads };
    let first = machine(Storage::Sparse, 1);
    let expected = outcome(model, &[first], &[]);
    let stops: [&[usize]; 5] = [&[0], &[1], &[STEPS - 1, STEPS], &[STEPS + 4], &[3, 9, 16]];
    let moves = [
        [first, machine(Storage::Dense, 3), machine(Storage::Sparse, 2), first],
        [machine(Storage::Dense, 2), first, machine(Storage::Dense, 1), machine(Storage::Sparse, 4)],
    ];
    for stops in stops {
        for machines in moves {
            assert!(outcome(model, &machines, stops) == expected, "{stops:?} on {machines:?}: {model:#?}");
        }
    }
}

fn plain(optimizer: Optimizer) -> Model {
    let layers = stack(&[(35, Activation::Relu), (18, Activation::Sigmoid), (5, Activation::Softmax)]);
    Model::new(30, layers, optimizer, CROSSENTROPY)
}

#[test]
fn with_every_optimizer() {
    let ftrl = Ftrl {
        learning_rate: every::constant(0.05),
        learning_rate_power: -0.5,
        initial_accumulator_value: 0.1,
        l1_regularization_strength: 0.0,
        l2_regularization_strength: 0.0,
        l2_shrinkage_regularization_strength: 0.0,
        beta: 0.0,
    };
    for optimizer in every::optimizers().into_iter().chain([Optimizer::Ftrl(ftrl)]) {
        assert_goes_on(&plain(optimizer));
    }
}

#[test]
fn with_every_schedule() {
    for learning_rate in every::schedules() {
        assert_goes_on(&plain(Optimizer::Adam(Adam { learning_rate, ..Adam::default() })));
    }
}

#[test]
fn with_averages_and_sums_of_gradients() {
    for optimizer in every::optimizers() {
        let mut model = plain(optimizer);
        model.training.update = Update {
            global_clipnorm: Some(0.1),
            use_ema: true,
            ema_momentum: 0.9,
            ema_overwrite_frequency: Some(3.0),
            gradient_accumulation_steps: 2,
            ..Update::default()
        };
        assert_goes_on(&model);
    }
}

#[test]
fn with_everything_at_once() {
    for head in heads() {
        assert_goes_on(&everything(head));
    }
}

#[test]
fn with_every_metric() {
    let mut model = plain(Optimizer::Adam(Adam::default()));
    model.training.metrics = every::metrics();
    model.training.weighted_metrics = vec![Metric::CategoricalAccuracy];
    assert_goes_on(&model);
}

/// An input that only earlier data had still moves its weights: the moments fade.
#[test]
fn inputs_that_were_seen_earlier_are_known_again() {
    let model = plain(Optimizer::Adam(Adam::default()));
    let (x, t) = data(&model, ROWS, 0.6, 7);
    let mut without = x.clone();
    without.column_mut(3).fill(0.0);
    let [first, later] = [&x, &without].map(|x| dataset(x, &t, Storage::Sparse));
    let team = Team::single();
    let train_on = |network: &mut Network, data: &Dataset| {
        let mut trainer = Trainer::new(network, data, 0..ROWS, BATCH, &team).unwrap();
        trainer.begin_epoch(network, 0, true);
        trainer.train(network, data, &team, usize::MAX).unwrap();
    };
    let mut network = model.network();
    train_on(&mut network, &first);
    let (weights, state) = (network.weights(), state_of(&network));
    train_on(&mut network, &later);
    let mut other = model.network();
    let mut trainer = Trainer::new(&mut other, &later, 0..ROWS, BATCH, &team).unwrap();
    other.set_weights(&weights).unwrap();
    set_state(&mut other, &state).unwrap();
    trainer.begin_epoch(&other, 0, true);
    trainer.train(&mut other, &later, &team, usize::MAX).unwrap();
    assert_eq!(bits(&other.weights()), bits(&network.weights()));
    assert_ne!(bits(&weights)[3 * 35..4 * 35], bits(&network.weights())[3 * 35..4 * 35]);
}

#[test]
fn names_are_keras_names() {
    let names = |optimizer| plain(optimizer).network().state_names().unwrap();
    let [adam, amsgrad, sgd, momentum, ..] = &every::optimizers()[..] else {
        unreachable!("a list of optimizers")
    };
    assert_eq!(names(adam.clone()), ["momentum", "velocity"]);
    assert_eq!(names(amsgrad.clone()), ["momentum", "velocity", "velocity_hat"]);
    assert_eq!(names(sgd.clone()), [""; 0]);
    assert_eq!(names(momentum.clone()), ["momentum"]);
    let all = everything(vec![]).network().state_names().unwrap();
    assert_eq!(all, ["momentum", "velocity", "average", "gradient_accumulator"]);
}

#[test]
fn a_state_that_cannot_be_is_refused_and_changes_nothing() {
    let mut network = everything(vec![]).network();
    let good = state_of(&network);
    let with = |change: &dyn Fn(&mut State)| {
        let mut state = good.clone();
        change(&mut state);
        state
    };
    let refused = |error: Result<(), Error>| {
        assert!(matches!(error, Err(Error::Description(_) | Error::Length { .. })), "{error:?}");
    };
    for scalars in [
        vec![],
        vec![1.0, 0.0, 1.0],
        vec![2.0, 0.0, 1.0, 0.1],
        vec![1.0, 0.5, 1.0, 0.1],
        vec![1.0, -1.0, 1.0, 0.1],
        vec![1.0, f64::INFINITY, 1.0, 0.1],
        vec![1.0, 0.0, f64::NAN, 0.1],
        vec![1.0, 0.0, 1.5, 0.1],
        vec![1.0, 0.0, 1.0, -0.1],
        vec![1.0, 0.0, 1.0, f64::INFINITY],
        vec![1.0, 0.0, 1.0, 0.1, 0.0],
    ] {
        refused(set_state(&mut network, &with(&|state| state.scalars = scalars.clone())));
    }
    let past_the_end = network.write_state(good.numbers.len() - 10, &[0.0; 20]);
    assert_eq!(past_the_end, Err(Error::Length { what: "state", expected: 10, received: 20 }));
    assert!(network.read_state(usize::MAX, &mut [0.0]).is_err());
    let nan = set_state(&mut network, &with(&|state| state.numbers[5] = f32::NAN));
    assert_eq!(nan, Err(Error::NonFinite { what: "state", index: 5 }));
    assert_eq!(state_of(&network), good);
    set_state(&mut network, &with(&|state| state.numbers[5] = f32::INFINITY)).unwrap();
    let mut raw = Network::new(network.spec().clone()).unwrap();
    assert!(matches!(raw.state_scalars(), Err(Error::Network(_))));
    assert!(matches!(raw.state_names(), Err(Error::Network(_))));
    assert!(matches!(set_state(&mut raw, &good), Err(Error::Network(_))));
}

#[test]
fn a_place_that_cannot_be_is_refused() {
    let model = plain(Optimizer::Adam(Adam::default()));
    let (x, t) = data(&model, ROWS, 0.6, 7);
    let data = dataset(&x, &t, Storage::Sparse);
    let (mut network, team) = (model.network(), Team::single());
    let mut trainer = Trainer::new(&mut network, &data, 0..ROWS, BATCH, &team).unwrap();
    let rows = ROWS as f64;
    for place in [[16.0, 2.0, 16.0, 1.0], [rows, 7.0, rows, 1.0], [16.0, 1.0, 8.0, 1.0], [0.0; 4]] {
        trainer.resume(&network, 1, true, &place).unwrap();
        assert_eq!(trainer.place(), place);
    }
    for place in [
        vec![],
        vec![16.0, 2.0, 16.0],
        vec![16.0, 2.0, 16.0, 1.0, 0.0],
        vec![15.0, 2.0, 15.0, 1.0],
        vec![64.0, 8.0, 64.0, 1.0],
        vec![16.0, 3.0, 16.0, 1.0],
        vec![16.0, 3.0, 24.0, 1.0],
        vec![16.0, 2.0, 16.0, f64::NAN],
        vec![1e300, 2.0, 16.0, 1.0],
    ] {
        assert!(trainer.resume(&network, 1, true, &place).is_err(), "{place:?}");
    }
}
