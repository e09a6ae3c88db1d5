/** Redis, and the packages that speak to it: they are the user's to install, and no part of this one. */

import type * as Bull from 'bullmq';
import type { Redis } from 'ioredis';
import { OptionError } from '../../errors.ts';
import { QueueError } from '../queue-error.ts';

/** The name of the queue, the same for all studies of a Redis. */
export const QUEUE = 'inkgrad-study';

/** Milliseconds to wait for a Redis that does not answer. */
const PATIENCE = 10_000;

export interface Connection extends AsyncDisposable {
  readonly bull: typeof Bull;
  readonly redis: Redis;
}

/**
 * @param url `redis://`, or `rediss://` for TLS; may hold a user, a password and the number of a database
 * @param warn hears when the connection is lost, and when it is there again: it comes back by itself
 * @throws OptionError, QueueError
 */
export async function connect(url: string, warn: (text: string) => void): Promise<Connection> {
  const address = checkUrl(url);
  const [bull, ioredis] = await loadPackages();
  const redis = new ioredis.Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  let lost: string | undefined;
  redis.on('error', (error: Error) => {
    lost ??= error.message || 'refused';
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(lost ?? 'no answer')), PATIENCE).unref();
  });
  try {
    await Promise.race([redis.connect(), late]);
  } catch (error) {
    redis.disconnect();
    const reason = lost ?? (error as Error).message;
    throw new QueueError(`${address}: cannot reach a Redis there (${reason})`, { cause: error });
  }
  let away = false;
  redis.on('close', () => {
    if (!away && redis.status !== 'end') warn(`${address}: the connection is lost; waiting for it to come back`);
    away = true;
  });
  redis.on('ready', () => {
    if (away) warn(`${address}: the connection is there again`);
    away = false;
  });
  return {
    bull,
    redis,
    async [Symbol.asyncDispose]() {
      away = true; // what is meant is not told
      redis.disconnect();
    },
  };
}

/** The address without its password, to be shown. */
function checkUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '') {
    const shown = `'${url.replace(/\/\/[^@/]*@/, '//...@')}'`;
    throw new OptionError('queue', 'an address such as redis://localhost:6379 or rediss://:password@host:6379', shown);
  }
  return `${parsed.protocol}//${parsed.host}${parsed.pathname.replace(/^\/$/, '')}`;
}

async function loadPackages() {
  try {
    return await Promise.all([import('bullmq'), import('ioredis')]);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' && !/cannot find (module|package)/i.test(message)) throw error;
    throw new QueueError('a queue needs two more packages: npm install bullmq@6 ioredis@6', { cause: error });
  }
}
