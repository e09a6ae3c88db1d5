use inkgrad_core::optimizers::{Adafactor, Ftrl, Nadam, Optimizer, Rmsprop, Sgd};
use inkgrad_core::schedules::Schedule;
use ndarray::{Array2, Axis, Zip};

/// What an optimizer keeps of a number.
pub type Slots = [f64; 3];

/// A step: its number from 1, its learning rate, and Nadam's product of momentums before it.
#[derive(Clone, Copy)]
pub struct Step {
    pub t: i32,
    pub rate: f64,
    pub product: f64,
}

pub fn schedule(optimizer: &Optimizer) -> &Schedule {
    match optimizer {
        Optimizer::Adam(adam) => &adam.learning_rate,
        Optimizer::Sgd(sgd) => &sgd.learning_rate,
        Optimizer::Rmsprop(rmsprop) => &rmsprop.learning_rate,
        Optimizer::Adagrad(adagrad) => &adagrad.learning_rate,
        Optimizer::Adadelta(adadelta) => &adadelta.learning_rate,
        Optimizer::Adamax(adamax) => &adamax.learning_rate,
        Optimizer::Nadam(nadam) => &nadam.learning_rate,
        Optimizer::Ftrl(ftrl) => &ftrl.learning_rate,
        Optimizer::Lion(lion) => &lion.learning_rate,
        Optimizer::Adafactor(adafactor) => &adafactor.learning_rate,
    }
}

/// What is kept at first.
pub fn initial(optimizer: &Optimizer) -> Slots {
    match optimizer {
        Optimizer::Adagrad(adagrad) => [adagrad.initial_accumulator_value, 0.0, 0.0],
        Optimizer::Ftrl(ftrl) => [ftrl.initial_accumulator_value, 0.0, 0.0],
        _ => [0.0; 3],
    }
}

/// Nadam's momentum of a step.
pub fn momentum(nadam: &Nadam, t: i32) -> f64 {
    nadam.beta1 * (1.0 - 0.5 * 0.96f64.powi(t))
}

/// Moves a variable by its gradient.
pub fn apply(
    optimizer: &Optimizer,
    step: Step,
    w: &mut Array2<f64>,
    g: &Array2<f64>,
    slots: &mut Array2<Slots>,
    is_vector: bool,
) {
    if let Optimizer::Adafactor(adafactor) = optimizer {
        return by_rows_and_columns(adafactor, step, w, g, slots, is_vector);
    }
    Zip::from(w).and(g).and(slots).for_each(|w, g, slots| *w = moved(optimizer, step, *w, *g, slots));
}

fn follow(mean: &mut f64, keep: f64, value: f64) {
    *mean = keep * *mean + (1.0 - keep) * value;
}

