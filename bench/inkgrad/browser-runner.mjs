/** inkgrad in a page of a browser. Argument: the browser's name, as test/platform has it. */
import { serve } from '../protocol.mjs';
import { openPage } from './browsers.mjs';

const page = await openPage(process.argv[2]);
await serve(async (work) => {
  await page.prepare(work);
  return { run: page.run, hash: page.hash };
});
await page.close();
