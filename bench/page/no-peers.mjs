/** In place of peers.mjs and tensorflow.mjs where they were not installed when the page was built. */
export const peers = [];
export const tensorflow = undefined;
