use inkgrad_core::layers::Dense;
use ndarray::Array2;

use super::{Layer, Noise, Parameter, sum_rows};

/// A dense layer without its activation.
pub struct Product(pub Dense);

impl Layer for Product {
    fn outputs(&self, _: usize) -> usize {
        self.0.units
    }

    fn parameters(&self, inputs: usize) -> Vec<Parameter> {
        let Dense { units, kernel_regularizer, kernel_constraint, bias_regularizer, bias_constraint, .. } =
            &self.0;
        let mut parameters = vec![Parameter::matrix(inputs, *units, kernel_regularizer, kernel_constraint)];
        if self.0.use_bias {
            parameters.push(Parameter::vector(*units, bias_regularizer, bias_constraint));
        }
        parameters
    }

    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        let product = x.dot(&parameters[0].value);
        if self.0.use_bias { product + &parameters[1].value } else { product }
    }

    fn backward(
        &self,
        x: &Array2<f64>,
        parameters: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let mut gradients = vec![x.t().dot(delta)];
        if self.0.use_bias {
            gradients.push(sum_rows(delta));
        }
        (delta.dot(&parameters[0].value.t()), gradients)
    }
}
