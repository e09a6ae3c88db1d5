//! The numbers of a row that are not zero, found by several at a time, since zeros mostly stand side by side.

use crate::kernels::panels::ROW_BYTES;
use crate::kernels::simd::{F32x4, LANES, nonzero_bytes};
use crate::kernels::sparse::Entry;

/// Numbers that are looked at together.
pub const GROUP: usize = 16;

/// What rows are made of.
pub trait Number: Copy + Default {
    /// Bit i is set where number i is not zero.
    fn nonzero_bits(group: &[Self; GROUP]) -> u32;
}

impl Number for f32 {
    #[inline(always)]
    fn nonzero_bits(group: &[Self; GROUP]) -> u32 {
        // SAFETY: each vector lies in the group.
        let vector = |v| unsafe { F32x4::load(group.as_ptr().add(v * LANES)) };
        (0..GROUP / LANES).fold(0, |bits, v| bits | vector(v).nonzero_bits() << (v * LANES))
    }
}

impl Number for u8 {
    #[inline(always)]
    fn nonzero_bits(group: &[Self; GROUP]) -> u32 {
        nonzero_bytes(group)
    }
}

/// The numbers of a row in groups, with zeros behind the last.
fn groups<T: Number>(numbers: &[T]) -> (&[[T; GROUP]], [T; GROUP]) {
    let (groups, rest) = numbers.as_chunks();
    let mut last = [T::default(); GROUP];
    last[..rest.len()].copy_from_slice(rest);
    (groups, last)
}

/// How many numbers are not zero.
pub fn count<T: Number>(numbers: &[T]) -> usize {
    let (groups, last) = groups(numbers);
    let count = |group| T::nonzero_bits(group).count_ones() as usize;
    groups.iter().map(count).sum::<usize>() + count(&last)
}

/// There was no room for a row's entries.
#[derive(Debug, PartialEq)]
pub struct Full;

/// Appends an entry for each number of a row that is not zero, or nothing: there must be room for `GROUP` more than are
/// appended, and none is made.
pub fn append<T: Number>(
    entries: &mut Vec<Entry>,
    numbers: &[T],
    value: impl Fn(T) -> f32,
) -> Result<(), Full> {
    let (groups, last) = groups(numbers);
    let mut end = entries.len();
    for (first, group) in (0..).step_by(GROUP).zip(groups) {
        end = append_group(entries, end, first, group, &value)?;
    }
    end = append_group(entries, end, groups.len() * GROUP, &last, &value)?;
    has_room(entries, end)?;
    // SAFETY: everything before `end` has been written.
    unsafe { entries.set_len(end) };
    Ok(())
}

/// Whether a group can follow the first `end` entries.
#[inline(always)]
fn has_room(entries: &Vec<Entry>, end: usize) -> Result<(), Full> {
    if end + GROUP > entries.capacity() { Err(Full) } else { Ok(()) }
}

/// Writes the entries of a group after the first `end` ones, and returns where they end.
///
/// All numbers are written, and those that are zero written over: which are cannot be foreseen, and a processor that
/// guesses wrong loses more time than some entries take.
#[inline(always)]
fn append_group<T: Number>(
    entries: &mut Vec<Entry>,
    mut end: usize,
    first: usize,
    group: &[T; GROUP],
    value: impl Fn(T) -> f32,
) -> Result<usize, Full> {
    let bits = T::nonzero_bits(group);
    if bits == 0 {
        return Ok(end);
    }
    has_room(entries, end)?;
    for (i, number) in group.iter().enumerate() {
        let entry = Entry { offset: ((first + i) * ROW_BYTES) as u32, value: value(*number) };
        // SAFETY: there is room for a group, and within it `end` goes up by one at most for each number.
        unsafe { entries.as_mut_ptr().add(end).write(entry) };
        end += (bits >> i & 1) as usize;
    }
    Ok(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<T: Number>(numbers: &[T]) -> Vec<usize> {
        let mut entries = Vec::with_capacity(numbers.len() + GROUP);
        append(&mut entries, numbers, |_| 0.5).unwrap();
        assert_eq!(count(numbers), entries.len());
        assert!(entries.iter().all(|entry| entry.value == 0.5));
        entries.iter().map(|entry| entry.offset as usize / ROW_BYTES).collect()
    }

    #[test]
    fn finds_what_a_plain_loop_finds() {
        for length in 0..20 {
            for seed in 0..200_u32 {
                let bytes: Vec<u8> = (0..length)
                    .map(|i| {
                        let random = (seed * 31 + i).wrapping_mul(2_654_435_761) >> 16;
                        [0, 0, 1, 0x7f, 0x80, 0xff][random as usize % 6]
                    })
                    .collect();
                let floats: Vec<f32> = bytes
                    .iter()
                    .enumerate()
                    .map(|(i, byte)| match byte {
                        0 => [0.0, -0.0][i % 2],
                        1 => f32::from_bits(1),
                        0xff => f32::NAN,
                        _ => f32::from(*byte),
                    })
                    .collect();
                let expected: Vec<usize> = (0..bytes.len()).filter(|&i| bytes[i] != 0).collect();
                assert_eq!(found(&bytes), expected);
                assert_eq!(found(&floats), expected);
            }
        }
    }

    #[test]
    fn values_go_with_their_places_and_rows_follow_each_other() {
        let mut entries = Vec::with_capacity(2 * GROUP);
        for row in [[0_u8, 3, 0, 0, 0, 0, 0, 0, 0, 7], [5, 0, 0, 0, 0, 0, 0, 0, 0, 0]] {
            append(&mut entries, &row, f32::from).unwrap();
        }
        let offset = |column: usize| (column * ROW_BYTES) as u32;
        let expected =
            [(1, 3.0), (9, 7.0), (0, 5.0)].map(|(column, value)| Entry { offset: offset(column), value });
        assert_eq!(entries, expected);
    }

    #[test]
    fn stops_where_there_is_no_room() {
        let mut entries: Vec<Entry> = Vec::with_capacity(2 * GROUP);
        let (start, room) = (entries.as_ptr(), entries.capacity());
        assert_eq!(append(&mut entries, &[1_u8; 100], f32::from), Err(Full));
        assert!(entries.len() <= room && entries.as_ptr() == start);
    }
}
