import{a}from"./chunk-FGDIWWKW.js";import"./chunk-2F2OF25V.js";import"./chunk-TS7VBZ76.js";import"./chunk-FWMHMRD3.js";import"./chunk-WOT6VMZA.js";export{a as unzip};
