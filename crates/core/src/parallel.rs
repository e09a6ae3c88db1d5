//! One parallel region for many steps: every member of a team runs the same function, with barriers between its phases.

mod barrier;
mod portion;

use std::ops::Range;
use std::sync::atomic::AtomicU32;

use barrier::Barrier;
pub(crate) use portion::Portion;
use portion::part_of;

/// What the caller calls after each nap of 50 ms in which it waited in vain for another member, with how many it has
/// been in a row. A thread of a process cannot die alone, but a worker of a page or of Node can: where threads are
/// workers, this must tell when one has, and then not return.
pub type Overdue = fn(u32);

/// A clock, in milliseconds: WASM has none of its own.
pub type Clock = fn() -> f64;

/// A number of threads that work together, the caller's included.
pub struct Team {
    threads: usize,
    /// There are cores for all, as far as was told.
    patient: bool,
    /// Only as many work as have enough to do.
    sparing: bool,
    /// Products that a member does, about, before the caller gets its turn.
    turn: f64,
    clock: Clock,
    /// Below `CROWD` how it looks, above it how many naps there have been since it looked like a crowd.
    crowd: AtomicU32,
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
    /// The thread, which has room of its own: one that does its work in pieces is many members, one after the other.
    pub thread: usize,
    barrier: &'a Barrier<'a>,
    /// For those who meet without the others, each of which has the one of its first member.
    groups: &'a [Barrier<'a>],
}

impl Team {
    /// The caller alone.
    pub fn single() -> Self {
        Self {
            threads: 1,
            patient: false,
            sparing: false,
            turn: f64::INFINITY,
            clock: || 0.0,
            crowd: AtomicU32::new(0),
            overdue: |_| {},
            #[cfg(feature = "threads")]
            pool: None,
        }
    }

    /// The caller and the `threads - 1` threads of rayon's global pool, which must have exactly so many, on a machine
    /// with `cores` cores.
    #[cfg(feature = "threads")]
    pub fn of_global_pool(threads: usize, cores: usize, clock: Clock, overdue: Overdue) -> Self {
        Self {
            threads,
            patient: threads <= cores,
            sparing: false,
            turn: f64::INFINITY,
            clock,
            crowd: AtomicU32::new(0),
            overdue,
            pool: None,
        }
    }

