// Who plays whom, from what stands between two names: "A (played by B)", "B as A", "B plays A". Knows no votes but what
// is passed in to tell a player from a part.
import type { Span } from '../text.ts';
import type { Mention } from './proper-names.ts';
import type { Sheet } from './sheet.ts';

/** `mention`: where the part is named. */
export type FoundPart = {
  readonly person: number;
  readonly character: number;
  readonly span: Span;
  readonly mention: Mention;
};

/** "A (played by B)", "B as A", "B plays the doctor A", "A (B)", "B (A)", "B's character (A)", "A is played by B". */
export function findParts(
  sheet: Sheet,
  {
    mentions,
    of,
    figureOf,
  }: {
    readonly mentions: readonly Mention[];
    readonly of: (mention: Mention) => Counted;
    readonly figureOf: ReadonlyMap<Mention, number>;
  },
): readonly FoundPart[] {
  const parts: FoundPart[] = [];
  const persons = new Set<number>();
  const characters = new Set<number>();
  const respective: number[] = [];
  const settled = new Set<number>();
  const put = (person: Mention, character: Mention) => {
    const a = figureOf.get(person)!;
    const b = figureOf.get(character)!;
    if (a === b) return;
    if (persons.has(b) || characters.has(a) || settled.has(a)) return;
    persons.add(a);
    characters.add(b);
    const start = Math.min(person.start, character.start);
    const end = Math.max(person.end, character.end);
    const close = /^[!?"”'’》*_]*\)/.exec(sheet.text.slice(end, end + 4))?.[0].length ?? 0;
    const open = sheet.text.slice(start, end).includes('(') ? close : 0;
    parts.push({ person: a, character: b, span: { start, end: end + open }, mention: character });
  };
  for (const [person, character] of respectiveParts(sheet, mentions)) {
    put(person, character);
    respective.push(figureOf.get(person)!);
  }
  for (const person of respective) settled.add(person);
  for (let at = 0; at + 1 < mentions.length; at++) {
    const a = mentions[at]!;
    // "Meg (Jane's sister) plays Julie": past a name in brackets.
    const half = otherHalf(sheet, mentions, at);
    if (half === undefined) continue;
    const { b } = half;
    if (b.start - a.end > 120 || sheet.words[a.from]!.sentence !== sheet.words[b.from]!.sentence) continue;
    const between = plain(sheet.text.slice(a.end, half.end));
    const order = partOrder(between, sheet.text.slice(b.end, b.end + 8).replace(/^[ !?]+(?=[),])/, ''));
    if (order === 'a-played-by-b') put(b, a);
    else if (
      order === undefined &&
      IS_SOMEBODY.test(between) &&
      isPlayerOf(of(a), of(b)) &&
      a.shape === 'full'
    )
      put(a, b);
    else if (order === 'a-plays-b') {
      // "kind to Anna as Ella was": a first name, or one of the story, plays nobody.
      // "the captain of the Demeter" is no part called so.
      if (/ (?!(?:role|part|character|voice|likes) )[a-z]+ of(?: the)? $/.test(between)) continue;
      const isPlayer =
        a.shape === 'full' || a.korean?.family !== undefined || of(a).person >= of(a).character;
      if (isPlayer || !/^[^(]* as /.test(between)) put(a, b);
    } else if (order === undefined && isSetBetweenCommas(sheet, [mentions[at - 1], a, b]) && isTold(of(a))) {
      put(b, a);
    } else if (order === 'bracket') {
      // Two names, one in brackets: who has been seen to act is the player; by habit the one in brackets.
      const acts = (one: Mention) => of(one).roles.get('actor') ?? 0;
      if (
        acts(a) > acts(b) + 2 &&
        a.honorific === undefined &&
        of(a).person - of(a).character > of(b).person - of(b).character + 1 &&
        (a.shape !== 'korean' || /performance|acting/.test(between))
      )
        put(a, b);
      else put(b, a);
    }
  }
  for (let at = 0; at < mentions.length; at++) {
    const character = mentions[at]!;
    const person = ownerPlaying(sheet, { mentions, of, at }) ?? pronounPlaying(sheet, { mentions, of, at });
    if (person !== undefined && of(character).roles.size === 0) put(person, character);
  }
  return parts;
}

type Counted = {
  readonly person: number;
  readonly character: number;
  readonly roles: ReadonlyMap<string, number>;
};
type At = {
  readonly mentions: readonly Mention[];
  readonly of: (mention: Mention) => Counted;
  readonly at: number;
};
const isActing = (votes: Counted): boolean => {
  const acts = votes.roles.get('actor') ?? 0;
  return acts >= 3 && [...votes.roles].every(([role, weight]) => role === 'actor' || weight < acts);
};

/** "Miller's Charlie Vance": an actor's own part, when he made nothing that could be called so. */
function ownerPlaying(sheet: Sheet, { mentions, of, at }: At): Mention | undefined {
  const [a, b] = [mentions[at - 1], mentions[at]!];
  if (a === undefined || b.isQuoted || b.start - a.end > 30 || sheet.words[a.to]?.folded !== "'s")
    return undefined;
  if (!isOwnPart(sheet, a.to + 1, b.from) || b.shape === 'surname' || b.shape === 'unknown') return undefined;
  return isActing(of(a)) ? a : undefined;
}

/** Right behind the 's, or behind adjectives: "Miller's old-school Charlie Vance", not "Miller's wife Anna". */
const isOwnPart = (sheet: Sheet, from: number, to: number): boolean =>
  to - from < 4 &&
  sheet.words
    .slice(from, to)
    .every(
      ({ form, folded }) =>
        /^\p{Ll}+$/u.test(form) &&
        !/(?:er|wife|husband|son|friend|partner|boss|and|of|in|as|with|who|to|girlfriend|boyfriend|film|movie)$/.test(
          folded,
        ),
    );

/** "He plays Charlie Vance": the player of whom the sentence or the one before it speaks. */
function pronounPlaying(sheet: Sheet, { mentions, of, at }: At): Mention | undefined {
  const b = mentions[at]!;
  if (
    sheet.words[b.to]?.folded === "'s" ||
    /^["”'’]? (?:on|in) (?:TV|["“'‘*_《])/.test(sheet.text.slice(b.end, b.end + 8))
  )
    return undefined;
  const before = sheet.text.slice(Math.max(0, b.start - 70), b.start).replace(HONORIFIC, '$1');
  const said = PRONOUN_PLAYS.exec(before);
  if (said === null) return undefined;
  const { sentence } = sheet.words[b.from]!;
  const own = mentions[at - 1];
  const a = own !== undefined && of(own).person > of(own).character ? own : mentions[at - 2];
  if (a === undefined || sentence - sheet.words[a.from]!.sentence > 1) return undefined;
  if (own !== a && sheet.words[own!.from]!.sentence === sentence) return undefined;
  return of(a).person > of(a).character && of(a).person >= 2 ? a : undefined;
}
const PRONOUN_PLAYS =
  /(?:^|[ (])(?:he|she|who|He|She) (?:also |really |just |now |again |here )?(?:plays|played|portrays|portrayed|(?:appears|appeared|stars|starred|is cast|was cast|shows up|turns up|acts) as)(?: (?!(?:with|against|for|opposite|alongside|by|and|in|at|to|on)\b)[a-z'’-]+,?){0,4} ["“'‘《*_]*$/;

/** "A and B, played by C and D (respectively)": the first plays the first. */
function respectiveParts(
  sheet: Sheet,
  mentions: readonly Mention[],
): readonly (readonly [person: Mention, character: Mention])[] {
  return mentions.slice(3).flatMap((d, at) => {
    const [a, b, c] = mentions.slice(at, at + 3) as [Mention, Mention, Mention];
    if (d.end - a.start > 160 || sheet.words[a.from]!.sentence !== sheet.words[d.from]!.sentence) return [];
    if (!/^["”'’》*_]*,? (?:and|&) ["“'‘《*_]*$/.test(plain(sheet.text.slice(c.end, d.start)))) return [];
    if (!/^["”'’》*_]*,? (?:and|&) ["“'‘《*_]*$/.test(plain(sheet.text.slice(a.end, b.start)))) return [];
    const between = plain(sheet.text.slice(b.end, c.start));
    if (PLAYED_BY.test(between))
      return [
        [c, a],
        [d, b],
      ] as const;
    return /^["”'’》*_]*,? (?:(?:play|portray|star|co-star|played|portrayed|starring|are) )?(?:as )?["“'‘《*_]*$/.test(
      between,
    ) && /play|portray|as /.test(between)
      ? ([
          [a, c],
          [b, d],
        ] as const)
      : [];
  });
}

/** "Stone is young inventor Brian Foster", "is the evil Dr. Pike": somebody by name, and nothing else. */
const IS_SOMEBODY =
  /^,? (?:is|was) (?:(?:the|a|an) )?(?:(?!(?:an?|the|of|in|with|by|to|and|than|like|not|no|as|at|for|from|on|that|who|his|her|better|worse|married|engaged|hired|killed|directed|another)\b)[a-z'’-]+,? ){0,4}["“'‘]?$/;
const isPlayerOf = (a: Counted, b: Counted): boolean =>
  a.person >= 3 && a.person > a.character && b.roles.size === 0;

const isTold = (votes: Counted): boolean => votes.character >= 3 && votes.character >= votes.person;
/** "The writer Anna Pike, Jane Doe, has …": a player between commas behind the part, and no list. */
function isSetBetweenCommas(
  sheet: Sheet,
  [before, a, b]: readonly [Mention | undefined, Mention, Mention],
): boolean {
  if (b.shape !== 'full' || sheet.text.slice(a.end, b.start) !== ', ') return false;
  if (!/^, (?!and |or |\p{Lu})/u.test(sheet.text.slice(b.end, b.end + 6))) return false;
  return before === undefined || a.start - before.end > 5;
}

/** The name that may be the other half, and where what is said of it ends: past one in brackets or one that owns it. */
function otherHalf(
  sheet: Sheet,
  mentions: readonly Mention[],
  at: number,
): { readonly b: Mention; readonly end: number } | undefined {
  const [a, next, third] = [mentions[at]!, mentions[at + 1]!, mentions[at + 2]];
  const isAside = inBracket(sheet, a, next) && !isPartBracket(sheet, a, next);
  if (isAside && third !== undefined) return { b: third, end: third.start };
  const isOwner =
    sheet.words[next.to]?.folded === "'s" &&
    / (?:as|plays?|played|playing|portrays?|portrayed|of) /.test(sheet.text.slice(a.end, next.start));
  if (!isOwner) return { b: next, end: next.start };
  // "plays Anna's sister Meg" is of Meg.
  const isOwned =
    third !== undefined &&
    third.start - next.end < 40 &&
    /^['’]s (?:[a-z-]+ ){1,3}["“'‘《*_]*$/.test(sheet.text.slice(next.end, third.start));
  return isOwned ? { b: third, end: next.start } : undefined;
}

/** `b` stands in brackets that open right behind `a`, with more than the name in them. */
const inBracket = (sheet: Sheet, a: Mention, b: Mention): boolean =>
  b.start - a.end < 40 &&
  /^["”'’》*_]* \([^()]*$/.test(sheet.text.slice(a.end, b.start)) &&
  /^[^()]{1,40}\)/.test(sheet.text.slice(b.end, b.end + 44));
/** "(played by B)", "(as B)": the name in brackets is the other half. */
const isPartBracket = (sheet: Sheet, a: Mention, b: Mention): boolean =>
  partOrder(plain(sheet.text.slice(a.end, b.start)), sheet.text.slice(b.end, b.end + 8)) !== undefined;

/** Without names in another script in brackets and without "Captain" before the second name. */
const plain = (between: string): string =>
  between
    .replace(/\s+/g, ' ')
    .replace(/ ?\([\u3131-\u318e\uac00-\ud7a3\u4e00-\u9fff ]{1,20}\)/g, '')
    .replace(/[\u3131-\u318e\uac00-\ud7a3 ]{2,20} \($/, ' ')
    .replace(/\( $/, '(')
    .replace(HONORIFIC, '$1');
const HONORIFIC =
  /(["“'‘《]?)\b(?:Captain|Capt\.?|Dr\.?|Lt\.?|Sgt\.?|Col\.?|Maj\.?|Gen\.?|Rev\.?|Prof\.?|Major|Corporal|Private|Commander|Commissioner|Mayor|Judge|Senator|Governor|Nurse|Madame|Count|Countess|Baron|Baroness|Duke|Duchess|Deputy|Marshal|Coach|Emperor|Empress|Mother|Brother|Constable|Detective|Professor|Prince|Princess|King|Queen|Officer|Inspector|Agent|Doctor|Lady|Lord|Sir|Mr\.?|Mrs\.?|Ms\.?|Miss|President|General|Chief|Uncle|Aunt|Sheriff|Sergeant|Lieutenant|Colonel|Father|Sister) $/;

const PLAYED_BY =
  /^["”'’》*_]*\)?(?:, an? (?:[a-z-]+ ){0,4}[a-z-]+)?[,]? ?[—–-]? ?\(?(?:who (?:is|was) |whose (?:role|part|character) (?:is|was) |(?:character|role|part) (?:is |was )?|is |was |as |being )?(?:(?:wonderfully|brilliantly|beautifully|perfectly|ably|well|badly|superbly|excellently|nicely|also|both) )?(?:played|portrayed|acted|performed|voiced|personified|embodied|brought to life|essayed)(?: (?!(?:and|but|who|that|which|while|when)\b)[a-z'’-]+){0,4} by ["“'‘《*_]*(?:the )?(?:[a-z]+ ){0,3}["“'‘《*_]*$/;
const PLAYS =
  /^["”'’》*_]*(?: \([^()]{0,40}\))?,? ?\(?(?:(?:who|also|which) )?(?:(?:is|was|does|did|has|gives?|gave|stars?|starred|starring|co-stars?|appears?|acts?|acting|shines?|cast|perfect|great|excellent|good|wonderful|brilliant|terrific|fine|superb|well|a|an|the|his|her|performance|turn|role|job|and|in|very|so|really|quite|suitably|simply|absolutely|always|once|again|at|best|miscast|badly|horribly|well-cast|outstanding|amazing|fantastic|convincing|memorable|fabulous|perfectly|fun|funny) ){0,8}(?:as|play|plays|played|playing|portray|portrays|portrayed|portraying|embodies|voices|voicing|role of|part of|character of|in the role of)(?: (?!(?:who|that|which|and|with|for|to|from|against|opposite|alongside|like|about|by|while|when|where|in|at|on)\b)[a-z'’-]+,?){0,6} ["“'‘《*_]*$/;
/** "A (B)", "A, a nurse (B)", "A the nurse (B)". */
const BRACKET =
  /^(?:['’]s)?["”'’》*_]*(?:,? (?:an?|the|his|her|their|another) (?!.*\b(?:and|who|with|for|by|to|from|while|as)\b)[\p{L}' -]{2,50})? ?\((?:(?:\p{Lu}|the )[^()]{1,40}['’]s? )?["“'‘《*_]*$/u;
const ENDS = /^["”'’》*_]*(?:[.,;:!?)]|$| and )/;
function partOrder(between: string, after: string): 'a-played-by-b' | 'a-plays-b' | 'bracket' | undefined {
  if (between.length > 110) return undefined;
  if (between === ' IS ') return 'a-plays-b';
  if (PLAYED_BY.test(between)) return 'a-played-by-b';
  // "Lee Ji Eun ('IU')": another name of hers.
  if (/ \(["“'‘]$/.test(between)) return undefined;
  if (BRACKET.test(between) && /^["”'’》*_]?[),]/.test(after)) return 'bracket';
  if (/^(?:'s|’s) (?:character|role),? \(?["“'‘《*_]*$/.test(between)) return 'a-plays-b';
  if (/^["”'’》*_]* \(as ["“'‘《*_]*$/.test(between)) return 'a-plays-b';
  if (
    / (?:as|plays?|played|playing|portrays?|portrayed|portraying|embodies|voices|voicing|of)\b/.test(
      between,
    ) &&
    PLAYS.test(between)
  ) {
    // "known as", "such as", "as well as", "as good as" play nobody.
    return /(?:known|such|well|good|same|far|much|soon|long|just|regarded|described|seen|twice|bad|strong|half|works?|worked|working|job) as\b|\bas (?:if|though|well|good|the same|it|he|she|they|in|for|much|directed)\b/.test(
      between,
    )
      ? undefined
      : 'a-plays-b';
  }
  // "A, in particular, is in top form as B.": further off, when nothing is told of B behind it.
  if (
    between.length < 70 &&
    / as (?:(?:the|a|an|his|her) )?(?:(?!(?:for|to|with|by|in|at|from|who|against|under|and) )[a-z'’-]+ ){0,3}["“'‘《*_]*$/.test(
      between,
    ) &&
    ENDS.test(after)
  )
    return /[.;:(]|\b(?:known|such|well|good|same|far|much|soon|long|just|regarded|described|seen|bad|strong|half|not|than|like|works?|worked|working|job) as\b/.test(
      between,
    )
      ? undefined
      : 'a-plays-b';
  return undefined;
}
