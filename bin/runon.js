#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must reach this line and say one clear sentence.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 4)) {
  process.stderr.write(
    `Runon needs Node 24.4 or newer and this is ${process.version}; run it as "npm start" or "npm run runon -- …", which bring their own.\n`,
  );
  process.exit(1);
}
// Keeps what the engine makes of the source files: the second start takes half the time and less memory.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2), process.env);
