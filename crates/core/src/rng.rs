//! One generator for everything random: Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as
//! 1, 2, 3", 2011). It is counter-based, so that each use has a stream of its own and none depends on another.

/// What random numbers are for. Streams of the same seed do not overlap.
#[derive(Clone, Copy, Debug)]
pub enum Stream {
    /// Initial weights of a layer.
    Weights {
        /// The layer, from 0.
        layer: u32,
        /// Which of its variables, from 0.
        variable: u32,
    },
    /// Order of rows in an epoch.
    Order {
        /// The network's epoch, from 0.
        epoch: u32,
    },
    /// Noise of a layer in a step.
    Noise {
        /// The layer, from 0.
        layer: u32,
        /// The network's step, from 0.
        step: u64,
    },
    /// What an image is changed by.
    Augmentation {
        /// Passes over the images, from 0; below 2^28.
        pass: u32,
        /// The image's row in its data set.
        row: u32,
    },
}

impl Stream {
    fn counter(self) -> [u32; 2] {
        match self {
            // What a stream is for stands in the last four bits.
            Stream::Weights { layer, variable } => [layer, variable << 4],
            Stream::Order { epoch } => [epoch, 1],
            Stream::Augmentation { pass, row } => [row, pass << 4 | 3],
            // A network of 2^20 layers or 2^40 steps is not there.
            Stream::Noise { layer, step } => {
                [step as u32, (layer << 12) | ((step >> 32) as u32 & 0xff) << 4 | 2]
            }
        }
    }
}

/// The numbers of one stream of one seed.
pub struct Philox {
    key: [u32; 2],
    stream: [u32; 2],
    block: u64,
    ready: [u32; 4],
    left: usize,
}

impl Philox {
    /// The stream's beginning.
    pub fn new(seed: u64, stream: Stream) -> Self {
        Self {
            key: [seed as u32, (seed >> 32) as u32],
            stream: stream.counter(),
            block: 0,
            ready: [0; 4],
            left: 0,
        }
    }

    /// The block of 128 random bits with a number of its own, in any order.
    pub fn block(seed: u64, stream: Stream, index: [u32; 2]) -> [u32; 4] {
        let [low, high] = stream.counter();
        philox4x32_10([index[0], index[1], low, high], [seed as u32, (seed >> 32) as u32])
    }

    /// The next 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.left == 0 {
            let [low, high] = [self.block as u32, (self.block >> 32) as u32];
            self.ready = philox4x32_10([low, high, self.stream[0], self.stream[1]], self.key);
            self.block += 1;
            self.left = 4;
        }
        self.left -= 1;
        self.ready[3 - self.left]
    }

    /// A number in [0, 1): a multiple of 2^-24.
    pub fn uniform(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// A number from the normal distribution with mean 0 and deviation 1 (Box and Muller, 1958).
    pub fn normal(&mut self) -> f64 {
        let bits = [self.next_u32(), self.next_u32()];
        normals(bits)[0]
    }

    /// An integer in 0..bound, by multiplication (Lemire, 2019) of 64 bits, whose bias is below bound / 2^64.
    pub fn below(&mut self, bound: u32) -> u32 {
        let bits = u64::from(self.next_u32()) << 32 | u64::from(self.next_u32());
        ((u128::from(bits) * u128::from(bound)) >> 64) as u32
    }

    /// Puts the items in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

/// Two independent numbers from the normal distribution, of 64 random bits (Box and Muller, 1958).
pub fn normals([a, b]: [u32; 2]) -> [f64; 2] {
    const STEP: f64 = 1.0 / 4_294_967_296.0;
    // In (0, 1], so that the logarithm is finite.
    let radius = libm::sqrt(-2.0 * libm::log((f64::from(a) + 1.0) * STEP));
    let angle = std::f64::consts::TAU * f64::from(b) * STEP;
    [radius * libm::cos(angle), radius * libm::sin(angle)]
}

fn philox4x32_10(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for _ in 0..10 {
        let product0 = u64::from(counter[0]) * 0xD251_1F53;
        let product1 = u64::from(counter[2]) * 0xCD9E_8D57;
        counter = [
            (product1 >> 32) as u32 ^ counter[1] ^ key[0],
            product1 as u32,
            (product0 >> 32) as u32 ^ counter[3] ^ key[1],
            product0 as u32,
        ];
        key = [key[0].wrapping_add(0x9E37_79B9), key[1].wrapping_add(0xBB67_AE85)];
    }
    counter
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known answers that the authors publish with Random123 (kat_vectors).
    #[test]
    fn gives_the_published_answers() {
        let ones = u32::MAX;
        assert_eq!(philox4x32_10([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(philox4x32_10([ones; 4], [ones; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        assert_eq!(
            philox4x32_10([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn shuffles_into_a_permutation_that_depends_on_the_epoch() {
        let order = |epoch| {
            let mut items: Vec<u32> = (0..1000).collect();
            Philox::new(42, Stream::Order { epoch }).shuffle(&mut items);
            items
        };
        let mut sorted = order(0);
        assert_ne!(sorted, order(1));
        assert_eq!(sorted, order(0));
        sorted.sort_unstable();
        assert!(sorted.iter().copied().eq(0..1000));
    }

    #[test]
    fn bounded_numbers_are_even() {
        let mut generator = Philox::new(7, Stream::Order { epoch: 0 });
        let mut counts = [0u32; 10];
        for _ in 0..100_000 {
            counts[generator.below(10) as usize] += 1;
        }
        // Five standard deviations of a binomial with p = 0.1.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 475), "{counts:?}");
    }
}
