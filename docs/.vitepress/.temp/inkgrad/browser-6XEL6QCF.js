import{d as a,e as b}from"./chunk-PFRKDTH3.js";import"./chunk-6YEVYUXR.js";import"./chunk-CDG7S4P5.js";export{a as decodePicture,b as drawnPicture};
//# sourceMappingURL=browser-6XEL6QCF.js.map