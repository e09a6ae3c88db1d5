/** Functions of TensorFlow.js that say, when they are called, that they are not here. */

import { refused } from './refusals.ts';

/**
 * Convolutions, pooling and recurrence: calling one says what is here in its place.
 * @example tf.conv2d(); // throws OptionError
 */
export const {
  avgPool,
  avgPool3d,
  basicLSTMCell,
  batchNorm,
  batchNorm2d,
  batchNorm3d,
  batchNorm4d,
  conv1d,
  conv2d,
  conv2dTranspose,
  conv3d,
  conv3dTranspose,
  depthwiseConv2d,
  dilation2d,
  localResponseNormalization,
  maxPool,
  maxPool3d,
  maxPoolWithArgmax,
  multiRNNCell,
  pool,
  separableConv2d,
} = refused(
  [
    'avgPool',
    'avgPool3d',
    'basicLSTMCell',
    'batchNorm',
    'batchNorm2d',
    'batchNorm3d',
    'batchNorm4d',
    'conv1d',
    'conv2d',
    'conv2dTranspose',
    'conv3d',
    'conv3dTranspose',
    'depthwiseConv2d',
    'dilation2d',
    'localResponseNormalization',
    'maxPool',
    'maxPool3d',
    'maxPoolWithArgmax',
    'multiRNNCell',
    'pool',
    'separableConv2d',
  ],
  'dense layers: inkgrad computes no others',
);

/**
 * Derivatives of functions: calling one says what is here in its place.
 * @example tf.grad((x) => x); // throws OptionError
 */
export const { customGrad, disposeVariables, grad, grads, valueAndGrad, valueAndGrads, variable, variableGrads } =
  refused(
    ['customGrad', 'disposeVariables', 'grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'variable', 'variableGrads'],
    "model.fit or model.trainOnBatch: inkgrad derives a model's own loss, not functions",
  );

/**
 * Backends, kernels and graphs: calling one says what is here in its place.
 * @example tf.backend(); // throws OptionError
 */
export const {
  backend,
  copyRegisteredKernels,
  deregisterOp,
  findBackend,
  findBackendFactory,
  getGradient,
  getKernel,
  getKernelsForBackend,
  loadGraphModel,
  loadGraphModelSync,
  op,
  registerBackend,
  registerCallbackConstructor,
  registerGradient,
  registerKernel,
  registerOp,
  removeBackend,
  setPlatform,
  setWebGLContext,
  forceHalfFloat,
  unregisterGradient,
  unregisterKernel,
  deprecationWarn,
} = refused(
  [
    'backend',
    'copyRegisteredKernels',
    'deregisterOp',
    'findBackend',
    'findBackendFactory',
    'getGradient',
    'getKernel',
    'getKernelsForBackend',
    'loadGraphModel',
    'loadGraphModelSync',
    'op',
    'registerBackend',
    'registerCallbackConstructor',
    'registerGradient',
    'registerKernel',
    'registerOp',
    'removeBackend',
    'setPlatform',
    'setWebGLContext',
    'forceHalfFloat',
    'unregisterGradient',
    'unregisterKernel',
    'deprecationWarn',
  ],
  'tf.loadLayersModel, or nothing: inkgrad is its own backend',
);

/**
 * Other functions on tensors: calling one says what is here in its place.
 * @example tf.acos([1]); // throws OptionError
 */
export const {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  batchToSpaceND,
  bincount,
  bitwiseAnd,
  broadcastArgs,
  buffer,
  complex,
  cosh,
  cosineWindow,
  denseBincount,
  depthToSpace,
  diag,
  dropout,
  einsum,
  ensureShape,
  erf,
  euclideanNorm,
  fft,
  gatherND,
  ifft,
  imag,
  irfft,
  lowerBound,
  meshgrid,
  mirrorPad,
  movingAverage,
  multinomial,
  pad3d,
  pad4d,
  prelu,
  profile,
  raggedGather,
  raggedRange,
  raggedTensorToTensor,
  rand,
  randomGamma,
  real,
  reverse3d,
  reverse4d,
  rfft,
  scatterND,
  searchSorted,
  setdiff1dAsync,
  sinh,
  spaceToBatchND,
  sparseToDense,
  stridedSlice,
  tensor5d,
  tensor6d,
  tensorScatterUpdate,
  unsortedSegmentSum,
  upperBound,
  whereAsync,
} = refused(
  [
    'acos',
    'acosh',
    'asin',
    'asinh',
    'atan',
    'atan2',
    'atanh',
    'batchToSpaceND',
    'bincount',
    'bitwiseAnd',
    'broadcastArgs',
    'buffer',
    'complex',
    'cosh',
    'cosineWindow',
    'denseBincount',
    'depthToSpace',
    'diag',
    'dropout',
    'einsum',
    'ensureShape',
    'erf',
    'euclideanNorm',
    'fft',
    'gatherND',
    'ifft',
    'imag',
    'irfft',
    'lowerBound',
    'meshgrid',
    'mirrorPad',
    'movingAverage',
    'multinomial',
    'pad3d',
    'pad4d',
    'prelu',
    'profile',
    'raggedGather',
    'raggedRange',
    'raggedTensorToTensor',
    'rand',
    'randomGamma',
    'real',
    'reverse3d',
    'reverse4d',
    'rfft',
    'scatterND',
    'searchSorted',
    'setdiff1dAsync',
    'sinh',
    'spaceToBatchND',
    'sparseToDense',
    'stridedSlice',
    'tensor5d',
    'tensor6d',
    'tensorScatterUpdate',
    'unsortedSegmentSum',
    'upperBound',
    'whereAsync',
  ],
  'one of the functions that dense programs need',
);

const pictures = "inkgrad/data's loadDigits, which reads pictures";

/**
 * Pictures as tensors: calling one says what is here in its place.
 * @example tf.browser.fromPixels(); // throws OptionError
 */
export const browser = refused(['fromPixels', 'fromPixelsAsync', 'toPixels', 'draw'], pictures, 'browser.');
/**
 * Operations on pictures: calling one says what is here in its place.
 * @example tf.image.resizeBilinear(); // throws OptionError
 */
export const image = refused(
  ['resizeBilinear', 'resizeNearestNeighbor', 'cropAndResize', 'flipLeftRight', 'grayscaleToRGB', 'rgbToGrayscale'],
  pictures,
  'image.',
);
/**
 * Linear algebra: calling one says what is here in its place.
 * @example tf.linalg.qr(); // throws OptionError
 */
export const linalg = refused(['bandPart', 'gramSchmidt', 'qr'], 'tf.matMul and tf.dot', 'linalg.');
/**
 * Models from configurations: calling one says what is here in its place.
 * @example tf.models.modelFromJSON({}); // throws OptionError
 */
export const models = refused(['modelFromJSON'], 'tf.loadLayersModel', 'models.');
