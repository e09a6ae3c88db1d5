//! Every kind there is, in the settings that matter.

use inkgrad_core::activations::{Activation, Elu, Gelu, LeakyRelu};
use inkgrad_core::constraints::{Constraint, MaxNorm, MinMaxNorm};
use inkgrad_core::initializers::{self, Initializer, Normal, RandomUniform, VarianceScaling};
use inkgrad_core::layers::{
    ActivationLayer, BatchNormalization, Dense, Dropout, GaussianDropout, GaussianNoise, LayerNormalization,
    LayerSpec, Normalization, Prelu, Rescaling,
};
use inkgrad_core::losses::{
    BinaryCrossentropy, BinaryFocalCrossentropy, CategoricalCrossentropy, CategoricalFocalCrossentropy,
    Huber, Loss, SparseCategoricalCrossentropy,
};
use inkgrad_core::metrics::{
    Auc, BinaryAccuracy, ExpectedCalibrationError, F1Score, Metric, OfLoss, Precision, Recall,
    TopKCategoricalAccuracy,
};
use inkgrad_core::optimizers::{
    Adadelta, Adafactor, Adagrad, Adam, Adamax, Ftrl, Lion, Nadam, Optimizer, Rmsprop, Sgd,
};
use inkgrad_core::regularizers::{L1l2, Orthogonal, Regularizer};
use inkgrad_core::schedules::{
    Constant, CosineDecay, CosineDecayRestarts, Decay, OneCycle, PiecewiseConstantDecay, PolynomialDecay,
    Schedule,
};

pub fn activations() -> Vec<Activation> {
    vec![
        Activation::Linear,
        Activation::Relu,
        Activation::Sigmoid,
        Activation::Tanh,
        Activation::Softmax,
        Activation::LogSoftmax,
        Activation::HardSigmoid,
        Activation::Relu6,
        Activation::LeakyRelu(LeakyRelu { negative_slope: 0.2 }),
        Activation::LeakyRelu(LeakyRelu { negative_slope: -0.3 }),
        Activation::Elu(Elu { alpha: 0.7 }),
        Activation::Elu(Elu { alpha: -0.5 }),
        Activation::Selu,
        Activation::Gelu(Gelu { approximate: false }),
        Activation::Gelu(Gelu { approximate: true }),
        Activation::Silu,
        Activation::Mish,
        Activation::Softplus,
        Activation::Softsign,
        Activation::Exponential,
    ]
}

pub fn regularizers() -> Vec<Regularizer> {
    vec![
        Regularizer::None,
        Regularizer::L1l2(L1l2 { l1: 0.02, l2: 0.03 }),
        Regularizer::Orthogonal(Orthogonal { factor: 0.3, columns: false }),
        Regularizer::Orthogonal(Orthogonal { factor: 0.3, columns: true }),
    ]
}

pub fn constraints() -> Vec<Constraint> {
    vec![
        Constraint::None,
        Constraint::MaxNorm(MaxNorm { max_value: 0.6 }),
        Constraint::MinMaxNorm(MinMaxNorm { min_value: 0.8, max_value: 0.9, rate: 0.7 }),
        Constraint::NonNeg,
        Constraint::UnitNorm,
    ]
}

pub fn uniform(minval: f64, maxval: f64) -> Initializer {
    Initializer::RandomUniform(RandomUniform { minval, maxval, seed: None })
}

pub fn initializers() -> Vec<Initializer> {
    let normal = |mean, stddev| Normal { mean, stddev, seed: None };
    let mut all = vec![
        Initializer::Zeros,
        Initializer::Ones,
        Initializer::Constant(initializers::Constant { value: 0.3 }),
        uniform(-0.2, 0.6),
        Initializer::RandomNormal(normal(0.5, 0.1)),
        Initializer::TruncatedNormal(normal(-0.5, 0.2)),
        Initializer::Orthogonal(initializers::Orthogonal { gain: 1.5, seed: None }),
        Initializer::Identity(initializers::Identity { gain: 2.0 }),
    ];
    for (mode, distribution) in (0..3).flat_map(|mode| (0..3).map(move |distribution| (mode, distribution))) {
        let scaling = VarianceScaling { scale: 2.0, mode, distribution, seed: None };
        all.push(Initializer::VarianceScaling(scaling));
    }
    all
}

/// A dense layer whose bias is not zero.
pub fn dense(units: usize, activation: Activation) -> Dense {
    Dense { bias_initializer: uniform(-0.3, 0.3), ..Dense::new(units, activation) }
}

