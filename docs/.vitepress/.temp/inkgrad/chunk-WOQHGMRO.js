import {
  TextDecoder,
  performance
} from "./chunk-HLGL5JCD.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// instances:ts/engine/glue-threads.ts
function createGlue() {
  "use strict";
  var glue = (() => {
    var __defProp = Object.defineProperty;
    var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
    var __getOwnPropNames = Object.getOwnPropertyNames;
    var __hasOwnProp = Object.prototype.hasOwnProperty;
    var __export = /* @__PURE__ */ __name((target, all) => {
      for (var name in all)
        __defProp(target, name, { get: all[name], enumerable: true });
    }, "__export");
    var __copyProps = /* @__PURE__ */ __name((to, from, except, desc) => {
      if (from && typeof from === "object" || typeof from === "function") {
        for (let key of __getOwnPropNames(from))
          if (!__hasOwnProp.call(to, key) && key !== except)
            __defProp(to, key, { get: /* @__PURE__ */ __name(() => from[key], "get"), enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
      }
      return to;
    }, "__copyProps");
    var __toCommonJS = /* @__PURE__ */ __name((mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod), "__toCommonJS");
    var glue_threads_exports = {};
    __export(glue_threads_exports, {
      Dataset: /* @__PURE__ */ __name(() => Dataset, "Dataset"),
      Evaluation: /* @__PURE__ */ __name(() => Evaluation, "Evaluation"),
      Network: /* @__PURE__ */ __name(() => Network, "Network"),
      Trainer: /* @__PURE__ */ __name(() => Trainer, "Trainer"),
      initSync: /* @__PURE__ */ __name(() => initSync, "initSync"),
      initThreadPool: /* @__PURE__ */ __name(() => initThreadPool, "initThreadPool"),
      kinds: /* @__PURE__ */ __name(() => kinds, "kinds"),
      start: /* @__PURE__ */ __name(() => start, "start"),
      wbg_rayon_PoolBuilder: /* @__PURE__ */ __name(() => wbg_rayon_PoolBuilder, "wbg_rayon_PoolBuilder"),
      wbg_rayon_start_worker: /* @__PURE__ */ __name(() => wbg_rayon_start_worker, "wbg_rayon_start_worker")
    });
    function startWorkers(module, memory, builder) {
      return { module, memory, builder };
    }
    __name(startWorkers, "startWorkers");
    var Dataset = class {
      static {
        __name(this, "Dataset");
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        DatasetFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_dataset_free(ptr, 0);
      }
      /**
       * Second pass over bytes.
       * @param {Uint8Array | number[]} bytes
       * @param {number} divisor
       */
      appendBytes(bytes, divisor) {
        const val2 = +divisor;
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_appendBytes(this.__wbg_ptr, ptr0, len0, val2);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Second pass over floats.
       * @param {Float32Array | number[]} floats
       */
      append(floats) {
        const ptr0 = passArrayF32ToWasm0(floats, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_append(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Some rows as a training with a packed record `augment` sees them in a pass: a byte a pixel.
       * @param {Float64Array | number[]} description
       * @param {number} seed
       * @param {number} pass
       * @param {Uint32Array | number[]} rows
       * @returns {Uint8Array}
       */
      augment(description, seed, pass, rows) {
        const val3 = +seed;
        const val4 = +pass;
        let ptr0, len0, ptr1, len1;
        try {
          ptr0 = passArrayF64ToWasm0(description, wasm.__wbindgen_malloc);
          len0 = WASM_VECTOR_LEN;
          ptr1 = passArray32ToWasm0(rows, wasm.__wbindgen_malloc);
          len1 = WASM_VECTOR_LEN;
        } catch (e) {
          if (ptr1) {
            wasm.__wbindgen_free(ptr1, len1 * 4, 4);
          }
          if (ptr0) {
            wasm.__wbindgen_free(ptr0, len0 * 8, 8);
          }
          throw e;
        }
        const ret = wasm.dataset_augment(this.__wbg_ptr, ptr0, len0, val3, val4, ptr1, len1);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v5 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v5;
      }
      /**
       * First pass over bytes, worth `byte / divisor` each.
       * @param {Uint8Array | number[]} bytes
       * @param {number} divisor
       */
      measureBytes(bytes, divisor) {
        const val2 = +divisor;
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_measureBytes(this.__wbg_ptr, ptr0, len0, val2);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * First pass over floats.
       * @param {Float32Array | number[]} floats
       */
      measure(floats) {
        const ptr0 = passArrayF32ToWasm0(floats, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_measure(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Room for rows that the chunks will bring.
       * @param {number} rows
       * @param {number} columns
       */
      constructor(rows, columns) {
        const ret = wasm.dataset_new(rows, columns);
        if (ret[2]) {
          throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        DatasetFinalization.register(this, this.__wbg_ptr, this);
        return this;
      }
      /**
       * A class id for each row.
       * @param {Uint32Array | number[]} classes
       */
      setClasses(classes) {
        const ptr0 = passArray32ToWasm0(classes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_setClasses(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * As many numbers for each row as the network has outputs.
       * @param {Float32Array | number[]} values
       */
      setValues(values) {
        const ptr0 = passArrayF32ToWasm0(values, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_setValues(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * What each row weighs in the loss.
       * @param {Float32Array | number[]} weights
       */
      setWeights(weights) {
        const ptr0 = passArrayF32ToWasm0(weights, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_setWeights(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
    };
    if (Symbol.dispose) Dataset.prototype[Symbol.dispose] = Dataset.prototype.free;
    var Evaluation = class {
      static {
        __name(this, "Evaluation");
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        EvaluationFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_evaluation_free(ptr, 0);
      }
      /**
       * Takes a range of rows in.
       * @param {Network} network
       * @param {Dataset} dataset
       * @param {number} first
       * @param {number} end
       */
      add(network, dataset, first, end) {
        _assertClass(network, Network);
        _assertClass(dataset, Dataset);
        const ret = wasm.evaluation_add(this.__wbg_ptr, network.__wbg_ptr, dataset.__wbg_ptr, first, end);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Begins with no rows.
       * @param {Network} network
       */
      constructor(network) {
        _assertClass(network, Network);
        const ret = wasm.evaluation_new(network.__wbg_ptr);
        if (ret[2]) {
          throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        EvaluationFinalization.register(this, this.__wbg_ptr, this);
        return this;
      }
      /**
       * Rows, mean loss, and what the metrics say.
       * @param {Network} network
       * @returns {Float64Array}
       */
      results(network) {
        _assertClass(network, Network);
        const ret = wasm.evaluation_results(this.__wbg_ptr, network.__wbg_ptr);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
        return v1;
      }
    };
    if (Symbol.dispose) Evaluation.prototype[Symbol.dispose] = Evaluation.prototype.free;
    var Network = class {
      static {
        __name(this, "Network");
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        NetworkFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_network_free(ptr, 0);
      }
      /**
       * Starts the optimizer anew, from a packed record `training`.
       * @param {Float64Array | number[]} description
       */
      compile(description) {
        const ptr0 = passArrayF64ToWasm0(description, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.network_compile(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Writes averages of weights, where they are kept, into the weights.
       */
      endTraining() {
        const ret = wasm.network_endTraining(this.__wbg_ptr);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * The learning rate of the next step; undefined before `compile`.
       * @returns {number | undefined}
       */
      get learningRate() {
        const ret = wasm.network_learningRate(this.__wbg_ptr);
        return ret[0] === 0 ? void 0 : ret[1];
      }
      /**
       * From a packed record `network`.
       * @param {Float64Array | number[]} description
       */
      constructor(description) {
        const ptr0 = passArrayF64ToWasm0(description, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.network_new(ptr0, len0);
        if (ret[2]) {
          throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        NetworkFinalization.register(this, this.__wbg_ptr, this);
        return this;
      }
      /**
       * Numbers of all variables.
       * @returns {number}
       */
      get parameters() {
        const ret = wasm.network_parameters(this.__wbg_ptr);
        return ret >>> 0;
      }
      /**
       * The last layer's outputs for rows of bytes, worth `byte / divisor` each.
       * @param {Uint8Array | number[]} bytes
       * @param {number} divisor
       * @returns {Float32Array}
       */
      predictBytes(bytes, divisor) {
        const val2 = +divisor;
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.network_predictBytes(this.__wbg_ptr, ptr0, len0, val2);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v3 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v3;
      }
      /**
       * The last layer's outputs for rows of floats.
       * @param {Float32Array | number[]} floats
       * @returns {Float32Array}
       */
      predict(floats) {
        const ptr0 = passArrayF32ToWasm0(floats, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.network_predict(this.__wbg_ptr, ptr0, len0);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v2 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v2;
      }
      /**
       * Goes on with another learning rate, in place of a schedule.
       * @param {number} rate
       */
      setLearningRate(rate) {
        const ret = wasm.network_setLearningRate(this.__wbg_ptr, rate);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * The opposite of the three getters.
       * @param {Float64Array | number[]} scalars
       * @param {Float32Array | number[]} numbers
       */
      setState(scalars, numbers) {
        let ptr0, len0, ptr1, len1;
        try {
          ptr0 = passArrayF64ToWasm0(scalars, wasm.__wbindgen_malloc);
          len0 = WASM_VECTOR_LEN;
          ptr1 = passArrayF32ToWasm0(numbers, wasm.__wbindgen_malloc);
          len1 = WASM_VECTOR_LEN;
        } catch (e) {
          if (ptr1) {
            wasm.__wbindgen_free(ptr1, len1 * 4, 4);
          }
          if (ptr0) {
            wasm.__wbindgen_free(ptr0, len0 * 8, 8);
          }
          throw e;
        }
        const ret = wasm.network_setState(this.__wbg_ptr, ptr0, len0, ptr1, len1);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * The opposite of the getter.
       * @param {Float32Array | number[]} weights
       */
      set weights(weights) {
        const ptr0 = passArrayF32ToWasm0(weights, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.network_set_weights(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * What the optimizer keeps of each weight: Keras's names, a space behind each.
       * @returns {string}
       */
      get stateNames() {
        let deferred2_0;
        let deferred2_1;
        try {
          const ret = wasm.network_stateNames(this.__wbg_ptr);
          var ptr1 = ret[0];
          var len1 = ret[1];
          if (ret[3]) {
            ptr1 = 0;
            len1 = 0;
            throw takeFromExternrefTable0(ret[2]);
          }
          deferred2_0 = ptr1;
          deferred2_1 = len1;
          return getStringFromWasm0(ptr1, len1);
        } finally {
          wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
        }
      }
      /**
       * For each name the numbers of all trainable variables, laid out as `weights`.
       * @returns {Float32Array}
       */
      get stateNumbers() {
        const ret = wasm.network_stateNumbers(this.__wbg_ptr);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
      }
      /**
       * What the optimizer keeps that belongs to no variable.
       * @returns {Float64Array}
       */
      get stateScalars() {
        const ret = wasm.network_stateScalars(this.__wbg_ptr);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
        return v1;
      }
      /**
       * Numbers that come out for a row.
       * @returns {number}
       */
      get units() {
        const ret = wasm.network_units(this.__wbg_ptr);
        return ret >>> 0;
      }
      /**
       * The numbers of all variables, in Keras's order and layout.
       * @returns {Float32Array}
       */
      get weights() {
        const ret = wasm.network_weights(this.__wbg_ptr);
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
      }
    };
    if (Symbol.dispose) Network.prototype[Symbol.dispose] = Network.prototype.free;
    var Trainer = class {
      static {
        __name(this, "Trainer");
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        TrainerFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_trainer_free(ptr, 0);
      }
      /**
       * Begins an epoch; its number and the network's seed make the order of the rows.
       * @param {Network} network
       * @param {number} epoch
       * @param {boolean} shuffle
       */
      beginEpoch(network, epoch, shuffle) {
        _assertClass(network, Network);
        wasm.trainer_beginEpoch(this.__wbg_ptr, network.__wbg_ptr, epoch, shuffle);
      }
      /**
       * Takes all the memory that training needs. With a packed record `augment` images are changed in each pass.
       * @param {Network} network
       * @param {Dataset} dataset
       * @param {number} first
       * @param {number} end
       * @param {number} batch_size
       * @param {Float64Array | number[] | null} [augment]
       */
      constructor(network, dataset, first, end, batch_size, augment) {
        _assertClass(network, Network);
        _assertClass(dataset, Dataset);
        const val2 = +first;
        const val3 = +end;
        const val4 = +batch_size;
        var ptr0 = isLikeNone(augment) ? 0 : passArrayF64ToWasm0(augment, wasm.__wbindgen_malloc);
        var len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_new(network.__wbg_ptr, dataset.__wbg_ptr, val2, val3, val4, ptr0, len0);
        if (ret[2]) {
          throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        TrainerFinalization.register(this, this.__wbg_ptr, this);
        return this;
      }
      /**
       * Where the epoch stands, as numbers.
       * @returns {Float64Array}
       */
      place() {
        const ret = wasm.trainer_place(this.__wbg_ptr);
        var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
        return v1;
      }
      /**
       * Scores at zero, within an epoch.
       */
      resetTotals() {
        wasm.trainer_resetTotals(this.__wbg_ptr);
      }
      /**
       * Goes on in an epoch where another trainer stood.
       * @param {Network} network
       * @param {number} epoch
       * @param {boolean} shuffle
       * @param {Float64Array | number[]} place
       */
      resume(network, epoch, shuffle, place) {
        _assertClass(network, Network);
        const val2 = +epoch;
        const val3 = +shuffle;
        const ptr0 = passArrayF64ToWasm0(place, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_resume(this.__wbg_ptr, network.__wbg_ptr, val2, val3, ptr0, len0);
        if (ret[1]) {
          throw takeFromExternrefTable0(ret[0]);
        }
      }
      /**
       * Trains up to `steps` further steps of the epoch. Of the epoch so far: steps, rows, the first step whose loss was
       * not finite (or -1), mean loss, and what the metrics say.
       * @param {Network} network
       * @param {Dataset} dataset
       * @param {number} steps
       * @returns {Float64Array}
       */
      train(network, dataset, steps) {
        _assertClass(network, Network);
        _assertClass(dataset, Dataset);
        const ret = wasm.trainer_train(this.__wbg_ptr, network.__wbg_ptr, dataset.__wbg_ptr, steps);
        if (ret[3]) {
          throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
        return v1;
      }
    };
    if (Symbol.dispose) Trainer.prototype[Symbol.dispose] = Trainer.prototype.free;
    function initThreadPool(num_threads) {
      const ret = wasm.initThreadPool(num_threads);
      return ret;
    }
    __name(initThreadPool, "initThreadPool");
    function kinds() {
      let deferred1_0;
      let deferred1_1;
      try {
        const ret = wasm.kinds();
        deferred1_0 = ret[0];
        deferred1_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
      } finally {
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
      }
    }
    __name(kinds, "kinds");
    function start(threads, cores, overdue) {
      wasm.start(threads, cores, overdue);
    }
    __name(start, "start");
    var wbg_rayon_PoolBuilder = class _wbg_rayon_PoolBuilder {
      static {
        __name(this, "_wbg_rayon_PoolBuilder");
      }
      static __wrap(ptr) {
        const obj = Object.create(_wbg_rayon_PoolBuilder.prototype);
        obj.__wbg_ptr = ptr;
        wbg_rayon_PoolBuilderFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
      }
      __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        wbg_rayon_PoolBuilderFinalization.unregister(this);
        return ptr;
      }
      free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_wbg_rayon_poolbuilder_free(ptr, 0);
      }
      build() {
        wasm.wbg_rayon_poolbuilder_build(this.__wbg_ptr);
      }
      /**
       * @returns {number}
       */
      numThreads() {
        const ret = wasm.wbg_rayon_poolbuilder_numThreads(this.__wbg_ptr);
        return ret >>> 0;
      }
      /**
       * @returns {number}
       */
      receiver() {
        const ret = wasm.wbg_rayon_poolbuilder_receiver(this.__wbg_ptr);
        return ret >>> 0;
      }
    };
    if (Symbol.dispose) wbg_rayon_PoolBuilder.prototype[Symbol.dispose] = wbg_rayon_PoolBuilder.prototype.free;
    function wbg_rayon_start_worker(receiver) {
      wasm.wbg_rayon_start_worker(receiver);
    }
    __name(wbg_rayon_start_worker, "wbg_rayon_start_worker");
    function __wbg_get_imports(memory) {
      const import0 = {
        __proto__: null,
        __wbg___wbindgen_is_undefined_be5b34249ff1fc15: /* @__PURE__ */ __name(function(arg0) {
          const ret = arg0 === void 0;
          return ret;
        }, "__wbg___wbindgen_is_undefined_be5b34249ff1fc15"),
        __wbg___wbindgen_memory_17a1178bc3328ea3: /* @__PURE__ */ __name(function() {
          const ret = wasm.memory;
          return ret;
        }, "__wbg___wbindgen_memory_17a1178bc3328ea3"),
        __wbg___wbindgen_module_2e98e71e8e96b4ac: /* @__PURE__ */ __name(function() {
          const ret = wasmModule;
          return ret;
        }, "__wbg___wbindgen_module_2e98e71e8e96b4ac"),
        __wbg___wbindgen_rethrow_d953c34c2e20677f: /* @__PURE__ */ __name(function(arg0) {
          throw arg0;
        }, "__wbg___wbindgen_rethrow_d953c34c2e20677f"),
        __wbg___wbindgen_throw_4c88d8bf264fd984: /* @__PURE__ */ __name(function(arg0, arg1) {
          throw new Error(getStringFromWasm0(arg0, arg1));
        }, "__wbg___wbindgen_throw_4c88d8bf264fd984"),
        __wbg_call_a410eb4b59ed5965: /* @__PURE__ */ __name(function() {
          return handleError(function(arg0, arg1, arg2) {
            const ret = arg0.call(arg1, arg2);
            return ret;
          }, arguments);
        }, "__wbg_call_a410eb4b59ed5965"),
        __wbg_instanceof_Window_5cf453f5639aa1a2: /* @__PURE__ */ __name(function(arg0) {
          let result;
          try {
            result = arg0 instanceof Window;
          } catch (_) {
            result = false;
          }
          const ret = result;
          return ret;
        }, "__wbg_instanceof_Window_5cf453f5639aa1a2"),
        __wbg_new_787b9fb330d55d78: /* @__PURE__ */ __name(function(arg0, arg1) {
          const ret = new Error(getStringFromWasm0(arg0, arg1));
          return ret;
        }, "__wbg_new_787b9fb330d55d78"),
        __wbg_now_3dadb555b691cee6: /* @__PURE__ */ __name(function() {
          const ret = performance.now();
          return ret;
        }, "__wbg_now_3dadb555b691cee6"),
        __wbg_set_name_822e3903f3184979: /* @__PURE__ */ __name(function(arg0, arg1, arg2) {
          arg0.name = getStringFromWasm0(arg1, arg2);
        }, "__wbg_set_name_822e3903f3184979"),
        __wbg_startWorkers_8b582d57e92bd2d4: /* @__PURE__ */ __name(function(arg0, arg1, arg2) {
          const ret = startWorkers(arg0, arg1, wbg_rayon_PoolBuilder.__wrap(arg2));
          return ret;
        }, "__wbg_startWorkers_8b582d57e92bd2d4"),
        __wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc: /* @__PURE__ */ __name(function() {
          const ret = typeof globalThis === "undefined" ? void 0 : globalThis;
          return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, "__wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc"),
        __wbg_static_accessor_GLOBAL_e4293fb22cbe77da: /* @__PURE__ */ __name(function() {
          const ret = typeof global === "undefined" ? void 0 : global;
          return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, "__wbg_static_accessor_GLOBAL_e4293fb22cbe77da"),
        __wbg_static_accessor_SELF_53bb20457401453d: /* @__PURE__ */ __name(function() {
          const ret = typeof self === "undefined" ? void 0 : self;
          return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, "__wbg_static_accessor_SELF_53bb20457401453d"),
        __wbg_static_accessor_WINDOW_b5e0810bfecb7feb: /* @__PURE__ */ __name(function() {
          const ret = typeof window === "undefined" ? void 0 : window;
          return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, "__wbg_static_accessor_WINDOW_b5e0810bfecb7feb"),
        __wbindgen_generic_0000000000000001: /* @__PURE__ */ __name(function(arg0) {
          const ret = arg0;
          return ret;
        }, "__wbindgen_generic_0000000000000001"),
        __wbindgen_init_externref_table: /* @__PURE__ */ __name(function() {
          const table = wasm.__wbindgen_externrefs;
          table.set(0, void 0);
          table.set(1024, void 0);
          table.set(1025, null);
          table.set(1026, true);
          table.set(1027, false);
        }, "__wbindgen_init_externref_table"),
        memory: memory || new WebAssembly.Memory({ initial: 18, maximum: 16384, shared: true })
      };
      return {
        __proto__: null,
        "./inkgrad_wasm_bg.js": import0
      };
    }
    __name(__wbg_get_imports, "__wbg_get_imports");
    var DatasetFinalization = typeof FinalizationRegistry === "undefined" ? { register: /* @__PURE__ */ __name(() => {
    }, "register"), unregister: /* @__PURE__ */ __name(() => {
    }, "unregister") } : new FinalizationRegistry((ptr) => wasm.__wbg_dataset_free(ptr, 1));
    var EvaluationFinalization = typeof FinalizationRegistry === "undefined" ? { register: /* @__PURE__ */ __name(() => {
    }, "register"), unregister: /* @__PURE__ */ __name(() => {
    }, "unregister") } : new FinalizationRegistry((ptr) => wasm.__wbg_evaluation_free(ptr, 1));
    var NetworkFinalization = typeof FinalizationRegistry === "undefined" ? { register: /* @__PURE__ */ __name(() => {
    }, "register"), unregister: /* @__PURE__ */ __name(() => {
    }, "unregister") } : new FinalizationRegistry((ptr) => wasm.__wbg_network_free(ptr, 1));
    var TrainerFinalization = typeof FinalizationRegistry === "undefined" ? { register: /* @__PURE__ */ __name(() => {
    }, "register"), unregister: /* @__PURE__ */ __name(() => {
    }, "unregister") } : new FinalizationRegistry((ptr) => wasm.__wbg_trainer_free(ptr, 1));
    var wbg_rayon_PoolBuilderFinalization = typeof FinalizationRegistry === "undefined" ? { register: /* @__PURE__ */ __name(() => {
    }, "register"), unregister: /* @__PURE__ */ __name(() => {
    }, "unregister") } : new FinalizationRegistry((ptr) => wasm.__wbg_wbg_rayon_poolbuilder_free(ptr, 1));
    function addToExternrefTable0(obj) {
      const idx = wasm.__externref_table_alloc();
      wasm.__wbindgen_externrefs.set(idx, obj);
      return idx;
    }
    __name(addToExternrefTable0, "addToExternrefTable0");
    function _assertClass(instance, klass) {
      if (!(instance instanceof klass)) {
        throw new Error(`expected instance of ${klass.name}`);
      }
    }
    __name(_assertClass, "_assertClass");
    function getArrayF32FromWasm0(ptr, len) {
      ptr = ptr >>> 0;
      return getFloat32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
    }
    __name(getArrayF32FromWasm0, "getArrayF32FromWasm0");
    function getArrayF64FromWasm0(ptr, len) {
      ptr = ptr >>> 0;
      return getFloat64ArrayMemory0().subarray(ptr / 8, ptr / 8 + len);
    }
    __name(getArrayF64FromWasm0, "getArrayF64FromWasm0");
    function getArrayU8FromWasm0(ptr, len) {
      ptr = ptr >>> 0;
      return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
    }
    __name(getArrayU8FromWasm0, "getArrayU8FromWasm0");
    var cachedFloat32ArrayMemory0 = null;
    function getFloat32ArrayMemory0() {
      if (cachedFloat32ArrayMemory0 === null || cachedFloat32ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedFloat32ArrayMemory0 = new Float32Array(wasm.memory.buffer);
      }
      return cachedFloat32ArrayMemory0;
    }
    __name(getFloat32ArrayMemory0, "getFloat32ArrayMemory0");
    var cachedFloat64ArrayMemory0 = null;
    function getFloat64ArrayMemory0() {
      if (cachedFloat64ArrayMemory0 === null || cachedFloat64ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedFloat64ArrayMemory0 = new Float64Array(wasm.memory.buffer);
      }
      return cachedFloat64ArrayMemory0;
    }
    __name(getFloat64ArrayMemory0, "getFloat64ArrayMemory0");
    function getStringFromWasm0(ptr, len) {
      ptr = ptr >>> 0;
      return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
    }
    __name(getStringFromWasm0, "getStringFromWasm0");
    var cachedUint32ArrayMemory0 = null;
    function getUint32ArrayMemory0() {
      if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
      }
      return cachedUint32ArrayMemory0;
    }
    __name(getUint32ArrayMemory0, "getUint32ArrayMemory0");
    var cachedUint8ArrayMemory0 = null;
    function getUint8ArrayMemory0() {
      if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
      }
      return cachedUint8ArrayMemory0;
    }
    __name(getUint8ArrayMemory0, "getUint8ArrayMemory0");
    function handleError(f, args) {
      try {
        return f.apply(this, args);
      } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
      }
    }
    __name(handleError, "handleError");
    function isLikeNone(x) {
      return x === void 0 || x === null;
    }
    __name(isLikeNone, "isLikeNone");
    function passArray32ToWasm0(arg, malloc) {
      const ptr = malloc(arg.length * 4, 4) >>> 0;
      getUint32ArrayMemory0().set(arg, ptr / 4);
      WASM_VECTOR_LEN = arg.length;
      return ptr;
    }
    __name(passArray32ToWasm0, "passArray32ToWasm0");
    function passArray8ToWasm0(arg, malloc) {
      const ptr = malloc(arg.length * 1, 1) >>> 0;
      getUint8ArrayMemory0().set(arg, ptr / 1);
      WASM_VECTOR_LEN = arg.length;
      return ptr;
    }
    __name(passArray8ToWasm0, "passArray8ToWasm0");
    function passArrayF32ToWasm0(arg, malloc) {
      const ptr = malloc(arg.length * 4, 4) >>> 0;
      getFloat32ArrayMemory0().set(arg, ptr / 4);
      WASM_VECTOR_LEN = arg.length;
      return ptr;
    }
    __name(passArrayF32ToWasm0, "passArrayF32ToWasm0");
    function passArrayF64ToWasm0(arg, malloc) {
      const ptr = malloc(arg.length * 8, 8) >>> 0;
      getFloat64ArrayMemory0().set(arg, ptr / 8);
      WASM_VECTOR_LEN = arg.length;
      return ptr;
    }
    __name(passArrayF64ToWasm0, "passArrayF64ToWasm0");
    function takeFromExternrefTable0(idx) {
      const value = wasm.__wbindgen_externrefs.get(idx);
      wasm.__externref_table_dealloc(idx);
      return value;
    }
    __name(takeFromExternrefTable0, "takeFromExternrefTable0");
    var cachedTextDecoder = typeof TextDecoder !== "undefined" ? new TextDecoder("utf-8", { ignoreBOM: true }) : void 0;
    if (cachedTextDecoder) cachedTextDecoder.decode();
    var MAX_SAFARI_DECODE_BYTES = 2146435072;
    var numBytesDecoded = 0;
    function decodeText(bytes) {
      numBytesDecoded += bytes.length;
      if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
      }
      return cachedTextDecoder.decode(bytes.slice());
    }
    __name(decodeText, "decodeText");
    var WASM_VECTOR_LEN = 0;
    var wasmModule;
    var wasmInstance;
    var wasm;
    function __wbg_finalize_init(instance, module, thread_stack_size) {
      wasmInstance = instance;
      wasm = instance.exports;
      wasmModule = module;
      cachedFloat32ArrayMemory0 = null;
      cachedFloat64ArrayMemory0 = null;
      cachedUint32ArrayMemory0 = null;
      cachedUint8ArrayMemory0 = null;
      if (typeof thread_stack_size !== "undefined" && (typeof thread_stack_size !== "number" || thread_stack_size === 0 || thread_stack_size % 65536 !== 0)) {
        throw new Error("invalid stack size");
      }
      wasm.__wbindgen_start(thread_stack_size);
      return wasm;
    }
    __name(__wbg_finalize_init, "__wbg_finalize_init");
    function initSync(module, memory) {
      if (wasm !== void 0) return wasm;
      let thread_stack_size;
      if (module !== void 0) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
          ({ module, memory, thread_stack_size } = module);
        } else {
          console.warn("using deprecated parameters for `initSync()`; pass a single object instead");
        }
      }
      const imports = __wbg_get_imports(memory);
      if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
      }
      const instance = new WebAssembly.Instance(module, imports);
      return __wbg_finalize_init(instance, module, thread_stack_size);
    }
    __name(initSync, "initSync");
    return __toCommonJS(glue_threads_exports);
  })();
  return glue;
}
__name(createGlue, "createGlue");

export {
  createGlue
};
//# sourceMappingURL=chunk-WOQHGMRO.js.map