import {
  chooseBuild,
  hasRelaxedSimd
} from "./chunk-N2QLVIIQ.js";
import {
  usePlatform
} from "./chunk-Z5QVBAGM.js";
import {
  atOnce,
  inTurns,
  turns
} from "./chunk-EHHOOHLW.js";
import {
  nodeFiles
} from "./chunk-WSVM6H2F.js";
import {
  clearTimeout,
  performance,
  setImmediate,
  setTimeout
} from "./chunk-HLGL5JCD.js";
import {
  DownloadError,
  EngineError,
  FileError,
  FormatError,
  NonFiniteError,
  NonFiniteLossError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/node/engine.ts
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";

// script:ts/engine/pool-worker-node.ts
var pool_worker_node_default = '"use strict";(()=>{var K=Object.create;var U=Object.defineProperty;var Q=Object.getOwnPropertyDescriptor;var Z=Object.getOwnPropertyNames;var tt=Object.getPrototypeOf,et=Object.prototype.hasOwnProperty;var rt=(r=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(r,{get:(t,e)=>(typeof require<"u"?require:t)[e]}):r)(function(r){if(typeof require<"u")return require.apply(this,arguments);throw Error(\'Dynamic require of "\'+r+\'" is not supported\')});var nt=(r,t,e,s)=>{if(t&&typeof t=="object"||typeof t=="function")for(let _ of Z(t))!et.call(r,_)&&_!==e&&U(r,_,{get:()=>t[_],enumerable:!(s=Q(t,_))||s.enumerable});return r};var _t=(r,t,e)=>(e=r!=null?K(tt(r)):{},nt(t||!r||!r.__esModule?U(e,"default",{value:r,enumerable:!0}):e,r));function j(r,t,e){return{module:r,memory:t,builder:e}}var p=class{__destroy_into_raw(){let t=this.__wbg_ptr;return this.__wbg_ptr=0,D.unregister(this),t}free(){let t=this.__destroy_into_raw();n.__wbg_dataset_free(t,0)}appendBytes(t,e){let s=+e,_=B(t,n.__wbindgen_malloc),i=c,a=n.dataset_appendBytes(this.__wbg_ptr,_,i,s);if(a[1])throw o(a[0])}append(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.dataset_append(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}augment(t,e,s,_){let i=+e,a=+s,f,b,g,h;try{f=y(t,n.__wbindgen_malloc),b=c,g=V(_,n.__wbindgen_malloc),h=c}catch(J){throw g&&n.__wbindgen_free(g,h*4,4),f&&n.__wbindgen_free(f,b*8,8),J}let u=n.dataset_augment(this.__wbg_ptr,f,b,i,a,g,h);if(u[3])throw o(u[2]);var m=it(u[0],u[1]).slice();return n.__wbindgen_free(u[0],u[1]*1,1),m}measureBytes(t,e){let s=+e,_=B(t,n.__wbindgen_malloc),i=c,a=n.dataset_measureBytes(this.__wbg_ptr,_,i,s);if(a[1])throw o(a[0])}measure(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.dataset_measure(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}constructor(t,e){let s=n.dataset_new(t,e);if(s[2])throw o(s[1]);return this.__wbg_ptr=s[0],D.register(this,this.__wbg_ptr,this),this}setClasses(t){let e=V(t,n.__wbindgen_malloc),s=c,_=n.dataset_setClasses(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}setValues(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.dataset_setValues(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}setWeights(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.dataset_setWeights(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}};Symbol.dispose&&(p.prototype[Symbol.dispose]=p.prototype.free);var E=class{__destroy_into_raw(){let t=this.__wbg_ptr;return this.__wbg_ptr=0,I.unregister(this),t}free(){let t=this.__destroy_into_raw();n.__wbg_evaluation_free(t,0)}add(t,e,s,_){l(t,w),l(e,p);let i=n.evaluation_add(this.__wbg_ptr,t.__wbg_ptr,e.__wbg_ptr,s,_);if(i[1])throw o(i[0])}constructor(t){l(t,w);let e=n.evaluation_new(t.__wbg_ptr);if(e[2])throw o(e[1]);return this.__wbg_ptr=e[0],I.register(this,this.__wbg_ptr,this),this}results(t){l(t,w);let e=n.evaluation_results(this.__wbg_ptr,t.__wbg_ptr);if(e[3])throw o(e[2]);var s=z(e[0],e[1]).slice();return n.__wbindgen_free(e[0],e[1]*8,8),s}};Symbol.dispose&&(E.prototype[Symbol.dispose]=E.prototype.free);var w=class{__destroy_into_raw(){let t=this.__wbg_ptr;return this.__wbg_ptr=0,N.unregister(this),t}free(){let t=this.__destroy_into_raw();n.__wbg_network_free(t,0)}compile(t){let e=y(t,n.__wbindgen_malloc),s=c,_=n.network_compile(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}endTraining(){let t=n.network_endTraining(this.__wbg_ptr);if(t[1])throw o(t[0])}get learningRate(){let t=n.network_learningRate(this.__wbg_ptr);return t[0]===0?void 0:t[1]}constructor(t){let e=y(t,n.__wbindgen_malloc),s=c,_=n.network_new(e,s);if(_[2])throw o(_[1]);return this.__wbg_ptr=_[0],N.register(this,this.__wbg_ptr,this),this}get parameters(){return n.network_parameters(this.__wbg_ptr)>>>0}predictBytes(t,e){let s=+e,_=B(t,n.__wbindgen_malloc),i=c,a=n.network_predictBytes(this.__wbg_ptr,_,i,s);if(a[3])throw o(a[2]);var f=k(a[0],a[1]).slice();return n.__wbindgen_free(a[0],a[1]*4,4),f}predict(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.network_predict(this.__wbg_ptr,e,s);if(_[3])throw o(_[2]);var i=k(_[0],_[1]).slice();return n.__wbindgen_free(_[0],_[1]*4,4),i}setLearningRate(t){let e=n.network_setLearningRate(this.__wbg_ptr,t);if(e[1])throw o(e[0])}setState(t,e){let s,_,i,a;try{s=y(t,n.__wbindgen_malloc),_=c,i=d(e,n.__wbindgen_malloc),a=c}catch(b){throw i&&n.__wbindgen_free(i,a*4,4),s&&n.__wbindgen_free(s,_*8,8),b}let f=n.network_setState(this.__wbg_ptr,s,_,i,a);if(f[1])throw o(f[0])}set weights(t){let e=d(t,n.__wbindgen_malloc),s=c,_=n.network_set_weights(this.__wbg_ptr,e,s);if(_[1])throw o(_[0])}get stateNames(){let t,e;try{let i=n.network_stateNames(this.__wbg_ptr);var s=i[0],_=i[1];if(i[3])throw s=0,_=0,o(i[2]);return t=s,e=_,M(s,_)}finally{n.__wbindgen_free(t,e,1)}}get stateNumbers(){let t=n.network_stateNumbers(this.__wbg_ptr);if(t[3])throw o(t[2]);var e=k(t[0],t[1]).slice();return n.__wbindgen_free(t[0],t[1]*4,4),e}get stateScalars(){let t=n.network_stateScalars(this.__wbg_ptr);if(t[3])throw o(t[2]);var e=z(t[0],t[1]).slice();return n.__wbindgen_free(t[0],t[1]*8,8),e}get units(){return n.network_units(this.__wbg_ptr)>>>0}get weights(){let t=n.network_weights(this.__wbg_ptr);var e=k(t[0],t[1]).slice();return n.__wbindgen_free(t[0],t[1]*4,4),e}};Symbol.dispose&&(w.prototype[Symbol.dispose]=w.prototype.free);var O=class{__destroy_into_raw(){let t=this.__wbg_ptr;return this.__wbg_ptr=0,C.unregister(this),t}free(){let t=this.__destroy_into_raw();n.__wbg_trainer_free(t,0)}beginEpoch(t,e,s){l(t,w),n.trainer_beginEpoch(this.__wbg_ptr,t.__wbg_ptr,e,s)}constructor(t,e,s,_,i,a){l(t,w),l(e,p);let f=+s,b=+_,g=+i;var h=T(a)?0:y(a,n.__wbindgen_malloc),u=c;let m=n.trainer_new(t.__wbg_ptr,e.__wbg_ptr,f,b,g,h,u);if(m[2])throw o(m[1]);return this.__wbg_ptr=m[0],C.register(this,this.__wbg_ptr,this),this}place(){let t=n.trainer_place(this.__wbg_ptr);var e=z(t[0],t[1]).slice();return n.__wbindgen_free(t[0],t[1]*8,8),e}resetTotals(){n.trainer_resetTotals(this.__wbg_ptr)}resume(t,e,s,_){l(t,w);let i=+e,a=+s,f=y(_,n.__wbindgen_malloc),b=c,g=n.trainer_resume(this.__wbg_ptr,t.__wbg_ptr,i,a,f,b);if(g[1])throw o(g[0])}train(t,e,s){l(t,w),l(e,p);let _=n.trainer_train(this.__wbg_ptr,t.__wbg_ptr,e.__wbg_ptr,s);if(_[3])throw o(_[2]);var i=z(_[0],_[1]).slice();return n.__wbindgen_free(_[0],_[1]*8,8),i}};Symbol.dispose&&(O.prototype[Symbol.dispose]=O.prototype.free);var S=class r{static __wrap(t){let e=Object.create(r.prototype);return e.__wbg_ptr=t,$.register(e,e.__wbg_ptr,e),e}__destroy_into_raw(){let t=this.__wbg_ptr;return this.__wbg_ptr=0,$.unregister(this),t}free(){let t=this.__destroy_into_raw();n.__wbg_wbg_rayon_poolbuilder_free(t,0)}build(){n.wbg_rayon_poolbuilder_build(this.__wbg_ptr)}numThreads(){return n.wbg_rayon_poolbuilder_numThreads(this.__wbg_ptr)>>>0}receiver(){return n.wbg_rayon_poolbuilder_receiver(this.__wbg_ptr)>>>0}};Symbol.dispose&&(S.prototype[Symbol.dispose]=S.prototype.free);function q(r){n.wbg_rayon_start_worker(r)}function st(r){return{__proto__:null,"./inkgrad_wasm_bg.js":{__proto__:null,__wbg___wbindgen_is_undefined_be5b34249ff1fc15:function(e){return e===void 0},__wbg___wbindgen_memory_17a1178bc3328ea3:function(){return n.memory},__wbg___wbindgen_module_2e98e71e8e96b4ac:function(){return X},__wbg___wbindgen_rethrow_d953c34c2e20677f:function(e){throw e},__wbg___wbindgen_throw_4c88d8bf264fd984:function(e,s){throw new Error(M(e,s))},__wbg_call_a410eb4b59ed5965:function(){return at(function(e,s,_){return e.call(s,_)},arguments)},__wbg_instanceof_Window_5cf453f5639aa1a2:function(e){let s;try{s=e instanceof Window}catch{s=!1}return s},__wbg_new_787b9fb330d55d78:function(e,s){return new Error(M(e,s))},__wbg_now_3dadb555b691cee6:function(){return performance.now()},__wbg_set_name_822e3903f3184979:function(e,s,_){e.name=M(s,_)},__wbg_startWorkers_8b582d57e92bd2d4:function(e,s,_){return j(e,s,S.__wrap(_))},__wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc:function(){let e=typeof globalThis>"u"?void 0:globalThis;return T(e)?0:v(e)},__wbg_static_accessor_GLOBAL_e4293fb22cbe77da:function(){let e=typeof global>"u"?void 0:global;return T(e)?0:v(e)},__wbg_static_accessor_SELF_53bb20457401453d:function(){let e=typeof self>"u"?void 0:self;return T(e)?0:v(e)},__wbg_static_accessor_WINDOW_b5e0810bfecb7feb:function(){let e=typeof window>"u"?void 0:window;return T(e)?0:v(e)},__wbindgen_generic_0000000000000001:function(e){return e},__wbindgen_init_externref_table:function(){let e=n.__wbindgen_externrefs;e.set(0,void 0),e.set(1024,void 0),e.set(1025,null),e.set(1026,!0),e.set(1027,!1)},memory:r||new WebAssembly.Memory({initial:18,maximum:16384,shared:!0})}}}var D=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(r=>n.__wbg_dataset_free(r,1)),I=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(r=>n.__wbg_evaluation_free(r,1)),N=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(r=>n.__wbg_network_free(r,1)),C=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(r=>n.__wbg_trainer_free(r,1)),$=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(r=>n.__wbg_wbg_rayon_poolbuilder_free(r,1));function v(r){let t=n.__externref_table_alloc();return n.__wbindgen_externrefs.set(t,r),t}function l(r,t){if(!(r instanceof t))throw new Error(`expected instance of ${t.name}`)}function k(r,t){return r=r>>>0,G().subarray(r/4,r/4+t)}function z(r,t){return r=r>>>0,H().subarray(r/8,r/8+t)}function it(r,t){return r=r>>>0,L().subarray(r/1,r/1+t)}var A=null;function G(){return(A===null||A.buffer!==n.memory.buffer)&&(A=new Float32Array(n.memory.buffer)),A}var F=null;function H(){return(F===null||F.buffer!==n.memory.buffer)&&(F=new Float64Array(n.memory.buffer)),F}function M(r,t){return r=r>>>0,ft(L().subarray(r,r+t))}var W=null;function ot(){return(W===null||W.buffer!==n.memory.buffer)&&(W=new Uint32Array(n.memory.buffer)),W}var x=null;function L(){return(x===null||x.buffer!==n.memory.buffer)&&(x=new Uint8Array(n.memory.buffer)),x}function at(r,t){try{return r.apply(this,t)}catch(e){let s=v(e);n.__wbindgen_exn_store(s)}}function T(r){return r==null}function V(r,t){let e=t(r.length*4,4)>>>0;return ot().set(r,e/4),c=r.length,e}function B(r,t){let e=t(r.length*1,1)>>>0;return L().set(r,e/1),c=r.length,e}function d(r,t){let e=t(r.length*4,4)>>>0;return G().set(r,e/4),c=r.length,e}function y(r,t){let e=t(r.length*8,8)>>>0;return H().set(r,e/8),c=r.length,e}function o(r){let t=n.__wbindgen_externrefs.get(r);return n.__externref_table_dealloc(r),t}var R=typeof TextDecoder<"u"?new TextDecoder("utf-8",{ignoreBOM:!0}):void 0;R&&R.decode();var ct=2146435072,P=0;function ft(r){return P+=r.length,P>=ct&&(R=new TextDecoder("utf-8",{ignoreBOM:!0}),R.decode(),P=r.length),R.decode(r.slice())}var c=0,X,wt,n;function lt(r,t,e){if(wt=r,n=r.exports,X=t,A=null,F=null,W=null,x=null,typeof e<"u"&&(typeof e!="number"||e===0||e%65536!==0))throw new Error("invalid stack size");return n.__wbindgen_start(e),n}function Y(r,t){if(n!==void 0)return n;let e;r!==void 0&&(Object.getPrototypeOf(r)===Object.prototype?{module:r,memory:t,thread_stack_size:e}=r:console.warn("using deprecated parameters for `initSync()`; pass a single object instead"));let s=st(t);r instanceof WebAssembly.Module||(r=new WebAssembly.Module(r));let _=new WebAssembly.Instance(r,s);return lt(_,r,e)}import("node:worker_threads").then(({parentPort:r,workerData:t})=>{let{module:e,memory:s,receiver:_,started:i}=t;Y({module:e,memory:s}),i&&(Atomics.add(i,0,1),Atomics.notify(i,0)),r?.postMessage("ready"),q(_)});})();\n';

// ts/engine/pack.ts
var RECORD = "-";
var NONE = "none";
function packer(kinds) {
  const rooms = readKinds(kinds);
  return (record, value) => {
    const numbers = [];
    put(rooms, record, record, value, numbers);
    return Float64Array.from(numbers);
  };
}
__name(packer, "packer");
function readKinds(kinds) {
  const rooms = /* @__PURE__ */ new Map();
  for (const line of kinds.split("\n").filter((text) => text.trim() !== "")) {
    const [room = "", kind = "", ...fields] = line.trim().split(/\s+/);
    const described = fields.map((field) => {
      const [name = "", type = ""] = field.split(":");
      return { name, type };
    });
    rooms.set(room, [...rooms.get(room) ?? [], { kind, fields: described }]);
  }
  return rooms;
}
__name(readKinds, "readKinds");
function put(rooms, place, type, value, numbers) {
  if (type.startsWith("[")) {
    const each = type.slice(1, -1);
    const list = check(place, "a list", value, Array.isArray(value));
    numbers.push(list.length);
    for (const [i, item] of list.entries()) put(rooms, `${place}[${i}]`, each, item, numbers);
    return;
  }
  const plain = plainTypes[type];
  if (plain) {
    plain(place, value, numbers);
    return;
  }
  const room = rooms.get(type);
  if (!room) throw new EngineError(`${place}: the engine has no '${type}'`);
  putKind(rooms, place, type, room, value, numbers);
}
__name(put, "put");
var plainTypes = {
  number: /* @__PURE__ */ __name((place, value, numbers) => numbers.push(check(place, "a number", value, typeof value === "number")), "number"),
  count: /* @__PURE__ */ __name((place, value, numbers) => numbers.push(check(place, "a whole number", value, Number.isSafeInteger(value))), "count"),
  flag: /* @__PURE__ */ __name((place, value, numbers) => numbers.push(Number(check(place, "a flag", value, typeof value === "boolean"))), "flag"),
  optional: /* @__PURE__ */ __name((place, value, numbers) => numbers.push(value === null ? Number.NaN : check(place, "a number or null", value, typeof value === "number")), "optional"),
  numbers: /* @__PURE__ */ __name((place, value, numbers) => {
    const list = check(place, "numbers", value, Array.isArray(value));
    numbers.push(list.length, ...list.map((item) => check(place, "numbers", item, typeof item === "number")));
  }, "numbers")
};
function putKind(rooms, place, name, room, value, numbers) {
  const isRecord = room[0]?.kind === RECORD;
  const given = value === null && !isRecord ? { type: NONE } : value;
  const { type, ...fields } = check(
    place,
    "an object",
    given,
    typeof given === "object" && given !== null
  );
  const index = room.findIndex(({ kind }) => kind === (isRecord ? RECORD : type));
  const line = room[index];
  if (!line) throw new EngineError(`${place}: the engine has no ${name} '${String(type)}'`);
  if (!isRecord) numbers.push(index);
  const unknown = Object.keys(fields).find((field) => !line.fields.some((known2) => known2.name === field));
  if (unknown !== void 0) throw new EngineError(`${place}.${unknown}: the engine has no such field`);
  for (const field of line.fields) put(rooms, `${place}.${field.name}`, field.type, fields[field.name], numbers);
}
__name(putKind, "putKind");
function check(place, expected, value, holds) {
  if (holds) return value;
  throw new EngineError(
    `${place}: the engine takes ${expected}, got ${value === void 0 ? "nothing" : String(value)}`
  );
}
__name(check, "check");

// ts/engine/local.ts
var CALL = 15;
var FREE_MODELS = "models that are no longer needed give back theirs by dispose(), or by `await using`";
var COPIED_NUMBERS = 1 << 20;
var PASSED_PRODUCTS = 1 << 29;
var AUGMENTED_ROWS = 2e3;
var FEWEST_PASSED_ROWS = 128;
var LocalEngine = class {
  static {
    __name(this, "LocalEngine");
  }
  info;
  #glue;
  #memory;
  #pack;
  #pool;
  #networks = /* @__PURE__ */ new Map();
  #datasets = /* @__PURE__ */ new Map();
  #trainers = /* @__PURE__ */ new Map();
  #giveTurns = turns();
  #lastHandle = 0;
  #gone;
  /**
   * @param glue an instance of a glue file of its own, initialised and with its threads started
   * @param pool its threads, if it has any but the caller's
   */
  constructor(info, glue, memory, pool) {
    this.info = info;
    this.#glue = glue;
    this.#memory = memory;
    this.#pack = packer(glue.kinds());
    this.#pool = pool;
  }
  async createNetwork(description) {
    return this.createNetworkNow(description);
  }
  createNetworkNow(description) {
    const packed = this.#pack("network", description);
    const glue = this.#call(() => new this.#glue.Network(packed));
    const passedRows = Math.max(FEWEST_PASSED_ROWS, Math.floor(PASSED_PRODUCTS / Math.max(1, glue.parameters)));
    const handle = ++this.#lastHandle;
    this.#networks.set(handle, { glue, inputs: description.inputs, outputs: glue.units, passedRows });
    return handle;
  }
  async compile(network, training) {
    this.compileNow(network, training);
  }
  compileNow(network, training) {
    const packed = this.#pack("training", training);
    const { glue } = this.#network(network);
    this.#call(() => glue.compile(packed));
  }
  async readWeights(network) {
    return this.readWeightsNow(network);
  }
  readWeightsNow(network) {
    const { glue } = this.#network(network);
    return this.#call(() => glue.weights);
  }
  async writeWeights(network, weights) {
    this.writeWeightsNow(network, weights);
  }
  writeWeightsNow(network, weights) {
    const { glue } = this.#network(network);
    this.#call(() => {
      glue.weights = weights;
    });
  }
  async readState(network) {
    const { glue } = this.#network(network);
    return this.#call(() => ({ weights: glue.weights, optimizer: readOptimizer(glue) }));
  }
  async writeState(network, { weights, optimizer }) {
    const { glue } = this.#network(network);
    checkOptimizer(
      this.#call(() => readOptimizer(glue)),
      optimizer
    );
    const { version, iterations, momentumProduct, learningRate, numbers } = optimizer;
    const scalars = Float64Array.of(version, iterations, momentumProduct, learningRate ?? Number.NaN);
    this.#call(
      () => glue.setState(scalars, numbers),
      () => new NonFiniteError("optimizer", "numbers", "NaN")
    );
    this.#call(() => {
      glue.weights = weights;
    });
  }
  createDataset(rows, columns, targets, weights) {
    return inTurns(this.#createDataset(rows, columns, targets, weights), this.#giveTurns);
  }
  createDatasetNow(rows, columns, targets, weights) {
    return atOnce(this.#createDataset(rows, columns, targets, weights));
  }
  *#createDataset(rows, columns, targets, weights) {
    const dataset = this.#call(() => new this.#glue.Dataset(rows.count, columns));
    try {
      const chunk = Math.max(1, Math.floor(COPIED_NUMBERS / columns));
      for (const take of [measure, append]) {
        for (let first = 0; first < rows.count; first += chunk) {
          const part = sliceRows(rows, columns, first, first + chunk);
          this.#call(
            () => take(dataset, part),
            () => notFinite(rows, columns)
          );
          yield;
        }
      }
      if (targets) {
        this.#call(
          () => "classes" in targets ? dataset.setClasses(targets.classes) : dataset.setValues(targets.values)
        );
      }
      if (weights) this.#call(() => dataset.setWeights(weights));
    } catch (error) {
      dataset.free();
      throw error;
    }
    const handle = ++this.#lastHandle;
    this.#datasets.set(handle, dataset);
    return handle;
  }
  async createTrainer(network, dataset, { first, end }, batchSize, augment) {
    const packed = augment && this.#pack("augment", augment);
    const [of, on] = [this.#network(network), this.#dataset(dataset)];
    const glue = this.#call(() => new this.#glue.Trainer(of.glue, on, first, end, batchSize, packed));
    const handle = ++this.#lastHandle;
    this.#trainers.set(handle, { glue, network: of, dataset: on, epoch: -1, steps: 0, pace: 1 });
    return handle;
  }
  async beginEpoch(trainer, { epoch, shuffle, keepOrder }) {
    const it = this.#trainer(trainer);
    this.#call(() => keepOrder ? it.glue.resetTotals() : it.glue.beginEpoch(it.network.glue, epoch, shuffle));
    it.epoch = epoch;
    it.steps = 0;
  }
  async readPlace(trainer) {
    const { glue } = this.#trainer(trainer);
    return this.#call(() => [...glue.place()]);
  }
  async resumeEpoch(trainer, { epoch, shuffle, orderOf, place }) {
    const it = this.#trainer(trainer);
    this.#call(() => it.glue.resume(it.network.glue, orderOf, shuffle, Float64Array.from(place)));
    it.epoch = epoch;
    it.steps = place[1];
  }
  async train(trainer, maxSteps) {
    const it = this.#trainer(trainer);
    const wanted = Math.min(maxSteps, it.pace);
    const start = performance.now();
    const [steps = 0, samples = 0, diverged = -1, loss = 0, ...metrics] = this.#call(
      () => it.glue.train(it.network.glue, it.dataset, wanted)
    );
    const time = performance.now() - start;
    if (diverged >= 0) throw new NonFiniteLossError(it.epoch, diverged);
    const done = steps - it.steps;
    it.steps = steps;
    if (done === it.pace) it.pace = Math.max(1, Math.min(4 * done, Math.floor(CALL * done / time)));
    await this.#giveTurns();
    return { steps, samples, loss, metrics };
  }
  async learningRate(network) {
    return this.#network(network).glue.learningRate ?? 0;
  }
  async setLearningRate(network, learningRate) {
    const { glue } = this.#network(network);
    this.#call(() => glue.setLearningRate(learningRate));
  }
  async endTraining(network) {
    const { glue } = this.#network(network);
    this.#call(() => glue.endTraining());
  }
  evaluate(network, dataset, range) {
    return inTurns(this.#evaluate(network, dataset, range), this.#giveTurns);
  }
  evaluateNow(network, dataset, range) {
    return atOnce(this.#evaluate(network, dataset, range));
  }
  *#evaluate(network, dataset, { first, end }) {
    const [{ glue, passedRows }, on] = [this.#network(network), this.#dataset(dataset)];
    const evaluation = this.#call(() => new this.#glue.Evaluation(glue));
    try {
      for (let from = first; from < end; from += passedRows) {
        this.#call(() => evaluation.add(glue, on, from, Math.min(from + passedRows, end)));
        yield;
      }
      const [, loss = 0, ...metrics] = this.#call(() => evaluation.results(glue));
      return { loss, metrics };
    } finally {
      if (!this.gone) evaluation.free();
    }
  }
  predict(network, rows) {
    return inTurns(this.#predict(network, rows), this.#giveTurns);
  }
  predictNow(network, rows) {
    return atOnce(this.#predict(network, rows));
  }
  *#predict(network, rows) {
    const { glue, inputs, outputs, passedRows } = this.#network(network);
    if (rows.count <= passedRows) return this.#predictChunk(glue, rows, inputs, rows);
    const predictions = new Float32Array(rows.count * outputs);
    for (let first = 0; first < rows.count; first += passedRows) {
      const part = sliceRows(rows, inputs, first, first + passedRows);
      predictions.set(this.#predictChunk(glue, part, inputs, rows), first * outputs);
      yield;
    }
    return predictions;
  }
  #predictChunk(network, part, columns, all) {
    return this.#call(
      () => "bytes" in part ? network.predictBytes(part.bytes, part.divisor) : network.predict(part.floats),
      () => notFinite(all, columns)
    );
  }
  async augment(dataset, augment, { seed, pass, rows }) {
    const packed = this.#pack("augment", augment);
    const on = this.#dataset(dataset);
    const bytes = new Uint8Array(rows.length * augment.height * augment.width);
    for (let first = 0, at = 0; first < rows.length; first += AUGMENTED_ROWS) {
      const part = this.#call(() => on.augment(packed, seed, pass, rows.subarray(first, first + AUGMENTED_ROWS)));
      bytes.set(part, at);
      at += part.length;
      await this.#giveTurns();
    }
    return bytes;
  }
  async release(thing) {
    this.releaseNow(thing);
  }
  releaseNow(thing) {
    if (this.gone) return;
    for (const things of [this.#networks, this.#trainers]) {
      things.get(thing)?.glue.free();
      things.delete(thing);
    }
    this.#datasets.get(thing)?.free();
    this.#datasets.delete(thing);
  }
  async memoryBytes() {
    return this.#memory.buffer.byteLength;
  }
  get gone() {
    return this.#gone ?? this.#pool?.lost;
  }
  async terminate() {
    this.#gone = this.gone ?? new EngineError("the engine has been terminated");
    this.#pool?.terminate();
  }
  #network(handle) {
    return known(this.#networks.get(handle), "network");
  }
  #dataset(handle) {
    return known(this.#datasets.get(handle), "data set");
  }
  #trainer(handle) {
    return known(this.#trainers.get(handle), "trainer");
  }
  /** Calls into the WASM. What it throws becomes a typed error; `nonFinite` makes the one for bad rows. */
  #call(run, nonFinite) {
    if (this.gone) throw this.gone;
    this.#pool?.called();
    try {
      return run();
    } catch (error) {
      if (this.gone) throw this.gone;
      if (error instanceof WebAssembly.RuntimeError) throw this.#lose(error);
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      if (name === "NonFinite" && nonFinite) throw nonFinite();
      const hint = name === "Memory" ? `; ${FREE_MODELS}` : "";
      throw new EngineError(`the engine failed: ${message}${hint}`, { cause: error });
    }
  }
  /** After a trap the memory may be in any state. The only one that is known of is a list that found no room there. */
  #lose(cause) {
    this.#gone = new EngineError(
      `the engine failed: ${cause.message}; its memory may be full (${this.#memory.buffer.byteLength} bytes). Its models are lost, and new ones get a new engine`,
      { cause }
    );
    this.#pool?.terminate();
    return this.#gone;
  }
};
function known(thing, name) {
  if (!thing) throw new EngineError(`the engine has no such ${name}: it was released`);
  return thing;
}
__name(known, "known");
function readOptimizer(network) {
  const [version = 0, iterations = 0, momentumProduct = 1, rate = Number.NaN] = network.stateScalars;
  const slots = network.stateNames.split(" ").filter((name) => name !== "");
  const learningRate = Number.isNaN(rate) ? null : rate;
  return { version, iterations, momentumProduct, learningRate, slots, numbers: network.stateNumbers };
}
__name(readOptimizer, "readOptimizer");
function checkOptimizer(own, given) {
  const told = /* @__PURE__ */ __name(({ version, slots, numbers }) => `a state (version ${version}) of ${numbers.length} numbers: ${slots.join(", ") || "none of each weight"}`, "told");
  if (told(own) !== told(given)) throw new OptionError("optimizer", told(own), told(given));
}
__name(checkOptimizer, "checkOptimizer");
function measure(dataset, rows) {
  if ("bytes" in rows) dataset.measureBytes(rows.bytes, rows.divisor);
  else dataset.measure(rows.floats);
}
__name(measure, "measure");
function append(dataset, rows) {
  if ("bytes" in rows) dataset.appendBytes(rows.bytes, rows.divisor);
  else dataset.append(rows.floats);
}
__name(append, "append");
function sliceRows(rows, columns, first, end) {
  const count = Math.min(end, rows.count) - first;
  const [from, to] = [first * columns, (first + count) * columns];
  if ("bytes" in rows) return { bytes: rows.bytes.subarray(from, to), divisor: rows.divisor, count };
  return { floats: rows.floats.subarray(from, to), count };
}
__name(sliceRows, "sliceRows");
function notFinite(rows, columns) {
  const index = "floats" in rows ? rows.floats.findIndex((number2) => !Number.isFinite(number2)) : -1;
  const [row, column] = [Math.floor(index / columns), index % columns];
  const number = "floats" in rows ? rows.floats[index] : Number.NaN;
  return new NonFiniteError("x", "finite numbers", `${number} at row ${row}, column ${column}`);
}
__name(notFinite, "notFinite");

