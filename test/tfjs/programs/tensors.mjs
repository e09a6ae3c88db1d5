/** Tensors, and what programs do with them around a model. */

import * as tf from '@tensorflow/tfjs';

await tf.ready();
const results = {};
const show = (name, tensor) => {
  results[name] = { shape: tensor.shape, dtype: tensor.dtype, values: Array.from(tensor.dataSync(), Number) };
};

const a = tf.tensor2d([
  [1, -2, 3],
  [4, 5.5, -6],
]);
const b = tf.tensor1d([0.5, 2, -1]);
const ids = tf.tensor1d([2, 0, 1, 2], 'int32');

show('add', a.add(b));
show('sub', tf.sub(a, 1));
show('mul', a.mul(b));
show('div', a.div(tf.scalar(3)));
show('whole div', tf.div(tf.tensor1d([7, -7, 9], 'int32'), tf.tensor1d([2, 2, 4], 'int32')));
show('mod', tf.mod(tf.tensor1d([7, -7, 5.5]), 3));
show('pow', a.pow(2));
show('maximum', tf.maximum(a, b));
show('equal', a.equal(4));
show('greater', a.greater(b));
show('and', tf.logicalAnd(a.greater(0), a.less(5)));
show('where', tf.where(a.greater(0), a, tf.zerosLike(a)));
show('sum', a.sum());
show('sum of rows', a.sum(1));
show('sum of columns', tf.sum(a, 0, true));
show('mean', a.mean(-1));
show('count', a.greater(0).sum());
show('share', a.greater(0).mean());
show('max', a.max(0));
show('min', a.min());
show('prod', b.prod());
show('argMax', a.argMax(1));
show('argMin', a.argMin());
show('norm', a.norm());
show('all', a.notEqual(0).all());
show('moments', tf.moments(a, [0]).variance);
show('cast', a.cast('int32'));
show('bool', b.sub(2).toBool());
show('reshape', a.reshape([3, -1]));
show('transpose', a.transpose());
show('slice', a.slice([0, 1], [2, 2]));
show('slice of rows', a.slice(1));
show('concat', tf.concat([a, a.neg()], 1));
show('stack', tf.stack([b, b.square()]));
show('unstack', tf.unstack(a)[1]);
show('split', tf.split(a, [1, 2], 1)[1]);
show('gather', a.gather(ids.slice(1, 2), 1));
show('tile', b.tile([2]));
show('pad', b.pad([[1, 2]], 9));
show('reverse', a.reverse(1));
show('expandDims', b.expandDims(1));
show('squeeze', tf.ones([1, 2, 1]).squeeze());
show('oneHot', tf.oneHot(ids, 3));
show('matMul', a.matMul(a, false, true));
show('dot', b.dot(tf.tensor1d([1, 2, 3])));
show('outerProduct', tf.outerProduct(b, b));
show('softmax', a.softmax());
show('logSoftmax', a.logSoftmax());
show('sigmoid', a.sigmoid());
show('relu', a.relu());
show('tanh', tf.tanh(b));
show('exp', b.exp());
show('log', tf.log(b.abs()));
show('sqrt', b.abs().sqrt());
show('round', tf.tensor1d([0.5, 1.5, -2.5, 2.7]).round());
show('clip', a.clipByValue(-1, 2));
show('elu', a.elu());
show('cumsum', b.cumsum());
show('topk', tf.topk(a, 2).indices);
show('eye', tf.eye(2));
show('linspace', tf.linspace(0, 1, 5));
show('range', tf.range(0, 10, 3));
show('range down', tf.range(3, 0, -1, 'int32'));
show('fill', tf.fill([2, 2], 7, 'int32'));
show('confusion', tf.math.confusionMatrix(ids, tf.tensor1d([2, 1, 1, 0], 'int32'), 3));
show('mean squared error', tf.losses.meanSquaredError(a, a.add(0.5)));
show('softmax cross-entropy', tf.losses.softmaxCrossEntropy(tf.tensor2d([[0, 1, 0]]), tf.tensor2d([[1, 2, 3]])));
show('sigmoid cross-entropy', tf.losses.sigmoidCrossEntropy(tf.tensor1d([0, 1]), tf.tensor1d([-1, 2])));
show('huber', tf.losses.huberLoss(b, b.mul(3)));
show('accuracy', tf.metrics.binaryAccuracy(tf.tensor2d([[1, 0]]), tf.tensor2d([[0.9, 0.8]])));
show('cross-entropy', tf.metrics.categoricalCrossentropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.2, 0.8]])));

const before = tf.memory().numTensors;
const kept = [];
const total = tf.tidy(() => {
  kept.push(tf.keep(b.square()));
  return a.mul(2).sum();
});
results.left = tf.memory().numTensors - before;
tf.dispose([total, kept]);
results.leftAtLast = tf.memory().numTensors - before;
results.disposed = total.isDisposed;

const indices = tf.util.createShuffledIndices(6);
results.shuffled = Array.from(indices).sort();
results.texts = [a, b, ids, tf.scalar(2.5), a.greater(0), tf.range(0, 30), tf.ones([2, 2, 2])].map(String);
results.array = await a.array();
results.scalar = await tf.scalar(3).array();
results.random = [tf.randomUniform([2, 3], 2, 3, 'float32', 1).min().arraySync() >= 2, tf.randomNormal([4]).shape];

console.log(JSON.stringify(results));
