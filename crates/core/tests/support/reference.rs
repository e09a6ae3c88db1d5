//! The same network in 64-bit floats, as a textbook has it: whole matrices, nothing fused, nothing sparse. The kernels
//! are tested against it, and it against finite differences.

use ndarray::{Array1, Array2, ArrayView2, Axis, Zip};

use crate::spec::{Activation, Adam, Loss, NetworkSpec};

const CLIP: f64 = 1e-7;

/// A dense layer with Adam's moments.
#[derive(Clone)]
struct Layer {
    activation: Activation,
    /// Kernel (inputs x units) and bias (1 x units).
    parameters: [Array2<f64>; 2],
    first: [Array2<f64>; 2],
    second: [Array2<f64>; 2],
}

/// A network that is easy to believe.
#[derive(Clone)]
pub struct Reference {
    layers: Vec<Layer>,
    loss: Loss,
    adam: Adam,
    step: i32,
}

impl Reference {
    /// A network with the given weights, in the order of [`crate::Network::weights`].
    pub fn new(spec: &NetworkSpec, weights: &[f32], loss: Loss, adam: Adam) -> Self {
        let mut weights = weights.iter().map(|weight| f64::from(*weight));
        let mut inputs = spec.inputs;
        let layers = spec
            .layers
            .iter()
            .map(|layer| {
                let mut take = |rows, columns| {
                    Array2::from_shape_simple_fn((rows, columns), || weights.next().unwrap_or(0.0))
                };
                let parameters = [take(inputs, layer.units), take(1, layer.units)];
                inputs = layer.units;
                let zeros = || parameters.each_ref().map(|p| Array2::zeros(p.raw_dim()));
                Layer { activation: layer.activation, first: zeros(), second: zeros(), parameters }
            })
            .collect();
        Self { layers, loss, adam, step: 0 }
    }

    /// All parameters, in the order of [`crate::Network::weights`].
    pub fn weights(&self) -> Vec<f64> {
        self.layers.iter().flat_map(|layer| layer.parameters.iter().flatten().copied()).collect()
    }

    /// A parameter by its place in that order.
    pub fn weight_mut(&mut self, index: usize) -> Option<&mut f64> {
        self.layers.iter_mut().flat_map(|layer| layer.parameters.iter_mut().flatten()).nth(index)
    }

    /// Outputs of every layer (rows x units) for rows of inputs.
    pub fn forward(&self, x: ArrayView2<f64>) -> Vec<Array2<f64>> {
        let mut outputs: Vec<Array2<f64>> = Vec::new();
        for layer in &self.layers {
            let [kernel, bias] = &layer.parameters;
            let sums = outputs.last().map_or_else(|| x.dot(kernel), |y| y.dot(kernel)) + bias;
            outputs.push(activate(layer.activation, sums));
        }
        outputs
    }

    /// Mean loss over rows of outputs and targets (rows x units).
    pub fn loss(&self, y: &Array2<f64>, t: ArrayView2<f64>) -> f64 {
        let units = y.ncols() as f64;
        let clip = |p: f64| p.clamp(CLIP, 1.0 - CLIP);
        let sum = match self.loss {
            Loss::MeanSquaredError => (y - &t).mapv(|d| d * d).sum() / units,
            Loss::BinaryCrossentropy => {
                let term = |p: f64, t: f64| -(t * clip(p).ln() + (1.0 - t) * (1.0 - clip(p)).ln());
                Zip::from(y).and(&t).fold(0.0, |sum, p, t| sum + term(*p, *t)) / units
            }
            Loss::CategoricalCrossentropy => {
                let p = y / &y.sum_axis(Axis(1)).insert_axis(Axis(1));
                Zip::from(&p).and(&t).fold(0.0, |sum, p, t| sum - t * clip(*p).ln())
            }
        };
        sum / y.nrows() as f64
    }

    /// The loss and its gradient by every parameter, in the order of [`weights`](Self::weights).
    pub fn gradients(&self, x: ArrayView2<f64>, t: ArrayView2<f64>) -> (f64, Vec<f64>) {
        let (loss, gradients) = self.backward(x, t);
        (loss, gradients.iter().flatten().flatten().copied().collect())
    }

