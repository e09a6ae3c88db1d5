//! One parallel region for many steps: every member of a team runs the same function, with barriers between its phases.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often a waiting member looks before it sleeps. A look takes about a nanosecond in WASM, where nothing slows the
/// loop down, and tens of nanoseconds natively, where the processor is told to pause; falling asleep and being woken
/// costs 10 to 50 microseconds, a whole phase of a step.
const PATIENT: u32 = if cfg!(target_arch = "wasm32") { 200_000 } else { 20_000 };

/// The same with more members than cores: the one that is waited for may need the core.
#[cfg(feature = "threads")]
const CROWDED: u32 = 200;

/// How long a member sleeps at most before it looks again.
const NAP: Duration = Duration::from_millis(50);

/// What the caller calls after each nap of 50 ms in which it waited in vain for another member, with how many it has
/// been in a row. A thread of a process cannot die alone, but a worker of a page or of Node can: where threads are
/// workers, this must tell when one has, and then not return.
pub type Overdue = fn(u32);

/// A number of threads that work together, the caller's included.
pub struct Team {
    threads: usize,
    looks: u32,
    overdue: Overdue,
    #[cfg(feature = "threads")]
    pool: Option<rayon::ThreadPool>,
}

/// One thread of a team at work.
#[derive(Clone, Copy)]
pub(crate) struct Member<'a> {
    /// Which one, from 0 (the caller).
    pub index: usize,
    /// How many there are.
    pub threads: usize,
    barrier: &'a Barrier,
    overdue: Overdue,
}

impl Team {
    /// The caller alone.
    pub fn single() -> Self {
        Self {
            threads: 1,
            looks: PATIENT,
            overdue: |_| {},
            #[cfg(feature = "threads")]
            pool: None,
        }
    }

    /// The caller and the `threads - 1` threads of rayon's global pool, which must have exactly so many, on a machine
    /// with `cores` cores.
    #[cfg(feature = "threads")]
    pub fn of_global_pool(threads: usize, cores: usize, overdue: Overdue) -> Self {
        Self { threads, looks: looks(threads, cores), overdue, pool: None }
    }

    /// The caller and `threads - 1` threads of its own.
    #[cfg(feature = "threads")]
    pub fn new(threads: usize) -> Result<Self, rayon::ThreadPoolBuildError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let pool = match threads {
            0 | 1 => None,
            _ => Some(rayon::ThreadPoolBuilder::new().num_threads(threads - 1).build()?),
        };
        Ok(Self { threads: threads.max(1), looks: looks(threads, cores), overdue: |_| {}, pool })
    }

    /// How many threads work.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Runs `work` once on every member at the same time.
    pub(crate) fn run(&self, work: impl Fn(Member) + Sync) {
        let barrier = Barrier::new(self.threads as u32, self.looks);
        let member =
            |index| Member { index, threads: self.threads, barrier: &barrier, overdue: self.overdue };
        #[cfg(feature = "threads")]
        if self.threads > 1 {
            // The pool would wait for a member that has died for ever: everybody meets here first.
            let work = &|member: Member| {
                work(member);
                member.wait();
            };
            let member = &member;
            macro_rules! region {
                ($($in_place_scope:tt)+) => {
                    $($in_place_scope)+(|scope| {
                        scope.spawn_broadcast(|_, context| work(member(context.index() + 1)));
                        work(member(0));
                    })
                };
            }
            return match &self.pool {
                Some(pool) => region!(pool.in_place_scope),
                None => region!(rayon::in_place_scope),
            };
        }
        work(member(0));
    }
}

#[cfg(feature = "threads")]
fn looks(threads: usize, cores: usize) -> u32 {
    if threads > cores { CROWDED } else { PATIENT }
}

