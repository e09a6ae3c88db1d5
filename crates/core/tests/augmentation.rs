//! Augmentation: the same bits however the work is shared out, and draws that are what they are said to be. The images
//! themselves are held against SciPy's in test/augment.

mod support;

use inkgrad_core::activations::Activation;
use inkgrad_core::layers::{Dropout, LayerSpec};
use inkgrad_core::{AugmentSpec, Chunk, Dataset, Error, Storage, Targets, Team, Trainer, augment};
use ndarray::Array2;
use support::*;

const NOTHING: AugmentSpec = AugmentSpec {
    height: 9,
    width: 7,
    shift: 0.0,
    rotate: 0.0,
    scale: 0.0,
    shear: 0.0,
    elastic_alpha: 0.0,
    elastic_sigma: 1.0,
    stroke_width: 0.0,
    noise: 0.0,
    erase: 0.0,
    dropout: 0.0,
    reuse: 1,
};

const EVERYTHING: AugmentSpec = AugmentSpec {
    shift: 1.5,
    rotate: 20.0,
    scale: 0.2,
    shear: 10.0,
    elastic_alpha: 3.0,
    elastic_sigma: 1.5,
    stroke_width: 1.0,
    noise: 0.05,
    erase: 4.0,
    dropout: 0.2,
    ..NOTHING
};

/// Images from 0 to 1, a share of whose pixels is ground.
fn images(count: usize, columns: usize) -> Array2<f32> {
    rows(count, columns, 0.6, 3).mapv(f32::abs)
}

/// The weights and losses of four epochs in calls of so many steps, perhaps each with a trainer of its own.
fn outcome(
    model: &Model,
    data: &Dataset,
    spec: &AugmentSpec,
    threads: usize,
    steps: usize,
    anew: bool,
) -> (Vec<u32>, Vec<f64>) {
    let mut network = model.network();
    let (team, rows) = (Team::new(threads).unwrap(), data.rows());
    let make = |network: &mut _| Trainer::augmenting(network, data, 0..rows, 8, &team, Some(spec)).unwrap();
    let mut trainer = make(&mut network);
    let mut losses = Vec::new();
    for epoch in 0..4 {
        if anew {
            trainer = make(&mut network);
        }
        trainer.begin_epoch(&network, epoch, true);
        loop {
            let progress = trainer.train(&mut network, data, &team, steps).unwrap();
            if progress.samples == rows {
                losses.push(progress.loss);
                break;
            }
        }
    }
    (bits(&network.weights()), losses)
}

#[test]
fn has_one_outcome_for_any_team_storage_and_length_of_calls() {
    let dropout = vec![LayerSpec::Dropout(Dropout { rate: 0.2 })];
    let dense = stack(&[(20, Activation::Relu), (5, Activation::Softmax)]);
    for layers in [dense.clone(), [dropout, dense].concat()] {
        let mut model = Model::plain(63, &[(1, Activation::Softmax)], CROSSENTROPY);
        model.layers = layers;
        let (x, t) = (images(53, 63), data(&model, 53, 0.6, 7).1);
        for reuse in [1, 2, 3] {
            let spec = AugmentSpec { reuse, ..EVERYTHING };
            let mut expected = None;
            for storage in STORAGES {
                let data = dataset(&x, &t, storage);
                let ways = [(1, usize::MAX, false), (2, usize::MAX, false), (3, 2, false), (4, 1, true)];
                for (threads, steps, anew) in ways {
                    let outcome = outcome(&model, &data, &spec, threads, steps, anew);
                    let expected = expected.get_or_insert_with(|| outcome.clone());
                    assert_eq!(&outcome, expected, "{storage:?}, {threads} threads, {steps} steps, {anew}");
                }
            }
        }
    }
}

/// Training sees what `augment` gives: a network that learns nothing says of augmented images what it says of these.
#[test]
fn training_sees_the_images_of_its_pass() {
    let mut model = Model::plain(63, &[(8, Activation::Relu), (5, Activation::Softmax)], CROSSENTROPY);
    model.training.optimizer = every::sgd(0.0);
    let (x, t) = (images(20, 63), data(&model, 20, 0.6, 7).1);
    let team = Team::single();
    for (reuse, passes) in [(1, [0, 1, 2, 3]), (2, [0, 0, 1, 1])] {
        let spec = AugmentSpec { reuse, ..EVERYTHING };
        let data = dataset(&x, &t, Storage::Sparse);
        let mut network = model.network();
        let mut trainer = Trainer::augmenting(&mut network, &data, 0..20, 8, &team, Some(&spec)).unwrap();
        for (epoch, pass) in (0..).zip(passes) {
            trainer.begin_epoch(&network, epoch, false);
            let seen = trainer.train(&mut network, &data, &team, usize::MAX).unwrap().loss;
            let rows: Vec<u32> = (0..20).collect();
            let levels = augment(&data, &spec, 42, pass, &rows).unwrap();
            let most = x.iter().copied().fold(0.0, f32::max);
            // What dropout leaves is worth more.
            let values = levels.iter().map(|level| f32::from(*level) / (255.0 / most * 0.8)).collect();
            let given = dataset(&Array2::from_shape_vec((20, 63), values).unwrap(), &t, Storage::Dense);
            let mut evaluation = inkgrad_core::Evaluation::new(&network).unwrap();
            evaluation.add(&network, &given, 0..20, &team).unwrap();
            assert!((evaluation.loss(&network).unwrap() - seen).abs() < 1e-6, "epoch {epoch}, reuse {reuse}");
        }
    }
}

