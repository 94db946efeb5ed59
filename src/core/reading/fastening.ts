// Which opinion fastens on which part of the show: by where the words stand, whatever they are. Works within one
// sentence on indexes into its words; knows neither the parts nor the opinions themselves.
import type { Word } from '../text.ts';
import type { Degree } from './finding.ts';

/** `form`: where the opinion may stand (see data/cues/opinions.tsv). */
export type Opinion = { readonly sentiment: Degree; readonly form: '' | 'after' | 'verb' | 'is' | 'has' };
/** Words `from` to `to` (exclusive) name a part of the show. */
export type Part = { readonly aspect: string; readonly from: number; readonly to: number };
/** Words `from` to `to` (exclusive) are an opinion. */
export type Said = { readonly opinion: Opinion; readonly from: number; readonly to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const COPULAS = set(
  "happen happens flow flows come came play plays move moves is was are were 's be been isn't wasn't aren't weren't isnt wasnt arent werent feels felt feel seems seemed seem gets got get becomes became looks looked look sounds sounded sound has have had being comes came turned stays stayed remains ain't",
);
const JOINTS = set('and or & nor plus along with as well');
/** Words that an opinion before a part does not reach across. */
const STOPS = set(
  "is was are were 's be been to for that which who when if but because in on at by from with than this it i he she they you we have has had do does did not can will would could so while about as into like",
);
const BREAKS = set(
  'but however although though while because bc cause cuz since which who where when if despite so yet except',
);

/** "acting and the music", not "acting and weak music". */
export const isBare = (words: readonly Word[], one: Part, next: Part): boolean =>
  words
    .slice(one.to, next.from)
    .every(({ folded }) => /^(?:and|or|nor|the|a|an|his|her|their|its|plus|of)$/.test(folded));

/** "chemistry between the leads", "acting from the cast": the second only tells more of the first. */
export const isComplement = (words: readonly Word[], part: Part, before: Part | undefined): boolean =>
  before !== undefined &&
  part.from - before.to <= 4 &&
  part.from > before.to &&
  /^(?:of|between|from|in|among|by|for|with)$/.test(words[before.to]!.folded) &&
  words.slice(before.to, part.from + 1).every(({ gap }) => gap === ' ' || gap === '-' || gap === '');

/** Parts that stand in one list: "the acting, directing and the score". */
export function groupParts(parts: readonly Part[], words: readonly Word[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && part.from - last.to <= 4) {
      const between = words.slice(last.to, part.from);
      const first = words[last.to]!;
      const isJoined =
        between.some((word) => JOINTS.has(word.folded)) || words[part.from]!.gap === ',' || first.gap === ',';
      if (isJoined && !between.some((word) => STOPS.has(word.folded) || COPULAS.has(word.folded))) {
        group.push(part);
        continue;
      }
    }
    groups.push([part]);
  }
  return groups;
}

/** "a truly great supporting cast", "loved the whole soundtrack", "impressed by her acting". */
export function findBefore(
  words: readonly Word[],
  said: readonly Said[],
  { part, parts }: { readonly part: Part; readonly parts: readonly Part[] },
): Said | undefined {
  for (let at = part.from, distance = 0; at > 0 && distance < 6; at--, distance++) {
    if (words[at]!.gap === ';' || (words[at]!.gap === ',' && distance === 0)) return undefined;
    const ending = said.filter(
      (one) => one.to === at && (one.opinion.form === '' || one.opinion.form === 'verb'),
    );
    const isNear = !ending.some((one) => isOfThing(words, one)) || distance <= 1;
    const hit = isNear
      ? ending.find((one) => (one.opinion.form === 'verb' ? isVerb(words, one, distance) : distance <= 4))
      : undefined;
    if (hit !== undefined) return strongestOf(words, said, hit);
    if (distance > 0 && parts.some((other) => other.to === at)) return undefined;
    const word = words[at - 1]!;
    if (
      COPULAS.has(word.folded) ||
      (STOPS.has(word.folded) && !/^(?:in|of|with|by|about|this|that|it)$/.test(word.folded))
    )
      return undefined;
    // Determiners may stand between a verb and its part, not between an adjective and its noun.
    if (/^(?:the|a|an|in|with|by|about|his|her|their|its|this|that|some|all|it)$/.test(word.folded)) {
      const verb = said.find(
        (one) =>
          one.opinion.form === 'verb' &&
          one.to <= at - 1 &&
          one.to >= at - 4 &&
          !(one.to < at - 1 && isOfThing(words, one)) &&
          !isOfThem(words, one),
      );
      return verb !== undefined &&
        !words
          .slice(verb.to, at)
          .some(
            (between) =>
              BREAKS.has(between.folded) ||
              COPULAS.has(between.folded) ||
              between.gap === ';' ||
              between.gap === ',',
          ) &&
        words[part.from]!.gap !== ','
        ? verb
        : undefined;
    }
  }
  return undefined;
}

/** "without" speaks of the thing right behind it. */
const isOfThing = (words: readonly Word[], one: Said): boolean =>
  /^(?:no|without|lack|lacks)$/.test(words[one.from]!.folded);

/** "Brilliant and moving performances": of adjectives side by side the strongest speaks. */
function strongestOf(words: readonly Word[], said: readonly Said[], last: Said): Said {
  if (last.opinion.form !== '') return last;
  let best = last;
  for (let from = last.from; ; ) {
    const isAnd = words[from - 1]?.folded === 'and';
    const end = isAnd ? from - 1 : words[from]?.gap === ',' ? from : -1;
    const one = said.find((other) => other.to === end && other.opinion.form === '');
    if (one === undefined || Math.sign(one.opinion.sentiment) !== Math.sign(last.opinion.sentiment))
      return best;
    if (Math.abs(one.opinion.sentiment) > Math.abs(best.opinion.sentiment)) best = one;
    from = one.from;
  }
}

