import {
  BackupFolder
} from "./chunk-PQM74CXD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  BackupFolder
};
//# sourceMappingURL=folder-UIECZBWI.js.map