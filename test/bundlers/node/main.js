import { train } from './train.js';

train().then((trained) => console.log(JSON.stringify(trained)));
