import type { UserConfig } from 'vite';

/** What Vite needs to know to build a page with peers in it. */
export const peersInstalled: boolean;
export const peerAliases: Readonly<Record<'#peers' | '#tensorflow', string>>;
export const worker: NonNullable<UserConfig['worker']>;
