// `runon title`: what is known of a title, for a person; adding one and setting its facts right.
import type { Opinion, Profile } from '../core/profile.ts';
import { type Credit, nativeTitle, type Show, type ShowId, type ShowKind } from '../core/show.ts';
import { addShow, editShow } from '../guide/add-show.ts';
import { compareTitles } from '../guide/compare-titles.ts';
import { resolveShow } from '../guide/find-show.ts';
import type { Guide } from '../guide/guide.ts';
import { openShow } from '../guide/open-show.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { given, listFlag, numberFlag, textFlag } from './flags.ts';
import { writeLine } from './lines.ts';
import { type Paint, paint, printable } from './paint.ts';
import { withGuide } from './with-guide.ts';

export const runTitle: Command['run'] = (context, call) => {
  const [first, ...rest] = call.words;
  if (first === undefined) throw new UsageProblem('Which title? runon title TITLE.');
  const isChange = (first === 'add' || first === 'edit') && rest.length > 0;
  return withGuide(context, async (guide) => {
    const like = call.get('like');
    if (like !== undefined) return printLikeness(guide, context, [call.words.join(' '), like]);
    if (!isChange) {
      const { show, profile } = await openShow(guide, resolveShow(guide, call.words.join(' ')).id);
      await writeLine(
        context.output,
        call.has('json')
          ? JSON.stringify({ show, profile }, null, 1)
          : printTitle(show, profile, paint(context.hasColour)),
      );
      return 0;
    }
    const words = rest.join(' ');
    const show =
      first === 'add'
        ? await addShow(guide, { title: words, ...patchOf(call) })
        : await editShow(guide, resolveShow(guide, words).id, patchOf(call));
    await writeLine(context.output, show.id);
    context.notes.write(`${printable(show.title)} is kept; "runon undo" takes it back.\n`);
    return 0;
  });
};

async function printLikeness(
  guide: Guide,
  context: Context,
  names: readonly [string, string],
): Promise<number> {
  const [one, other] = names.map((name) => resolveShow(guide, name).id) as [ShowId, ShowId];
  const { likeness, shared } = compareTitles(guide, one, other);
  const traits = shared.map((key) => key.slice(key.indexOf(' ') + 1).replaceAll('-', ' ')).slice(0, SHARED);
  await writeLine(context.output, printable(`${likeness.toFixed(2)} ${traits.join(', ')}`.trim()));
  return 0;
}
const SHARED = 6;

const patchOf = (call: Call) =>
  given({
    title: textFlag(call, 'title') ?? undefined,
    nativeTitle: textFlag(call, 'native'),
    otherTitles: listFlag(call, 'other'),
    kind: call.get('kind') as ShowKind | undefined,
    year: numberFlag(call, 'year'),
    countries: listFlag(call, 'country'),
    genres: listFlag(call, 'genre'),
    networks: listFlag(call, 'network'),
    platforms: listFlag(call, 'platform'),
    episodes: numberFlag(call, 'episodes'),
    seasons: numberFlag(call, 'seasons'),
    minutes: numberFlag(call, 'minutes'),
    credits: listFlag(call, 'cast')?.map(creditOf),
  });

function creditOf(words: string): Credit {
  const [name = '', character] = words.split(/ as /);
  return { name: name.trim(), role: 'actor', ...(character ? { character: character.trim() } : {}) };
}

function printTitle(show: Show, profile: Profile, look: Paint): string {
  const native = nativeTitle(show);
  const facts = [
    show.kind,
    show.year,
    show.countries.join(', '),
    show.genres.join(', '),
    show.seasons && `${show.seasons} ${show.seasons === 1 ? 'season' : 'seasons'}`,
    show.episodes && `${show.episodes} episodes`,
    show.minutes && `${show.minutes} minutes`,
    [...show.networks, ...show.platforms].join(', '),
  ];
  const cast = profile.cast
    .slice(0, 8)
    .map(({ name, character }) => (character ? `${name} (${character})` : name));
  const lines = [
    look.strong(printable(native ? `${show.title} (${native})` : show.title)) + look.soft(`  ${show.id}`),
    printable(facts.filter(Boolean).join(' · ')),
    ...(cast.length > 0 ? [printable(`With ${cast.join(', ')}`)] : []),
    '',
    profile.reviewCount === 0 ? 'No reviews yet.' : `${profile.reviewCount} reviews say:`,
    ...profile.feels
      .slice(0, 7)
      .map((feel) => `  ${feel.term.replaceAll('-', ' ').padEnd(20)}${strip(feel)}`),
    ...profile.aspects
      .slice(0, 5)
      .map((aspect) => `  ${aspect.aspect.replaceAll('-', ' ').padEnd(20)}${strip(aspect)}`),
    ...profile.quotes.slice(0, 3).map(({ quote }) => look.soft(`  “${printable(quote)}”`)),
  ];
  return lines.join('\n');
}

/** From "not at all" to "very": a dot where the mean is, and who says so. */
function strip({ strength, ayes, nays }: Opinion): string {
  const at = Math.round(((strength + 2) / 4) * 8);
  return `${'·'.repeat(at)}●${'·'.repeat(8 - at)}  ${ayes} for, ${nays} against`;
}
