use super::Adafactor;
use crate::kernels::simd::{F32x4, LANES};
use crate::schedules::Schedule;

/// First moments closer to zero than this become zero: they fade towards numbers too small for the normal format of
/// floats, with which many processors are a hundred times slower. With Keras's constants they move a weight by 1e-24.
pub const LEAST_FIRST: f32 = 1e-28;

/// Second moments below this become zero: their root is 1e-8 of epsilon.
pub const LEAST_SECOND: f32 = 1e-30;

/// Steps from one look at the slots to the next. In between, Keras's constants let a first moment fade by 1e-3.
pub const FLUSHED_EVERY: u64 = 64;

/// What an optimizer does to four weights: pure, lane by lane. Slots are what it keeps of each weight.
pub trait Rule<const SLOTS: usize>: Copy + Send + Sync {
    /// The new weights.
    fn update(&self, weight: F32x4, gradient: F32x4, slots: &mut [F32x4; SLOTS]) -> F32x4;
}

impl<const SLOTS: usize, Update> Rule<SLOTS> for Update
where
    Update: Fn(F32x4, F32x4, &mut [F32x4; SLOTS]) -> F32x4 + Copy + Send + Sync,
{
    #[inline(always)]
    fn update(&self, weight: F32x4, gradient: F32x4, slots: &mut [F32x4; SLOTS]) -> F32x4 {
        self(weight, gradient, slots)
    }
}

/// What is kept of each weight.
#[derive(Clone, Copy)]
pub struct Slot {
    /// Keras's name of it, as in files.
    pub name: &'static str,
    /// What it is at first.
    pub initial: f32,
    /// Numbers closer to zero than this become zero.
    pub least: f32,
}

impl Slot {
    /// A mean of gradients.
    pub const fn first(name: &'static str) -> Self {
        Self { name, initial: 0.0, least: LEAST_FIRST }
    }

    /// A mean of squares.
    pub const fn second(name: &'static str) -> Self {
        Self { name, initial: 0.0, least: LEAST_SECOND }
    }
}

/// Steps that have been taken, and what an optimizer keeps of them.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Batches that have been learned from.
    pub batches: u64,
    /// Nadam's product of momentums.
    pub product: f64,
}

impl Clock {
    pub const START: Self = Self { batches: 0, product: 1.0 };
}

/// A step to be taken.
#[derive(Clone, Copy)]
pub struct Step {
    /// Which one, from 1.
    pub t: u64,
    /// The learning rate.
    pub rate: f32,
    /// Nadam's product of momentums before it.
    pub product: f64,
}

impl Step {
    /// The step after the clock's, where so many batches make one.
    pub fn after(clock: Clock, schedule: &Schedule, batches_a_step: u64) -> Self {
        Self {
            t: clock.batches / batches_a_step.max(1) + 1,
            rate: schedule.rate(clock.batches) as f32,
            product: clock.product,
        }
    }

    /// 1 - beta^t, in 32 bits at every operation but the power, as Keras on TensorFlow has it.
    pub fn one_minus_power(&self, beta: f64) -> f32 {
        1.0 - power(f64::from(beta as f32), self.t) as f32
    }
}

/// `base` to the power of `exponent` by squaring: the same bits everywhere, which the host's `powi` does not promise.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut result = 1.0;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result *= base;
        }
        base *= base;
        exponent >>= 1;
    }
    result
}

/// How an optimizer works.
pub trait Method: Send + Sync {
    /// The learning rate.
    fn schedule(&self) -> &Schedule;

    /// What is kept of each weight.
    fn slots(&self) -> Vec<Slot>;

    /// Moves pieces of the weights.
    fn update(&self, step: Step, tiles: Tiles);

    /// Nadam's product of momentums after a step.
    fn product_after(&self, step: Step) -> f64 {
        step.product
    }

    /// How it works if pieces cannot be moved by themselves.
    fn factored(&self) -> Option<&Adafactor> {
        None
    }
}

/// Slots that the hungriest optimizer has.
pub const MOST_SLOTS: usize = 3;

/// A piece of all weights, with its gradients and slots; whole vectors.
pub struct Tile<'a> {
    pub weights: &'a mut [f32],
    pub gradients: &'a mut [f32],
    pub slots: [&'a mut [f32]; MOST_SLOTS],
}

/// The pieces that are to be moved in a step.
pub struct Tiles<'a, 'tile>(pub &'a mut dyn Iterator<Item = Tile<'tile>>);

impl Tiles<'_, '_> {
    /// Applies a rule to each four weights.
    #[inline(always)]
    pub fn apply<const SLOTS: usize>(self, rule: impl Rule<SLOTS>) {
        for Tile { weights, gradients, slots } in self.0 {
            let (weights, _) = weights.as_chunks_mut::<LANES>();
            // All of one length, or the loop would leave early if an index were too large: V8 moves what such a loop
            // needs, the rule's constants with all their divisions, into it.
            let gradients = &gradients.as_chunks::<LANES>().0[..weights.len()];
            let mut slots = slots.into_iter().map(|slot| slot.as_chunks_mut::<LANES>().0);
            let slots: [&mut [[f32; LANES]]; SLOTS] =
                std::array::from_fn(|_| &mut slots.next().unwrap_or_default()[..weights.len()]);
            for (i, (weight, gradient)) in weights.iter_mut().zip(gradients).enumerate() {
                let mut values: [F32x4; SLOTS] = std::array::from_fn(|s| F32x4::read(&slots[s][i]));
                let new = rule.update(F32x4::read(weight), F32x4::read(gradient), &mut values);
                new.write(weight);
                for (s, value) in values.into_iter().enumerate() {
                    value.write(&mut slots[s][i]);
                }
            }
        }
    }
}
