import{a as n}from"./chunk-K3I265MQ.js";var i=8,p=2**24;function a(t,r){return n(t,r,Math.max(i*t.length,p))}export{a};
//# sourceMappingURL=chunk-MLLUEOOF.js.map