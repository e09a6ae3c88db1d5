//! Figures of reports as PNG, by resvg without what they do not need: letters and pictures come as shapes, so that no
//! fonts, shaping tables and decoders weigh here. An instance draws one figure, and what it takes goes with its memory.

use std::ptr::null;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Room for the text of a figure.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(size: usize) -> *mut u8 {
    Box::leak(vec![0; size].into_boxed_slice()).as_mut_ptr()
}

/// Draws a figure of `width` by `height` pixels, `scale` of them for one of the figure's.
///
/// # Returns
/// where its pixels lie, row by row: red, green, blue and opacity, and these multiplied by that; null for what is no
/// figure
///
/// # Safety
/// `svg` is what [`reserve`] gave for this size.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn draw(svg: *const u8, size: usize, width: u32, height: u32, scale: f32) -> *const u8 {
    // SAFETY: the caller's promise.
    let svg = unsafe { std::slice::from_raw_parts(svg, size) };
    pixels_of(svg, width, height, scale).map_or(null(), |pixels| pixels.leak().as_ptr())
}

fn pixels_of(svg: &[u8], width: u32, height: u32, scale: f32) -> Option<Vec<u8>> {
    let tree = Tree::from_data(svg, &Options::default()).ok()?;
    let mut pixels = Pixmap::new(width, height)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Some(pixels.take())
}