impl Member<'_> {
    /// Waits until every member is here.
    #[inline]
    pub fn wait(&self) {
        self.barrier.wait(|naps| {
            if self.index == 0 {
                (self.overdue)(naps);
            }
        });
    }

    /// This member's share of `count` things in fixed order, in whole blocks.
    pub fn share(&self, count: usize, block: usize) -> std::ops::Range<usize> {
        let blocks = count.div_ceil(block);
        let bound = |index: usize| (blocks * index / self.threads * block).min(count);
        bound(self.index)..bound(self.index + 1)
    }
}

/// Spins for a while, then sleeps.
struct Barrier {
    members: u32,
    looks: u32,
    arrived: AtomicU32,
    round: AtomicU32,
    sleepers: AtomicU32,
    lock: Mutex<()>,
    wake: Condvar,
}

impl Barrier {
    fn new(members: u32, looks: u32) -> Self {
        Self {
            members,
            looks,
            arrived: AtomicU32::new(0),
            round: AtomicU32::new(0),
            sleepers: AtomicU32::new(0),
            lock: Mutex::new(()),
            wake: Condvar::new(),
        }
    }

    fn wait(&self, overdue: impl Fn(u32)) {
        if self.members == 1 {
            return;
        }
        let round = self.round.load(Ordering::Relaxed);
        if self.arrived.fetch_add(1, Ordering::AcqRel) + 1 == self.members {
            self.arrived.store(0, Ordering::Relaxed);
            // In one order with the sleeper's two: either it sees the new round, or we see the sleeper.
            self.round.store(round.wrapping_add(1), Ordering::SeqCst);
            if self.sleepers.load(Ordering::SeqCst) > 0 {
                drop(self.lock.lock().unwrap_or_else(PoisonError::into_inner));
                self.wake.notify_all();
            }
            return;
        }
        for _ in 0..self.looks {
            if self.round.load(Ordering::Acquire) != round {
                return;
            }
            std::hint::spin_loop();
        }
        let mut guard = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        self.sleepers.fetch_add(1, Ordering::SeqCst);
        for nap in 1.. {
            if self.round.load(Ordering::SeqCst) != round {
                break;
            }
            let (woken, result) = self.wake.wait_timeout(guard, NAP).unwrap_or_else(PoisonError::into_inner);
            guard = woken;
            if result.timed_out() {
                overdue(nap);
            }
        }
        self.sleepers.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_cover_everything_once_in_whole_blocks() {
        let barrier = Barrier::new(1, 0);
        for threads in 1..6 {
            for count in 0..40 {
                let mut next = 0;
                for index in 0..threads {
                    let share = Member { index, threads, barrier: &barrier, overdue: |_| {} }.share(count, 4);
                    assert!(share.start == next && (share.start.is_multiple_of(4) || share.is_empty()));
                    next = share.end;
                }
                assert_eq!(next, count);
            }
        }
    }

    #[cfg(feature = "threads")]
    #[test]
    fn nobody_passes_a_barrier_early() {
        for (threads, looks) in [(2, PATIENT), (3, CROWDED), (4, 0)] {
            let team = Team { looks, ..Team::new(threads).unwrap() };
            let steps: Vec<AtomicU32> = (0..threads).map(|_| AtomicU32::new(0)).collect();
            team.run(|member| {
                for step in 1..=500 {
                    steps[member.index].store(step, Ordering::Relaxed);
                    member.wait();
                    for other in &steps {
                        assert_eq!(other.load(Ordering::Relaxed), step);
                    }
                    member.wait();
                }
            });
        }
    }

    #[cfg(feature = "threads")]
    #[test]
    fn the_caller_is_told_how_long_it_waits() {
        static NAPS: AtomicU32 = AtomicU32::new(0);
        let team =
            Team { looks: 0, overdue: |naps| NAPS.store(naps, Ordering::Relaxed), ..Team::new(2).unwrap() };
        team.run(|member| {
            if member.index == 1 {
                std::thread::sleep(NAP * 4);
            }
        });
        assert!((2..=4).contains(&NAPS.load(Ordering::Relaxed)));
    }
}
