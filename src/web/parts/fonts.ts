// The fonts that are served: which files of the open font packages at which address, and the @font-face rules.
// Latin faces are few and come first; the Hangul slices are many, so their rules are a sheet of their own that a
// page links at the end of its body (the browser then fetches only the slices whose letters occur).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type FontFile = { readonly url: string; readonly path: string };

type Face = {
  readonly family: string;
  readonly package: string;
  /** The start and the end of the file's name, around the name of the subset. */
  readonly file: readonly [string, string];
  readonly weight: string;
  readonly style?: 'italic';
  readonly subsets: 'latin' | 'hangul' | 'both';
};

const FACES: readonly Face[] = [
  {
    family: 'Newsreader',
    package: '@fontsource-variable/newsreader',
    file: ['newsreader-', '-opsz-normal'],
    weight: '200 800',
    subsets: 'latin',
  },
  {
    // Italics are rare and small: the file without the optical axis is half the size.
    family: 'Newsreader',
    package: '@fontsource-variable/newsreader',
    file: ['newsreader-', '-wght-italic'],
    weight: '200 800',
    style: 'italic',
    subsets: 'latin',
  },
  {
    family: 'IBM Plex Sans KR',
    package: '@fontsource/ibm-plex-sans-kr',
    file: ['ibm-plex-sans-kr-', '-400-normal'],
    weight: '400',
    subsets: 'both',
  },
  {
    family: 'IBM Plex Sans KR',
    package: '@fontsource/ibm-plex-sans-kr',
    file: ['ibm-plex-sans-kr-', '-600-normal'],
    weight: '600',
    subsets: 'both',
  },
  {
    family: 'Gowun Batang',
    package: '@fontsource/gowun-batang',
    file: ['gowun-batang-', '-400-normal'],
    weight: '400',
    subsets: 'hangul',
  },
];

// A fallback of the same width and height as the face it stands in for, so that nothing moves when that arrives.
// Newsreader and Plex were measured against fonts with the widths of Times New Roman and Arial in Chromium (mean
// width of running English); Georgia from the published mean widths of both.
const FALLBACKS = `@font-face{font-family:"Newsreader Times";src:local("Times New Roman"),local("Liberation Serif"),local("Tinos");size-adjust:100%;ascent-override:73.5%;descent-override:26.5%;line-gap-override:0%}
@font-face{font-family:"Newsreader Georgia";src:local("Georgia"),local("Gelasio");size-adjust:89.7%;ascent-override:81.9%;descent-override:29.5%;line-gap-override:0%}
@font-face{font-family:"Plex Arial";src:local("Arial"),local("Liberation Sans"),local("Arimo");size-adjust:101.3%;ascent-override:107.6%;descent-override:41.5%;line-gap-override:0%}`;

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(name));
const readJson = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), 'utf8'));

type FaceRule = FontFile & { readonly isLatin: boolean; readonly css: string };

/** Slices of Hangul are named "[0]" to "[119]" in the package's list and 0 to 119 in its file names. */
function rulesOf(face: Face): readonly FaceRule[] {
  const ranges = readJson(`${face.package}/unicode.json`) as Readonly<Record<string, string>>;
  const { version } = readJson(`${face.package}/package.json`) as { readonly version: string };
  return Object.entries(ranges).flatMap(([subset, range]) => {
    const isLatin = subset === 'latin' || subset === 'latin-ext';
    const isSlice = subset.startsWith('[');
    const isWanted = face.subsets === 'latin' ? isLatin : isSlice || (isLatin && face.subsets === 'both');
    if (!isWanted) return [];
    const name = `${face.file[0]}${subset.replace(/[[\]]/g, '')}${face.file[1]}`;
    const url = `/fonts/${name}-${version}.woff2`;
    const css = `@font-face{font-family:"${face.family}";font-style:${face.style ?? 'normal'};font-weight:${face.weight};font-display:swap;src:url(${url}) format("woff2");unicode-range:${range}}`;
    return [{ url, path: fileOf(`${face.package}/files/${name}.woff2`), isLatin, css }];
  });
}

const rules: readonly FaceRule[] = FACES.flatMap(rulesOf);
const joined = (isLatin: boolean): string =>
  rules
    .filter((rule) => rule.isLatin === isLatin)
    .map((rule) => rule.css)
    .join('\n');

/** Addresses carry the package's version: serve them as immutable. */
export const fontFiles: readonly FontFile[] = rules.map(({ url, path }) => ({ url, path }));
/** Rules for Latin and the fallbacks: join it before the other styles. */
export const fontCss: string = `${FALLBACKS}\n${joined(true)}`;
/** Rules for the Hangul slices: a sheet of its own, linked last in the body. */
export const hangulFontCss: string = joined(false);
/** To preload in the head: prose and interface, upright. */
export const fontPreloads: readonly string[] = rules
  .filter((rule) => /newsreader-latin-opsz-normal|kr-latin-400/.test(rule.url))
  .map((rule) => rule.url);

/** Whether a page has letters of the Hangul sheet (Hangul, kana, Hanja, the signs that come with them). */
export const needsHangulFonts = (page: string): boolean =>
  /[\u1100-\u11ff\u2190-\u21ff\u2500-\u27bf\u3000-\ud7ff\uf900-\uffef]/.test(page);