/** "Love the plot" and "I love plots" are verbs, "the love plot" is none. */
const isVerb = (words: readonly Word[], one: Said, distance: number): boolean =>
  !isOfThem(words, one) &&
  (distance > 0 ||
    one.from === 0 ||
    !/^(?:love|like|hate)$/.test(words[one.from]!.folded) ||
    /^(?:i|we|you|they|also|really|absolutely|totally|do|did|just|truly|still|to|obviously|obvi|definitely|kinda|genuinely|honestly|actually|particularly|especially|personally|rather|quite|always|mostly|and)$/.test(
      words[one.from - 1]!.folded,
    ));

/** "the bullies that hate his music": what somebody in it thinks of it. */
const isOfThem = (words: readonly Word[], one: Said): boolean =>
  /^(?:love|loves|loved|like|likes|liked|hate|hates|hated|enjoy|enjoys|enjoyed)$/.test(
    words[one.from]!.folded,
  ) && /^(?:he|she|they|who|that)$/.test(words[one.from - 1]?.folded ?? '');

/** "… is superb", "… from the young cast was really good", "… falls flat". */
export function findAfter(
  words: readonly Word[],
  said: readonly Said[],
  where: { readonly from: number; readonly parts: readonly Part[] },
): Said | undefined {
  let hasVerb = false;
  let hasHave = false;
  let steps = 0;
  for (let at = where.from; at < words.length && steps < 12; at++, steps++) {
    const word = words[at]!;
    if (word.gap === ';' && word.folded !== 'which') return undefined;
    // "the music, editing and directing, were all superb"
    const isApart = at === where.from && COPULAS.has(word.folded);
    if (word.gap === ',' && !hasVerb && !isApart && word.folded !== 'which') return undefined;
    // "the laughs I got from such a bad film": somebody else's clause.
    if (/^(?:i|we|you|he|she)$/.test(word.folded)) return undefined;
    const starting = said.filter((one) => one.from === at);
    for (const one of starting) {
      if (one.opinion.form === 'verb') continue;
      if (one.opinion.form === 'has' && !hasHave) continue;
      // "leads have great chemistry" praises the chemistry.
      if (
        one.opinion.form === '' &&
        where.parts.some((part) => part.from === one.to && isSpaced(words[one.to]))
      )
        continue;
      if (one.opinion.form === 'after' ? !hasVerb || steps < 8 : hasVerb) return one;
      // "the story is dull, the acting absolutely horrendous": the copula is left out.
      if (one.opinion.form === '' && isElliptic(words, where.from, one)) return one;
    }
    // "was so good" goes on, "was on so we left" does not.
    // "the pace of it, which is not slow"
    if (word.folded === 'which' && COPULAS.has(words[at + 1]?.folded ?? '')) continue;
    const isHowMuch = word.folded === 'so' && COPULAS.has(words[at - 1]?.folded ?? '');
    if ((BREAKS.has(word.folded) && !isHowMuch) || (word.folded === 'that' && !hasVerb)) return undefined;
    const isOtherPart = where.parts.some((part) => part.from === at);
    if (isOtherPart && hasVerb) return undefined;
    if (/^(?:has|have|had)$/.test(word.folded)) hasHave = true;
    if (COPULAS.has(word.folded)) {
      if (hasVerb && steps > 8) return undefined;
      hasVerb = true;
      steps = Math.max(steps, 6);
    }
  }
  return undefined;
}

/** The part that a statement beginning at word `at` is made of: "the ending was | badly written". */
export function subjectOf(words: readonly Word[], parts: readonly Part[], at: number): Part | undefined {
  let hasVerb = false;
  for (let back = at; back > 0 && back > at - 7; back--) {
    const part = parts.find((one) => one.to === back);
    if (part !== undefined) return hasVerb ? part : undefined;
    const word = words[back - 1]!;
    if (words[back]?.gap === ';' || words[back]?.gap === ',' || BREAKS.has(word.folded)) return undefined;
    if (COPULAS.has(word.folded)) hasVerb = true;
  }
  return undefined;
}

const isElliptic = (words: readonly Word[], from: number, one: Said): boolean =>
  one.from - from <= 2 &&
  one.from > from &&
  words.slice(from, one.from).every(({ folded, gap }) => gap === ' ' && HOW_MUCH.has(folded)) &&
  (one.to >= words.length || /[,;.]/.test(words[one.to]!.gap) || JOINTS.has(words[one.to]!.folded));
const HOW_MUCH = set(
  'a bit little kind kinda of somewhat absolutely totally simply utterly truly so very really pretty completely just too quite',
);
/** "in the finale": where something happens. */
export const isPlace = (words: readonly Word[], { from }: Part): boolean =>
  [1, 2].some((back) => /^(?:in|at|during|until|by|after|before)$/.test(words[from - back]?.folded ?? ''));

const isSpaced = (word: Word | undefined): boolean => word?.gap === ' ' || word?.gap === '-';

/** "the leads' acting", "the ending scene music": of parts right beside each other the last is meant. */
export const isAttribute = (words: readonly Word[], part: Part, next: Part | undefined): boolean =>
  next !== undefined &&
  isSpaced(words[next.from]) &&
  (next.from === part.to || (next.from === part.to + 1 && words[part.to]!.folded === "'s"));

/** "It was perfect.": the opinion stands right behind the copula, whose subject is a pronoun. */
export const isPlain = (words: readonly Word[], said: Said): boolean =>
  said.from <= 5 &&
  /^(?:it|they|these|this|everything|all)$/.test(words[0]!.folded) &&
  COPULAS.has(words[1]?.folded ?? '');
