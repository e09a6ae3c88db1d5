import{a,b}from"./chunk-3G4DY27W.js";import"./chunk-M2RNMYQ7.js";import"./chunk-CDG7S4P5.js";export{b as commentOf,a as writeZip};
//# sourceMappingURL=write-zip-MXNPDD3P.js.map