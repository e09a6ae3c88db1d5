import{i as o}from"./chunk-TS7VBZ76.js";function i({layers:e,source:r}){if(e)throw new o("layers",`nothing: ${r} says its layers itself`,`${e.length} layers`)}export{i as a};
