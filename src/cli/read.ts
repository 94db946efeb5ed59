// `runon read`: what one review says, for a person, as JSON, or a stream of reviews. Needs no database.
import { draftReading } from '../guide/draft-reading.ts';
import { openReviewFile } from '../guide/open-file.ts';
import { loadReader } from '../guide/reader.ts';
import { Refusal } from '../guide/refusal.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { answerBatch, writeLine } from './lines.ts';
import { paint } from './paint.ts';
import { printReading } from './print-reading.ts';

export const runRead: Command['run'] = (context, call) =>
  call.has('batch') ? readBatch(context, call) : readOne(context, call);

async function readOne(context: Context, call: Call): Promise<number> {
  const [file, extra] = call.words;
  if (!file) throw new UsageProblem('Which review? "runon read FILE", or "-" for standard input.');
  if (extra !== undefined) throw new UsageProblem('"read" takes one file at a time.');
  const text = await openReviewFile(file === '-' ? context.input : file);
  const reading = draftReading({ reader: loadReader() }, { text, ...about(call.get('about')) });
  const answer = call.has('json')
    ? JSON.stringify(call.has('why') ? reading : withoutWhy(reading), null, 1)
    : printReading(reading, { isWhy: call.has('why'), paint: paint(context.hasColour) });
  await writeLine(context.output, answer);
  return 0;
}

async function readBatch(context: Context, call: Call): Promise<number> {
  if (call.words.length > 0) throw new UsageProblem('"read --batch" reads standard input and takes no file.');
  const reader = loadReader();
  await answerBatch(context, (asked) => {
    if (typeof asked.text !== 'string') throw new Refusal('invalid', 'The line has no "text".');
    if (typeof (asked.about ?? '') !== 'string')
      throw new Refusal('invalid', '"about" is not the title of a show.');
    const reading = draftReading(
      { reader },
      { text: asked.text, ...about(asked.about as string | undefined) },
    );
    return { findings: withoutWhy(reading).findings };
  });
  return 0;
}

const about = (title: string | null | undefined): { about?: string } => (title ? { about: title } : {});

/** The contract's findings: `why` is Runon's own and left to those who ask for it. */
function withoutWhy<R extends { readonly findings: readonly { readonly why: unknown }[] }>(reading: R) {
  return { ...reading, findings: reading.findings.map(({ why: _, ...finding }) => finding) };
}
