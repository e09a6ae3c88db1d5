use inkgrad_core::layers::Prelu;
use ndarray::{Array2, Zip};

use super::{Layer, Noise, Parameter, sum_rows};

impl Layer for Prelu {
    fn parameters(&self, inputs: usize) -> Vec<Parameter> {
        vec![Parameter::vector(inputs, &self.alpha_regularizer, &self.alpha_constraint)]
    }

    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        x.mapv(|x| x.max(0.0)) + &(x.mapv(|x| x.min(0.0)) * &parameters[0].value)
    }

    fn backward(
        &self,
        x: &Array2<f64>,
        parameters: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let alpha = parameters[0].value.broadcast(x.raw_dim()).unwrap();
        let slopes = Zip::from(x).and(&alpha).map_collect(|x, alpha| if *x > 0.0 { 1.0 } else { *alpha });
        (delta * &slopes, vec![sum_rows(&(delta * &x.mapv(|x| x.min(0.0))))])
    }
}
