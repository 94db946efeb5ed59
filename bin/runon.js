#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must reach this line and say one clear sentence.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 4)) {
  process.stderr.write(
    `Runon needs Node 24.4 or newer and this is ${process.version}; run it as "npm start" or "npm run runon -- …", which bring their own.\n`,
  );
  process.exit(1);
}
// A packed Runon is JavaScript already (bin/pack.ts).
const [code, ending] = existsSync(new URL('../src/main.ts', import.meta.url))
  ? ['src', 'ts']
  : ['dist', 'js'];
const within = (name) => new URL(`../${code}/${name}.${ending}`, import.meta.url).href;
// Types are stripped and code is compiled once, not at every start: 45 MB and 0.3 s less. Does nothing where the folder
// cannot be written.
const cache = fileURLToPath(new URL('../node_modules/.cache/runon', import.meta.url));
// The first start of the site leaves that work to another process, whose memory goes with it: one that loads all that a
// site needs and then stops at a port that is none.
if (process.argv[2] === 'serve' && isMade(`${cache}/islands`)) {
  const warm = ['--import', within('web/warm')];
  spawnSync(process.execPath, [...warm, fileURLToPath(import.meta.url), 'serve', '--port', 'none'], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: 'ignore',
  });
}
module.enableCompileCache(cache);
const { main } = await import(within('main'));
process.exitCode = await main(process.argv.slice(2), process.env);

function isMade(folder) {
  try {
    return mkdirSync(folder, { recursive: true }) !== undefined;
  } catch {
    return false;
  }
}
