// The modules that browsers load: an island and whatever of our code it imports, with types stripped and every import
// turned into the address that stands for those bytes. Packages stay on this side.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stripTypes } from './strip-types.ts';

/** Takes a file for browsers and gives its address. */
export type Put = (name: string, type: string, body: string) => string;

/** `modules` are the addresses of what the entry imports, its own last; those that it asks for later are not among them. */
export type Loaded = { readonly url: string; readonly modules: readonly string[] };

const IMPORT = /^((?:import|export)\b[^'"`;]*?from |import )'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** Loads modules in the order of their imports, because an address depends on the bytes of what is imported. */
export function createModuleLoader(put: Put): (file: string) => Loaded {
  const loaded = new Map<string, Loaded>();
  return function load(file): Loaded {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const source = readFileSync(file, 'utf8');
    const modules = new Set<string>();
    const code = (file.endsWith('.ts') ? stripTypes(source) : source).replace(
      IMPORT,
      (_, before: string | undefined, imported: string | undefined, later: string | undefined) => {
        const { url, modules: further } = load(join(dirname(file), imported ?? later ?? ''));
        if (before === undefined) return `import("${url}")`;
        for (const one of further) modules.add(one);
        return `${before}'${url}'`;
      },
    );
    const url = put(basename(file).replace(/\.ts$/, '.js'), 'text/javascript; charset=utf-8', code);
    const made = { url, modules: [...modules, url] };
    loaded.set(file, made);
    return made;
  };
}
