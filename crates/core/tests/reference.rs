//! The oracle against finite differences.

mod support;

use inkgrad_core::{Activation, Adam, Network};
use support::{endings, reference, rows, spec, targets};

#[test]
fn gradients_are_those_of_finite_differences() {
    let hidden =
        [Activation::Tanh, Activation::Sigmoid, Activation::Softmax, Activation::Linear, Activation::Relu];
    for (i, (last, loss, units)) in endings().enumerate() {
        let layers = [(6, hidden[i % 5]), (4, hidden[(i + 2) % 5]), (units, last)];
        let network = Network::new(spec(5, &layers, i as u64)).unwrap();
        let mut oracle = reference(&network, loss, Adam::default());
        let x = rows(7, 5, 0.2, i as u32).mapv(f64::from);
        let t = targets(loss, 7, units, i as u32).mapv(f64::from);
        let (_, gradients) = oracle.gradients(x.view(), t.view());
        let largest = gradients.iter().fold(0.0f64, |a, b| a.max(b.abs()));
        let step = 1e-6;
        for (index, gradient) in gradients.iter().enumerate() {
            let mut loss_at = |shift: f64| {
                *oracle.weight_mut(index).unwrap() += shift;
                let loss = oracle.loss(oracle.forward(x.view()).last().unwrap(), t.view());
                *oracle.weight_mut(index).unwrap() -= shift;
                loss
            };
            let difference = (loss_at(step) - loss_at(-step)) / (2.0 * step);
            let error = (difference - gradient).abs() / largest;
            assert!(error < 1e-6, "{loss:?} of {last:?}, weight {index}: {gradient} against {difference}");
        }
    }
}
