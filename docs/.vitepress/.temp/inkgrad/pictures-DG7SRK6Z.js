import{a}from"./chunk-YLS4NI65.js";import"./chunk-6YEVYUXR.js";import"./chunk-CDG7S4P5.js";export{a as readPictures};
//# sourceMappingURL=pictures-DG7SRK6Z.js.map