//! Where pixels come from: one resampling for all that moves them. Places are counted from the frame's edge in 1/256 of a
//! pixel.

use std::ops::Range;

use super::AugmentSpec;
use super::draws::{Draws, Use, signed};
use super::elastic::{Elastic, Field};
use super::frame::Frame;
use crate::kernels::simd::{F32x4, LANES};

/// Parts of a pixel that places are rounded to.
const PARTS: f64 = 256.0;

/// Levels below this become ground, so that edges, which resampling blurs, do not fill rows up.
const LEAST: f32 = 8.0;

/// The places of pixels without an elastic field: of x and y what they count, and what is added.
pub struct Map {
    pub across: [f32; 3],
    pub down: [f32; 3],
}

impl Map {
    /// Draws one: the image is scaled, sheared, turned and then shifted.
    pub fn draw(spec: &AugmentSpec, draws: Draws) -> Self {
        let radians = |degrees: f64| degrees * (std::f64::consts::PI / 180.0);
        let [angle, wide, high, slant] = draws.bits(Use::Shape, 0).map(signed);
        let [right, down, ..] = draws.bits(Use::Shape, 1).map(signed);
        let angle = radians(angle * spec.rotate);
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let slant = libm::tan(radians(slant * spec.shear));
        // One over the factors, since this is the way back.
        let (wide, high) = (libm::exp(-wide * spec.scale), libm::exp(-high * spec.scale));
        let middle = |pixels: usize| (pixels - 1) as f64 / 2.0;
        let (centre_x, centre_y) = (middle(spec.width), middle(spec.height));
        // From the middle of the image, and to it; a frame begins a pixel before its image.
        let (from_x, from_y) = (centre_x + right * spec.shift, centre_y + down * spec.shift);
        let row = |x: f64, y: f64, centre: f64| {
            [x, y, centre + 1.0 - x * from_x - y * from_y].map(|number| (number * PARTS) as f32)
        };
        Self {
            across: row(wide * (cos + slant * sin), wide * (sin - slant * cos), centre_x),
            down: row(-high * sin, high * cos, centre_y),
        }
    }
}

/// What says where pixels come from.
pub enum Places<'a> {
    Straight(&'a Map),
    Bent(&'a Elastic, &'a [Field; 2]),
}

/// The places of a row's pixels, four by four.
pub struct Line {
    across: Vec<[f32; LANES]>,
    down: Vec<[f32; LANES]>,
}

impl Line {
    pub fn new(width: usize) -> Self {
        let room = || vec![[0.0; LANES]; width.div_ceil(LANES)];
        Self { across: room(), down: room() }
    }
}

/// Adding it leaves a number below 2^22, rounded to an integer, in the low bits.
const MAGIC: f32 = 12_582_912.0;

/// The nearest whole numbers.
#[inline(always)]
fn rounded(numbers: F32x4) -> F32x4 {
    numbers + F32x4::splat(MAGIC) - F32x4::splat(MAGIC)
}

/// Whole numbers as such.
#[inline(always)]
fn integers(numbers: F32x4) -> [u32; LANES] {
    (numbers + F32x4::splat(MAGIC)).to_array().map(|number| number.to_bits() - MAGIC.to_bits())
}

/// Places within a frame, rounded.
#[inline(always)]
pub fn fixed(places: F32x4, end: F32x4) -> F32x4 {
    rounded(places.at_least(F32x4::splat(0.0)).at_most(end))
}

/// Draws the frame's image anew, between the four pixels around each place, on what is ground so far.
pub fn resample(frame: &Frame, places: &Places, line: &mut Line, to: &mut [u8]) {
    let end = |pixels: usize| F32x4::splat((pixels + 1) as f32 * PARTS as f32);
    let (end_x, end_y) = (end(frame.width), end(frame.height));
    for (y, to) in to.chunks_exact_mut(frame.width).enumerate() {
        match places {
            Places::Straight(Map { across, down }) => {
                straight(&mut line.across, *across, y, end_x);
                straight(&mut line.down, *down, y, end_y);
            }
            Places::Bent(elastic, [across, down]) => {
                elastic.line(across, y, &mut line.across, end_x);
                elastic.line(down, y, &mut line.down, end_y);
            }
        }
        let inked = inked(frame, line);
        let covered = |vectors: usize| (vectors * LANES).min(frame.width);
        let to = &mut to[covered(inked.start)..covered(inked.end)];
        draw(frame, &line.across[inked.clone()], &line.down[inked], to);
    }
}

fn straight(line: &mut [[f32; LANES]], [count_x, count_y, start]: [f32; 3], y: usize, end: F32x4) {
    let start = start + count_y * y as f32;
    let mut vector = F32x4::from_array([0.0, 1.0, 2.0, 3.0]);
    for places in line {
        fixed(vector * F32x4::splat(count_x) + F32x4::splat(start), end).write(places);
        vector = vector + F32x4::splat(LANES as f32);
    }
}

/// The vectors of a line outside which all comes from the ground around the ink.
fn inked(frame: &Frame, line: &Line) -> Range<usize> {
    let Some([columns, rows]) = &frame.ink else { return 0..0 };
    // A place's pixel, or the one behind it, must have ink.
    let within = |ink: &Range<u32>| [(ink.start - 1) as f32 * PARTS as f32, ink.end as f32 * PARTS as f32];
    let has_ink = |places: &[f32; LANES], [first, end]: [f32; 2]| {
        let [before, behind] = [first, end].map(F32x4::splat);
        let (places, one, none) = (F32x4::read(places), F32x4::splat(1.0), F32x4::splat(0.0));
        places.select_below(behind, places.select_below(before, none, one), none).nonzero_bits() != 0
    };
    if !line.down.iter().any(|places| has_ink(places, within(rows))) {
        return 0..0;
    }
    let bounds = within(columns);
    let start = line.across.iter().position(|places| has_ink(places, bounds)).unwrap_or(0);
    let end = line.across.iter().rposition(|places| has_ink(places, bounds)).map_or(start, |last| last + 1);
    start..end
}

fn draw(frame: &Frame, across: &[[f32; LANES]], down: &[[f32; LANES]], to: &mut [u8]) {
    let Frame { levels, stride, .. } = frame;
    let (stride, splat) = (*stride, F32x4::splat);
    for ((x, y), to) in across.iter().zip(down).zip(to.chunks_mut(LANES)) {
        let (x, y) = (F32x4::read(x), F32x4::read(y));
        // All numbers are whole and below 2^24, so that each step is exact. Half a pixel less a bit is rounded down.
        let whole = |places: F32x4| rounded(places * splat(1.0 / 256.0) - splat(255.0 / 512.0));
        let (column, row) = (whole(x), whole(y));
        let (right, below) = (x - column * splat(256.0), y - row * splat(256.0));
        let around = integers(row * splat(stride as f32) + column).map(|at| {
            let at = at as usize;
            let pair = |at: usize| u32::from(u16::from_le_bytes([levels[at], levels[at + 1]]));
            // The row below first: one question tells for both whether they are there.
            pair(at + stride) << 16 | pair(at)
        });
        let [here, next, under, beyond] = F32x4::of_bytes(around);
        let between = |a: F32x4, b: F32x4, place: F32x4| a * (splat(256.0) - place) + b * place;
        let (upper, lower) = (between(here, next, right), between(under, beyond, right));
        let mixed = rounded(between(upper, lower, below) * splat(1.0 / 65_536.0)).zero_below(splat(LEAST));
        for (level, mixed) in to.iter_mut().zip(integers(mixed)) {
            *level = mixed as u8;
        }
    }
}
