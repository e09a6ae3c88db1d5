//! What a network is asked and told between its steps.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::losses::Loss;
use inkgrad_core::{Error, Network, NetworkSpec, Storage, TrainingSpec};
use support::*;

fn model() -> Model {
    let layers = stack(&[(8, Activation::Tanh), (3, Activation::Linear)]);
    Model::new(5, layers, every::sgd(0.25), Loss::MeanSquaredError)
}

/// The network of the model, which nobody has told how to learn.
fn untold() -> Network {
    Network::new(NetworkSpec { inputs: 5, layers: model().layers, seed: 42 }).unwrap()
}

#[test]
fn weights_are_what_they_are_set_to() {
    let mut network = model().network();
    assert_eq!((network.outputs(), network.parameters()), (3, 5 * 8 + 8 + 8 * 3 + 3));
    let mut values: Vec<f32> = (0..network.parameters()).map(|i| i as f32 - 7.5).collect();
    network.set_weights(&values).unwrap();
    assert_eq!(network.weights(), values);

    network.write_weights(43, &[0.5, 0.25]).unwrap();
    values[43..45].copy_from_slice(&[0.5, 0.25]);
    let mut piece = [0.0; 9];
    network.read_weights(38, &mut piece).unwrap();
    assert_eq!(piece, values[38..47]);

    assert!(network.set_weights(&values[1..]).is_err());
    assert!(network.read_weights(values.len() - 8, &mut piece).is_err());
    assert!(network.write_weights(values.len() - 1, &[1.0, 2.0]).is_err());
    let told = Error::NonFinite { what: "weights", index: 1 };
    assert_eq!(network.write_weights(3, &[1.0, f32::INFINITY]), Err(told));
    assert_eq!(network.weights(), values);
}

#[test]
fn a_network_that_is_not_compiled_has_no_learning_rate() {
    let mut network = untold();
    assert_eq!(network.learning_rate(), None);
    let told = Error::Network("must be compiled first");
    assert_eq!(network.set_learning_rate(0.5), Err(told.clone()));
    assert_eq!(network.end_training(), Err(told));
}

#[test]
fn a_network_that_is_compiled_in_pieces_is_as_it_was_until_the_last() {
    let model = model();
    for optimizer in every::optimizers() {
        let training = TrainingSpec { optimizer, ..model.training.clone() };
        let (mut network, mut whole) = (untold(), untold());
        whole.compile(training.clone()).unwrap();
        assert!(!network.go_on_compiling(usize::MAX));
        assert_eq!(network.learning_rate(), None);
        network.begin_compiling(training).unwrap();
        let mut pieces = 0;
        while network.go_on_compiling(16) {
            pieces += 1;
            assert_eq!(network.learning_rate(), None);
        }
        assert_eq!(network.learning_rate(), whole.learning_rate());
        let length = whole.state_length().unwrap();
        assert!(pieces >= length / 16, "{pieces} pieces of {length}");
        let state = |network: &Network| {
            let mut numbers = vec![f32::NAN; length];
            network.read_state(0, &mut numbers).unwrap();
            numbers
        };
        assert_eq!(state(&network), state(&whole));
    }
}

#[test]
fn a_learning_rate_that_is_set_scales_the_next_step() {
    let (x, t) = data(&model(), 8, 0.0, 1);
    let data = dataset(&x, &t, Storage::Dense);
    let step = |rate: Option<f64>| {
        let mut network = model().network();
        assert_eq!(network.learning_rate(), Some(0.25));
        if let Some(rate) = rate {
            network.set_learning_rate(rate).unwrap();
            assert_eq!(network.learning_rate(), Some(rate));
        }
        let before = network.weights();
        train(&mut network, &data, 8, 1, 1);
        network.weights().iter().zip(before).map(|(a, b)| f64::from(a - b)).collect::<Vec<_>>()
    };
    let half: Vec<f32> = step(Some(0.125)).iter().map(|moved| (moved * 2.0) as f32).collect();
    assert!(distance(&half, &step(None)) < 1e-5);
}
