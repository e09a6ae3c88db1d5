//! Augmentation: every image of a training set is turned, scaled, sheared, shifted, bent, thickened, erased and made noisy
//! a little, anew in each pass. All draws are a function of the network's seed, the pass and the row, so that they depend
//! neither on who makes an image nor on what was made before.
//!
//! Images have 256 levels, 0 the ground. Positions are rounded to 1/256 of a pixel and mixed in whole numbers, so that
//! the levels are the same everywhere.

mod draws;
mod dropout;
mod elastic;
mod erase;
mod frame;
mod image;
mod noise;
mod rows;
mod stroke;
mod warp;

pub(crate) use rows::{AugmentedRows, Batches};

use crate::spec::packed::record;
use crate::{Dataset, Error};
use image::{Augmentation, Desk};

record! {
    /// How images are changed. Every amount is a bound: draws are uniform between it and its opposite. Zeros change
    /// nothing.
    pub struct AugmentSpec {
        /// Pixels of a column.
        pub height: usize,
        /// Pixels of a row.
        pub width: usize,
        /// Shifts along both axes, in pixels.
        pub shift: f64,
        /// Turns, in degrees.
        pub rotate: f64,
        /// Width and height, each by its own factor: the logarithms of the factors.
        pub scale: f64,
        /// Slants, in degrees.
        pub shear: f64,
        /// The elastic field's strength as Simard et al. tell it ("Best practices for convolutional neural networks",
        /// 2003): the factor of a field of uniform numbers in [-1, 1] after it was smoothed, in pixels.
        pub elastic_alpha: f64,
        /// The deviation of the Gaussian that smooths it, in pixels.
        pub elastic_sigma: f64,
        /// How much wider or narrower strokes become, in pixels.
        pub stroke_width: f64,
        /// The deviation of noise on each pixel, as a share of the largest level.
        pub noise: f64,
        /// The sides of a rectangle that becomes ground, from zero, in pixels.
        pub erase: f64,
        /// The share of pixels that become ground; the others are scaled up, as by a dropout layer.
    pub dropout: f64,
    /// Epochs that use a changed image before it is made anew.
        pub reuse: usize,
    }
}

/// Sides are at most this many pixels, so that places in 1/256 of a pixel, and those in a frame, are below 2^22.
const MOST_SIDE: usize = 1024;

impl AugmentSpec {
    /// Images are not what they were with some pixels changed.
    fn draws_anew(&self) -> bool {
        let Self { shift, rotate, scale, shear, elastic_alpha, stroke_width, .. } = *self;
        [shift, rotate, scale, shear, elastic_alpha, stroke_width].iter().any(|amount| *amount > 0.0)
    }

    /// Says what is wrong with the description for rows of so many numbers, if anything.
    fn check(&self, columns: usize) -> Result<(), Error> {
        let Self { height, width, .. } = *self;
        if height.checked_mul(width) != Some(columns) || height.max(width) > MOST_SIDE {
            return Err(Error::Augmentation("height and width must be those of the rows, and at most 1024"));
        }
        let amounts = [
            (self.shift, MOST_SIDE as f64),
            (self.rotate, 180.0),
            (self.scale, 2.0),
            (self.shear, 60.0),
            (self.elastic_alpha, 1e6),
            (self.stroke_width, 16.0),
            (self.noise, 1.0),
            (self.erase, MOST_SIDE as f64),
            (self.dropout, 0.99),
        ];
        if !amounts.iter().all(|(amount, most)| (0.0..=*most).contains(amount)) {
            return Err(Error::Augmentation("an amount is negative or too large"));
        }
        if !(1.0..=MOST_SIDE as f64).contains(&self.elastic_sigma) {
            return Err(Error::Augmentation("the elastic field's sigma must be from 1 to 1024 pixels"));
        }
        if self.reuse == 0 {
            return Err(Error::Augmentation("reuse must be at least 1"));
        }
        Ok(())
    }
}

/// Some rows of a data set as they are in a pass: levels from 0 to 255, row after row.
pub fn augment(
    dataset: &Dataset,
    spec: &AugmentSpec,
    seed: u64,
    pass: u32,
    rows: &[u32],
) -> Result<Vec<u8>, Error> {
    let augmentation = Augmentation::new(dataset, spec)?;
    let mut desk = Desk::new(&augmentation)?;
    let mut levels = Vec::new();
    let bytes = rows.len().saturating_mul(dataset.columns());
    levels.try_reserve_exact(bytes).map_err(|_| Error::Memory { what: "augmented images", bytes })?;
    for &row in rows {
        let place = row as usize;
        if place >= dataset.rows() {
            return Err(Error::Rows { rows: dataset.rows(), first: place, end: place + 1 });
        }
        levels.extend_from_slice(augmentation.image(dataset, draws::Draws { seed, pass, row }, &mut desk));
    }
    Ok(levels)
}