// ts/engine/shared-memory.ts
var PAGE = 2 ** 16;
var FIRST_PAGES = 32;
var MOST = 2 ** 30;
function reserveSharedMemory() {
  try {
    return { memory: sharedMemory(MOST) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    try {
      return { memory: sharedMemory(MOST / 2), shortage: `512 MiB of memory, since 1 GiB was refused (${reason})` };
    } catch {
      return { memory: void 0, shortage: `memory for threads to share was refused (${reason})` };
    }
  }
}
__name(reserveSharedMemory, "reserveSharedMemory");
function sharedMemory(most) {
  return new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: most / PAGE, shared: true });
}
__name(sharedMemory, "sharedMemory");

// ts/engine/threads/pool.ts
var NAP = 50;
var PATIENCE = 700;
var ThreadPool = class {
  static {
    __name(this, "ThreadPool");
  }
  #workers = [];
  #lost;
  #terminated = false;
  #called = 0;
  /** Why the engine is of no use any more, once a worker has died: the others cannot go on without it. */
  get lost() {
    return this.#lost;
  }
  /**
   * Spawns one more worker; settles when it is ready.
   * @param limit milliseconds that it may take
   * @throws EngineError when it cannot be spawned, dies while it starts, or takes too long
   */
  add(spawn, orders, limit) {
    return new Promise((resolve, reject) => {
      let started = false;
      const failed = /* @__PURE__ */ __name((reason, cause) => {
        clearTimeout(timer);
        reject(new EngineError(`an engine's thread could not be started: ${reason}`, { cause }));
        if (started) this.#lose(reason);
      }, "failed");
      const timer = setTimeout(() => failed(`not ready within ${limit / 1e3} s`), limit);
      const ready = /* @__PURE__ */ __name(() => {
        clearTimeout(timer);
        started = true;
        resolve();
      }, "ready");
      try {
        this.#workers.push(spawn(orders, { ready, failed }));
      } catch (error) {
        failed(error instanceof Error ? error.message : String(error), error);
      }
    });
  }
  /**
   * Spawns one more worker, which tells by other means that it is ready.
   * @throws EngineError when it cannot be spawned
   */
  addNow(spawn, orders) {
    try {
      this.#workers.push(spawn(orders, { ready() {
      }, failed: /* @__PURE__ */ __name((reason) => this.#lose(reason), "failed") }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EngineError(`an engine's thread could not be started: ${reason}`, { cause: error });
    }
  }
  /** To be told of each call into the WASM. */
  called() {
    this.#called = performance.now();
  }
  /**
   * Called from the WASM whenever the caller has waited for `naps` naps in a row. That a worker died in the middle of a
   * call cannot be heard, since the thread that would hear it waits in the WASM. But all threads have equal shares: who
   * takes much longer than the caller did has died.
   * @throws EngineError
   */
  overdue(naps) {
    const waited = naps * NAP;
    const worked = performance.now() - this.#called - waited;
    if (waited >= Math.max(PATIENCE, 4 * worked)) throw this.#lose(`it has not answered for ${waited} ms`);
  }
  /** Stops the workers at once, whatever they do. Idempotent. */
  terminate() {
    this.#terminated = true;
    for (const worker of this.#workers) worker.terminate();
  }
  #lose(reason) {
    if (!this.#terminated) {
      this.#lost = new EngineError(
        `a thread of the engine died: ${reason}; its models are lost, and new ones get a new engine`
      );
      this.terminate();
    }
    return this.#lost;
  }
};