/// A number after its step.
fn moved(
    optimizer: &Optimizer,
    Step { t, rate, product }: Step,
    w: f64,
    g: f64,
    [a, b, c]: &mut Slots,
) -> f64 {
    match optimizer {
        Optimizer::Adam(adam) => {
            follow(a, adam.beta1, g);
            follow(b, adam.beta2, g * g);
            *c = if adam.amsgrad { c.max(*b) } else { *b };
            let alpha = rate * (1.0 - adam.beta2.powi(t)).sqrt() / (1.0 - adam.beta1.powi(t));
            w - alpha * *a / (c.sqrt() + adam.epsilon)
        }
        Optimizer::Sgd(Sgd { momentum, nesterov, .. }) => {
            *a = momentum * *a - rate * g;
            if *nesterov { w + momentum * *a - rate * g } else { w + *a }
        }
        Optimizer::Rmsprop(Rmsprop { rho, momentum, epsilon, centered, .. }) => {
            follow(a, *rho, g * g);
            follow(b, *rho, g);
            let variance = if *centered { *a - *b * *b } else { *a };
            *c = momentum * *c + rate * g / (variance + epsilon).sqrt();
            w - *c
        }
        Optimizer::Adagrad(adagrad) => {
            *a += g * g;
            w - rate * g / (*a + adagrad.epsilon).sqrt()
        }
        Optimizer::Adadelta(adadelta) => {
            follow(a, adadelta.rho, g * g);
            let delta = g * ((*b + adadelta.epsilon) / (*a + adadelta.epsilon)).sqrt();
            follow(b, adadelta.rho, delta * delta);
            w - rate * delta
        }
        Optimizer::Adamax(adamax) => {
            follow(a, adamax.beta1, g);
            *b = (adamax.beta2 * *b).max(g.abs());
            w - rate / (1.0 - adamax.beta1.powi(t)) * *a / (*b + adamax.epsilon)
        }
        Optimizer::Nadam(nadam) => {
            follow(a, nadam.beta1, g);
            follow(b, nadam.beta2, g * g);
            let (now, next) = (momentum(nadam, t), momentum(nadam, t + 1));
            let product = product * now;
            let mean = next * *a / (1.0 - product * next) + (1.0 - now) * g / (1.0 - product);
            w - rate * mean / ((*b / (1.0 - nadam.beta2.powi(t))).sqrt() + nadam.epsilon)
        }
        Optimizer::Ftrl(ftrl) => {
            let Ftrl { l1_regularization_strength: l1, l2_regularization_strength: l2, .. } = ftrl;
            let before = a.powf(-ftrl.learning_rate_power);
            *a += g * g;
            let after = a.powf(-ftrl.learning_rate_power);
            *b += g + 2.0 * ftrl.l2_shrinkage_regularization_strength * w - (after - before) / rate * w;
            let quadratic = after / rate + 2.0 * (l2 + ftrl.beta / (2.0 * rate));
            if b.abs() <= *l1 { 0.0 } else { (l1 * b.signum() - *b) / quadratic }
        }
        Optimizer::Lion(lion) => {
            let direction = lion.beta1 * *a + (1.0 - lion.beta1) * g;
            follow(a, lion.beta2, g);
            w - rate * super::regularizers::sign(direction)
        }
        Optimizer::Adafactor(_) => panic!("Adafactor moves whole variables"),
    }
}

/// Adafactor: the means of rows are kept in the first slots of the first column, those of columns in the second slots of
/// the first row, and what vectors keep in the third.
fn by_rows_and_columns(
    adafactor: &Adafactor,
    step: Step,
    w: &mut Array2<f64>,
    g: &Array2<f64>,
    slots: &mut Array2<Slots>,
    is_vector: bool,
) {
    let t = f64::from(step.t);
    let size = w.len() as f64;
    let root_mean_square = |x: &Array2<f64>| (x.mapv(|x| x * x).sum() / size).sqrt();
    let relative = step.rate.min(1.0 / t.sqrt());
    let alpha = adafactor.epsilon2.max(root_mean_square(w)) * relative;
    let keep = 1.0 - t.powf(adafactor.beta2_decay);
    let squares = g.mapv(|g| g * g + adafactor.epsilon1);
    let second = if is_vector {
        Zip::from(&mut *slots).and(&squares).for_each(|slot, square| follow(&mut slot[2], keep, *square));
        slots.mapv(|slot| slot[2])
    } else {
        let (rows, columns) = (squares.mean_axis(Axis(1)).unwrap(), squares.mean_axis(Axis(0)).unwrap());
        rows.iter().enumerate().for_each(|(i, mean)| follow(&mut slots[[i, 0]][0], keep, *mean));
        columns.iter().enumerate().for_each(|(j, mean)| follow(&mut slots[[0, j]][1], keep, *mean));
        let of_rows = slots.column(0).mapv(|slot| slot[0]);
        let of_columns = slots.row(0).mapv(|slot| slot[1]);
        let mean = of_rows.mean().unwrap();
        Array2::from_shape_fn(w.dim(), |(i, j)| of_rows[i] / mean * of_columns[j])
    };
    let update = g / &second.mapv(f64::sqrt);
    *w -= &(&update * (alpha / (root_mean_square(&update) / adafactor.clip_threshold).max(1.0)));
}
