// Several people at one table choose a title: what each asks for and refuses, what they have seen, how long they have,
// and whose turn it is. Names are enough; nobody needs an account.
import { randomUUID } from 'node:crypto';
import type { Question } from '../core/asking/question.ts';
import type { Reason } from '../core/finding/pick.ts';
import { reasonsFor } from '../core/finding/reasons.ts';
import type { Index } from '../core/finding/shelf-index.ts';
import { sourcesOf } from '../core/finding/sources.ts';
import type { Show, ShowId } from '../core/show.ts';
import { chooseTogether, type Evening, evened, type Guest, HATES, owedAfter } from '../core/taste/circle.ts';
import { suitAll } from '../core/taste/suits.ts';
import { refusedBy, suitWishes } from '../core/taste/wishing.ts';
import { insertEvening, listEvenings } from '../store/evenings.ts';
import { understand } from './answer.ts';
import { checkGuests, foldName, type GuestInput } from './check-guests.ts';
import { getShow } from './find-show.ts';
import { change, type Guide } from './guide.ts';
import { settled } from './shelf.ts';
import { type MyTaste, myTaste } from './taste.ts';
import { noteUndo } from './undo.ts';

/** One at the table, as understood. `owed` is 0 to 1: how much they gave way lately. */
export type Seated = {
  readonly name: string;
  readonly wants: Question;
  readonly never: Question;
  readonly owed: number;
};

/** What a title is for one at the table: -1 to 1, and wish by wish why. */
export type Line = { readonly name: string; readonly content: number; readonly reasons: readonly Reason[] };
export type TogetherPick = { readonly show: Show; readonly lines: readonly Line[] };
export type Together = {
  readonly seated: readonly Seated[];
  /** Best first; empty when refusals, time and what was seen leave nothing. */
  readonly picks: readonly TogetherPick[];
  /** Everything that is left is hated by somebody. */
  readonly isHated: boolean;
};

export async function choose(
  guide: Guide,
  inputs: readonly GuestInput[],
  { limit = 6, only }: { readonly limit?: number; readonly only?: ShowId } = {},
): Promise<Together> {
  const guests = checkGuests(guide, inputs);
  const { finding } = settled(guide.shelf);
  const evenings = (await listEvenings(guide.store.db, guide.me, { limit: EVENINGS })).map(
    ({ contents }): Evening => new Map(contents.map(([name, content]) => [foldName(name), content])),
  );
  const mine = guests.some(({ isMe }) => isMe) ? await myTaste(guide) : undefined;
  const table = guests.map(({ name, wants, never, seen, minutes, isMe }) => {
    const seated: Seated = {
      name,
      wants: understand(guide, wants),
      never: understand(guide, asRefusal(never)),
      owed: owedAfter(evenings, foldName(name)),
    };
    return { seated, guest: guestOf({ seated, seen, minutes, mine: isMe ? mine : undefined }, finding) };
  });
  const onlySlot = only === undefined ? undefined : finding.slotOf.get(getShow(guide, only).id);
  const everyone = table.map(({ guest }) => guest);
  const choices =
    onlySlot === undefined
      ? chooseTogether(finding.shows.length, everyone, limit)
      : [{ place: onlySlot, contents: everyone.map(({ suits }) => suits[onlySlot]!) }];
  const tellers = table.map(({ seated: { wants } }) =>
    reasonsFor(
      wants,
      wants.wishes.map((wish) => sourcesOf(wish, finding)),
      finding,
    ),
  );
  return {
    seated: table.map(({ seated }) => seated),
    picks: choices.map(({ place, contents }) => ({
      show: finding.shows[place]!,
      lines: table.map(({ seated: { name } }, at) => ({
        name,
        content: contents[at]!,
        reasons: tellers[at]!(place),
      })),
    })),
    isHated: choices.length > 0 && choices.every(({ contents }) => Math.min(...contents) <= HATES),
  };
}

/** Older ones count for nothing any more. */
const EVENINGS = 20;
/** What one's own diary says beside what one asks for tonight. */
const TASTE = 0.5;

function guestOf(
  given: {
    readonly seated: Seated;
    readonly seen: readonly ShowId[];
    readonly minutes: number | undefined;
    readonly mine: MyTaste | undefined;
  },
  finding: Index,
): Guest {
  const { seated, seen, minutes = Number.POSITIVE_INFINITY, mine } = given;
  const { wishes } = seated.wants;
  const refused = refusedBy(seated.never.wishes, finding);
  // Whoever asks for something like a title has seen that one.
  const known = wishes.flatMap((wish) => (wish.kind === 'like' && wish.wants ? wish.showIds : []));
  const gone = new Set(
    [...seen, ...known, ...(mine?.finished ?? []), ...(mine?.passedOver ?? []).map(({ id }) => id)].flatMap(
      (id) => finding.slotOf.get(id) ?? [],
    ),
  );
  const asked = evened(suitWishes(wishes, finding));
  const taste = mine === undefined ? undefined : evened(suitAll(mine.taste, finding));
  return {
    suits:
      taste === undefined
        ? asked
        : evened(asked.map((suit, slot) => suit + TASTE * Math.max(-1, taste[slot]!))),
    owed: seated.owed,
    cannot: (slot) =>
      finding.shows[slot] === undefined ||
      gone.has(slot) ||
      refused.has(slot) ||
      finding.numbers.minutes[slot]! > minutes,
  };
}

const SAYS_NO = /^(no|not|nothing|never|without|none|don['’]?t|do not)\b/i;
const SAYS_NO_KOREAN = /없|싫|말고|빼고|아닌/;

/** In the list of what is refused "horror" and "no horror" mean the same. */
export const asRefusal = (words: string): string =>
  words
    .split(/[,;\n、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (/[가-힣]/.test(part)) return SAYS_NO_KOREAN.test(part) ? part : `${part} 없는`;
      return SAYS_NO.test(part) ? part : `no ${part}`;
    })
    .join(', ');

/** They watch this: kept, so that whoever gives way has more of a say next time. */
export async function takeTogether(
  guide: Guide,
  inputs: readonly GuestInput[],
  showId: ShowId,
): Promise<{ readonly pick: TogetherPick; readonly undo: string }> {
  const pick = (await choose(guide, inputs, { only: showId })).picks[0]!;
  const id = randomUUID();
  return change(guide, async (tx) => {
    await insertEvening(tx, {
      id,
      personId: guide.me,
      showId,
      at: guide.now().toISOString(),
      contents: pick.lines.map(({ name, content }) => [name, content]),
    });
    const undo = await noteUndo(guide, tx, { what: 'choose-together', before: [{ kind: 'evening', id }] });
    return { pick, undo };
  });
}
