/** One line a step: what is being done, for how long, and the last words of the program that does it. */

const terminal = process.stdout.isTTY && !process.env.CI;
const reportEvery = terminal ? 200 : 15_000;

/**
 * Does `work(say)` and shows that it lives: in a terminal by a line that is drawn again and again, elsewhere by a line
 * every 15 seconds. `say(text)` gives the line its last words.
 */
export async function step(title, work) {
  const start = performance.now();
  const seconds = (digits) => `${((performance.now() - start) / 1000).toFixed(digits)} s`;
  let words = '';

  const show = () => {
    const line = `  ${title}  ${seconds(0)}  ${words}`;
    if (terminal) process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
    else console.log(line);
  };
  if (terminal) show();
  else console.log(`  ${title} ...`);
  const timer = setInterval(show, reportEvery);
  const finish = (mark) => {
    clearInterval(timer);
    console.log(`${terminal ? '\r\x1b[K' : ''}${mark} ${title}  ${seconds(1)}`);
  };

  try {
    const result = await work((text) => {
      words = text;
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
