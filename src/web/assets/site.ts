// The islands' entry: defines the custom elements and the keys. Every page works without it.
import './keys.ts';
import './live-answers.ts';
import './live-reading.ts';
import './name-suggest.ts';
import './pencil-pairs.ts';