    fn backward(&self, x: ArrayView2<f64>, t: ArrayView2<f64>) -> (f64, Vec<[Array2<f64>; 2]>) {
        let outputs = self.forward(x);
        let y = &outputs[outputs.len() - 1];
        let mut delta = self.loss_gradient(y, t);
        let mut gradients = Vec::new();
        for (l, layer) in self.layers.iter().enumerate().rev() {
            delta = differentiate(layer.activation, &outputs[l], &delta);
            let input = if l == 0 { x } else { outputs[l - 1].view() };
            gradients.push([input.t().dot(&delta), delta.sum_axis(Axis(0)).insert_axis(Axis(0))]);
            delta = delta.dot(&layer.parameters[0].t());
        }
        gradients.reverse();
        (self.loss(y, t), gradients)
    }

    fn loss_gradient(&self, y: &Array2<f64>, t: ArrayView2<f64>) -> Array2<f64> {
        let (rows, units) = (y.nrows() as f64, y.ncols() as f64);
        match self.loss {
            Loss::MeanSquaredError => (y - &t) * (2.0 / units / rows),
            Loss::BinaryCrossentropy => {
                Zip::from(y).and(&t).map_collect(|p, t| (p - t) / (p * (1.0 - p)) / units / rows)
            }
            Loss::CategoricalCrossentropy => {
                let sums = y.sum_axis(Axis(1)).insert_axis(Axis(1));
                (&t.sum_axis(Axis(1)).insert_axis(Axis(1)) / &sums - &t / y) / rows
            }
        }
    }

    /// One step of Adam on a batch; the loss before it.
    pub fn train(&mut self, x: ArrayView2<f64>, t: ArrayView2<f64>) -> f64 {
        let (loss, gradients) = self.backward(x, t);
        let Adam { learning_rate, beta1, beta2, epsilon } = self.adam;
        self.step += 1;
        let alpha = learning_rate * (1.0 - beta2.powi(self.step)).sqrt() / (1.0 - beta1.powi(self.step));
        for (layer, gradients) in self.layers.iter_mut().zip(gradients) {
            for (i, gradient) in gradients.into_iter().enumerate() {
                Zip::from(&mut layer.parameters[i])
                    .and(&mut layer.first[i])
                    .and(&mut layer.second[i])
                    .and(&gradient)
                    .for_each(|w, m, v, g| {
                        *m += (g - *m) * (1.0 - beta1);
                        *v += (g * g - *v) * (1.0 - beta2);
                        *w -= alpha * *m / (v.sqrt() + epsilon);
                    });
            }
        }
        loss
    }
}

fn activate(activation: Activation, mut x: Array2<f64>) -> Array2<f64> {
    match activation {
        Activation::Linear => {}
        Activation::Relu => x.mapv_inplace(|x| x.max(0.0)),
        Activation::Sigmoid => x.mapv_inplace(|x| 1.0 / (1.0 + (-x).exp())),
        Activation::Tanh => x.mapv_inplace(f64::tanh),
        Activation::Softmax => {
            for mut row in x.rows_mut() {
                let largest = row.fold(f64::NEG_INFINITY, |a, b| a.max(*b));
                row.mapv_inplace(|x| (x - largest).exp());
                row /= row.sum();
            }
        }
    }
    x
}

fn differentiate(activation: Activation, y: &Array2<f64>, delta: &Array2<f64>) -> Array2<f64> {
    match activation {
        Activation::Linear => delta.clone(),
        Activation::Relu => delta * &y.mapv(|y| if y > 0.0 { 1.0 } else { 0.0 }),
        Activation::Sigmoid => delta * &y.mapv(|y| y * (1.0 - y)),
        Activation::Tanh => delta * &y.mapv(|y| 1.0 - y * y),
        Activation::Softmax => {
            let inner: Array1<f64> = (delta * y).sum_axis(Axis(1));
            y * &(delta - &inner.insert_axis(Axis(1)))
        }
    }
}
