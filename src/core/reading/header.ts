// What stands around a review: its own title, its writer, its language, and which show it is about.
// Made from the first lines and from what the rules found; no finding of its own.
import type { Finding, Reading } from './finding.ts';
import type { Sheet } from './sheet.ts';

const LIMIT_TITLE = 120;
const KOREAN = /[가-힣]/;

export function readHeader(
  sheet: Sheet,
  findings: readonly Finding[],
): { readonly review: Reading['review']; readonly show: Reading['show'] } {
  const lines = firstLines(sheet.text);
  const writer = lines.map(writerOf).find((name) => name !== undefined);
  const title = titleOf(sheet, lines);
  const language = languageOf(sheet);
  const fact = (field: string) => {
    const found = findings.find((finding) => finding.kind === 'fact' && finding.field === field);
    return found?.kind === 'fact' ? String(found.value) : undefined;
  };
  const name = fact('title') ?? sheet.about;
  const nativeTitle = fact('nativeTitle');
  const kind = fact('kind');
  return {
    review: {
      ...(title ? { title } : {}),
      ...(writer ? { writer } : {}),
      ...(language ? { language } : {}),
    },
    show: {
      ...(name ? { title: name } : {}),
      ...(nativeTitle ? { nativeTitle } : {}),
      ...(kind === 'series' || kind === 'film' ? { kind } : {}),
    },
  };
}

const firstLines = (text: string): readonly string[] =>
  text
    .slice(0, 1200)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 5);

/** A first line of its own, short and without a full stop, with the review below it. */
function titleOf(sheet: Sheet, lines: readonly string[]): string | undefined {
  const [first, second] = lines;
  if (first === undefined || second === undefined || first.length > LIMIT_TITLE) return undefined;
  const isReview = sheet.text.length > 4 * first.length;
  return isReview && !/[.!?:,]$/.test(first) && !/^[-*>•|<]/.test(first)
    ? first.replace(/^#+\s*/, '')
    : undefined;
}

const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}`;
const NAME_AND_TRADE = new RegExp(
  `^(${NAME}), (?:Staff |Senior |Guest )?(?:Writer|Reporter|Editor|Contributor|Columnist|Critic)$`,
  'u',
);
const BY_NAME = new RegExp(`^(?:Written |Reviewed |Review )?[Bb]y:? (${NAME})$`, 'u');

/** "Jane Doe, Writer" or "by Jane Doe" alone on a line. */
const writerOf = (line: string): string | undefined => (NAME_AND_TRADE.exec(line) ?? BY_NAME.exec(line))?.[1];

const ENGLISH = new Set(
  'the a an and of to is it in this that was for with but not i show film movie'.split(' '),
);
function languageOf(sheet: Sheet): string | undefined {
  const sample = sheet.words.slice(0, 400);
  if (sample.length === 0) return undefined;
  let english = 0;
  for (const { folded } of sample) {
    if (ENGLISH.has(folded)) english++;
    if (english / sample.length > 0.08) return 'en';
  }
  if (sample.length < 12 && english > 0) return 'en';
  const korean = sample.filter((word) => KOREAN.test(word.form)).length;
  return korean * 2 > sample.length ? 'ko' : undefined;
}
