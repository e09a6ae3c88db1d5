//! SSE2 belongs to every x86-64 processor, so that its instructions need no detection.

use std::arch::x86_64::{
    __m128, _mm_add_epi32, _mm_add_ps, _mm_and_ps, _mm_and_si128, _mm_andnot_ps, _mm_castps_si128,
    _mm_castsi128_ps, _mm_cmpeq_epi8, _mm_cmplt_ps, _mm_cmpneq_ps, _mm_cvtepi32_ps, _mm_div_ps, _mm_loadu_ps,
    _mm_loadu_si128, _mm_max_ps, _mm_min_ps, _mm_movehl_ps, _mm_movelh_ps, _mm_movemask_epi8,
    _mm_movemask_ps, _mm_mul_ps, _mm_or_ps, _mm_set_ps, _mm_set1_epi32, _mm_set1_ps, _mm_setr_epi32,
    _mm_setzero_ps, _mm_setzero_si128, _mm_slli_epi32, _mm_sqrt_ps, _mm_srli_epi32, _mm_storeu_ps,
    _mm_sub_ps, _mm_unpackhi_epi16, _mm_unpackhi_ps, _mm_unpacklo_epi16, _mm_unpacklo_ps,
};

/// Four floats in an SSE register.
#[derive(Clone, Copy)]
pub struct F32x4(__m128);

/// Calls instructions of SSE2.
macro_rules! sse {
    ($call:expr) => {{
        // SAFETY: every x86-64 processor has SSE2; the pointers, where there are any, are the caller's promise.
        #[allow(unused_unsafe)]
        unsafe {
            $call
        }
    }};
}

