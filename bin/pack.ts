// What `npm pack` runs first: Node strips no types within node_modules, so the tarball holds JavaScript with its types
// beside it (dist/), the files that are no code, and the reader's data as one JSON. From the repository nothing of this
// is needed.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readerJson } from '../src/guide/reader.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.pack.json'], {
  cwd: root,
  stdio: 'inherit',
});
cpSync(join(root, 'src'), dist, {
  recursive: true,
  filter: (from) => statSync(from).isDirectory() || !from.endsWith('.ts'),
});
writeFileSync(join(dist, 'reader-data.json'), readerJson());
