//! Schedules against numbers worked out by hand, and against their formulas at every step.

mod support;

use inkgrad_core::schedules::{
    CosineDecay, CosineDecayRestarts, Decay, OneCycle, PiecewiseConstantDecay, PolynomialDecay, Schedule,
};
use support::every;
use support::reference::schedules::rate;

#[test]
fn every_schedule_is_its_formula_at_every_step() {
    for schedule in every::schedules() {
        for step in 0..200 {
            let (ours, exact) = (schedule.rate(step), rate(&schedule, step as f64));
            assert!((ours - exact).abs() < 1e-12, "{schedule:?} after {step} steps: {ours} not {exact}");
        }
    }
}

fn assert_rates(schedule: Schedule, expected: &[(u64, f64)]) {
    for (step, exact) in expected {
        let ours = schedule.rate(*step);
        assert!((ours - exact).abs() < 1e-12, "{schedule:?} after {step} steps: {ours} not {exact}");
    }
}

#[test]
fn decays_are_what_one_works_out() {
    let decay =
        |staircase| Decay { initial_learning_rate: 8.0, decay_steps: 10.0, decay_rate: 0.25, staircase };
    assert_rates(Schedule::ExponentialDecay(decay(false)), &[(0, 8.0), (5, 4.0), (10, 2.0), (20, 0.5)]);
    assert_rates(
        Schedule::ExponentialDecay(decay(true)),
        &[(0, 8.0), (9, 8.0), (10, 2.0), (19, 2.0), (20, 0.5)],
    );
    assert_rates(Schedule::InverseTimeDecay(decay(false)), &[(0, 8.0), (40, 4.0), (120, 2.0)]);
    assert_rates(Schedule::InverseTimeDecay(decay(true)), &[(9, 8.0), (49, 4.0), (129, 2.0)]);
    let pieces = PiecewiseConstantDecay { boundaries: vec![3.0, 6.0], values: vec![3.0, 2.0, 1.0] };
    assert_rates(
        Schedule::PiecewiseConstantDecay(pieces),
        &[(0, 3.0), (3, 3.0), (4, 2.0), (6, 2.0), (7, 1.0), (1_000_000, 1.0)],
    );
}

#[test]
fn polynomials_end_or_cycle() {
    let polynomial = |cycle| {
        let (initial_learning_rate, end_learning_rate) = (9.0, 1.0);
        let decay =
            PolynomialDecay { initial_learning_rate, decay_steps: 4.0, end_learning_rate, power: 2.0, cycle };
        Schedule::PolynomialDecay(decay)
    };
    assert_rates(polynomial(false), &[(0, 9.0), (2, 3.0), (4, 1.0), (5, 1.0)]);
    // Beyond the end it goes on as if there had been twice the steps.
    assert_rates(polynomial(true), &[(0, 9.0), (2, 3.0), (4, 1.0), (6, 1.5), (8, 1.0)]);
}

#[test]
fn cosines_go_up_and_down() {
    let cosine = |warmup_target, warmup_steps| {
        let (initial_learning_rate, decay_steps, alpha) = (2.0, 4.0, 0.5);
        let decay = CosineDecay { initial_learning_rate, decay_steps, alpha, warmup_target, warmup_steps };
        Schedule::CosineDecay(decay)
    };
    assert_rates(cosine(None, 3.0), &[(0, 2.0), (2, 1.5), (4, 1.0), (9, 1.0)]);
    assert_rates(cosine(Some(4.0), 2.0), &[(0, 2.0), (1, 3.0), (2, 4.0), (4, 3.0), (6, 2.0), (9, 2.0)]);
    let restarts = |t_mul, m_mul| {
        let (initial_learning_rate, first_decay_steps, alpha) = (8.0, 2.0, 0.0);
        let decay = CosineDecayRestarts { initial_learning_rate, first_decay_steps, t_mul, m_mul, alpha };
        Schedule::CosineDecayRestarts(decay)
    };
    assert_rates(restarts(1.0, 0.5), &[(0, 8.0), (1, 4.0), (2, 4.0), (3, 2.0), (4, 2.0)]);
    assert_rates(
        restarts(2.0, 1.0),
        &[(0, 8.0), (1, 4.0), (2, 8.0), (4, 4.0), (6, 8.0), (10, 4.0), (14, 8.0)],
    );
    let (max_learning_rate, total_steps, warmup_fraction) = (8.0, 8.0, 0.25);
    let cycle = OneCycle {
        max_learning_rate,
        total_steps,
        warmup_fraction,
        initial_divisor: 2.0,
        final_divisor: 4.0,
    };
    assert_rates(Schedule::OneCycle(cycle), &[(0, 4.0), (1, 6.0), (2, 8.0), (5, 4.5), (8, 1.0), (99, 1.0)]);
}