impl F32x4 {
    /// The same number in every lane.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self(sse!(_mm_set1_ps(value)))
    }

    /// # Safety
    /// Four floats must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load(from: *const f32) -> Self {
        Self(sse!(_mm_loadu_ps(from)))
    }

    /// # Safety
    /// One float must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load_splat(from: *const f32) -> Self {
        Self(sse!(_mm_set1_ps(*from)))
    }

    /// # Safety
    /// Four floats must be writable at `to`.
    #[inline(always)]
    pub unsafe fn store(self, to: *mut f32) {
        sse!(_mm_storeu_ps(to, self.0));
    }

    /// The lanes.
    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        let mut lanes = [0.0; 4];
        sse!(_mm_storeu_ps(lanes.as_mut_ptr(), self.0));
        lanes
    }

    /// A vector of these lanes.
    #[inline(always)]
    pub fn from_array([a, b, c, d]: [f32; 4]) -> Self {
        Self(sse!(_mm_set_ps(d, c, b, a)))
    }

    /// Lane-wise square root.
    #[inline(always)]
    pub fn sqrt(self) -> Self {
        Self(sse!(_mm_sqrt_ps(self.0)))
    }

    /// `floor` where `self` is below it; NaN stays: the instruction gives its second operand where one is NaN.
    #[inline(always)]
    pub fn at_least(self, floor: Self) -> Self {
        Self(sse!(_mm_max_ps(floor.0, self.0)))
    }

    /// `ceiling` where `self` is above it; NaN stays.
    #[inline(always)]
    pub fn at_most(self, ceiling: Self) -> Self {
        Self(sse!(_mm_min_ps(ceiling.0, self.0)))
    }

    /// Without the sign.
    #[inline(always)]
    pub fn abs(self) -> Self {
        Self(sse!(_mm_andnot_ps(_mm_set1_ps(-0.0), self.0)))
    }

    /// `self`, which is not negative, with the signs of `other`.
    #[inline(always)]
    pub fn with_sign_of(self, other: Self) -> Self {
        Self(sse!(_mm_or_ps(self.0, _mm_and_ps(other.0, _mm_set1_ps(-0.0)))))
    }

    /// `yes` where `self < limit`, else `no`.
    #[inline(always)]
    pub fn select_below(self, limit: Self, yes: Self, no: Self) -> Self {
        let below = sse!(_mm_cmplt_ps(self.0, limit.0));
        Self(sse!(_mm_or_ps(_mm_and_ps(below, yes.0), _mm_andnot_ps(below, no.0))))
    }

    /// Zero where the number is closer to it than `limit`; NaN stays.
    #[inline(always)]
    pub fn zero_below(self, limit: Self) -> Self {
        Self(sse!(_mm_andnot_ps(_mm_cmplt_ps(self.abs().0, limit.0), self.0)))
    }

    /// Bit i is set where lane i is not zero; NaN is not.
    #[inline(always)]
    pub fn nonzero_bits(self) -> u32 {
        sse!(_mm_movemask_ps(_mm_cmpneq_ps(self.0, _mm_setzero_ps()))) as u32
    }

    /// The bytes of four words as numbers: a vector of the first (lowest) ones, one of the second ones, and so on.
    #[inline(always)]
    pub fn of_bytes(words: [u32; 4]) -> [Self; 4] {
        let [a, b, c, d] = words.map(u32::cast_signed);
        sse!({
            let (words, byte) = (_mm_setr_epi32(a, b, c, d), _mm_set1_epi32(0xff));
            [words, _mm_srli_epi32::<8>(words), _mm_srli_epi32::<16>(words), _mm_srli_epi32::<24>(words)]
                .map(|words| Self(_mm_cvtepi32_ps(_mm_and_si128(words, byte))))
        })
    }

    /// The halves of four words as numbers, of each word the lower one first.
    #[inline(always)]
    pub fn of_halves(words: [u32; 4]) -> [Self; 2] {
        let [a, b, c, d] = words.map(u32::cast_signed);
        sse!({
            let (halves, zero) = (_mm_setr_epi32(a, b, c, d), _mm_setzero_si128());
            [_mm_unpacklo_epi16(halves, zero), _mm_unpackhi_epi16(halves, zero)]
                .map(|numbers| Self(_mm_cvtepi32_ps(numbers)))
        })
    }

    /// 2^n, where the low nine bits of `self` hold the integer n in -126..=127.
    #[inline(always)]
    pub fn two_to_the_low_bits(self) -> Self {
        let exponents = sse!(_mm_slli_epi32::<23>(_mm_castps_si128(self.0)));
        Self(sse!(_mm_castsi128_ps(_mm_add_epi32(exponents, _mm_set1_epi32(0x3f80_0000)))))
    }

    /// Rows become columns.
    #[inline(always)]
    pub fn transpose([a, b, c, d]: [Self; 4]) -> [Self; 4] {
        sse!({
            let ab_low = _mm_unpacklo_ps(a.0, b.0);
            let ab_high = _mm_unpackhi_ps(a.0, b.0);
            let cd_low = _mm_unpacklo_ps(c.0, d.0);
            let cd_high = _mm_unpackhi_ps(c.0, d.0);
            [
                Self(_mm_movelh_ps(ab_low, cd_low)),
                Self(_mm_movehl_ps(cd_low, ab_low)),
                Self(_mm_movelh_ps(ab_high, cd_high)),
                Self(_mm_movehl_ps(cd_high, ab_high)),
            ]
        })
    }
}

impl std::ops::Add for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(sse!(_mm_add_ps(self.0, other.0)))
    }
}

impl std::ops::Sub for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(sse!(_mm_sub_ps(self.0, other.0)))
    }
}

impl std::ops::Mul for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self(sse!(_mm_mul_ps(self.0, other.0)))
    }
}

impl std::ops::Div for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        Self(sse!(_mm_div_ps(self.0, other.0)))
    }
}

/// Bit i is set where byte i is not zero.
#[inline(always)]
pub fn nonzero_bytes(bytes: &[u8; 16]) -> u32 {
    let bytes = sse!(_mm_loadu_si128(bytes.as_ptr().cast()));
    !sse!(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_setzero_si128()))) as u32 & 0xffff
}