// ts/engine/threads.ts
var startLimit = 3e4;
var ThreadStartError = class extends EngineError {
  static {
    __name(this, "ThreadStartError");
  }
  started;
  constructor(cause, started) {
    super(cause.message, { cause });
    this.started = started;
  }
};
async function startThreads(glue, threads, cores, spawn, limit = startLimit) {
  const pool = new ThreadPool();
  if (threads > 1) {
    const { module, memory, builder } = glue.initThreadPool(threads - 1);
    const orders = { module, memory, receiver: builder.receiver() };
    const starts = await Promise.allSettled(Array.from({ length: threads - 1 }, () => pool.add(spawn, orders, limit)));
    const refused2 = starts.filter((start) => start.status === "rejected");
    if (refused2[0]) {
      pool.terminate();
      throw new ThreadStartError(refused2[0].reason, starts.length - refused2.length);
    }
    builder.build();
    builder.free();
  }
  glue.start(threads, cores, (naps) => pool.overdue(naps));
  return pool;
}
__name(startThreads, "startThreads");
function startThreadsNow(glue, threads, cores, spawn, limit = startLimit) {
  const pool = new ThreadPool();
  if (threads > 1) {
    const { module, memory, builder } = glue.initThreadPool(threads - 1);
    const started = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const orders = { module, memory, receiver: builder.receiver(), started };
    try {
      for (let worker = 1; worker < threads; worker++) pool.addNow(spawn, orders);
      sleepUntil(started, threads - 1, limit);
    } catch (error) {
      pool.terminate();
      throw new ThreadStartError(error, Atomics.load(started, 0));
    }
    builder.build();
    builder.free();
  }
  glue.start(threads, cores, (naps) => pool.overdue(naps));
  return pool;
}
__name(startThreadsNow, "startThreadsNow");
function sleepUntil(counter, count, limit) {
  const end = performance.now() + limit;
  for (let reached = Atomics.load(counter, 0); reached < count; reached = Atomics.load(counter, 0)) {
    const left = end - performance.now();
    if (left <= 0) throw new EngineError(`an engine's thread could not be started: not ready within ${limit / 1e3} s`);
    Atomics.wait(counter, 0, reached, left);
  }
}
__name(sleepUntil, "sleepUntil");

