// `runon find`: a question in plain words, answered for a person, as JSON, or a stream of questions.
import type { Question, Wish } from '../core/asking/question.ts';
import type { Met, Pick, Reason } from '../core/finding/pick.ts';
import { answer } from '../guide/answer.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { answerBatch, writeLine } from './lines.ts';
import { type Paint, paint, printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

const BATCH_PICKS = 20;

export const runFind: Command['run'] = (context, call) =>
  call.has('batch') ? findBatch(context, call) : findOne(context, call);

async function findOne(context: Context, call: Call): Promise<number> {
  const words = call.words.join(' ');
  if (words.trim() === '') throw new UsageProblem('What do you feel like watching? runon find WORDS…');
  const limit = limitOf(call);
  return withGuide(context, async (guide) => {
    const { question, picks } = answer(guide, words, { limit });
    const look = paint(context.hasColour);
    await writeLine(
      context.output,
      call.has('json')
        ? JSON.stringify(asJson(question, picks), null, 1)
        : printAnswer(question, picks, look),
    );
    return 0;
  });
}

async function findBatch(context: Context, call: Call): Promise<number> {
  if (call.words.length > 0)
    throw new UsageProblem('"find --batch" reads standard input and takes no words.');
  return withGuide(context, async (guide) => {
    await answerBatch(context, (asked) => {
      if (typeof asked.text !== 'string') throw new Refusal('invalid', 'The line has no "text".');
      return { picks: answer(guide, asked.text, { limit: BATCH_PICKS }).picks.map(({ showId }) => showId) };
    });
    return 0;
  });
}

function limitOf(call: Call): number {
  const text = call.get('limit') ?? '10';
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageProblem(`--limit takes a number from 1 to 1000, not "${text}".`);
  return limit;
}

/** What other programs rely on. */
const asJson = (question: Question, picks: readonly Pick[]) => ({
  understood: question.wishes.map(({ from, ...wish }) => ({ ...wish, words: wordsAt(question, from) })),
  notUnderstood: question.notUnderstood.map((span) => wordsAt(question, span)),
  picks: picks.map(({ showId, title, score, reasons }) => ({
    id: showId,
    title,
    score,
    reasons: reasons.map(({ wish, met, evidence, fact }) => ({
      wish: describe(wish),
      met,
      ...(evidence === undefined ? {} : { quote: evidence.quote, review: evidence.reviewId }),
      ...(fact === undefined ? {} : { fact }),
    })),
  })),
});

const wordsAt = ({ words }: Question, { start, end }: { start: number; end: number }): string =>
  words.slice(start, end);

function printAnswer(question: Question, picks: readonly Pick[], look: Paint): string {
  const understood = question.wishes.map((wish) => printable(describe(wish)));
  const left = question.notUnderstood.map((span) => `"${printable(wordsAt(question, span))}"`);
  const lines = [
    ...(understood.length > 0 ? [look.soft(`Understood: ${understood.join(', ')}`)] : []),
    ...(left.length > 0 ? [look.soft(`Not understood: ${left.join(', ')}`)] : []),
    ...picks.flatMap((pick, at) => ['', ...printPick(pick, at + 1, look)]),
  ];
  if (picks.length === 0) lines.push('', 'Nothing in the guide fits that.');
  return lines.join('\n').replace(/^\n/, '');
}

function printPick({ showId, title, reasons }: Pick, place: number, look: Paint): readonly string[] {
  return [
    `${String(place).padStart(2)}. ${look.strong(printable(title))} ${look.soft(showId)}`,
    ...reasons.filter(({ met }) => met !== 'unknown').map((reason) => `    ${printReason(reason, look)}`),
    ...untold(reasons, look),
  ];
}

const MARKS: Readonly<Record<Met, string>> = { met: '+', partly: '~', not: '-', unknown: '?' };

function printReason({ wish, met, evidence, fact }: Reason, look: Paint): string {
  const mark = met === 'not' ? look.bad(MARKS[met]) : look.good(MARKS[met]);
  const because =
    evidence === undefined ? (fact ?? '') : look.soft(`“${printable(evidence.quote).slice(0, 160)}”`);
  return `${mark} ${printable(describe(wish))}  ${because}`.trimEnd();
}

/** What no review and no fact speaks of, in one line. */
function untold(reasons: readonly Reason[], look: Paint): readonly string[] {
  const unknown = reasons.filter(({ met }) => met === 'unknown').map(({ wish }) => printable(describe(wish)));
  return unknown.length === 0 ? [] : [look.soft(`    ${MARKS.unknown} nobody says: ${unknown.join(', ')}`)];
}

const plain = (term: string): string => term.replaceAll('-', ' ');

function describe(wish: Wish): string {
  const what = subjectOf(wish);
  if (wish.wants) return what;
  return wish.kind === 'feel' && wish.degree === -1 ? `not too ${what}` : `no ${what}`;
}

function subjectOf(wish: Wish): string {
  switch (wish.kind) {
    case 'feel':
      if (wish.wants && wish.degree === 0) return `${plain(wish.term)} is fine`;
      return wish.wants && wish.degree === 2 ? `very ${plain(wish.term)}` : plain(wish.term);
    case 'theme':
    case 'occasion':
      return plain(wish.term);
    case 'aspect':
      return `good ${plain(wish.aspect)}`;
    case 'relation':
      return plain(wish.relation);
    case 'fact':
      return `${plain(wish.field)} ${wish.value}`;
    case 'range':
      return [
        plain(wish.field),
        wish.least !== undefined && `from ${wish.least}`,
        wish.most !== undefined && `to ${wish.most}`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'person':
      return `with ${wish.name}`;
    case 'title':
      return `"${wish.name}"`;
    case 'like':
      return `like "${wish.name}"`;
    case 'words':
      return `"${wish.text}"`;
  }
}
