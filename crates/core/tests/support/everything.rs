//! One model that uses everything at once.

use inkgrad_core::activations::{Activation, Gelu};
use inkgrad_core::layers::{
    BatchNormalization, Dense, Dropout, GaussianDropout, GaussianNoise, LayerNormalization, LayerSpec,
    Normalization, Prelu, Rescaling,
};
use inkgrad_core::optimizers::{Adam, Optimizer, Update};

use super::{CROSSENTROPY, Model, every};

/// Every kind of layer, each with every regularizer and constraint that it can have.
pub fn everything(first: Vec<LayerSpec>) -> Model {
    let [_, penalty, orthogonal, ..] = &every::regularizers()[..] else {
        unreachable!("a list of regularizers")
    };
    let [_, max_norm, min_max_norm, non_negative, unit_norm] = &every::constraints()[..] else {
        unreachable!("a list of constraints")
    };
    let dense = |units, activation| Dense {
        kernel_regularizer: penalty.clone(),
        bias_regularizer: penalty.clone(),
        activity_regularizer: penalty.clone(),
        kernel_constraint: max_norm.clone(),
        bias_constraint: min_max_norm.clone(),
        ..every::dense(units, activation)
    };
    let batch_normalization = BatchNormalization {
        gamma_regularizer: penalty.clone(),
        beta_regularizer: penalty.clone(),
        gamma_constraint: non_negative.clone(),
        beta_constraint: max_norm.clone(),
        ..every::batch_normalization()
    };
    let layer_normalization = LayerNormalization {
        gamma_regularizer: penalty.clone(),
        beta_regularizer: penalty.clone(),
        gamma_constraint: min_max_norm.clone(),
        beta_constraint: max_norm.clone(),
        ..every::layer_normalization()
    };
    let prelu = Prelu {
        alpha_regularizer: penalty.clone(),
        alpha_constraint: non_negative.clone(),
        ..every::prelu()
    };
    let last = Dense {
        kernel_regularizer: orthogonal.clone(),
        kernel_constraint: unit_norm.clone(),
        use_bias: false,
        ..dense(5, Activation::Softmax)
    };
    let rest = vec![
        LayerSpec::Dense(dense(37, Activation::Linear)),
        LayerSpec::BatchNormalization(batch_normalization.clone()),
        LayerSpec::Prelu(prelu),
        LayerSpec::Dropout(Dropout { rate: 0.2 }),
        LayerSpec::Dense(dense(21, Activation::Gelu(Gelu { approximate: false }))),
        LayerSpec::LayerNormalization(layer_normalization),
        LayerSpec::GaussianNoise(GaussianNoise { stddev: 0.1 }),
        LayerSpec::Dense(dense(18, Activation::Softmax)),
        LayerSpec::GaussianDropout(GaussianDropout { rate: 0.1 }),
        LayerSpec::BatchNormalization(batch_normalization),
        LayerSpec::Dense(last),
    ];
    let optimizer = Optimizer::Adam(Adam { learning_rate: every::constant(0.003), ..Adam::default() });
    let mut model = Model::new(30, [first, rest].concat(), optimizer, CROSSENTROPY);
    model.training.update = Update {
        clipnorm: Some(0.5),
        weight_decay: Some(0.05),
        use_ema: true,
        ema_momentum: 0.9,
        ema_overwrite_frequency: Some(3.0),
        gradient_accumulation_steps: 2,
        ..Update::default()
    };
    model.training.metrics = every::metrics();
    model
}

/// Layers that may stand before the first dense one.
pub fn heads() -> [Vec<LayerSpec>; 2] {
    let rescaling = LayerSpec::Rescaling(Rescaling { scale: 0.5, offset: 0.25 });
    [
        vec![],
        vec![
            rescaling,
            LayerSpec::Normalization(Normalization {}),
            LayerSpec::Dropout(Dropout { rate: 0.1 }),
        ],
    ]
}
