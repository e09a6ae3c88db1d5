//! Descriptions as lists of numbers.

use inkgrad_core::activations::Activation;
use inkgrad_core::initializers::Initializer;
use inkgrad_core::layers::{BatchNormalization, Dropout, LayerSpec};
use inkgrad_core::optimizers::{Adam, Optimizer, Update};
use inkgrad_core::schedules::{PiecewiseConstantDecay, Schedule};
use inkgrad_core::{Error, NetworkSpec, kinds, unpack};

/// The number of a kind: its place among the lines of its room.
fn kind(room: &str, name: &str) -> f64 {
    let text = kinds();
    let mut names = text.lines().filter(|line| line.split(' ').next() == Some(room));
    names.position(|line| line.split(' ').nth(1) == Some(name)).unwrap() as f64
}

fn dropout() -> Vec<f64> {
    vec![kind("layer", "dropout"), 0.25]
}

#[test]
fn a_network_is_unpacked() {
    let numbers = [vec![784.0, 9_007_199_254_740_991.0, 2.0], dropout(), dropout()].concat();
    let layers = vec![LayerSpec::Dropout(Dropout { rate: 0.25 }); 2];
    let spec = NetworkSpec { inputs: 784, seed: (1 << 53) - 1, layers };
    assert_eq!(unpack(&numbers), Ok(spec));
}

#[test]
fn kinds_within_kinds_are_unpacked() {
    let schedule = [kind("schedule", "piecewiseConstantDecay"), 1.0, 5.0, 2.0, 0.1, 0.2];
    let adam = [&[kind("optimizer", "adam")], &schedule[..], &[0.9, 0.999, 1e-7, 1.0]].concat();
    let learning_rate = Schedule::PiecewiseConstantDecay(PiecewiseConstantDecay {
        boundaries: vec![5.0],
        values: vec![0.1, 0.2],
    });
    let expected = Adam { learning_rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, amsgrad: true };
    assert_eq!(unpack(&adam), Ok(Optimizer::Adam(expected)));

    let ones = kind("initializer", "ones");
    let fields = [0.9, 1e-3, 0.0, 1.0, ones, ones, ones, ones, 0.0, 0.0, 0.0, 0.0];
    let layer = unpack(&[&[kind("layer", "batchNormalization")], &fields[..]].concat());
    let Ok(LayerSpec::BatchNormalization(BatchNormalization { center, scale, gamma_initializer, .. })) =
        layer
    else {
        panic!("{layer:?}");
    };
    assert_eq!((center, scale, gamma_initializer), (false, true, Initializer::Ones));
}

#[test]
fn none_is_not_a_number() {
    let none = f64::NAN;
    let numbers = [none, 0.5, none, none, 1.0, 0.0, 0.99, none, 1.0];
    assert_eq!(unpack(&numbers), Ok(Update { clipvalue: Some(0.5), ..Update::default() }));
}

#[test]
fn every_kind_is_found_by_its_number() {
    for (room, name) in [("activation", "linear"), ("activation", "exponential")] {
        let activation: Activation = unpack(&[kind(room, name)]).unwrap();
        assert_eq!(format!("{activation:?}").to_lowercase(), name);
    }
}

#[test]
fn faults_are_named() {
    let fault = |numbers: &[f64]| unpack::<NetworkSpec>(numbers).err();
    let told = |what| Some(Error::Description(what));
    let whole = [vec![4.0, 1.0, 1.0], dropout()].concat();
    assert_eq!(fault(&whole), None);
    let with = |place: usize, number: f64| {
        let mut numbers = whole.clone();
        numbers[place] = number;
        numbers
    };
    for length in 0..whole.len() {
        assert_eq!(fault(&whole[..length]), told("ends too early"), "{length} numbers");
    }
    assert_eq!(fault(&[&whole[..], &[0.0]].concat()), told("goes on after its end"));
    // More layers than there are numbers, however many.
    assert_eq!(fault(&with(2, 2.0)), told("ends too early"));
    assert_eq!(fault(&with(2, 9e15)), told("ends too early"));
    let count = kinds().lines().filter(|line| line.starts_with("layer ")).count() as f64;
    assert_eq!(fault(&with(3, count)), told("has an unknown kind of layer"));
    for number in [-1.0, 0.5, 9_007_199_254_740_992.0, f64::NAN, f64::INFINITY] {
        for place in [0, 1, 2, 3] {
            assert_eq!(fault(&with(place, number)), told("needs a whole number that is not negative"));
        }
    }
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(fault(&with(4, number)), told("needs finite numbers"));
    }
}

#[test]
fn a_flag_is_0_or_1() {
    let update = |flag| [0.1, 0.1, 0.1, 0.1, flag, 0.0, 0.99, 1.0, 1.0];
    assert!(unpack::<Update>(&update(1.0)).is_ok());
    let told = |what| Some(Error::Description(what));
    assert_eq!(unpack::<Update>(&update(2.0)).err(), told("needs 0 or 1 for a flag"));
    assert_eq!(unpack::<Update>(&update(0.5)).err(), told("needs a whole number that is not negative"));
    let mut infinite = update(1.0);
    infinite[0] = f64::INFINITY;
    assert_eq!(unpack::<Update>(&infinite).err(), told("needs finite numbers"));
}
