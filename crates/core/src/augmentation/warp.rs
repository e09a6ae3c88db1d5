//! One resampling for all that moves pixels.

use super::AugmentSpec;
use super::draws::{Draws, Use, signed};
use super::elastic::Field;
use super::frame::Frame;

/// Where pixels come from: `source = across * (x, y) + ...`, from the middle of the image and to it.
pub struct Map {
    /// Of the column: what x and y count, and what is added.
    across: [f32; 3],
    /// Of the row.
    down: [f32; 3],
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
        let (right, down) = (right * spec.shift, down * spec.shift);
        let row = |x: f64, y: f64| [x as f32, y as f32, -(x * right + y * down) as f32];
        Self {
            across: row(wide * (cos + slant * sin), wide * (sin - slant * cos)),
            down: row(-high * sin, high * cos),
        }
    }
}

/// Adding it leaves a number below 2^22, rounded to an integer, in the low bits.
const MAGIC: f32 = 12_582_912.0;

/// Room for the positions of a row's pixels.
pub struct Places {
    index: Vec<u32>,
    right: Vec<u32>,
    down: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Places {
    pub fn new(width: usize) -> Self {
        let room = || vec![0; width];
        Self { index: room(), right: room(), down: room(), neighbours: room() }
    }
}

/// A place along an axis, counted from the frame's edge in 1/256 of a pixel.
#[inline(always)]
fn fixed(place: f32, end: f32) -> u32 {
    let place = place + 1.0;
    let place = if place > 0.0 { place } else { 0.0 };
    let place = if place < end { place } else { end };
    (place * 256.0 + MAGIC).to_bits() - MAGIC.to_bits()
}

/// Draws the frame's image anew, as the map and the moves say, between the four pixels around each place.
pub fn resample(frame: &Frame, map: &Map, fields: &[Field], places: &mut Places, to: &mut [u8]) {
    let Frame { ref levels, height, width, stride } = *frame;
    let middle = |pixels: usize| (pixels - 1) as f32 / 2.0;
    let (centre_x, centre_y) = (middle(width), middle(height));
    let (end_x, end_y) = ((width + 1) as f32, (height + 1) as f32);
    let Places { index, right, down, neighbours } = places;
    for (y, to) in to.chunks_exact_mut(width).enumerate() {
        let v = y as f32 - centre_y;
        let start = |row: [f32; 3], centre: f32| row[1] * v + row[2] + centre;
        let (start_x, start_y) = (start(map.across, centre_x), start(map.down, centre_y));
        let mut place = |x: usize, move_x: f32, move_y: f32| {
            let u = x as f32 - centre_x;
            let from_x = fixed(map.across[0] * u + start_x + move_x, end_x);
            let from_y = fixed(map.down[0] * u + start_y + move_y, end_y);
            index[x] = (from_y >> 8) * stride as u32 + (from_x >> 8);
            right[x] = from_x & 0xff;
            down[x] = from_y & 0xff;
        };
        match fields {
            [across, along] => {
                let moves = &across.moves[y * width..][..width];
                for (x, (move_x, move_y)) in moves.iter().zip(&along.moves[y * width..][..width]).enumerate() {
                    place(x, *move_x, *move_y);
                }
            }
            _ => (0..width).for_each(|x| place(x, 0.0, 0.0)),
        }
        for (index, four) in index.iter().zip(neighbours.iter_mut()) {
            let pair = |at: usize| u32::from(u16::from_le_bytes([levels[at], levels[at + 1]]));
            let at = *index as usize;
            *four = pair(at) | pair(at + stride) << 16;
        }
        for (((four, right), down), level) in neighbours.iter().zip(&*right).zip(&*down).zip(to) {
            // Both rows at a time, in the two halves of a word.
            let [left, next] = [four & 0x00ff_00ff, four >> 8 & 0x00ff_00ff];
            let rows = left * (256 - right) + next * right;
            *level = (((rows & 0xffff) * (256 - down) + (rows >> 16) * down + 32_768) >> 16) as u8;
        }
    }
}
