const workers = [];

globalThis.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    workers.push(this);
  }
};

new BroadcastChannel('end a thread').onmessage = () => workers[0].terminate();
