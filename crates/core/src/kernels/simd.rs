//! Four floats at a time. The same code on WASM, on x86-64 and, lane by lane, everywhere else: all three give the same
//! bits, since every operation here is exact IEEE arithmetic, and none is fused but `plus_product` in fused builds.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[path = "simd/wasm.rs"]
mod lanes;

#[cfg(target_arch = "x86_64")]
#[path = "simd/sse.rs"]
mod lanes;

#[cfg(not(any(all(target_arch = "wasm32", target_feature = "simd128"), target_arch = "x86_64")))]
#[path = "simd/portable.rs"]
mod lanes;

/// The lane-by-lane version beside the machine's own, to compare them.
#[cfg(all(test, target_arch = "x86_64"))]
#[path = "simd/portable.rs"]
mod portable;

pub use lanes::{F32x4, nonzero_bytes};

/// Lanes of a vector.
pub const LANES: usize = 4;

/// The larger of two numbers, for loops: with relaxed SIMD, LLVM would make relaxed maxima of `f32::max` in one, whose
/// NaNs and zeros are the processor's.
#[inline(always)]
pub fn larger(a: f32, b: f32) -> f32 {
    if cfg!(feature = "fused") { F32x4::splat(a).at_least(F32x4::splat(b)).to_array()[0] } else { a.max(b) }
}

/// The smaller one, likewise.
#[inline(always)]
pub fn smaller(a: f32, b: f32) -> f32 {
    if cfg!(feature = "fused") { F32x4::splat(a).at_most(F32x4::splat(b)).to_array()[0] } else { a.min(b) }
}

impl F32x4 {
    /// Four numbers that lie side by side.
    #[inline(always)]
    pub fn read(from: &[f32; LANES]) -> Self {
        // SAFETY: they are there.
        unsafe { Self::load(from.as_ptr()) }
    }

    /// The opposite of `read`.
    #[inline(always)]
    pub fn write(self, to: &mut [f32; LANES]) {
        // SAFETY: they are there.
        unsafe { self.store(to.as_mut_ptr()) }
    }

    /// `self + a * b`, rounded twice; in fused builds once.
    #[inline(always)]
    pub fn plus_product(self, a: Self, b: Self) -> Self {
        if cfg!(feature = "fused") { self.plus_product_fused(a, b) } else { self + a * b }
    }

    /// Lane by lane, of which the compiler makes an instruction for all four where the processor is known to have it.
    #[cfg(not(target_feature = "relaxed-simd"))]
    #[inline(always)]
    fn plus_product_fused(self, a: Self, b: Self) -> Self {
        let [sum, a, b] = [self, a, b].map(Self::to_array);
        Self::from_array(std::array::from_fn(|lane| a[lane].mul_add(b[lane], sum[lane])))
    }

    /// max(x, 0); NaN stays NaN.
    #[inline(always)]
    pub fn relu(self) -> Self {
        self.at_least(Self::splat(0.0))
    }

