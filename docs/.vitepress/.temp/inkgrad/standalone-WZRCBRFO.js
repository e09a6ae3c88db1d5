import{b as d}from"./chunk-T4DH6HMQ.js";import{d as x}from"./chunk-NV3LWCMV.js";import{a as h}from"./chunk-IRU3VHGE.js";import{f as m}from"./chunk-ZFURZDM3.js";import"./chunk-I6O7MYEM.js";import{j as l}from"./chunk-6YEVYUXR.js";import"./chunk-CDG7S4P5.js";function w(e){let t="";for(let r=0;r<e.length;r+=12288)t+=btoa(String.fromCharCode(...e.subarray(r,r+12288)));return t}var n=e=>String(Math.fround(e)),g=(e,[t=0,...r])=>r.reduce((a,o)=>`f(${n(o)} + f(${a} * ${e}))`,n(t)),O=g("r",[.00019875691,.0013981999,.008333452,.041665796,.16666665,.5]),P=g("z",[-.0057049887,.02063909,-.053739716,.13331442,-.3333328]),p={exp:{code:`const word = new Int32Array(1);
const number = new Float32Array(word.buffer);
function exp(x) {
  x = x < ${n(-87.33)} ? ${n(-87.33)} : x > ${n(88.37)} ? ${n(88.37)} : x;
  const rounded = f(f(x * ${n(Math.LOG2E)}) + 12582912);
  const n = f(rounded - 12582912);
  const r = f(f(x - f(n * ${n(.6933594)})) - f(n * ${n(-.00021219444)}));
  const e = f(f(f(${O} * f(r * r)) + r) + 1);
  number[0] = rounded;
  word[0] = (word[0] << 23) + 0x3f800000;
  return f(e * number[0]);
}`,needs:[]},sigmoid:{code:"const sigmoid = (x) => f(1 / f(1 + exp(f(0 - x))));",needs:["exp"]},tanh:{code:`function tanh(x) {
  const a = Math.abs(x);
  const z = f(a * a);
  const near = f(a + f(f(${P} * z) * a));
  const y = a < 0.625 ? near : f(1 - f(2 / f(exp(f(a + a)) + 1)));
  return x < 0 || Object.is(x, -0) ? -y : y;
}`,needs:["exp"]},softplus:{code:"const softplus = (x) => f((x < 0 ? 0 : x) + f(Math.log1p(exp(f(0 - Math.abs(x))))));",needs:["exp"]},erfc:{code:`function erfc(x) {
  const a = Math.abs(x);
  let tail = 0;
  if (a < 3) {
    let sum = a;
    let term = a;
    for (let n = 1; n < 80; n++) sum += term *= (2 * a * a) / (2 * n + 1);
    tail = 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-a * a) * sum;
  } else {
    let fraction = 0;
    for (let n = 60; n > 0; n--) fraction = n / 2 / (a + fraction);
    tail = Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction));
  }
  return x < 0 ? 2 - tail : tail;
}`,needs:[]},each:{code:"const each = (g) => (row) => row.map(g);",needs:[]},dense:{code:`const dense = (kernel, bias, units) => (row) => {
  const out = new Float32Array(bias ?? units);
  for (let i = 0, at = 0; i < row.length; i++) {
    for (let j = 0; j < units; j++) out[j] += f(row[i] * kernel[at++]);
  }
  return out;
};`,needs:[]},softmax:{code:`const softmax = (row) => {
  const top = row.reduce((a, b) => (a < b ? b : a), -Infinity);
  const sums = new Float32Array(4);
  const out = row.map((x, i) => {
    const e = exp(f(x - top));
    sums[i % 4] += e;
    return e;
  });
  const sum = f(f(sums[0] + sums[1]) + f(sums[2] + sums[3]));
  return out.map((e) => e / sum);
};`,needs:["exp"]},logSoftmax:{code:`const logSoftmax = (row) => {
  const top = row.reduce((a, b) => (a < b ? b : a), -Infinity);
  const log = top + Math.log(row.reduce((sum, x) => sum + Math.exp(f(x - top)), 0));
  return row.map((x) => x - log);
};`,needs:[]},batchNormalization:{code:`const batchNormalization = (mean, variance, epsilon, gamma, beta) => {
  const inverse = variance.map((v) => 1 / f(Math.sqrt(f(v + epsilon))));
  return (row) => row.map((x, i) => f(f(f(x - mean[i]) * inverse[i]) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,needs:[]},layerNormalization:{code:`const layerNormalization = (epsilon, gamma, beta) => (row) => {
  const mean = f(row.reduce((sum, x) => sum + x, 0) / row.length);
  const apart = row.map((x) => x - mean);
  const variance = apart.reduce((sum, x) => sum + f(x * x), 0) / row.length;
  const inverse = f(1 / Math.sqrt(variance + epsilon));
  return apart.map((x, i) => f(f(x * inverse) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,needs:[]},normalization:{code:`const normalization = (mean, variance) => {
  const deviation = variance.map((v) => Math.max(f(Math.sqrt(v)), ${n(1e-7)}));
  return (row) => row.map((x, i) => f(x - mean[i]) / deviation[i]);
};`,needs:[]},prelu:{code:"const prelu = (alpha) => (row) => row.map((x, i) => (x > 0 ? x : x * alpha[i]));",needs:[]},rescaling:{code:"const rescaling = (scale, offset) => (row) => row.map((x) => f(x * scale) + offset);",needs:[]}};function y(e){let t=(r,...a)=>({code:r,needs:a});switch(e.type){case"relu":return t("(x) => (x < 0 ? 0 : x)");case"relu6":return t("(x) => (x < 0 ? 0 : x > 6 ? 6 : x)");case"sigmoid":return t("sigmoid","sigmoid");case"tanh":return t("tanh","tanh");case"hardSigmoid":return t("(x) => Math.min(Math.max(f(f(x / 6) + 0.5), 0), 1)");case"leakyRelu":return t(`(x) => (x > 0 ? x : x * ${n(e.negativeSlope)})`);case"elu":return t(`(x) => (x > 0 ? x : ${n(e.alpha)} * f(Math.expm1(x)))`);case"selu":{let[r,a]=[Math.fround(1.050701),Math.fround(1.6732632)];return t(`(x) => (x > 0 ? x * ${n(r)} : ${n(r*a)} * f(Math.expm1(x)))`)}case"gelu":return e.approximate?t(`(x) => f(0.5 * x) * f(1 + tanh(f(${n(.7978846)} * f(x + f(f(f(${n(.044715)} * x) * x) * x)))))`,"tanh"):t(`(x) => x * f(0.5 * f(erfc(f(0 - f(x * ${n(Math.SQRT1_2)})))))`,"erfc");case"silu":return t("(x) => x * sigmoid(x)","sigmoid");case"mish":return t("(x) => x * tanh(softplus(x))","softplus","tanh");case"softplus":return t("softplus","softplus");case"softsign":return t("(x) => x / f(1 + Math.abs(x))");case"exponential":return t("exp","exp");default:return}}var b=e=>`const inputs = ${e};
const isList = (value) => typeof value === 'object' && value !== null && Number.isInteger(value.length);
const said = (value) => {
  if (isList(value)) return \`a list of \${value.length}\`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'bigint') return \`\${value}n\`;
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value ? 'an object' : String(value);
};
const numberOf = (value, place) => {
  if (typeof value === 'number' && Number.isFinite(f(value))) return value;
  throw new TypeError(\`\${place()}: expected a finite 32-bit number, got \${said(value)}\`);
};
/** The numbers of a row, which may have axes. */
const numbersOf = (row, place) =>
  Array.from(row, (value, i) => {
    const at = () => \`\${place()}[\${i}]\`;
    return isList(value) ? numbersOf(value, at) : numberOf(value, at);
  }).flat();
const rowOf = (row, i) => {
  const expected = \`rows[\${i}]: expected \${inputs} numbers\`;
  if (!isList(row)) throw new TypeError(\`\${expected}, got \${said(row)}\`);
  const numbers = numbersOf(row, () => \`rows[\${i}]\`);
  if (numbers.length !== inputs) throw new RangeError(\`\${expected}, got \${numbers.length}\`);
  return Float32Array.from(numbers);
};
const rowsOf = (rows) => {
  if (!isList(rows)) throw new TypeError(\`rows: expected rows of \${inputs} numbers, got \${said(rows)}\`);
  if (isList(rows[0])) return Array.from(rows, rowOf);
  const x = Float32Array.from(rows, (value, i) => numberOf(value, () => \`rows[\${i}]\`));
  if (x.length === 0 || x.length % inputs !== 0) {
    throw new RangeError(\`rows: expected \${inputs} numbers in each, got \${x.length} in all\`);
  }
  return Array.from({ length: x.length / inputs }, (_, i) => x.slice(i * inputs, (i + 1) * inputs));
};`;async function _(e){return[{name:"",bytes:new TextEncoder().encode(z(e))}]}function z({spec:e,variables:t,weights:r}){let{inputShape:a}=e,o=e.layers.flatMap(s=>{let M=t.filter(f=>f.layer===s.name),S=new Map(M.map(({name:f,first:N,end:A})=>[f,`weights.subarray(${N}, ${A})`]));return L(s,S)}),c=v(o.flatMap(({needs:s})=>s)),u=x(r,d(t)),$=new Uint8Array(u.buffer,u.byteOffset,u.byteLength);return`${E(e.layers.map(({type:s})=>s))}
const f = Math.fround;
${c.map(s=>p[s].code).join(`
`)}

const weights = new Float32Array(
  Uint8Array.from(atob('${w($)}'), (letter) => letter.charCodeAt(0)).buffer,
);
const layers = [
${o.map(({code:s})=>`  ${s},
`).join("")}];

/** The axes of a row. */
export const inputShape = ${JSON.stringify(a)};
${b(m(a))}

/**
 * The model's outputs for rows of ${m(a)} numbers.
 * @param {ArrayLike<number> | ArrayLike<ArrayLike<number>>} rows one row after the other, flat or each an array
 * @returns {Float32Array[]} a row of outputs for each
 * @throws {RangeError} where rows have another length
 * @throws {TypeError} for what is no finite number
 */
export function predict(rows) {
  return rowsOf(rows).map((row) => layers.reduce((values, layer) => layer(values), row));
}
`}function E(e){return`// Written by inkgrad ${h}: ${e.join(", ")}.
`}function v(e,t=new Set){for(let r of e)v(p[r].needs,t),t.add(r);return[...t]}function L(e,t){let r=o=>t.get(o)??"undefined",a=(o,...c)=>({code:`${o}(${c.join(", ")})`,needs:[o]});switch(e.type){case"dense":return[a("dense",r("kernel"),r("bias"),String(e.units)),...i(e.activation)];case"activation":return i(e.activation);case"leakyReLU":return i({type:"leakyRelu",negativeSlope:e.negativeSlope});case"elu":return i({type:"elu",alpha:e.alpha});case"softmax":return i({type:"softmax"});case"prelu":return[a("prelu",r("alpha"))];case"rescaling":return[a("rescaling",n(e.scale),n(e.offset))];case"normalization":return[a("normalization",r("mean"),r("variance"))];case"batchNormalization":{let o=[r("moving_mean"),r("moving_variance")];return[a("batchNormalization",...o,n(e.epsilon),r("gamma"),r("beta"))]}case"layerNormalization":return[a("layerNormalization",String(e.epsilon),r("gamma"),r("beta"))];case"dropout":case"gaussianNoise":case"gaussianDropout":case"flatten":case"reshape":return[];default:throw new l(`layer '${e.name}'`,"a layer that a standalone module has",`'${e.type}'`)}}function i(e){if(e.type==="linear")return[];if(e.type==="softmax"||e.type==="logSoftmax")return[{code:e.type,needs:[e.type]}];let t=y(e);if(!t)throw new l("activation","one that a standalone module has",`'${e.type}'`);return[{code:`each(${t.code})`,needs:[...t.needs,"each"]}]}export{_ as write};
//# sourceMappingURL=standalone-WZRCBRFO.js.map