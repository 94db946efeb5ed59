// `runon recommend`: what somebody may like next, from their own list and diary or from a table of ratings.
import type { Saying, Taste } from '../core/taste/taste.ts';
import { resolveShow } from '../guide/find-show.ts';
import type { Guide } from '../guide/guide.ts';
import { recommendFromRatings } from '../guide/recommend-from-ratings.ts';
import { Refusal } from '../guide/refusal.ts';
import { myTaste, passOver, type Recommended, recommend, sayTaste } from '../guide/taste.ts';
import { nameTrait, recommendedAsJson } from '../guide/taste-as-json.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { countFlag } from './flags.ts';
import { answerBatch, writeLine } from './lines.ts';
import { type Paint, paint, printable } from './paint.ts';
import { tellReasons } from './print-taste.ts';
import { withGuide } from './with-guide.ts';

const SAID_WORDS = 8;
const SAYING_FLAGS: readonly (readonly [flag: string, says: Saying | null])[] = [
  ['likes', 'likes'],
  ['dislikes', 'dislikes'],
  ['indifferent', 'indifferent'],
  ['forget', null],
];

export const runRecommend: Command['run'] = async (context, call) => {
  if (call.has('batch') || call.has('ratings')) return recommendBatch(context, call);
  if (call.words.length > 0)
    throw new UsageProblem('"recommend" takes no words; to ask for something there is: runon find WORDS…');
  const limit = countFlag(call, 'limit', { otherwise: 10, most: 1000 });
  return withGuide(context, async (guide) => {
    for (const [flag, says] of SAYING_FLAGS) {
      const word = call.get(flag);
      if (word !== undefined) await sayTaste(guide, await keyOf(guide, word), says);
    }
    const passed = call.get('not-interested');
    if (passed !== undefined) await passOver(guide, resolveShow(guide, passed).id);
    const mine = await recommend(guide, { limit });
    if (call.has('json')) await writeLine(context.output, JSON.stringify(recommendedAsJson(mine), null, 1));
    else if (mine.taste.length === 0)
      context.notes.write(
        'Rate one title, and there is something to start from: runon watch TITLE --rating 5\n',
      );
    else await writeLine(context.output, printAnswer(mine, paint(context.hasColour)));
    return 0;
  });
};

/** A trait by what it is called in the answer ("funny", "about love"), or by its key. */
async function keyOf(guide: Guide, word: string): Promise<string> {
  const wanted = word.trim().toLowerCase();
  const { taste } = await myTaste(guide);
  const known = taste.find((one) => one.key === wanted || nameTrait(one)?.toLowerCase() === wanted);
  if (known !== undefined) return known.key;
  const term = wanted.replace(/^about /, '').replaceAll(' ', '-');
  const { feels, themes } = guide.reader.vocabulary;
  if (Object.hasOwn(feels, term)) return `feel ${term}`;
  if (Object.hasOwn(themes, term)) return `theme ${term}`;
  throw new Refusal('not-found', `Nothing of your taste is called "${word.slice(0, 60)}".`, {
    hint: 'Name a feel or a theme, or one of the words that "runon recommend" prints.',
  });
}

function printAnswer(
  mine: { readonly taste: Taste; readonly picks: readonly Recommended[] },
  look: Paint,
): string {
  const side = (liked: boolean): string =>
    mine.taste
      .filter(({ liking }) => (liked ? liking > 0 : liking < 0))
      .flatMap((word) => nameTrait(word) ?? [])
      .slice(0, SAID_WORDS)
      .join(', ');
  const lines = mine.picks.flatMap(({ show, reasons }) => [
    `${look.strong(printable(show.title))}${show.year === undefined ? '' : ` (${show.year})`}`,
    `    ${printable(tellReasons(reasons))}`,
  ]);
  return [
    `More of: ${printable(side(true)) || '–'}`,
    `Less of: ${printable(side(false)) || '–'}`,
    '',
    ...(lines.length > 0 ? lines : ['Nothing fits yet.']),
  ].join('\n');
}

/** Needs no database. */
async function recommendBatch(context: Context, call: Call): Promise<number> {
  const file = call.get('ratings');
  if (!call.has('batch') || !file || call.words.length > 0)
    throw new UsageProblem('A stream of people is answered by: runon recommend --batch --ratings FILE.csv');
  const recommendTo = await recommendFromRatings(file, (sentence) => context.notes.write(`${sentence}\n`));
  await answerBatch(context, ({ history }) => ({ picks: recommendTo(history) }));
  return 0;
}
