import { serve } from '../protocol.mjs';
import { openPage } from './chromium.mjs';

const page = await openPage();
await serve(async (work) => {
  await page.prepare(work);
  return { run: page.run };
});
await page.close();
