//! Finding the numbers of a row that are not zero, several at a time, since zeros mostly stand side by side.

use super::simd::{F32x4, LANES};

/// Numbers that are looked at together.
const GROUP: usize = 8;

/// What rows are made of.
pub trait Number: Copy + Default {
    /// Bit i is set where number i is not zero.
    fn nonzero_bits(group: &[Self; GROUP]) -> u32;
}

impl Number for f32 {
    #[inline(always)]
    fn nonzero_bits(group: &[Self; GROUP]) -> u32 {
        let group = group.as_ptr();
        // SAFETY: both halves lie in the group.
        let (low, high) = unsafe { (F32x4::load(group), F32x4::load(group.add(LANES))) };
        low.nonzero_bits() | high.nonzero_bits() << LANES
    }
}

impl Number for u8 {
    #[inline(always)]
    fn nonzero_bits(group: &[Self; GROUP]) -> u32 {
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        let bytes = u64::from_le_bytes(*group);
        // Adding carries into a byte's highest bit if any of the lower ones is set.
        let highest = (((bytes & LOW) + LOW) | bytes) & !LOW;
        // The product brings bit 8 i + 7 to 56 + i (Hacker's Delight, "Multiplication to gather bits").
        ((highest >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    }
}

/// Calls `take` with the place and the value of each number that is not zero, in order, until it fails.
#[inline(always)]
pub fn each_nonzero<T: Number, Failure>(
    numbers: &[T],
    mut take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut take_group = |first: usize, group: &[T; GROUP]| {
        let mut bits = T::nonzero_bits(group);
        while bits != 0 {
            let i = bits.trailing_zeros() as usize;
            take(first + i, group[i % GROUP])?;
            bits &= bits - 1;
        }
        Ok(())
    };
    let (groups, rest) = numbers.as_chunks();
    for (index, group) in groups.iter().enumerate() {
        take_group(index * GROUP, group)?;
    }
    let mut last = [T::default(); GROUP];
    last[..rest.len()].copy_from_slice(rest);
    take_group(numbers.len() - rest.len(), &last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<T: Number>(numbers: &[T]) -> Vec<usize> {
        let mut places = Vec::new();
        let all: Result<(), ()> = each_nonzero(numbers, |place, _| {
            places.push(place);
            Ok(())
        });
        all.unwrap();
        places
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
    fn stops_where_it_is_told_to() {
        let mut left = 2;
        let stopped = each_nonzero(&[1_u8; 20], |place, _| {
            left -= 1;
            if left == 0 { Err(place) } else { Ok(()) }
        });
        assert_eq!(stopped, Err(1));
    }
}
