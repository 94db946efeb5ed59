// Names in the shape of a person's that are somewhere or something: places, companies, works, kinds. Told by the words
// around them alone.
import type { NameLore } from './name-lore.ts';
import type { Mention } from './proper-names.ts';
import type { Sheet } from './sheet.ts';

export const isElsewhere = (sheet: Sheet, mention: Mention, lore: NameLore): boolean =>
  isPlace(sheet, mention) ||
  isAttribute(sheet, mention, lore) ||
  isBody(sheet, mention) ||
  isHalf(sheet, mention);

/** "an Allen-style farce", "Luke-warm": half of another word. */
const isHalf = (sheet: Sheet, mention: Mention): boolean => {
  const next = sheet.words[mention.to];
  // "Unni's Noodles"
  const owner = sheet.words[mention.from - 2];
  if (
    mention.shape === 'unknown' &&
    sheet.words[mention.from - 1]?.folded === "'s" &&
    /^\p{Lu}/u.test(owner?.form ?? '')
  )
    return true;
  return (
    next?.gap === '-' &&
    /^\p{Ll}/u.test(next.form) &&
    !/^(?:directed|penned|written|produced|scripted|starring|led|scored|helmed)$/.test(next.folded)
  );
};

const LAND =
  /^(?:nation|kingdom|city|town|village|land|country|world|island|planet|realm|empire|state|streets|people|province)$/;

/** "the nation of Dae Ho"; a word that is no name as such behind "in", "at" or "from": somewhere, as a rule. */
const isPlace = (sheet: Sheet, mention: Mention): boolean => {
  if (
    sheet.words[mention.from - 1]?.folded === 'of' &&
    LAND.test(sheet.words[mention.from - 2]?.folded ?? '')
  )
    return true;
  const isUnknown =
    (mention.shape === 'unknown' && mention.honorific === undefined) ||
    /-(?:dong|gu|ri|do|si)$/.test(mention.name);
  return (
    isUnknown &&
    sheet.words[mention.from]!.gap === ' ' &&
    /^(?:in|at|near|from|to|into|on|inside|outside|across)$/.test(
      sheet.words[mention.from - 1]?.folded ?? '',
    ) &&
    sheet.words[mention.to]?.folded !== "'s" &&
    !/^(?:performance|acting|role|part|married|engaged|interest|interested|similar|next)$/.test(
      sheet.words[mention.from - 2]?.folded ?? '',
    )
  );
};

/** "a Hogwarts student", "the Kafka estate": a word that is no name as such, before what it tells of. */
const isAttribute = (sheet: Sheet, mention: Mention, lore: NameLore): boolean =>
  (mention.shape === 'unknown' || (mention.shape === 'full' && !lore.given.has(mention.parts[0]!))) &&
  mention.honorific === undefined &&
  /^(?:an?|the)$/.test(sheet.words[mention.from - 1]?.folded ?? '') &&
  sheet.words[mention.to]?.gap === ' ' &&
  /^\p{Ll}{3,}/u.test(sheet.words[mention.to]!.form) &&
  !/^(?:who|whose|has|had|was|and|with|from|for|that|does|did|gets|goes|but|are|were|when|while|plays|played)$/.test(
    sheet.words[mention.to]!.folded,
  );

const BODY =
  /^(?:company|corporation|town|city|village|band|club|school|college|university|island|ship|network|firm|agency|group|planet|country|film|movie|magazine|newspaper|organization|organisation|hospital|restaurant|bar|hotel|restaurants?|state|province|region|brand|label|studio|team|series|sequel|novel|book|song|album|game)$/;
/** "for Digicorp, a large technological corporation", "the flick Cube": no person. */
function isBody(sheet: Sheet, mention: Mention): boolean {
  const { words } = sheet;
  const before = words[mention.from - 1];
  const { sentence, gap } = words[mention.from]!;
  if (gap === ' ' && before?.sentence === sentence && WORK.test(before.folded)) return true;
  const next = words[mention.to];
  if (next?.gap !== ',' || !/^(?:an?|the)$/.test(next.folded)) return false;
  for (let at = mention.to + 1; at < Math.min(mention.to + 6, words.length); at++) {
    if (words[at]!.sentence !== sentence || words[at]!.gap !== ' ') return false;
    if (BODY.test(words[at]!.folded))
      return words[at + 1]?.gap !== ' ' || STOPPED.test(words[at + 1]!.folded);
  }
  return false;
}
const WORK =
  /^(?:flick|film|movie|sequel|prequel|novel|book|song|album|series|planet|company|magazine|band|corporation)$/;
const STOPPED = /^(?:that|which|in|of|where|on|near|by|from|who|with|for|and|is|was|at)$/;
