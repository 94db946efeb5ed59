// Who plays whom, from what stands between two names: "A (played by B)", "B as A", "B plays A". Knows no votes but what
// is passed in to tell a player from a part.
import type { Span } from '../text.ts';
import type { Mention } from './proper-names.ts';
import type { Sheet } from './sheet.ts';

export type FoundPart = { readonly person: number; readonly character: number; readonly span: Span };

/** "A (played by B)", "B as A", "B plays the doctor A", "A (B)", "B (A)", "B's character (A)", "A is played by B". */
export function findParts(
  sheet: Sheet,
  {
    mentions,
    of,
    figureOf,
  }: {
    readonly mentions: readonly Mention[];
    readonly of: (mention: Mention) => { readonly person: number; readonly character: number };
    readonly figureOf: ReadonlyMap<Mention, number>;
  },
): readonly FoundPart[] {
  const parts: FoundPart[] = [];
  const persons = new Set<number>();
  const characters = new Set<number>();
  const put = (person: Mention, character: Mention) => {
    const a = figureOf.get(person)!;
    const b = figureOf.get(character)!;
    if (a === b) return;
    if (persons.has(b) || characters.has(a)) return;
    persons.add(a);
    characters.add(b);
    const start = Math.min(person.start, character.start);
    const end = Math.max(person.end, character.end);
    const close = /^["”'’》*_]*\)/.exec(sheet.text.slice(end, end + 4))?.[0].length ?? 0;
    const open = sheet.text.slice(start, end).includes('(') ? close : 0;
    parts.push({ person: a, character: b, span: { start, end: end + open } });
  };
  for (let at = 0; at + 1 < mentions.length; at++) {
    const a = mentions[at]!;
    // "Meg (Jane's sister) plays Julie": past a name in brackets.
    const isAside = mentions[at + 2] !== undefined && inBracket(sheet, a, mentions[at + 1]!);
    const b = isAside && !isPartBracket(sheet, a, mentions[at + 1]!) ? mentions[at + 2]! : mentions[at + 1]!;
    if (b.start - a.end > 120 || sheet.words[a.from]!.sentence !== sheet.words[b.from]!.sentence) continue;
    const between = plain(sheet.text.slice(a.end, b.start));
    const order = partOrder(between, sheet.text.slice(b.end, b.end + 8));
    if (order === 'a-played-by-b') put(b, a);
    else if (order === 'a-plays-b') {
      // "kind to Anna as Ella was": a first name, or one of the story, plays nobody.
      const isPlayer =
        a.shape === 'full' || a.korean?.family !== undefined || of(a).person >= of(a).character;
      if (isPlayer || !/^[^(]* as /.test(between)) put(a, b);
    } else if (order === 'bracket') {
      // Two names, one in brackets: who has been seen to act is the player; by habit the one in brackets.
      if (
        of(a).person - of(a).character > of(b).person - of(b).character + 1 &&
        (a.shape !== 'korean' || /performance|acting/.test(between))
      )
        put(a, b);
      else put(b, a);
    }
  }
  return parts;
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
    .replace(HONORIFIC, '$1');
const HONORIFIC =
  /(["“'‘《]?)\b(?:Captain|Dr\.?|Detective|Professor|Prince|Princess|King|Queen|Officer|Inspector|Agent|Doctor|Lady|Lord|Sir|Mr\.?|Mrs\.?|Ms\.?|Miss|President|General|Chief|Uncle|Aunt|Sheriff|Sergeant|Lieutenant|Colonel|Father|Sister) $/;

const PLAYED_BY =
  /^["”'’》*_]*\)?[,]? ?[—–-]? ?\(?(?:who (?:is|was) |is |was |as |being )?(?:(?:wonderfully|brilliantly|beautifully|perfectly|ably|well|badly|superbly|excellently|nicely|also|both) )?(?:played|portrayed|acted|performed|voiced|personified|embodied|brought to life|essayed)(?: (?:here|so well|wonderfully|brilliantly|beautifully|perfectly|superbly|to perfection|nicely|well|with \w+ \w+))? by ["“'‘《*_]*(?:the )?(?:[a-z]+ ){0,3}["“'‘《*_]*$/;
const PLAYS =
  /^["”'’》*_]*(?: \([^()]{0,40}\))?,? ?\(?(?:(?:who|also|which) )?(?:(?:is|was|does|did|has|gives?|gave|stars?|starred|starring|co-stars?|appears?|acts?|acting|shines?|cast|perfect|great|excellent|good|wonderful|brilliant|terrific|fine|superb|well|a|an|the|his|her|performance|turn|role|job|and|in|very|so|really|quite|suitably|simply|absolutely|always|once|again|at|best|miscast|badly|horribly|well-cast|outstanding|amazing|fantastic|convincing|memorable|fabulous|perfectly|fun|funny) ){0,8}(?:as|play|plays|played|playing|portray|portrays|portrayed|portraying|embodies|voices|voicing|role of|part of|character of|in the role of)(?: [a-z'’-]+,?){0,6} ["“'‘《*_]*$/;
const ENDS = /^["”'’》*_]*(?:[.,;:!?)]|$| and )/;
function partOrder(between: string, after: string): 'a-played-by-b' | 'a-plays-b' | 'bracket' | undefined {
  if (between.length > 110) return undefined;
  if (between === ' IS ') return 'a-plays-b';
  if (PLAYED_BY.test(between)) return 'a-played-by-b';
  if (/^["”'’》*_]* \(["“'‘《*_]*$/.test(between) && /^["”'’》*_]?[),]/.test(after)) return 'bracket';
  if (/^(?:'s|’s) (?:character|role),? \(?["“'‘《*_]*$/.test(between)) return 'a-plays-b';
  if (/^["”'’》*_]* \(as ["“'‘《*_]*$/.test(between)) return 'a-plays-b';
  if (
    / (?:as|plays?|played|playing|portrays?|portrayed|portraying|embodies|voices|voicing|of)\b/.test(
      between,
    ) &&
    PLAYS.test(between)
  ) {
    // "known as", "such as", "as well as", "as good as" play nobody.
    return /(?:known|such|well|good|same|far|much|soon|long|just|regarded|described|seen|twice|bad|strong|half) as\b|\bas (?:if|though|well|good|the same|it|he|she|they|in|for|much|directed)\b/.test(
      between,
    )
      ? undefined
      : 'a-plays-b';
  }
  // "A, in particular, is in top form as B.": further off, when nothing is told of B behind it.
  if (
    between.length < 70 &&
    / as (?:(?:the|a|an|his|her) )?(?:[a-z'’-]+ ){0,3}["“'‘《*_]*$/.test(between) &&
    ENDS.test(after)
  )
    return /[.;:(]|\b(?:known|such|well|good|same|far|much|soon|long|just|regarded|described|seen|bad|strong|half|not|than|like) as\b/.test(
      between,
    )
      ? undefined
      : 'a-plays-b';
  return undefined;
}