pub fn batch_normalization() -> BatchNormalization {
    BatchNormalization {
        momentum: 0.9,
        epsilon: 1e-3,
        center: true,
        scale: true,
        beta_initializer: uniform(-0.5, 0.5),
        gamma_initializer: uniform(0.5, 1.5),
        moving_mean_initializer: uniform(-0.2, 0.2),
        moving_variance_initializer: uniform(0.5, 1.5),
        beta_regularizer: Regularizer::None,
        gamma_regularizer: Regularizer::None,
        beta_constraint: Constraint::None,
        gamma_constraint: Constraint::None,
    }
}

pub fn layer_normalization() -> LayerNormalization {
    LayerNormalization {
        epsilon: 1e-3,
        center: true,
        scale: true,
        beta_initializer: uniform(-0.5, 0.5),
        gamma_initializer: uniform(0.5, 1.5),
        beta_regularizer: Regularizer::None,
        gamma_regularizer: Regularizer::None,
        beta_constraint: Constraint::None,
        gamma_constraint: Constraint::None,
    }
}

pub fn prelu() -> Prelu {
    Prelu {
        alpha_initializer: uniform(0.1, 0.4),
        alpha_regularizer: Regularizer::None,
        alpha_constraint: Constraint::None,
    }
}

/// Layers of any kind that can stand anywhere in a stack.
pub fn layers() -> Vec<LayerSpec> {
    let penalty = regularizers()[1].clone();
    let mut all = vec![
        LayerSpec::Dense(dense(7, Activation::Tanh)),
        LayerSpec::Dense(Dense { use_bias: false, ..dense(5, Activation::Sigmoid) }),
        LayerSpec::Dense(Dense {
            kernel_regularizer: penalty.clone(),
            bias_regularizer: penalty.clone(),
            activity_regularizer: penalty.clone(),
            ..dense(17, Activation::Relu)
        }),
        LayerSpec::Dense(Dense { activity_regularizer: penalty.clone(), ..dense(3, Activation::Linear) }),
        LayerSpec::Dropout(Dropout { rate: 0.3 }),
        LayerSpec::BatchNormalization(batch_normalization()),
        LayerSpec::BatchNormalization(BatchNormalization { center: false, ..batch_normalization() }),
        LayerSpec::BatchNormalization(BatchNormalization { scale: false, ..batch_normalization() }),
        LayerSpec::BatchNormalization(BatchNormalization {
            scale: false,
            center: false,
            ..batch_normalization()
        }),
        LayerSpec::BatchNormalization(BatchNormalization {
            gamma_regularizer: penalty.clone(),
            beta_regularizer: penalty.clone(),
            ..batch_normalization()
        }),
        LayerSpec::LayerNormalization(layer_normalization()),
        LayerSpec::LayerNormalization(LayerNormalization { center: false, ..layer_normalization() }),
        LayerSpec::LayerNormalization(LayerNormalization { scale: false, ..layer_normalization() }),
        LayerSpec::LayerNormalization(LayerNormalization {
            scale: false,
            center: false,
            ..layer_normalization()
        }),
        LayerSpec::LayerNormalization(LayerNormalization {
            gamma_regularizer: penalty.clone(),
            beta_regularizer: penalty.clone(),
            ..layer_normalization()
        }),
        LayerSpec::GaussianNoise(GaussianNoise { stddev: 0.2 }),
        LayerSpec::GaussianDropout(GaussianDropout { rate: 0.2 }),
        LayerSpec::Rescaling(Rescaling { scale: 1.5, offset: -0.2 }),
        LayerSpec::Normalization(Normalization {}),
        LayerSpec::Prelu(prelu()),
        LayerSpec::Prelu(Prelu { alpha_regularizer: penalty, ..prelu() }),
    ];
    all.extend(
        activations().into_iter().map(|activation| LayerSpec::Activation(ActivationLayer { activation })),
    );
    all
}