#[test]
fn amounts_of_nothing_change_nothing_but_the_levels_of_floats() {
    let bytes: Vec<u8> = (0..63 * 5).map(|i| (i * 89 % 256) as u8).collect();
    let chunk = Chunk::Bytes { bytes: &bytes, divisor: 255.0 };
    let data = Dataset::from_chunk(chunk, 63).unwrap();
    assert_eq!(augment(&data, &NOTHING, 1, 2, &[3, 0]).unwrap(), [&bytes[189..252], &bytes[..63]].concat());
    let floats: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte) / 85.0).collect();
    let data = Dataset::from_chunk(Chunk::Floats(&floats), 63).unwrap();
    assert_eq!(augment(&data, &NOTHING, 1, 2, &[4]).unwrap(), bytes[252..]);
}

/// Images with one dot, and where its middle is after augmentation, from the image's middle.
fn dots(side: usize, right: f64, down: f64, spec: &AugmentSpec, count: u32) -> Vec<[f64; 2]> {
    let middle = (side - 1) as f64 / 2.0;
    let [x, y] = [right, down].map(|place| (middle + place) as usize);
    let mut image = vec![0_u8; side * side];
    // Three by three, so that sizes matter less.
    for row in y - 1..=y + 1 {
        image[row * side + x - 1..=row * side + x + 1].fill(200);
    }
    let bytes = image.repeat(count as usize);
    let data = Dataset::from_chunk(Chunk::Bytes { bytes: &bytes, divisor: 255.0 }, side * side).unwrap();
    let rows: Vec<u32> = (0..count).collect();
    let levels = augment(&data, spec, 11, 3, &rows).unwrap();
    levels
        .chunks_exact(side * side)
        .map(|image| {
            let mut sums = [0.0; 3];
            for (i, level) in image.iter().enumerate() {
                let level = f64::from(*level);
                sums[0] += level;
                sums[1] += level * ((i % side) as f64 - middle);
                sums[2] += level * ((i / side) as f64 - middle);
            }
            [sums[1] / sums[0], sums[2] / sums[0]]
        })
        .collect()
}

/// Numbers look uniform between minus and plus `bound`: their mean, deviation and extremes.
fn assert_uniform(what: &str, numbers: &[f64], bound: f64) {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let deviation = (numbers.iter().map(|n| n * n).sum::<f64>() / count).sqrt();
    let most = numbers.iter().fold(0.0, |most: f64, n| most.max(n.abs()));
    let expected = bound / 3_f64.sqrt();
    assert!(mean.abs() < 5.0 * expected / count.sqrt(), "{what}: mean {mean}");
    assert!((deviation / expected - 1.0).abs() < 0.05, "{what}: deviation {deviation}, not {expected}");
    assert!(most < bound * 1.03 && most > bound * 0.97, "{what}: at most {most}, not {bound}");
}

#[test]
fn draws_are_uniform_within_their_bounds() {
    let square = AugmentSpec { height: 41, width: 41, ..NOTHING };
    let count = 3000;

    let shifted = dots(41, 0.0, 0.0, &AugmentSpec { shift: 6.0, ..square.clone() }, count);
    let [right, down] = [0, 1].map(|axis| shifted.iter().map(|place| place[axis]).collect::<Vec<_>>());
    assert_uniform("shift right", &right, 6.0);
    assert_uniform("shift down", &down, 6.0);
    let together = right.iter().zip(&down).map(|(a, b)| a * b).sum::<f64>() / f64::from(count) / 12.0;
    assert!(together.abs() < 0.1, "shifts along both axes have to do with each other: {together}");

    // Of a dot at the right, clockwise is down.
    let turned = dots(41, 12.0, 0.0, &AugmentSpec { rotate: 30.0, ..square.clone() }, count);
    let angles: Vec<f64> = turned.iter().map(|[x, y]| y.atan2(*x).to_degrees()).collect();
    assert_uniform("rotate", &angles, 30.0);

    let scaled = dots(41, 12.0, -12.0, &AugmentSpec { scale: 0.3, ..square.clone() }, count);
    let [wide, high] = [0, 1].map(|axis| {
        let factors = scaled.iter().map(|place| (place[axis].abs() / 12.0).ln());
        factors.collect::<Vec<_>>()
    });
    assert_uniform("scale across", &wide, 0.3);
    assert_uniform("scale down", &high, 0.3);
    assert!(wide != high);

    let leaning = dots(41, 0.0, 12.0, &AugmentSpec { shear: 25.0, ..square }, count);
    assert!(leaning.iter().all(|[_, y]| (y - 12.0).abs() < 0.05));
    let angles: Vec<f64> = leaning.iter().map(|[x, _]| (x / 12.0).atan().to_degrees()).collect();
    assert_uniform("shear", &angles, 25.0);
}

