use core::arch::wasm32::{
    f32x4, f32x4_abs, f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_extract_lane, f32x4_lt, f32x4_mul,
    f32x4_ne, f32x4_pmax, f32x4_pmin, f32x4_splat, f32x4_sqrt, f32x4_sub, i8x16_bitmask, i8x16_ne,
    i8x16_splat, i32x4_add, i32x4_bitmask, i32x4_shl, i32x4_shuffle, i32x4_splat, u32x4,
    u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u32x4_shr, v128, v128_and, v128_andnot, v128_bitselect,
    v128_load, v128_load32_splat, v128_or, v128_store,
};

/// Four floats in a `v128`.
#[derive(Clone, Copy)]
pub struct F32x4(v128);

impl F32x4 {
    /// The same number in every lane.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self(f32x4_splat(value))
    }

    /// # Safety
    /// Four floats must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller's promise.
        Self(unsafe { v128_load(from.cast()) })
    }

    /// # Safety
    /// One float must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load_splat(from: *const f32) -> Self {
        // SAFETY: the caller's promise.
        Self(unsafe { v128_load32_splat(from.cast()) })
    }

    /// # Safety
    /// Four floats must be writable at `to`.
    #[inline(always)]
    pub unsafe fn store(self, to: *mut f32) {
        // SAFETY: the caller's promise.
        unsafe { v128_store(to.cast(), self.0) }
    }

    /// The lanes.
    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        [
            f32x4_extract_lane::<0>(self.0),
            f32x4_extract_lane::<1>(self.0),
            f32x4_extract_lane::<2>(self.0),
            f32x4_extract_lane::<3>(self.0),
        ]
    }

    /// A vector of these lanes.
    #[inline(always)]
    pub fn from_array([a, b, c, d]: [f32; 4]) -> Self {
        Self(f32x4(a, b, c, d))
    }

    /// `self + a * b`, rounded once: whoever starts this build makes sure that the engine does.
    #[cfg(target_feature = "relaxed-simd")]
    #[inline(always)]
    pub(super) fn plus_product_fused(self, a: Self, b: Self) -> Self {
        Self(core::arch::wasm32::f32x4_relaxed_madd(a.0, b.0, self.0))
    }

    /// Lane-wise square root.
    #[inline(always)]
    pub fn sqrt(self) -> Self {
        Self(f32x4_sqrt(self.0))
    }

    /// `floor` where `self` is below it; NaN stays. Here and below: where it may, LLVM would make relaxed ones of `pmax`
    /// and `pmin`, whose NaNs and zeros are the processor's.
    #[inline(always)]
    pub fn at_least(self, floor: Self) -> Self {
        if cfg!(target_feature = "relaxed-simd") {
            self.select_below(floor, floor, self)
        } else {
            Self(f32x4_pmax(self.0, floor.0))
        }
    }

    /// `ceiling` where `self` is above it; NaN stays.
    #[inline(always)]
    pub fn at_most(self, ceiling: Self) -> Self {
        if cfg!(target_feature = "relaxed-simd") {
            ceiling.select_below(self, ceiling, self)
        } else {
            Self(f32x4_pmin(self.0, ceiling.0))
        }
    }

    /// Without the sign.
    #[inline(always)]
    pub fn abs(self) -> Self {
        Self(f32x4_abs(self.0))
    }

    /// `self`, which is not negative, with the signs of `other`.
    #[inline(always)]
    pub fn with_sign_of(self, other: Self) -> Self {
        Self(v128_or(self.0, v128_and(other.0, i32x4_splat(i32::MIN))))
    }

    /// `yes` where `self < limit`, else `no`.
    #[inline(always)]
    pub fn select_below(self, limit: Self, yes: Self, no: Self) -> Self {
        Self(v128_bitselect(yes.0, no.0, f32x4_lt(self.0, limit.0)))
    }

    /// Zero where the number is closer to it than `limit`; NaN stays.
    #[inline(always)]
    pub fn zero_below(self, limit: Self) -> Self {
        Self(v128_andnot(self.0, f32x4_lt(f32x4_abs(self.0), limit.0)))
    }

    /// Bit i is set where lane i is not zero; NaN is not.
    #[inline(always)]
    pub fn nonzero_bits(self) -> u32 {
        u32::from(i32x4_bitmask(f32x4_ne(self.0, f32x4_splat(0.0))))
    }

    /// The bytes of four words as numbers: a vector of the first (lowest) ones, one of the second ones, and so on.
    #[inline(always)]
    pub fn of_bytes([a, b, c, d]: [u32; 4]) -> [Self; 4] {
        let words = u32x4(a, b, c, d);
        [0, 8, 16, 24]
            .map(|shift| Self(f32x4_convert_i32x4(v128_and(u32x4_shr(words, shift), i32x4_splat(0xff)))))
    }

    /// The halves of four words as numbers, of each word the lower one first.
    #[inline(always)]
    pub fn of_halves([a, b, c, d]: [u32; 4]) -> [Self; 2] {
        let halves = u32x4(a, b, c, d);
        [u32x4_extend_low_u16x8(halves), u32x4_extend_high_u16x8(halves)]
            .map(|numbers| Self(f32x4_convert_i32x4(numbers)))
    }

    /// 2^n, where the low nine bits of `self` hold the integer n in -126..=127.
    #[inline(always)]
    pub fn two_to_the_low_bits(self) -> Self {
        Self(i32x4_add(i32x4_shl(self.0, 23), i32x4_splat(0x3f80_0000)))
    }

    /// Rows become columns.
    #[inline(always)]
    pub fn transpose([a, b, c, d]: [Self; 4]) -> [Self; 4] {
        let ab_low = i32x4_shuffle::<0, 4, 1, 5>(a.0, b.0);
        let ab_high = i32x4_shuffle::<2, 6, 3, 7>(a.0, b.0);
        let cd_low = i32x4_shuffle::<0, 4, 1, 5>(c.0, d.0);
        let cd_high = i32x4_shuffle::<2, 6, 3, 7>(c.0, d.0);
        [
            Self(i32x4_shuffle::<0, 1, 4, 5>(ab_low, cd_low)),
            Self(i32x4_shuffle::<2, 3, 6, 7>(ab_low, cd_low)),
            Self(i32x4_shuffle::<0, 1, 4, 5>(ab_high, cd_high)),
            Self(i32x4_shuffle::<2, 3, 6, 7>(ab_high, cd_high)),
        ]
    }
}

impl std::ops::Add for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(f32x4_add(self.0, other.0))
    }
}

impl std::ops::Sub for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(f32x4_sub(self.0, other.0))
    }
}

impl std::ops::Mul for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self(f32x4_mul(self.0, other.0))
    }
}

impl std::ops::Div for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        Self(f32x4_div(self.0, other.0))
    }
}

/// Bit i is set where byte i is not zero.
#[inline(always)]
pub fn nonzero_bytes(bytes: &[u8; 16]) -> u32 {
    // SAFETY: there are sixteen bytes.
    let bytes = unsafe { v128_load(bytes.as_ptr().cast()) };
    u32::from(i8x16_bitmask(i8x16_ne(bytes, i8x16_splat(0))))
}
