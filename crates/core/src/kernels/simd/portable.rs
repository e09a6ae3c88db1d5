/// Four floats, lane by lane.
#[derive(Clone, Copy)]
pub struct F32x4([f32; 4]);

impl F32x4 {
    #[inline(always)]
    fn map(self, f: impl Fn(f32) -> f32) -> Self {
        Self(self.0.map(f))
    }

    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(f32, f32) -> f32) -> Self {
        Self(std::array::from_fn(|lane| f(self.0[lane], other.0[lane])))
    }

    /// The same number in every lane.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self([value; 4])
    }

    /// # Safety
    /// Four floats must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller's promise.
        Self(unsafe { from.cast::<[f32; 4]>().read_unaligned() })
    }

    /// # Safety
    /// One float must be readable at `from`.
    #[inline(always)]
    pub unsafe fn load_splat(from: *const f32) -> Self {
        // SAFETY: the caller's promise.
        Self::splat(unsafe { *from })
    }

    /// # Safety
    /// Four floats must be writable at `to`.
    #[inline(always)]
    pub unsafe fn store(self, to: *mut f32) {
        // SAFETY: the caller's promise.
        unsafe { to.cast::<[f32; 4]>().write_unaligned(self.0) }
    }

    /// The lanes.
    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        self.0
    }

    /// A vector of these lanes.
    #[inline(always)]
    pub fn from_array(lanes: [f32; 4]) -> Self {
        Self(lanes)
    }

    /// Lane-wise square root.
    #[inline(always)]
    pub fn sqrt(self) -> Self {
        self.map(f32::sqrt)
    }

    /// `floor` where `self` is below it; NaN stays.
    #[inline(always)]
    pub fn at_least(self, floor: Self) -> Self {
        self.zip(floor, |x, floor| if x < floor { floor } else { x })
    }

    /// `ceiling` where `self` is above it; NaN stays.
    #[inline(always)]
    pub fn at_most(self, ceiling: Self) -> Self {
        self.zip(ceiling, |x, ceiling| if ceiling < x { ceiling } else { x })
    }

    /// Without the sign.
    #[inline(always)]
    pub fn abs(self) -> Self {
        self.map(f32::abs)
    }

    /// `self`, which is not negative, with the signs of `other`.
    #[inline(always)]
    pub fn with_sign_of(self, other: Self) -> Self {
        self.zip(other, |x, sign| f32::from_bits(x.to_bits() | sign.to_bits() & 0x8000_0000))
    }

    /// `yes` where `self < limit`, else `no`.
    #[inline(always)]
    pub fn select_below(self, limit: Self, yes: Self, no: Self) -> Self {
        Self(std::array::from_fn(|lane| if self.0[lane] < limit.0[lane] { yes.0[lane] } else { no.0[lane] }))
    }

    /// Zero where the number is closer to it than `limit`; NaN stays.
    #[inline(always)]
    pub fn zero_below(self, limit: Self) -> Self {
        self.zip(limit, |x, limit| if x.abs() < limit { 0.0 } else { x })
    }

    /// Bit i is set where lane i is not zero; NaN is not.
    #[inline(always)]
    pub fn nonzero_bits(self) -> u32 {
        (0..4).map(|lane| u32::from(self.0[lane] != 0.0) << lane).sum()
    }

    /// The bytes of four words as numbers: a vector of the first (lowest) ones, one of the second ones, and so on.
    #[inline(always)]
    pub fn of_bytes(words: [u32; 4]) -> [Self; 4] {
        [0, 8, 16, 24].map(|shift| Self(words.map(|word| (word >> shift & 0xff) as f32)))
    }

    /// The halves of four words as numbers, of each word the lower one first.
    #[inline(always)]
    pub fn of_halves([a, b, c, d]: [u32; 4]) -> [Self; 2] {
        let halves = |word: u32| [(word & 0xffff) as f32, (word >> 16) as f32];
        [[a, b], [c, d]].map(|words| {
            let [[a, b], [c, d]] = words.map(halves);
            Self([a, b, c, d])
        })
    }

    /// 2^n, where the low nine bits of `self` hold the integer n in -126..=127.
    #[inline(always)]
    pub fn two_to_the_low_bits(self) -> Self {
        self.map(|x| f32::from_bits((x.to_bits() << 23).wrapping_add(0x3f80_0000)))
    }

    /// Rows become columns.
    #[inline(always)]
    pub fn transpose(rows: [Self; 4]) -> [Self; 4] {
        std::array::from_fn(|column| Self(std::array::from_fn(|row| rows[row].0[column])))
    }
}

impl std::ops::Add for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.zip(other, |a, b| a + b)
    }
}

impl std::ops::Sub for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a - b)
    }
}

impl std::ops::Mul for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.zip(other, |a, b| a * b)
    }
}

impl std::ops::Div for F32x4 {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.zip(other, |a, b| a / b)
    }
}

/// Bit i is set where byte i is not zero.
#[inline(always)]
pub fn nonzero_bytes(bytes: &[u8; 16]) -> u32 {
    bytes.iter().enumerate().map(|(i, byte)| u32::from(*byte != 0) << i).sum()
}