    /// The caller and `threads - 1` threads of its own.
    #[cfg(feature = "threads")]
    pub fn new(threads: usize) -> Result<Self, rayon::ThreadPoolBuildError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let pool = match threads {
            0 | 1 => None,
            _ => Some(rayon::ThreadPoolBuilder::new().num_threads(threads - 1).build()?),
        };
        Ok(Self { pool, ..Self::of_global_pool(threads.max(1), cores, process_clock, |_| {}) })
    }

    /// The same team, of which only as many train as have enough to do: what the others would bring is less than what
    /// waiting for them costs.
    pub fn sparing(self) -> Self {
        Self { sparing: true, ..self }
    }

    /// The same team, whose steps of training come in pieces where they are longer than two of these: of so many products
    /// for each member, about. The caller may do something else in between
    /// ([`Trainer::advance`](crate::Trainer::advance)).
    pub fn with_turns(self, products: f64) -> Self {
        Self { turn: products, ..self }
    }

    /// In how many pieces each of so many members does the stages of a step, by the products of all and of the longest.
    pub(crate) fn pieces(&self, [all, longest]: [f64; 2], members: usize) -> usize {
        let turn = self.turn * members as f64;
        if all <= 2.0 * turn { 1 } else { ((longest / turn).ceil() as usize).max(2) }
    }

    /// How many are to do work that is worth so many of them.
    pub(crate) fn members(&self, worth: f64) -> usize {
        if self.sparing { self.threads.min(worth as usize).max(1) } else { self.threads }
    }

    /// How many threads work.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Runs `work` once on each of `members` threads at the same time; there must be so many.
    pub(crate) fn run(&self, members: usize, work: impl Fn(Member) + Sync) {
        debug_assert!((1..=self.threads).contains(&members));
        let barrier = Barrier::new(self);
        let groups: Vec<Barrier> = (1..members).map(|_| Barrier::new(self)).collect();
        let member =
            |index| Member { index, threads: members, thread: index, barrier: &barrier, groups: &groups };
        #[cfg(feature = "threads")]
        if members > 1 {
            // The pool would wait for a member that has died for ever: everybody meets here first.
            let end = Barrier::new(self);
            let work = &|member: Member| {
                if member.index < members {
                    work(member);
                }
                end.wait(self.threads, member.index == 0);
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

impl Member<'_> {
    /// The member that this one is while it does one of so many pieces of its work. Such members may not wait.
    pub fn in_piece(self, piece: usize, pieces: usize) -> Self {
        Self { index: self.index * pieces + piece, threads: self.threads * pieces, ..self }
    }

    /// Waits until every member is here.
    #[inline]
    pub fn wait(&self) {
        self.barrier.wait(self.threads, self.index == 0);
    }

    /// This member's share of `count` things in fixed order, in whole blocks.
    pub fn share(&self, count: usize, block: usize) -> Range<usize> {
        part_of(count, block, self.index, self.threads)
    }

    /// This member's portion of `count` things: the same as its share, but that things are divided where members are
    /// more. Whoever has a thing as its share has a part of the same thing.
    pub fn portion(&self, count: usize) -> Portion {
        if self.threads <= count {
            return Portion { things: self.share(count, 1), parts: 1, part: 0 };
        }
        let group = self.group(count);
        let thing = self.index * count / self.threads;
        Portion { things: thing..thing + 1, parts: group.len(), part: self.index - group.start }
    }

    /// The members who have a part of the same of `count` things, which are fewer than members.
    fn group(&self, count: usize) -> Range<usize> {
        let thing = self.index * count / self.threads;
        let first = |thing: usize| (thing * self.threads).div_ceil(count);
        first(thing)..first(thing + 1)
    }

    /// Waits until those are here who have parts of the same of `count` things.
    pub fn meet(&self, count: usize) {
        if self.threads <= count {
            return;
        }
        let group = self.group(count);
        if group.len() > 1 {
            self.groups[group.start].wait(group.len(), self.index == 0);
        }
    }
}

/// Milliseconds since the first call.
#[cfg(feature = "threads")]
fn process_clock() -> f64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed().as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "threads")]
    use std::sync::atomic::Ordering;

    use super::*;

    #[test]
    fn shares_cover_everything_once_in_whole_blocks() {
        let team = Team::single();
        let barrier = Barrier::new(&team);
        for threads in 1..6 {
            for count in 0..40 {
                let mut next = 0;
                for index in 0..threads {
                    let member = Member { index, threads, thread: index, barrier: &barrier, groups: &[] };
                    let share = member.share(count, 4);
                    assert!(share.start == next && (share.start.is_multiple_of(4) || share.is_empty()));
                    next = share.end;
                }
                assert_eq!(next, count);
            }
        }
    }

    #[test]
    fn portions_cover_every_part_once_and_whoever_shares_a_thing_meets() {
        let team = Team::single();
        let barrier = Barrier::new(&team);
        for (threads, count) in (1..20).flat_map(|threads| (1..12).map(move |count| (threads, count))) {
            let mut seen = vec![0; count];
            for index in 0..threads {
                let member = Member { index, threads, thread: index, barrier: &barrier, groups: &[] };
                let portion = member.portion(count);
                for thing in portion.things.clone() {
                    assert_eq!(portion.part, seen[thing]);
                    assert!(portion.parts == 1 || portion.things.len() == 1);
                    seen[thing] += 1;
                }
                let share = member.share(count, 1);
                assert!(share.start >= portion.things.start && share.end <= portion.things.end);
                if threads > count {
                    assert_eq!(member.group(count).len(), portion.parts);
                    assert_eq!(index - member.group(count).start, portion.part);
                }
            }
            let parts = |thing: usize| (0..threads).filter(|index| index * count / threads == thing).count();
            assert!((0..count).all(|thing| seen[thing] == if threads > count { parts(thing) } else { 1 }));
        }
    }

    #[cfg(feature = "threads")]
    #[test]
    fn a_sparing_team_has_as_many_members_as_work_is_worth() {
        let team = Team::new(4).unwrap();
        assert_eq!((team.threads(), team.members(0.5), team.members(2.9)), (4, 4, 4));
        let team = team.sparing();
        assert_eq!(team.threads(), 4);
        let members = [0.0, 0.9, 1.0, 2.9, 4.0, 1e9].map(|worth| team.members(worth));
        assert_eq!(members, [1, 1, 1, 2, 4, 4]);
    }

    #[cfg(feature = "threads")]
    #[test]
    fn threads_are_patient_where_each_has_a_core() {
        let is_patient = |cores| Team::of_global_pool(2, cores, process_clock, |_| {}).patient;
        assert_eq!([1, 2, 3].map(is_patient), [false, true, true]);
    }

    #[cfg(feature = "threads")]
    #[test]
    fn nobody_passes_a_barrier_early() {
        for (threads, patient) in [(2, true), (3, true), (3, false), (4, false)] {
            let team = Team { patient, ..Team::new(threads).unwrap() };
            let steps: Vec<AtomicU32> = (0..threads).map(|_| AtomicU32::new(0)).collect();
            team.run(threads, |member| {
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
    fn groups_meet_without_the_others() {
        let team = Team::new(4).unwrap();
        let steps: Vec<AtomicU32> = (0..3).map(|_| AtomicU32::new(0)).collect();
        // Of three members the first two share the first of two things.
        team.run(3, |member| {
            for step in 1..=if member.index < 2 { 500 } else { 7 } {
                steps[member.index].store(step, Ordering::Relaxed);
                member.meet(2);
                if member.index < 2 {
                    assert!(steps[..2].iter().all(|other| other.load(Ordering::Relaxed) == step));
                }
                member.meet(2);
            }
        });
        assert_eq!(steps[2].load(Ordering::Relaxed), 7);
    }

    #[cfg(feature = "threads")]
    #[test]
    fn the_caller_is_told_how_long_it_waits() {
        static NAPS: AtomicU32 = AtomicU32::new(0);
        let team = Team { overdue: |naps| NAPS.store(naps, Ordering::Relaxed), ..Team::new(2).unwrap() };
        team.run(2, |member| {
            if member.index == 1 {
                std::thread::sleep(barrier::NAP * 4);
            }
        });
        assert!(NAPS.load(Ordering::Relaxed) >= 1);
    }
}