// ts/engine/start.ts
var UNASKED_LIMIT = 1e4;
async function startLocalEngine(threads, build, host) {
  const { file, info, memory } = chooseMemory(threads, build, host.offer);
  const module = await host.module(file);
  if (!memory) {
    const glue2 = await host.singleGlue();
    const wasm = instantiate(() => glue2.initSync({ module }));
    return new LocalEngine(info, glue2, wasm.memory);
  }
  const glue = await host.threadsGlue();
  instantiate(() => glue.initSync({ module, memory }));
  try {
    const limit = threads === void 0 ? UNASKED_LIMIT : void 0;
    const pool = await startThreads(glue, info.threads, info.cores, host.spawn, limit);
    return new LocalEngine(info, glue, memory, pool);
  } catch (error) {
    if (threads !== void 0 || !(error instanceof ThreadStartError)) throw error;
    return startLocalEngine(void 0, build, { ...host, offer: offerWithout(error, host) });
  }
}
__name(startLocalEngine, "startLocalEngine");
function startLocalEngineNow(threads, build, host) {
  const { file, info, memory } = chooseMemory(threads, build, host.offer);
  const module = host.module(file);
  if (!memory) {
    const glue2 = host.singleGlue();
    const wasm = instantiate(() => glue2.initSync({ module }));
    return new LocalEngine(info, glue2, wasm.memory);
  }
  const glue = host.threadsGlue();
  instantiate(() => glue.initSync({ module, memory }));
  try {
    const limit = threads === void 0 ? UNASKED_LIMIT : void 0;
    return new LocalEngine(info, glue, memory, startThreadsNow(glue, info.threads, info.cores, host.spawn, limit));
  } catch (error) {
    if (threads !== void 0 || !(error instanceof ThreadStartError)) throw error;
    return startLocalEngineNow(void 0, build, { ...host, offer: offerWithout(error, host) });
  }
}
__name(startLocalEngineNow, "startLocalEngineNow");
function offerWithout({ started, message }, { offer, oneTry }) {
  if (started === 0 || oneTry) return { ...offer, notShared: message };
  return { ...offer, refused: { most: started + 1, reason: message } };
}
__name(offerWithout, "offerWithout");
function chooseMemory(threads, build, offer) {
  const choice = chooseBuild(threads, build, offer);
  if (choice.file === "single") return { ...choice, memory: void 0 };
  const { memory, shortage } = reserveSharedMemory();
  if (!memory) return { ...chooseBuild(threads, build, { ...offer, notShared: shortage }), memory };
  const reason = shortage ? `${choice.info.reason}; ${shortage}` : choice.info.reason;
  return { file: choice.file, info: { ...choice.info, reason }, memory };
}
__name(chooseMemory, "chooseMemory");
function instantiate(run) {
  try {
    return run();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError(`the engine could not be started: ${reason}`, { cause });
  }
}
__name(instantiate, "instantiate");