/// Losses, each with a last activation and a number of units that suit it.
pub fn losses() -> Vec<(Loss, Activation, usize)> {
    let binary = |from_logits, label_smoothing| {
        Loss::BinaryCrossentropy(BinaryCrossentropy { from_logits, label_smoothing })
    };
    let categorical = |from_logits, label_smoothing| {
        Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits, label_smoothing })
    };
    let sparse =
        |from_logits| Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy { from_logits });
    let binary_focal = |apply_class_balancing, from_logits, label_smoothing| {
        let (alpha, gamma) = (0.25, 2.0);
        let focal =
            BinaryFocalCrossentropy { apply_class_balancing, alpha, gamma, from_logits, label_smoothing };
        Loss::BinaryFocalCrossentropy(focal)
    };
    let categorical_focal = |from_logits, label_smoothing| {
        let focal = CategoricalFocalCrossentropy { alpha: 0.25, gamma: 2.0, from_logits, label_smoothing };
        Loss::CategoricalFocalCrossentropy(focal)
    };
    use Activation::{Linear, Sigmoid, Softmax, Softplus, Tanh};
    vec![
        (Loss::MeanSquaredError, Linear, 3),
        (Loss::MeanSquaredError, Sigmoid, 1),
        (Loss::MeanSquaredError, Softmax, 3),
        // From logits, and from what is no logit's.
        (binary(false, 0.0), Sigmoid, 1),
        (binary(false, 0.1), Sigmoid, 3),
        (binary(false, 0.1), Softmax, 3),
        (binary(true, 0.1), Linear, 3),
        (binary(true, 0.0), Tanh, 3),
        (categorical(false, 0.0), Softmax, 3),
        (categorical(false, 0.2), Softmax, 5),
        (categorical(false, 0.2), Sigmoid, 5),
        (categorical(true, 0.2), Linear, 3),
        (categorical(true, 0.0), Tanh, 3),
        (sparse(false), Softmax, 3),
        (sparse(false), Sigmoid, 3),
        (sparse(true), Linear, 5),
        (binary_focal(false, false, 0.0), Sigmoid, 1),
        (binary_focal(true, false, 0.1), Sigmoid, 3),
        (binary_focal(true, false, 0.1), Softmax, 3),
        (binary_focal(true, true, 0.0), Linear, 3),
        (categorical_focal(false, 0.0), Softmax, 3),
        (categorical_focal(false, 0.1), Sigmoid, 3),
        (categorical_focal(true, 0.1), Linear, 3),
        (Loss::MeanAbsoluteError, Linear, 3),
        (Loss::MeanAbsolutePercentageError, Linear, 3),
        (Loss::MeanSquaredLogarithmicError, Softplus, 3),
        (Loss::Huber(Huber { delta: 0.4 }), Linear, 3),
        (Loss::LogCosh, Linear, 3),
        (Loss::Hinge, Tanh, 3),
        (Loss::SquaredHinge, Tanh, 1),
        (Loss::CategoricalHinge, Linear, 5),
        (Loss::KlDivergence, Softmax, 5),
        (Loss::Poisson, Softplus, 3),
        (Loss::CosineSimilarity, Linear, 3),
    ]
}

pub fn constant(value: f64) -> Schedule {
    Schedule::Constant(Constant { value })
}

pub fn schedules() -> Vec<Schedule> {
    let decay =
        |staircase| Decay { initial_learning_rate: 0.1, decay_steps: 5.0, decay_rate: 0.7, staircase };
    let polynomial = |cycle| {
        let (initial_learning_rate, end_learning_rate) = (0.1, 0.01);
        let decay =
            PolynomialDecay { initial_learning_rate, decay_steps: 7.0, end_learning_rate, power: 1.5, cycle };
        Schedule::PolynomialDecay(decay)
    };
    let cosine = |warmup_target| {
        let (initial_learning_rate, alpha) = (0.02, 0.1);
        let decay =
            CosineDecay { initial_learning_rate, decay_steps: 9.0, alpha, warmup_target, warmup_steps: 4.0 };
        Schedule::CosineDecay(decay)
    };
    let restarts = |t_mul, m_mul| {
        let (initial_learning_rate, alpha) = (0.1, 0.05);
        let decay =
            CosineDecayRestarts { initial_learning_rate, first_decay_steps: 4.0, t_mul, m_mul, alpha };
        Schedule::CosineDecayRestarts(decay)
    };
    vec![
        constant(0.05),
        Schedule::ExponentialDecay(decay(false)),
        Schedule::ExponentialDecay(decay(true)),
        Schedule::InverseTimeDecay(decay(false)),
        Schedule::InverseTimeDecay(decay(true)),
        Schedule::PiecewiseConstantDecay(PiecewiseConstantDecay {
            boundaries: vec![2.0, 5.0],
            values: vec![0.1, 0.05, 0.01],
        }),
        polynomial(false),
        polynomial(true),
        cosine(None),
        cosine(Some(0.1)),
        restarts(1.0, 0.8),
        restarts(2.0, 0.9),
        Schedule::OneCycle(OneCycle {
            max_learning_rate: 0.1,
            total_steps: 12.0,
            warmup_fraction: 0.3,
            initial_divisor: 25.0,
            final_divisor: 100.0,
        }),
    ]
}

