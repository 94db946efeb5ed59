// The style sheets in the order in which they are joined and served as one file.
import { fileURLToPath } from 'node:url';

const NAMES = [
  'tokens',
  'base',
  'layout',
  'forms',
  'review',
  'review-pairs',
  'show',
  'lists',
  'pages',
  'writing',
  'choosing',
  'watching',
  'print',
] as const;

export const styleFiles: readonly string[] = NAMES.map((name) =>
  fileURLToPath(new URL(`../assets/${name}.css`, import.meta.url)),
);
