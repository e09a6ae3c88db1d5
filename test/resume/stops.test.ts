import { expect, test } from 'vitest';
import { stops } from './stops.mjs';

/** `node test/resume/stops.mjs 50` makes more of them. */
test('trainings that are stopped at random moments end as if they had not been', async () => {
  const { stops: made, kills, differences } = await stops(6);
  expect(differences).toEqual([]);
  expect({ made, kills }).toEqual({ made: 6, kills: 3 });
}, 180_000);
