//! Wider and narrower strokes: the most (or least) ink of a pixel and its four neighbours, once for each pixel at either
//! side of a stroke, and in part for what is left.

use std::ops::Range;

use super::frame::Frame;

/// `change` is how much wider strokes become, in pixels; below zero narrower. `spare` is another frame of that size.
pub fn change_width(frame: &mut Frame, spare: &mut Frame, change: f64) {
    let each_side = libm::fabs(change) / 2.0;
    let whole = each_side as usize;
    let part = libm::round((each_side - whole as f64) * 256.0) as u16;
    for step in 0..=whole {
        let share = if step < whole { 256 } else { part };
        if share > 0 {
            if change > 0.0 {
                spread(frame, spare, share, u8::max);
            } else {
                spread(frame, spare, share, u8::min);
            }
            std::mem::swap(&mut frame.levels, &mut spare.levels);
            if let Some([columns, rows]) = &mut frame.ink {
                // Not beyond the image, where ground stays ground.
                let wider = |ink: &Range<u32>, pixels: usize| {
                    ink.start.max(2) - 1..(ink.end + 1).min(pixels as u32 + 1)
                };
                (*columns, *rows) = (wider(columns, frame.width), wider(rows, frame.height));
            }
        }
    }
}

/// Takes each pixel by so many 256th to the extreme of its neighbourhood. What lies outside the image stays ground.
#[inline(always)]
fn spread(from: &Frame, to: &mut Frame, share: u16, extreme: impl Fn(u8, u8) -> u8) {
    let (stride, width) = (from.stride, from.width);
    for row in 0..from.height {
        let start = from.row(row);
        let line = |start: usize| &from.levels[start..start + width];
        let sides = line(start - 1).iter().zip(line(start + 1));
        let others = line(start - stride).iter().zip(line(start + stride));
        let all = line(start).iter().zip(sides).zip(others);
        for (((level, (left, right)), (up, down)), new) in all.zip(&mut to.levels[start..start + width]) {
            let found = extreme(extreme(extreme(*left, *right), extreme(*up, *down)), *level);
            let (level, found) = (u16::from(*level), u16::from(found));
            // 255 * 256 + 128 is below 2^16.
            *new = ((level * (256 - share) + found * share + 128) >> 8) as u8;
        }
    }
}