    /// e^x to about one unit in the last place, for x clamped to the range of normal floats (Cephes, expf).
    #[inline(always)]
    pub fn exp(self) -> Self {
        let x = self.at_least(Self::splat(-87.33)).at_most(Self::splat(88.37));
        // Adding 1.5 * 2^23 leaves x / ln 2, rounded to an integer, in the low bits.
        let magic = Self::splat(12_582_912.0);
        let rounded = x * Self::splat(std::f32::consts::LOG2_E) + magic;
        let n = rounded - magic;
        // ln 2 in two parts, so that r = x - n ln 2 keeps its digits.
        let r = x - n * Self::splat(0.693_359_4) - n * Self::splat(-2.121_944_4e-4);
        let mut p = Self::splat(1.987_569_1e-4);
        for coefficient in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 5e-1] {
            p = Self::splat(coefficient).plus_product(p, r);
        }
        let e = p * (r * r) + r + Self::splat(1.0);
        e * rounded.two_to_the_low_bits()
    }

    /// 1 / (1 + e^-x)
    #[inline(always)]
    pub fn sigmoid(self) -> Self {
        let one = Self::splat(1.0);
        one / (one + (Self::splat(0.0) - self).exp())
    }

    /// tanh(x): a polynomial near zero, where 1 - 2 / (e^2x + 1) would cancel (Cephes, tanhf).
    #[inline(always)]
    pub fn tanh(self) -> Self {
        let one = Self::splat(1.0);
        let x = self.abs();
        let far = one - Self::splat(2.0) / ((x + x).exp() + one);
        let z = x * x;
        let mut p = Self::splat(-5.704_988_7e-3);
        for coefficient in [2.063_909e-2, -5.373_971_6e-2, 1.333_144_2e-1, -3.333_328e-1] {
            p = Self::splat(coefficient).plus_product(p, z);
        }
        let near = x.plus_product(p * z, x);
        x.select_below(Self::splat(0.625), near, far).with_sign_of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(values: &[f32], f: impl Fn(F32x4) -> F32x4) -> Vec<f32> {
        values.iter().map(|&value| f(F32x4::splat(value)).to_array()[1]).collect()
    }

    fn numbers(from: f32, to: f32) -> Vec<f32> {
        (0..=20_000).map(|i| from + (to - from) * i as f32 / 20_000.0).collect()
    }

    fn close(values: &[f32], ours: impl Fn(F32x4) -> F32x4, exact: impl Fn(f64) -> f64, tolerance: f64) {
        for (&x, y) in values.iter().zip(map(values, ours)) {
            let expected = exact(f64::from(x));
            let error = (f64::from(y) - expected).abs() / expected.abs().max(1e-38);
            assert!(error <= tolerance, "f({x}) = {y}, not {expected}: relative error {error:e}");
        }
    }

    #[test]
    fn exp_is_right_to_the_last_place() {
        close(&numbers(-87.0, 88.0), F32x4::exp, f64::exp, 2e-7);
    }

    #[test]
    fn sigmoid_is_right() {
        close(&numbers(-80.0, 80.0), F32x4::sigmoid, |x| 1.0 / (1.0 + (-x).exp()), 4e-7);
    }

    #[test]
    fn tanh_is_right() {
        close(&numbers(-12.0, 12.0), F32x4::tanh, f64::tanh, 3e-7);
        assert_eq!(map(&[-0.0, 0.0, 1e-20, 1e4, -1e4], F32x4::tanh), [-0.0, 0.0, 1e-20, 1.0, -1.0]);
    }

    #[test]
    fn extremes_stay_in_range() {
        assert_eq!(map(&[1e4, f32::INFINITY], F32x4::sigmoid), [1.0, 1.0]);
        assert!(map(&[-1e4, f32::NEG_INFINITY], F32x4::sigmoid).iter().all(|&p| (0.0..1e-38).contains(&p)));
        assert!(map(&[f32::NAN], F32x4::exp)[0].is_nan() && map(&[f32::NAN], F32x4::relu)[0].is_nan());
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn lane_by_lane_gives_the_same_bits() {
        use super::portable::F32x4 as Plain;
        let values = [-3.5, -0.0, 0.0, 0.3, 1.0, 7.25, 1e-40, 3e38, f32::INFINITY, f32::NAN];
        let bits =
            |lanes: [f32; 4]| lanes.map(|lane| if lane.is_nan() { 0x7fc0_0000 } else { lane.to_bits() });
        for a in values {
            for b in values {
                let [x, y] = [a, b].map(F32x4::splat);
                let [p, q] = [a, b].map(Plain::splat);
                let pairs = [
                    ((x + y).to_array(), (p + q).to_array()),
                    ((x - y).to_array(), (p - q).to_array()),
                    ((x * y).to_array(), (p * q).to_array()),
                    ((x / y).to_array(), (p / q).to_array()),
                    (x.abs().sqrt().to_array(), p.abs().sqrt().to_array()),
                    (x.at_least(y).to_array(), p.at_least(q).to_array()),
                    (x.at_most(y).to_array(), p.at_most(q).to_array()),
                    (x.with_sign_of(y).to_array(), p.with_sign_of(q).to_array()),
                    (x.select_below(y, x, y).to_array(), p.select_below(q, p, q).to_array()),
                    (x.zero_below(y).to_array(), p.zero_below(q).to_array()),
                    (x.two_to_the_low_bits().to_array(), p.two_to_the_low_bits().to_array()),
                ];
                assert_eq!(x.nonzero_bits(), p.nonzero_bits());
                for (i, (ours, plain)) in pairs.into_iter().enumerate() {
                    assert_eq!(bits(ours), bits(plain), "operation {i} of {a} and {b}");
                }
            }
        }
        let words = [0x0180_ff7f, 0xffff_ffff, 0, 0x8001_0203];
        assert_eq!(F32x4::of_bytes(words).map(F32x4::to_array), Plain::of_bytes(words).map(Plain::to_array));
        assert_eq!(F32x4::of_bytes(words)[2].to_array(), [128.0, 255.0, 0.0, 1.0]);
        assert_eq!(
            F32x4::of_halves(words).map(F32x4::to_array),
            Plain::of_halves(words).map(Plain::to_array)
        );
        assert_eq!(F32x4::of_halves(words)[1].to_array(), [0.0, 0.0, 515.0, 32_769.0]);
        for byte in 0..=u8::MAX {
            let bytes = std::array::from_fn(|i| byte.rotate_left(i as u32) & (i as u8 | 0x80));
            assert_eq!(nonzero_bytes(&bytes), portable::nonzero_bytes(&bytes));
        }
        let mut memory = [1.0, 2.0, 3.0, 4.0, 5.0];
        // SAFETY: each reads or writes within the array.
        unsafe {
            let loaded = Plain::load(memory.as_ptr().add(1));
            assert_eq!(loaded.to_array(), F32x4::load(memory.as_ptr().add(1)).to_array());
            let splat = Plain::load_splat(memory.as_ptr().add(2));
            assert_eq!(splat.to_array(), F32x4::load_splat(memory.as_ptr().add(2)).to_array());
            loaded.store(memory.as_mut_ptr());
            F32x4::from_array([9.0; 4]).store(memory.as_mut_ptr().add(1));
        }
        assert_eq!(memory, [2.0, 9.0, 9.0, 9.0, 9.0]);
        let rows =
            [[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0], [13.0, 14.0, 15.0, 16.0]];
        assert_eq!(
            F32x4::transpose(rows.map(F32x4::from_array)).map(F32x4::to_array),
            Plain::transpose(rows.map(Plain::from_array)).map(Plain::to_array)
        );
    }
}
