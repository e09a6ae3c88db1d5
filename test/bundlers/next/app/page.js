import { train } from '../train.js';
import { InPage } from './in-page.js';

export const dynamic = 'force-dynamic';

export default async function Page() {
  return (
    <main>
      <pre>{JSON.stringify(await train())}</pre>
      <InPage />
    </main>
  );
}
