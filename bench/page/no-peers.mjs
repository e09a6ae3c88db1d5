/** In place of peers.mjs where they were not installed when the page was built. */
export const peers = [];
