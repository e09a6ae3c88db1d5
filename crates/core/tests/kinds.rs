//! Whatever a description can name has a twin, and is in the lists that the tests go through.

mod support;

use std::collections::BTreeSet;
use std::fmt::Debug;

use inkgrad_core::kinds;
use support::every;

/// The kind of a value: its variant's name, as `kinds` spells it.
fn kind(value: &impl Debug) -> String {
    let text = format!("{value:?}");
    let name = text.split(['(', ' ', '{']).next().unwrap();
    name[..1].to_lowercase() + &name[1..]
}

fn of(room: &str, values: Vec<impl Debug>) -> BTreeSet<String> {
    values.iter().map(|value| format!("{room} {}", kind(value))).collect()
}

/// The lists hold a value of each kind. Each value goes through a match of the twin that knows all of its room's kinds.
#[test]
fn every_kind_is_tested_against_its_twin() {
    let losses = every::losses().into_iter().map(|(loss, ..)| loss).collect();
    let tested = [
        of("layer", every::layers()),
        of("activation", every::activations()),
        of("initializer", every::initializers()),
        of("regularizer", every::regularizers()),
        of("constraint", every::constraints()),
        of("optimizer", every::optimizers()),
        of("schedule", every::schedules()),
        of("loss", losses),
        of("metric", every::metrics()),
    ];
    let tested: BTreeSet<String> = tested.into_iter().flatten().collect();
    let text = kinds();
    let first_two = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let named: BTreeSet<String> = text.lines().map(first_two).filter(|name| !name.ends_with(" -")).collect();
    assert_eq!(tested, named);
}

/// What packs descriptions relies on these lines.
#[test]
fn kinds_are_listed_with_their_fields_in_order() {
    let text = kinds();
    let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap();
    assert_eq!(line("activation linear"), "activation linear");
    assert_eq!(line("activation leakyRelu"), "activation leakyRelu negativeSlope:number");
    assert_eq!(
        line("optimizer adam "),
        "optimizer adam learningRate:schedule beta1:number beta2:number epsilon:number amsgrad:flag"
    );
    assert_eq!(
        line("schedule piecewise"),
        "schedule piecewiseConstantDecay boundaries:numbers values:numbers"
    );
    assert_eq!(line("metric loss"), "metric loss loss:loss signs:flag");
    assert_eq!(line("network"), "network - inputs:count seed:count layers:[layer]");
    assert!(line("update").contains(" clipnorm:optional ") && line("update").contains(" useEma:flag "));
    assert!(text.lines().all(|line| line.split(' ').skip(2).all(|field| field.contains(':'))));
}