// ts/engine/threads/node.ts
import { Worker } from "node:worker_threads";
function spawnInNode(script) {
  const [source, options] = script instanceof URL ? [script, {}] : [script.code, { eval: true }];
  return (orders, { ready, failed }) => {
    const worker = new Worker(source, { ...options, workerData: orders, execArgv: [], name: "inkgrad" });
    worker.once("message", () => {
      worker.unref();
      ready();
    });
    worker.on("error", (error) => failed(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => failed(`it ended with code ${code}`));
    return { terminate: /* @__PURE__ */ __name(() => void worker.terminate(), "terminate") };
  };
}
__name(spawnInNode, "spawnInNode");

// ts/engine/wasm-module.ts
var preamble = [0, 97, 115, 109, 1, 0, 0, 0];
async function compileWasm(bytes, source) {
  checkPreamble(bytes, source);
  return WebAssembly.compile(bytes).catch((error) => {
    throw refused(bytes, source, error);
  });
}
__name(compileWasm, "compileWasm");
function compileWasmNow(bytes, source) {
  checkPreamble(bytes, source);
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw refused(bytes, source, error);
  }
}
__name(compileWasmNow, "compileWasmNow");
function checkPreamble(bytes, source) {
  if (preamble.every((byte, i) => bytes[i] === byte)) return;
  throw new FormatError(source, "a WebAssembly module, which begins with 00 61 73 6d 01 00 00 00", firstBytes(bytes));
}
__name(checkPreamble, "checkPreamble");
function refused(bytes, source, cause) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const received = `${bytes.length} bytes: ${reason}`;
  return new FormatError(source, "a WebAssembly module that this engine can run", received, { cause });
}
__name(refused, "refused");
function firstBytes(bytes) {
  if (!bytes.length) return "no bytes";
  const first = bytes.subarray(0, 16);
  const hex = Array.from(first, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const text = Array.from(first, (byte) => byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".").join("");
  return `${hex} ("${text}")`;
}
__name(firstBytes, "firstBytes");

// ts/node/engine.ts
async function startEngine({ threads, build, wasmUrl, workerUrl }) {
  return startLocalEngine(threads, build ?? "default", {
    offer: offerOfNode(),
    module: /* @__PURE__ */ __name((file) => loadModule(wasmUrl === void 0 ? file : new URL(`inkgrad-${file}.wasm`, folderUrl(wasmUrl))), "module"),
    // Loaded when an engine starts, of which many a program that imports inkgrad has none.
    singleGlue: /* @__PURE__ */ __name(async () => (await import("./glue-single.js")).createGlue(), "singleGlue"),
    threadsGlue: /* @__PURE__ */ __name(async () => (await import("./glue-threads.js")).createGlue(), "threadsGlue"),
    spawn: spawnInNode(workerUrl === void 0 ? { code: pool_worker_node_default } : fileUrl(workerUrl))
  });
}
__name(startEngine, "startEngine");
function offerOfNode() {
  if (typeof WebAssembly === "undefined") throw new EngineError("WebAssembly is off here, as by --jitless");
  return {
    cores: availableParallelism(),
    isolated: true,
    relaxed: hasRelaxedSimd(),
    notShared: typeof SharedArrayBuffer === "undefined" ? "there is no SharedArrayBuffer" : void 0
  };
}
__name(offerOfNode, "offerOfNode");
var modules = /* @__PURE__ */ new Map();
function loadModule(source) {
  const name = String(source);
  let module = modules.get(name);
  if (!module) {
    module = readModule(source).then((bytes) => compileWasm(bytes, name));
    modules.set(name, module);
    module.catch(() => modules.delete(name));
  }
  return module;
}
__name(loadModule, "loadModule");
async function readModule(source) {
  if (typeof source !== "string") return readBytes(source);
  const { unpackWasm } = await import("./wasm.js");
  return unpackWasm(source);
}
__name(readModule, "readModule");
async function readBytes(url) {
  if (url.protocol !== "file:") {
    const response = await fetch(url).catch((cause) => {
      throw new DownloadError(`${url}: cannot be fetched`, { cause });
    });
    if (!response.ok) throw new DownloadError(`${url}: the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const bytes = await nodeFiles.read(url);
  if (!bytes) throw new FileError(`${url}: there is no such file; a whole package has it`);
  return bytes;
}
__name(readBytes, "readBytes");
function folderUrl(folder) {
  const url = fileUrl(folder);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
__name(folderUrl, "folderUrl");
function fileUrl(file) {
  return URL.canParse(String(file)) ? new URL(file) : pathToFileURL(String(file));
}
__name(fileUrl, "fileUrl");

// ts/node/garbage.ts
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
var collect;
function collector() {
  const { gc, Bun } = globalThis;
  if (gc) return gc;
  if (Bun) return () => Bun.gc(true);
  try {
    setFlagsFromString("--expose-gc");
    const found = runInNewContext("gc");
    setFlagsFromString("--no-expose-gc");
    return found;
  } catch {
    return () => {
    };
  }
}
__name(collector, "collector");
async function collectGarbage() {
  collect ??= collector();
  collect();
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
__name(collectGarbage, "collectGarbage");

// ts/progress.ts
function formatFigures(figures) {
  return Object.entries(figures).map(([name, value]) => `${name}: ${formatFigure(value)}`).join(" - ");
}
__name(formatFigures, "formatFigures");
function formatFigure(value) {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(4) : value.toFixed(4);
}
__name(formatFigure, "formatFigure");
function formatRate(samples, milliseconds) {
  const rate = milliseconds > 0 ? samples * 1e3 / milliseconds : 0;
  return `${Math.round(rate).toLocaleString("en-US")} samples/s`;
}
__name(formatRate, "formatRate");
function formatTime(milliseconds) {
  const seconds = milliseconds / 1e3;
  if (seconds < 9.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, "0")}s`;
}
__name(formatTime, "formatTime");
function lineProgress(title, batches, batchSize, print) {
  const start = performance.now();
  let trained = start;
  let [before, done] = [0, 0];
  return {
    goOn(position) {
      before = position;
    },
    update(position) {
      trained = performance.now();
      done = position;
    },
    finish(figures) {
      const time = formatTime(performance.now() - start);
      const rate = batchSize > 0 ? [formatRate((done - before) * batchSize, trained - start)] : [];
      const parts = [`${done}/${Math.max(batches, done)}`, time, ...rate, formatFigures(figures)];
      print(`${title} - ${parts.join(" - ")}`);
    },
    abandon() {
    }
  };
}
__name(lineProgress, "lineProgress");

// ts/node/progress.ts
var longestBar = 30;
var shortestBar = 5;
var separator = " - ";
function isTerminal() {
  return process.stdout.isTTY === true;
}
__name(isTerminal, "isTerminal");
async function nodeProgress(style, title, batches, batchSize) {
  if (style === "line" || !isTerminal()) {
    return lineProgress(title, batches, batchSize, (line) => process.stdout.write(`${line}
`));
  }
  return barProgress(title, batches, batchSize, process.stdout);
}
__name(nodeProgress, "nodeProgress");
async function barProgress(title, batches, batchSize, stream) {
  const { default: cliProgress } = await import("./cli-progress-5UNM6PAM.js");
  const start = performance.now();
  let [trained, over, before, value] = [start, false, 0, 0];
  let shown = {};
  const layout = /* @__PURE__ */ __name((width) => {
    const now = performance.now();
    const elapsed = over ? trained - start : now - start;
    const done = value - before;
    const samples = Math.min(done, batches) * batchSize;
    const left = done > 0 ? elapsed / done * (batches - value) : void 0;
    const time = over ? formatTime(now - start) : `ETA ${left === void 0 ? "?" : formatTime(left)}`;
    const facts = [`${value}/${batches}`, time, formatRate(samples, elapsed)];
    return fitLines(title, value / batches, facts, formatFigures(shown), width);
  }, "layout");
  const bars = new cliProgress.MultiBar({ stream, linewrap: true, fps: 10 });
  let drawn = 0;
  const draw = /* @__PURE__ */ __name(() => {
    const { length } = layout((stream.columns || 80) - 1);
    for (; drawn < length; drawn++) {
      const line = drawn;
      const format = /* @__PURE__ */ __name((_options, { maxWidth }) => layout(maxWidth - 1)[line] ?? "", "format");
      bars.create(batches, 0, void 0, { format });
    }
  }, "draw");
  const stop = /* @__PURE__ */ __name(() => {
    if (bars.isActive) bars.stop();
  }, "stop");
  draw();
  bars.update();
  return {
    goOn(position) {
      [before, value] = [position, position];
      draw();
    },
    update(position, figures) {
      [trained, value, shown] = [performance.now(), position, figures];
      draw();
    },
    finish(figures) {
      [over, shown] = [true, figures];
      draw();
      stop();
    },
    abandon: stop
  };
}
__name(barProgress, "barProgress");
function fitLines(title, done, facts, figures, width) {
  const [count = "", time = "", rate = ""] = facts;
  const beside = [[count, time, rate, figures], [count, time, figures], [time, figures], [figures]];
  const above = [[count, time, rate], [count, time], [count], []];
  const one = firstFit(title, done, beside, width);
  if (one !== void 0) return [one];
  const bar = firstFit(title, done, above, width) ?? title.slice(0, Math.max(width, 0));
  return [bar, ...wrapped(figures.split(separator), width)];
}
__name(fitLines, "fitLines");
function firstFit(title, done, choices, width) {
  for (const choice of choices) {
    const text = choice.filter((part) => part !== "").join(separator);
    const room = width - title.length - text.length - 2;
    if (room < shortestBar) continue;
    const length = Math.min(room, longestBar);
    const full = Math.round(Math.min(done, 1) * length);
    return `${title} ${"\u2588".repeat(full)}${"\u2591".repeat(length - full)} ${text}`.trimEnd();
  }
  return void 0;
}
__name(firstFit, "firstFit");
function wrapped(figures, width) {
  const lines = [];
  for (const figure of figures.filter((figure2) => figure2 !== "")) {
    const longer = `${lines.at(-1)}${separator}${figure}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(figure.slice(0, Math.max(width, 0)));
  }
  return lines;
}
__name(wrapped, "wrapped");

// ts/node/platform.ts
function useNode() {
  usePlatform({
    name: "node",
    startEngine,
    files: nodeFiles,
    progress: nodeProgress,
    collectGarbage,
    verbose: isTerminal() ? 1 : 2,
    warn: /* @__PURE__ */ __name((warning) => process.emitWarning(warning), "warn")
  });
}
__name(useNode, "useNode");

export {
  pool_worker_node_default,
  startLocalEngineNow,
  spawnInNode,
  compileWasmNow,
  offerOfNode,
  useNode
};
//# sourceMappingURL=chunk-IPCK2WWP.js.map