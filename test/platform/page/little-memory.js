/** Takes the place of a device that refuses to reserve more than so many MiB of shared memory: 600 for `?600`. */

const most = (Number(location.search.slice(1)) * 2 ** 20) / 2 ** 16;

WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(descriptor) {
    if (descriptor.shared && descriptor.maximum > most) throw new RangeError('could not allocate memory');
    super(descriptor);
  }
};
