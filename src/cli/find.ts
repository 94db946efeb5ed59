// `runon find`: a question in plain words, answered for a person, as JSON, or a stream of questions.
import type { Question } from '../core/asking/question.ts';
import type { Met, Pick, Reason } from '../core/finding/pick.ts';
import { answer } from '../guide/answer.ts';
import { answerAsJson, describeWish, wordsAt } from '../guide/answer-as-json.ts';
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
        ? JSON.stringify(answerAsJson(question, picks), null, 1)
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

function printAnswer(question: Question, picks: readonly Pick[], look: Paint): string {
  const understood = question.wishes.map((wish) => printable(describeWish(wish)));
  const left = question.notUnderstood.map((span) => `"${printable(wordsAt(question, span))}"`);
  const torn = (question.contradictions ?? []).map((pair) =>
    pair.map((at) => printable(describeWish(question.wishes[at]!))).join(' and '),
  );
  const lines = [
    ...(understood.length > 0 ? [look.soft(`Understood: ${understood.join(', ')}`)] : []),
    ...torn.map((pair) => look.soft(`These contradict each other: ${pair}`)),
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
  return `${mark} ${printable(describeWish(wish))}  ${because}`.trimEnd();
}

/** What no review and no fact speaks of, in one line. */
function untold(reasons: readonly Reason[], look: Paint): readonly string[] {
  const unknown = reasons
    .filter(({ met }) => met === 'unknown')
    .map(({ wish }) => printable(describeWish(wish)));
  return unknown.length === 0 ? [] : [look.soft(`    ${MARKS.unknown} nobody says: ${unknown.join(', ')}`)];
}
