// `runon watch` and `runon diary`: what a person means to see, sees and saw.
import type { Show, ShowId } from '../core/show.ts';
import type { WatchEntry, WatchState } from '../core/watching.ts';
import { diary, logDiary } from '../guide/diary.ts';
import { resolveShow } from '../guide/find-show.ts';
import type { Guide } from '../guide/guide.ts';
import { keep, unkeep, watchList } from '../guide/keep.ts';
import { watchAgain, watchNext } from '../guide/watch-episode.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { given, numberFlag, textFlag } from './flags.ts';
import { writeLine } from './lines.ts';
import { printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

export const runWatch: Command['run'] = (context, call) =>
  withGuide(context, async (guide) => {
    if (call.words.length === 0) return printList(guide, context);
    const show = resolveShow(guide, call.words.join(' '));
    if (call.has('remove')) {
      await unkeep(guide, show.id);
      context.notes.write(`${printable(show.title)} is off your list; "runon undo" puts it back.\n`);
      return 0;
    }
    if (call.has('next')) return noteNext(guide, show, { context, call });
    if (call.has('again')) await watchAgain(guide, show.id);
    const { entry } = await keep(guide, show.id, watchPatch(call));
    await writeLine(context.output, `${printable(show.title)}  ${printable(progressOf(entry))}`);
    return 0;
  });

async function noteNext(
  guide: Guide,
  show: Show,
  { context, call }: { readonly context: Context; readonly call: Call },
): Promise<number> {
  const { entry } = await watchNext(
    guide,
    show.id,
    given({ rating: numberFlag(call, 'rating') ?? undefined, note: textFlag(call, 'note') ?? undefined }),
  );
  const place = [entry.season && `season ${entry.season}`, `episode ${entry.episode}`, entry.episodeTitle];
  await writeLine(
    context.output,
    `${printable(show.title)}  ${printable(place.filter(Boolean).join(' · '))}`,
  );
  return 0;
}

const watchPatch = (call: Call) =>
  given({
    state: call.get('state') as WatchState | undefined,
    season: numberFlag(call, 'season'),
    episode: numberFlag(call, 'episode'),
    rating: numberFlag(call, 'rating'),
    rewatches: numberFlag(call, 'rewatches') ?? undefined,
    startedOn: textFlag(call, 'started'),
    finishedOn: textFlag(call, 'finished'),
    note: textFlag(call, 'note'),
  });

async function printList(guide: Guide, context: Context): Promise<number> {
  const list = await watchList(guide);
  for (const { entry, show } of list)
    await writeLine(context.output, `${printable(show.title)}  ${printable(progressOf(entry))}`);
  if (list.length === 0) context.notes.write('Your list is empty. Put a title on it: runon watch TITLE.\n');
  return 0;
}

const progressOf = (entry: Omit<WatchEntry, 'personId' | 'changedAt'>): string =>
  [
    entry.state,
    entry.season !== undefined && `season ${entry.season}`,
    entry.episode !== undefined && `episode ${entry.episode}`,
    entry.rating !== undefined && `★ ${entry.rating}`,
    entry.rewatches > 0 && `seen again ${entry.rewatches}×`,
    entry.startedOn && `from ${entry.startedOn}`,
    entry.finishedOn && `to ${entry.finishedOn}`,
    entry.note,
  ]
    .filter(Boolean)
    .join(' · ');

export const runDiary: Command['run'] = (context, call) =>
  withGuide(context, async (guide) => {
    if (call.words.length === 0) return printDiary(guide, context);
    const show = resolveShow(guide, call.words.join(' '));
    const { entry } = await logDiary(guide, { showId: show.id as ShowId, ...diaryLine(call) });
    await writeLine(context.output, printable(`${entry.watchedOn}  ${show.title}`));
    return 0;
  });

function diaryLine(call: Call) {
  const line = given({
    watchedOn: textFlag(call, 'on') ?? undefined,
    season: numberFlag(call, 'season') ?? undefined,
    episode: numberFlag(call, 'episode') ?? undefined,
    rating: numberFlag(call, 'rating') ?? undefined,
    note: textFlag(call, 'note') ?? undefined,
  });
  if (call.has('on') && line.watchedOn === undefined) throw new UsageProblem('--on needs a day: 2024-02-29.');
  return { ...line, isRewatch: call.has('again') };
}

async function printDiary(guide: Guide, context: Context): Promise<number> {
  const lines = await diary(guide);
  for (const { entry, show } of lines) {
    const more = [
      show.title,
      entry.season !== undefined && `season ${entry.season}`,
      entry.episode !== undefined && `episode ${entry.episode}`,
      entry.rating !== undefined && `★ ${entry.rating}`,
      entry.isRewatch && 'again',
      entry.note,
    ];
    await writeLine(context.output, printable(`${entry.watchedOn}  ${more.filter(Boolean).join(' · ')}`));
  }
  if (lines.length === 0) context.notes.write('Your diary is empty. Note something: runon diary TITLE.\n');
  return 0;
}
