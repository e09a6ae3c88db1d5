/**
 * HDF5 files (https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html), as far as h5py writes Keras's:
 * groups, attributes of texts, arrays of floats that lie in one piece. Own code, since of the libraries one weighs 4 MB
 * (h5wasm), as much as the package, and the other (jsfive) follows any address that a file names and makes an array of
 * any length. Here each address is checked before it is followed, and how much a file may have read is bounded.
 */

export { type Hdf5Dataset, type Hdf5Group, readHdf5 } from './hdf5/read.ts';
export { type Hdf5Content, type Hdf5Numbers, writeHdf5 } from './hdf5/write.ts';
