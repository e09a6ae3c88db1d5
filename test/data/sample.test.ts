import { loadMnist } from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { expect, it } from 'vitest';

it("loadSampleDigits gives MNIST's first digits of each class, in 16 levels of grey", async () => {
  const [sample, mnist] = await Promise.all([loadSampleDigits(), loadMnist()]);
  for (const [part, most] of [
    ['train', 250],
    ['test', 50],
  ] as const) {
    const { x, y } = mnist[part];
    const counts = new Array(10).fill(0);
    const rows = Array.from(y.keys()).filter((row) => counts[y[row] as number]++ < most);
    expect(sample[part].x.shape).toEqual([10 * most, 784]);
    expect(Array.from(sample[part].y)).toEqual(rows.map((row) => y[row]));
    let furthest = 0;
    rows.forEach((row, i) => {
      const [own, whole] = [sample[part].x.slice(i, i + 1).bytes, x.slice(row, row + 1).bytes];
      for (let k = 0; k < 784; k++) furthest = Math.max(furthest, Math.abs((own[k] as number) - (whole[k] as number)));
    });
    expect(furthest).toBe(8); // half of 17, the distance of two levels
  }
});