#[test]
fn rows_passes_and_seeds_have_draws_of_their_own() {
    let image: Vec<u8> = (0..63).map(|i| (i * 37 % 251) as u8).collect();
    let bytes = image.repeat(3);
    let data = Dataset::from_chunk(Chunk::Bytes { bytes: &bytes, divisor: 255.0 }, 63).unwrap();
    let mut seen = Vec::new();
    for (seed, pass) in [(1, 0), (1, 1), (2, 0), (1 << 40, 0)] {
        for row in 0..3 {
            seen.push(augment(&data, &EVERYTHING, seed, pass, &[row]).unwrap());
        }
    }
    for (i, one) in seen.iter().enumerate() {
        assert!(seen[..i].iter().all(|other| other != one));
    }
    assert_eq!(augment(&data, &EVERYTHING, 1, 1, &[2, 0]).unwrap(), [&seen[5][..], &seen[3]].concat());
}

#[test]
fn noise_has_its_deviation_and_stays_within_levels() {
    let bytes = [vec![128_u8; 63 * 100], vec![0; 63], vec![255; 63]].concat();
    let data = Dataset::from_chunk(Chunk::Bytes { bytes: &bytes, divisor: 255.0 }, 63).unwrap();
    let rows: Vec<u32> = (0..102).collect();
    let levels = augment(&data, &AugmentSpec { noise: 0.1, ..NOTHING }, 5, 0, &rows).unwrap();
    let noise: Vec<f64> = levels[..6300].iter().map(|level| f64::from(*level) - 128.0).collect();
    let mean = noise.iter().sum::<f64>() / 6300.0;
    let deviation = (noise.iter().map(|n| n * n).sum::<f64>() / 6300.0).sqrt();
    assert!(mean.abs() < 1.6 && (deviation / 25.5 - 1.0).abs() < 0.04, "{mean} {deviation}");
    let (dark, light) = (&levels[6300..6363], &levels[6363..]);
    assert!(dark.iter().filter(|level| **level == 0).count() > 15 && dark.iter().any(|level| *level > 10));
    assert!(
        light.iter().filter(|level| **level == 255).count() > 15 && light.iter().any(|level| *level < 245)
    );
}

#[test]
fn what_cannot_be_is_refused() {
    let data = Dataset::from_rows(images(3, 63).view(), None).unwrap();
    let refused = |spec: AugmentSpec| augment(&data, &spec, 0, 0, &[0]).unwrap_err();
    for spec in [
        AugmentSpec { height: 8, ..NOTHING },
        AugmentSpec { width: usize::MAX, ..NOTHING },
        AugmentSpec { shift: -1.0, ..NOTHING },
        AugmentSpec { rotate: f64::NAN, ..NOTHING },
        AugmentSpec { noise: 1.5, ..NOTHING },
        AugmentSpec { elastic_sigma: 0.0, ..NOTHING },
        AugmentSpec { reuse: 0, ..NOTHING },
    ] {
        assert!(matches!(refused(spec), Error::Augmentation(_)));
    }
    assert_eq!(augment(&data, &NOTHING, 0, 0, &[3]), Err(Error::Rows { rows: 3, first: 3, end: 4 }));
    let mut negative = Dataset::from_rows(rows(3, 63, 0.5, 1).view(), None).unwrap();
    assert!(matches!(augment(&negative, &NOTHING, 0, 0, &[0]), Err(Error::Augmentation(_))));
    negative.set_targets(Targets::Classes(vec![0, 1, 2])).unwrap();
    let mut network = Model::plain(63, &[(5, Activation::Softmax)], CROSSENTROPY).network();
    let trainer = Trainer::augmenting(&mut network, &negative, 0..3, 2, &Team::single(), Some(&NOTHING));
    assert!(matches!(trainer.map(|_| ()), Err(Error::Augmentation(_))));
}
