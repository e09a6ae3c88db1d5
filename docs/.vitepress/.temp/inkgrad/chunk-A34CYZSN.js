function m(e,o,i){let[t,s]="bytes"in e?[e.bytes,e.divisor]:[e.floats,1],r=Math.max(1,Math.floor(t.length/o))|1;for(let n=0;n<t.length;n+=r)i(t[n]/s)}export{m as a};
