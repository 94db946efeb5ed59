// `runon choose`: several people at one table choose a title, each in one argument.
import type { ShowId } from '../core/show.ts';
import type { GuestInput } from '../guide/check-guests.ts';
import { choose, type Together, type TogetherPick, takeTogether } from '../guide/choose-together.ts';
import { resolveShow } from '../guide/find-show.ts';
import { describeLine, togetherAsJson, unheardOf } from '../guide/taste-as-json.ts';
import { type Command, UsageProblem } from './command.ts';
import { countFlag } from './flags.ts';
import { writeLine } from './lines.ts';
import { type Paint, paint, printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

export const runChoose: Command['run'] = async (context, call) => {
  if (call.words.length === 0)
    throw new UsageProblem(
      'Who is at the table? runon choose "Ann: funny; not horror" "Ben: suspenseful; 90 min"',
    );
  const guests = call.words.map(readGuest);
  const limit = countFlag(call, 'limit', { otherwise: 6, most: 100 });
  return withGuide(context, async (guide) => {
    const look = paint(context.hasColour);
    const title = call.get('take');
    if (title !== undefined) {
      const { pick } = await takeTogether(guide, guests, resolveShow(guide, title).id as ShowId);
      await writeLine(context.output, printPick(pick, look));
      context.notes.write('Noted. Who gave way has more of a say next time; "runon undo" takes it back.\n');
      return 0;
    }
    const together = await choose(guide, guests, { limit });
    await writeLine(
      context.output,
      call.has('json') ? JSON.stringify(togetherAsJson(together), null, 1) : printTogether(together, look),
    );
    if (together.picks.length === 0)
      context.notes.write('Nothing is left when every "not" and the time are kept.\n');
    return 0;
  });
};

/** "Ann: funny, Korean; not horror; seen Run On; 60 min; me". */
function readGuest(argument: string): GuestInput {
  const colon = argument.indexOf(':');
  const name = (colon < 0 ? argument : argument.slice(0, colon)).trim();
  const parts =
    colon < 0
      ? []
      : argument
          .slice(colon + 1)
          .split(';')
          .map((part) => part.trim());
  const wants: string[] = [];
  const never: string[] = [];
  const seen: string[] = [];
  let minutes: number | undefined;
  let isMe = false;
  for (const part of parts) {
    const time = /^(\d+)\s*min(utes)?$/i.exec(part);
    if (time !== null) minutes = Number(time[1]);
    else if (/^me$/i.test(part)) isMe = true;
    else if (/^(not|never|no)\s/i.test(part)) never.push(part.replace(/^\S+\s+/, ''));
    else if (/^seen\s/i.test(part)) seen.push(part.replace(/^\S+\s+/, ''));
    else if (part !== '') wants.push(part);
  }
  return {
    name,
    wants: wants.join(', '),
    never: never.join(', '),
    seen: seen.join(', '),
    isMe,
    ...(minutes === undefined ? {} : { minutes }),
  };
}

function printTogether({ picks, seated, isHated }: Together, look: Paint): string {
  const missed = seated.flatMap((one) =>
    unheardOf(one).map((words) => `Not understood of ${one.name}: ${words}`),
  );
  return [
    ...missed.map(printable),
    ...(isHated ? ['There is nothing that nobody minds; these come nearest.'] : []),
    ...picks.map((pick) => printPick(pick, look)),
  ].join('\n');
}

function printPick({ show, lines }: TogetherPick, look: Paint): string {
  const width = Math.max(...lines.map(({ name }) => name.length));
  return [
    `${look.strong(printable(show.title))}${show.year === undefined ? '' : ` (${show.year})`}`,
    ...lines.map((line) => `    ${printable(line.name.padEnd(width))}  ${printable(describeLine(line))}`),
  ].join('\n');
}
