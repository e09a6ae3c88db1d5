//! Where members wait for each other.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::Team;

/// Milliseconds that a waiting member goes on looking before it sleeps. Falling asleep and being woken costs 10 to 50
/// microseconds, a whole phase of a step.
const PATIENCE: f64 = 0.2;

/// Looks from one reading of the clock to the next. Where there are fewer cores than members, these are all, for the one
/// that is waited for may need this one's core.
const LOOKS: u32 = 200;

/// Waits tell whether there are: a patient one that was in vain, or nearly, counts four, any other takes one back, and
/// from this count on members are impatient. Other programs have cores as well, and WebKit says that there are four
/// whatever there are.
const CROWD: u32 = 64;

/// Naps of the impatient after which it is time for patience again: perhaps the others have gone.
const TRIED_AFTER: u32 = 1024;

/// How long a member sleeps at most before it looks again.
pub const NAP: Duration = Duration::from_millis(50);

/// Spins for a while, then sleeps. Those who wait at one do not disturb those who wait at the next.
#[repr(align(64))]
pub struct Barrier<'a> {
    team: &'a Team,
    arrived: AtomicU32,
    round: AtomicU32,
    sleepers: AtomicU32,
    lock: Mutex<()>,
    wake: Condvar,
}

impl<'a> Barrier<'a> {
    pub fn new(team: &'a Team) -> Self {
        Self {
            team,
            arrived: AtomicU32::new(0),
            round: AtomicU32::new(0),
            sleepers: AtomicU32::new(0),
            lock: Mutex::new(()),
            wake: Condvar::new(),
        }
    }

    /// Waits until `members` are here. The caller may ask whether the others live.
    pub fn wait(&self, members: usize, caller: bool) {
        if members == 1 {
            return;
        }
        let round = self.round.load(Ordering::Relaxed);
        if self.arrived.fetch_add(1, Ordering::AcqRel) + 1 == members as u32 {
            self.arrived.store(0, Ordering::Relaxed);
            // In one order with the sleeper's two: either it sees the new round, or we see the sleeper.
            self.round.store(round.wrapping_add(1), Ordering::SeqCst);
            if self.sleepers.load(Ordering::SeqCst) > 0 {
                drop(self.lock.lock().unwrap_or_else(PoisonError::into_inner));
                self.wake.notify_all();
            }
        } else if !self.look(round) {
            self.sleep(round, caller);
        }
    }

    /// Looks for a while whether the round is over.
    fn look(&self, round: u32) -> bool {
        let Team { patient, clock, ref crowd, .. } = *self.team;
        let before = crowd.load(Ordering::Relaxed);
        let patient = patient && before < CROWD;
        let mut start = None;
        let mut waited = 0.0;
        let over = loop {
            if (0..LOOKS).any(|_| {
                std::hint::spin_loop();
                self.round.load(Ordering::Acquire) != round
            }) {
                break true;
            }
            if !patient || waited >= PATIENCE {
                break false;
            }
            let now = clock();
            waited = now - *start.get_or_insert(now);
        };
        let after = match (patient, over) {
            (true, _) if waited > PATIENCE / 2.0 => before + 4,
            (true, _) => before.saturating_sub(1),
            (false, true) => before,
            (false, false) if before < CROWD + TRIED_AFTER => before + 1,
            (false, false) => CROWD - 4,
        };
        if after != before {
            crowd.store(after, Ordering::Relaxed);
        }
        over
    }

    fn sleep(&self, round: u32, caller: bool) {
        let mut guard = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        self.sleepers.fetch_add(1, Ordering::SeqCst);
        for nap in 1.. {
            if self.round.load(Ordering::SeqCst) != round {
                break;
            }
            let (woken, result) = self.wake.wait_timeout(guard, NAP).unwrap_or_else(PoisonError::into_inner);
            guard = woken;
            if result.timed_out() && caller {
                (self.team.overdue)(nap);
            }
        }
        self.sleepers.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_that_look_in_vain_lose_patience_for_a_while() {
        static TIME: AtomicU32 = AtomicU32::new(0);
        let clock = || f64::from(TIME.fetch_add(1, Ordering::Relaxed)) * PATIENCE / 4.0;
        let team = Team { threads: 2, patient: true, clock, ..Team::single() };
        let barrier = Barrier::new(&team);
        let looks_with_patience = || {
            let before = TIME.load(Ordering::Relaxed);
            assert!(!barrier.look(0));
            TIME.load(Ordering::Relaxed) > before
        };
        assert!((0..CROWD / 4).all(|_| looks_with_patience()));
        assert!((0..=TRIED_AFTER).all(|_| !looks_with_patience()));
        assert!(looks_with_patience() && !looks_with_patience());

        team.crowd.store(CROWD - 1, Ordering::Relaxed);
        barrier.round.store(1, Ordering::Relaxed);
        assert!((0..CROWD).all(|_| barrier.look(0)));
        assert_eq!(team.crowd.load(Ordering::Relaxed), 0);
    }
}
