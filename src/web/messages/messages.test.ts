import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { en, formatDay } from './en.ts';
import { ko } from './ko.ts';
import { languageFrom, wordFor } from './languages.ts';
import { particle } from './particle.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const vocabulary = JSON.parse(readFileSync(join(root, 'data/vocabulary.json'), 'utf8')) as Record<
  string,
  object
>;

test('every word of the vocabulary has a label in both languages', () => {
  for (const messages of [en, ko])
    for (const list of ['feels', 'themes', 'aspects', 'relations', 'occasions', 'stances'] as const) {
      const words = vocabulary[list] ?? {};
      const ids = Array.isArray(words) ? words : Object.keys(words);
      const missing = ids.filter((id) => !Object.hasOwn(messages.terms[list], id));
      assert.deepEqual(missing, [], `${messages.language} ${list}`);
    }
});

test('Korean texts are Korean: nothing was left in English by oversight', () => {
  // Names, keys, formats and examples that people type in English.
  const isMeantLatin =
    /Runon|runon|Esc|^[/a-z ,;:-]+$|Not too angsty|chill Korean|like Run On|funny, under|^en, ko, …$|^\D{0,2}$/;
  const latin: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string' && !/[\uac00-\ud7a3]/.test(value) && !isMeantLatin.test(value))
      latin.push(`${path}: ${value}`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  look(ko, 'ko');
  assert.deepEqual(latin, []);
});

/** Letters between tags, or in an attribute that is read out, that come from no value. */
function spokenIn(code: string): readonly string[] {
  const spoken =
    />([^<>${}]*[A-Za-z]{2,}[^<>${}]*)<|(?:placeholder|aria-label|title|alt)="([^"$]*[A-Za-z][^"$]*)"/g;
  return [...code.matchAll(/markup`(?:[^`\\]|\\.)*`/g)].flatMap(([template]) =>
    [...template.replaceAll(/\$\{[^{}]*\}/g, '\u0000').matchAll(spoken)]
      .map((match) => (match[1] ?? match[2] ?? '').trim())
      .filter((text) => /[A-Za-z]{2,}/.test(text) && !/[=;(){}]|=>/.test(text)),
  );
}

test('no page says anything that the catalogue does not know', () => {
  assert.deepEqual(spokenIn('markup`<p>Hello there</p><a aria-label="Close"></a>`'), [
    'Hello there',
    'Close',
  ]);
  const found = globSync('src/web/{pages,parts,telling}/*.ts', { cwd: root })
    .concat('src/web/layout.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => spokenIn(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`));
  assert.deepEqual(found, []);
});

test('the language is the first one accepted that the site speaks', () => {
  const cases: readonly [string, string][] = [
    ['', 'en'],
    ['ko', 'ko'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en;q=0.5, ko;q=0.9', 'ko'],
    ['de, fr;q=0.9', 'en'],
    ['de, ko;q=0.1', 'ko'],
    ['ko;q=0', 'en'],
    ['*', 'en'],
    [',;q=,ko;;;', 'ko'],
    ['constructor', 'en'],
  ];
  for (const [header, expected] of cases) assert.equal(languageFrom(header), expected, header);
});

test('days are written as precisely as they are known', () => {
  assert.equal(formatDay('2020-12-16', 'en-GB'), '16 December 2020');
  assert.equal(formatDay('2020-12', 'en-GB'), 'December 2020');
  assert.equal(formatDay('2020', 'en-GB'), '2020');
  assert.equal(formatDay('2020-12-16', 'ko-KR'), '2020년 12월 16일');
  assert.equal(formatDay('soon', 'en-GB'), 'soon');
});

test('a particle follows the last sound', () => {
  assert.equal(particle('런 온', '을', '를'), '런 온을');
  assert.equal(particle('나의 아저씨', '을', '를'), '나의 아저씨를');
  assert.equal(particle('Run On', '을', '를'), 'Run On을(를)');
});

test('a word that the catalogue lacks is its own id, and never a thing of the language', () => {
  assert.equal(wordFor(en.terms.feels, 'brand-new'), 'brand-new');
  assert.equal(wordFor(en.terms.feels, 'constructor'), 'constructor');
});
