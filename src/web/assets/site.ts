// The islands' entry: defines the custom elements and the keys. Every page works without it.
import './keys.ts';
import './live-answers.ts';
import './name-suggest.ts';
import './pencil-pairs.ts';

// It brings the reader along, which only the page for writing wants.
if (document.querySelector('live-reading') !== null) void import('./live-reading.ts');