pub fn sgd(rate: f64) -> Optimizer {
    Optimizer::Sgd(Sgd { learning_rate: constant(rate), momentum: 0.0, nesterov: false })
}

pub fn optimizers() -> Vec<Optimizer> {
    let (beta1, beta2, epsilon) = (0.9, 0.999, 1e-7);
    let adam =
        |amsgrad| Optimizer::Adam(Adam { learning_rate: constant(0.01), beta1, beta2, epsilon, amsgrad });
    let momentum = |nesterov| Optimizer::Sgd(Sgd { learning_rate: constant(0.05), momentum: 0.9, nesterov });
    let rmsprop = |momentum, centered| {
        let learning_rate = constant(0.003);
        Optimizer::Rmsprop(Rmsprop { learning_rate, rho: 0.9, momentum, epsilon, centered })
    };
    let ftrl = |learning_rate_power, l1, shrinkage| {
        Optimizer::Ftrl(Ftrl {
            learning_rate: constant(0.05),
            learning_rate_power,
            initial_accumulator_value: 0.1,
            l1_regularization_strength: l1,
            l2_regularization_strength: 0.02,
            l2_shrinkage_regularization_strength: shrinkage,
            beta: 0.1,
        })
    };
    vec![
        adam(false),
        adam(true),
        sgd(0.1),
        momentum(false),
        momentum(true),
        rmsprop(0.0, false),
        rmsprop(0.5, true),
        Optimizer::Adagrad(Adagrad {
            learning_rate: constant(0.05),
            initial_accumulator_value: 0.1,
            epsilon,
        }),
        Optimizer::Adadelta(Adadelta { learning_rate: constant(1.0), rho: 0.95, epsilon }),
        Optimizer::Adamax(Adamax { learning_rate: constant(0.01), beta1, beta2, epsilon }),
        Optimizer::Nadam(Nadam { learning_rate: constant(0.01), beta1, beta2, epsilon }),
        ftrl(-0.5, 0.0, 0.0),
        ftrl(-0.7, 0.01, 0.1),
        Optimizer::Lion(Lion { learning_rate: constant(0.003), beta1, beta2: 0.99 }),
        Optimizer::Adafactor(Adafactor {
            learning_rate: constant(0.05),
            beta2_decay: -0.8,
            epsilon1: 1e-30,
            epsilon2: 1e-3,
            clip_threshold: 1.0,
            relative_step: true,
        }),
    ]
}

pub fn metrics() -> Vec<Metric> {
    let precision = |threshold, top_k, class_id| Metric::Precision(Precision { threshold, top_k, class_id });
    let recall = |threshold, top_k, class_id| Metric::Recall(Recall { threshold, top_k, class_id });
    let f1 = |average, threshold| Metric::F1Score(F1Score { average, threshold });
    let auc = |precision_recall, multi_label, from_logits| {
        Metric::Auc(Auc { num_thresholds: 50, precision_recall, multi_label, from_logits })
    };
    let mut all = vec![
        Metric::BinaryAccuracy(BinaryAccuracy { threshold: 0.4, inclusive: false }),
        Metric::BinaryAccuracy(BinaryAccuracy { threshold: 0.4, inclusive: true }),
        Metric::CategoricalAccuracy,
        Metric::TopKCategoricalAccuracy(TopKCategoricalAccuracy { k: 2 }),
        precision(0.3, 0, None),
        precision(0.1, 2, None),
        precision(0.3, 0, Some(1.0)),
        recall(0.3, 0, None),
        recall(0.1, 2, None),
        recall(0.3, 0, Some(1.0)),
        Metric::CosineSimilarity,
        Metric::RootMeanSquaredError,
        Metric::ExpectedCalibrationError(ExpectedCalibrationError { bins: 7 }),
    ];
    all.extend((0..4).flat_map(|average| [f1(average, None), f1(average, Some(0.3))]));
    for precision_recall in [false, true] {
        all.extend([
            auc(precision_recall, false, false),
            auc(precision_recall, true, false),
            auc(precision_recall, false, true),
        ]);
    }
    all.extend(losses().into_iter().map(|(loss, ..)| Metric::Loss(OfLoss { loss, signs: false })));
    all
}
