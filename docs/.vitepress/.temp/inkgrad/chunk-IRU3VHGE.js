var o="0.1.0";export{o as a};
//# sourceMappingURL=chunk-IRU3VHGE.js.map