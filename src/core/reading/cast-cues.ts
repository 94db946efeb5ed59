// What the words around a name say of it: that it acts, directs or writes, that it plays whom, or that it lives in the
// story. Each cue is a vote for the figure; nothing is decided here.
import { CREDIT_ROLES, type CreditRole } from '../show.ts';
import { isElsewhere } from './cast-elsewhere.ts';
import { genderAround, usualGender } from './cast-gender.ts';
import { type FoundPart, findParts } from './cast-parts.ts';
import { createMatcher, type Matcher, matchAt, parseRows } from './cues.ts';
import { isOccupationBefore } from './descriptions.ts';
import { type NameLore, nameLore } from './name-lore.ts';
import type { Mention } from './proper-names.ts';
import { perReader, type Reader, type ReaderData, type Sheet } from './sheet.ts';
import { isCapital, marksAfter, titlesOf } from './titles.ts';

export type Votes = {
  person: number;
  character: number;
  outside: number;
  male: number;
  female: number;
  readonly roles: Map<CreditRole, number>;
};

/** A line of cast-cues.tsv: what the words just `before` or `after` a name (or its 's) vote for. */
type Cue = { readonly side: 'before' | 'after' | 'own'; readonly says: string; readonly weight: number };

const castCues = perReader(({ cues }: ReaderData) => {
  const rows = parseRows(cues['cast-cues'] ?? '').map(({ cells: [side, says, weight, ...phrases] }) => ({
    cue: { side: side as Cue['side'], says: says!, weight: Number(weight) },
    phrases,
  }));
  const matcher = (side: Cue['side']): Matcher<Cue> =>
    createMatcher(
      rows
        .filter(({ cue }) => cue.side === side)
        .flatMap(({ cue, phrases }) => phrases.map((phrase) => [phrase, cue] as const)),
    );
  return { before: matcher('before'), after: matcher('after'), own: matcher('own') };
});

const LONGEST_CUE = 6;
const QUOTED = /^(?:wrote|said|says|put|puts|noted|remarked|observed|pointed|points)$/;
const AN_AUTHORITY: Cue = { side: 'own', says: 'outside', weight: 6 };
/** "Tony, a refugee who …": said of those who live in the story more often than of players. */
const APPOSITION: Cue = { side: 'own', says: 'character', weight: 2 };
/** "the Voorhees": a kind or a thing, or somebody of another work. */
const OF_A_KIND: Cue = { side: 'own', says: 'outside', weight: 1.5 };
/** "an agent (Jane Doe) follows", "the aunt (Doe)": who plays. */
const IN_BRACKETS: Cue = { side: 'own', says: 'actor', weight: 4 };
/** "from Hogwarts", "on East Hampton". */
const SOMEWHERE: Cue = { side: 'own', says: 'outside', weight: 5 };
const MADE_IT: Cue = { side: 'own', says: 'director', weight: 4 };
const MADE_ANOTHER: Cue = { side: 'own', says: 'outside', weight: 4 };
/** "Tony was running from the police". */
const DOING: Cue = { side: 'own', says: 'character', weight: 2 };
const ROLES: ReadonlySet<string> = new Set(CREDIT_ROLES);

const ROLE_WORDS: readonly (readonly [string, CreditRole])[] = [
  ['direct', 'director'],
  ['writ', 'writer'],
  ['screenwr', 'writer'],
  ['produc', 'producer'],
  ['compos', 'composer'],
  ['creat', 'creator'],
];

export function collectVotes(
  sheet: Sheet,
  reader: Reader,
  {
    mentions,
    figureOf,
  }: { readonly mentions: readonly Mention[]; readonly figureOf: ReadonlyMap<Mention, number> },
): { readonly votes: readonly Votes[]; readonly parts: readonly FoundPart[] } {
  const lore = nameLore(reader);
  const votes: Votes[] = Array.from({ length: new Set(figureOf.values()).size }, () => ({
    person: 0,
    character: 0,
    outside: 0,
    male: 0,
    female: 0,
    roles: new Map(),
  }));
  const of = (mention: Mention) => votes[figureOf.get(mention)!]!;
  const said = new Map<Mention, readonly Cue[]>();
  const fullest = new Map<number, Mention>();
  for (const mention of mentions) {
    const best = fullest.get(figureOf.get(mention)!);
    if (best === undefined || mention.parts.length > best.parts.length)
      fullest.set(figureOf.get(mention)!, mention);
  }
  const named = new Uint8Array(sheet.words.length + 1);
  for (const mention of mentions) named[mention.from] = 1;
  mentions.forEach((mention, at) => {
    const vote = of(mention);
    const isFullest = fullest.get(figureOf.get(mention)!) === mention;
    const cues = cuesAround(sheet, reader, mention);
    // What is said before the first of a list holds for all of it: "starring A, B and C".
    // The name before it, or before a bracket: "starring A ('B') and C".
    const last = [mentions[at - 1], mentions[at - 2]].find(
      (one) => one !== undefined && isListed(sheet, one, mention),
    );
    const isOfTwo = last !== undefined;
    const inherited = isOfTwo
      ? (said.get(last) ?? []).filter(
          (cue) => (cue.side === 'before' || cue.weight >= 3) && !isOwn(cues, cue) && !isAs(cue),
        )
      : [];
    const own = [...cues, ...inherited];
    said.set(mention, own);
    for (const cue of [...own, ...goneOn(sheet, reader, mention)])
      cast(vote, isFullest ? weighed(cue, mention) : cue);
    if (isFullest) addShape(vote, mention, lore);
    else if (!lore.surnames.has(mention.parts.at(-1)!) && mention.shape !== 'full') vote.character += 0.5;
    else if (mention.shape === 'surname') vote.person += 0.5;
    const section = sheet.sentences[sheet.words[mention.from]!.sentence]!.section;
    if (/synopsis|plot|summary/.test(section)) vote.character += 2;
    if (/perform|acting|cast|actors/.test(section)) vote.person += 1;
    const gender = isOfTwo ? undefined : genderAround(sheet, mention, named);
    if (gender !== undefined) vote[gender] += 1;
    const usual = isFullest ? usualGender(mention, lore) : undefined;
    if (usual !== undefined) vote[usual] += mention.shape === 'korean' ? 0.9 : 1.5;
  });
  // And what is said behind the last of a list holds for those before it: "Douglas and Basinger look bored".
  for (let at = mentions.length - 2; at >= 0; at--) {
    const next = mentions[at + 1]!;
    if (!isListed(sheet, mentions[at]!, next)) continue;
    const passed = said
      .get(next)!
      .filter((cue) => cue.side === 'after' && cue.weight >= 2 && !said.get(mentions[at]!)!.includes(cue));
    for (const cue of passed) cast(of(mentions[at]!), cue);
    said.set(mentions[at]!, [...said.get(mentions[at]!)!, ...passed]);
  }
  const parts = findParts(sheet, { mentions, of, figureOf });
  for (const { person, character } of parts) {
    votes[person]!.person += 5;
    votes[character]!.character += 5;
    votes[person]!.roles.set('actor', (votes[person]!.roles.get('actor') ?? 0) + 5);
    const { male, female } = votes[character]!;
    votes[person]!.male += male;
    votes[person]!.female += female;
  }
  return { votes, parts };
}

/**
 * Of one with a first name alone "was just right" and "Momma's character" tell no player; a player's surname may stand
 * for the part ("Douglas decides to run").
 */
function weighed(cue: Cue, { shape, honorific }: Mention): Cue {
  if (shape === 'given' && cue.says === 'actor' && cue.weight <= 3) return { ...cue, weight: 1.5 };
  if (shape === 'surname' && honorific === undefined && cue.side === 'after' && cue.weight <= 2)
    return { ...cue, weight: 0 };
  return cue;
}

/** "A as B, C as D": what stands behind "as" is said of one alone. */
const isAs = (cue: Cue): boolean => cue.side === 'before' && cue.says === 'character' && cue.weight <= 3;

/** "the score by A and B's direction": who has a role of his own does not share that of another. */
const isOwn = (cues: readonly Cue[], { says }: Cue): boolean =>
  ROLES.has(says) && cues.some((cue) => ROLES.has(cue.says) && cue.says !== says && cue.weight >= 5);

/** "Stone plays on. He acts so wooden …": the next sentence goes on with its subject. */
function goneOn(sheet: Sheet, reader: Reader, mention: Mention): readonly Cue[] {
  const { sentence, gap } = sheet.words[mention.from]!;
  const next = sheet.sentences[sentence + 1]?.words[0];
  if (gap !== '.' || next === undefined || !/^(?:he|she)$/.test(next.folded)) return [];
  if (next.index + 1 >= sheet.words.length) return [];
  const told = matchAt(castCues(reader).after, sheet.words, next.index + 1);
  return told?.values.filter((cue) => cue.says === 'actor' && cue.weight >= 5) ?? [];
}

function cast(votes: Votes, { says, weight }: Cue): void {
  if (ROLES.has(says)) {
    votes.person += weight;
    votes.roles.set(says as CreditRole, (votes.roles.get(says as CreditRole) ?? 0) + weight);
  } else if (says === 'person' || says === 'character' || says === 'outside') votes[says] += weight;
  else if (says === 'nobody') {
    votes.outside += weight;
  }
}

/** What the form of a name says by itself: counted once for each figure. */
function addShape(votes: Votes, mention: Mention, { surnames, stageNames }: NameLore): void {
  if (stageNames.has(mention.parts.join(''))) votes.person += 3.5;
  if (mention.role !== undefined) {
    const role = ROLE_WORDS.find(([word]) => mention.role!.startsWith(word))?.[1] ?? 'actor';
    votes.person += 4;
    votes.roles.set(role, (votes.roles.get(role) ?? 0) + 4);
  }
  if (mention.honorific !== undefined)
    votes.character += /^(?:mr|mrs|ms|miss|sir|dr|lord|dame)$/.test(mention.honorific) ? 1.5 : 3;
  if (/^(?:big|little)$/.test(mention.parts[0]!)) votes.character += 3;
  if (mention.shape === 'full') votes.person += surnames.has(mention.parts.at(-1)!) ? 3 : 2;
  else if (mention.shape === 'surname' && mention.honorific === undefined) votes.person += 1.5;
  // A first name alone is a character's; "Douglas" may be a surname.
  else if (mention.shape === 'given') votes.character += surnames.has(mention.parts[0]!) ? 2 : 4;
  else if (mention.shape === 'unknown') votes.character += 0.5;
  // "Mi-joo" is hardly ever a player; "Rowoon" may be one.
  else if (mention.korean !== undefined && mention.korean.family === undefined)
    votes.character += mention.parts.length > 1 && mention.name.includes('-') ? 2.5 : 1.5;
}

/** Cues that end right before the name or begin right after it, and those on its 's. */
function cuesAround(sheet: Sheet, reader: Reader, mention: Mention): readonly Cue[] {
  const { before, after, own } = castCues(reader);
  const { words } = sheet;
  const found: Cue[] = [];
  const first = words[mention.from]!;
  let head = mention.from;
  while (
    head > 0 &&
    (mention.honorific === words[head - 1]!.folded || mention.role === words[head - 1]!.folded)
  )
    head--;
  for (let from = Math.max(0, head - LONGEST_CUE); from < head; from++) {
    if (words[from]!.sentence !== first.sentence) continue;
    const match = matchAt(before, words, from);
    if (match?.to === head) {
      found.push(...match.values);
      break;
    }
  }
  if (
    /^(?:the|these|those|every)$/.test(words[head - 1]?.folded ?? '') &&
    first.gap === ' ' &&
    mention.to - mention.from === 1
  )
    found.push(OF_A_KIND);
  const next = words[mention.to];
  if (isAlone(sheet, mention)) found.push(IN_BRACKETS);
  else if (isOccupationBefore(sheet, reader, head)) found.push(APPOSITION);
  if (isSource(sheet, head)) found.push(MADE_ANOTHER);
  // "As Robert Hale wrote": whom the writer quotes.
  if (words[head - 1]?.folded === 'as' && QUOTED.test(next?.folded ?? '')) return [AN_AUTHORITY];
  if (isElsewhere(sheet, mention, nameLore(reader))) found.push(SOMEWHERE);
  if (first.gap === ',' && isTitledAhead(sheet, reader, head)) found.push(APPOSITION);
  // "A is the wife, B is the judge": a new clause.
  if (first.gap === ',' && /^(?:is|was|plays|as)$/.test(next?.folded ?? '') && next!.gap === ' ')
    found.splice(0, found.length, ...found.filter((cue) => cue.says !== 'character'));
  if (next === undefined || next.sentence !== first.sentence) return found;
  if (next.folded === "'s" && mention.to + 1 < words.length) {
    // "Altman's Quintet" directed it, when that is this show.
    if (sheet.isTitle[mention.to + 1] === 1) found.push(MADE_IT);
    else if (beginsTitle(sheet, reader, mention.to + 1)) found.push(MADE_ANOTHER);
  }
  if (
    next.gap === ',' &&
    ((/^(?:an?|whose)$/.test(next.folded) &&
      !/^(?:performances?|portrayal|acting|role)$/.test(words[mention.to + 1]?.folded ?? '')) ||
      isKinBehind(sheet, mention.to))
  )
    found.push(APPOSITION);
  if (next.folded === "'s" || (next.gap === ' ' && /^['’]/.test(marksAfter(sheet, mention.to - 1)))) {
    const from = next.folded === "'s" ? mention.to + 1 : mention.to;
    for (let at = from; at < Math.min(from + 3, words.length); at++) {
      const match = matchAt(own, words, at);
      if (match !== undefined) {
        found.push(...match.values);
        break;
      }
      if (words[at]!.gap === ',' || words[at]!.gap === ';') break;
    }
    return found;
  }
  const tail = behindBracket(sheet, mention);
  if (tail !== undefined) {
    // "A (가나다) is a rich heir"
    const told = matchAt(after, words, tail) ?? matchAt(after, words, Math.min(tail + 1, words.length - 1));
    if (told !== undefined) found.push(...told.values);
    return found;
  }
  if (next.gap === ';' && !/^[)\]》"”]/.test(marksAfter(sheet, mention.to - 1))) return found;
  if (/^(?:is|was|are|were|keeps|kept)$/.test(next.folded) && isDoing(words[mention.to + 1]?.folded ?? ''))
    found.push(DOING);
  // "Perkins in Psycho" is in another work, unless that is this one.
  if (
    next.folded === 'in' &&
    sheet.isTitle[mention.to + 1] !== 1 &&
    beginsTitle(sheet, reader, mention.to + 1)
  )
    found.push(MADE_ANOTHER);
  const match = matchAt(after, words, mention.to);
  if (match !== undefined) found.push(...match.values);
  else if (
    /^(?:is|was|are|were|looks?|does|did|has|had|simply|just|also|really|always|who|both)$/.test(next.folded)
  ) {
    for (let at = mention.to + 1; at <= mention.to + 3 && at < words.length; at++) {
      if (words[at]!.sentence !== first.sentence) break;
      const later = matchAt(after, words, at);
      if (later !== undefined) {
        found.push(...later.values);
        break;
      }
    }
  }
  return found;
}

/** "the novel 《…》 (1989) by A": who wrote what the show is made from. */
const isSource = (sheet: Sheet, head: number): boolean =>
  sheet.words[head - 1]?.folded === 'by' &&
  sheet.words
    .slice(Math.max(0, head - 12), head - 1)
    .some(
      ({ folded, sentence }) =>
        sentence === sheet.words[head]!.sentence &&
        /^(?:novel|novels|novella|book|webtoon|manga|manhwa|comic|memoir|poem|bestseller)$/.test(folded),
    ) &&
  !/^(?:directed|written|played|produced|scripted|composed)$/.test(sheet.words[head - 2]?.folded ?? '');

/** All that stands in brackets behind a word in lower case: "an agent (Jane Doe)". */
const isAlone = (sheet: Sheet, mention: Mention): boolean =>
  (mention.shape === 'full' || mention.shape === 'surname' || mention.korean?.family !== undefined) &&
  /[\p{Ll}\d"”\uac00-\ud7a3] \(["“]? ?$/u.test(
    sheet.text.slice(Math.max(0, mention.start - 4), mention.start),
  ) &&
  (!/^\p{Lu}/u.test(sheet.words[mention.from - 1]?.form ?? 'A') ||
    sheet.words[mention.from - 2]?.folded === 'the') &&
  /^["”]? ?[),]/.test(sheet.text.slice(mention.end, mention.end + 2));

/** "the best golfer in the world, A": an occupation with its article among the words before a comma. */
function isTitledAhead(sheet: Sheet, reader: Reader, head: number): boolean {
  const { sentence } = sheet.words[head]!;
  for (let at = head - 1; at >= Math.max(0, head - 8) && sheet.words[at]!.sentence === sentence; at--) {
    const { folded, gap } = sheet.words[at]!;
    if (isCapital(sheet.words[at]!) || (gap !== ' ' && at < head - 1 && !/^(?:the|a|an)$/.test(folded)))
      return false;
    if (isOccupationBefore(sheet, reader, at + 1))
      return [1, 2, 3].some((back) =>
        /^(?:the|an?|his|her|their)$/.test(sheet.words[at - back]?.folded ?? ''),
      );
  }
  return false;
}

/** The word behind brackets that open right behind a name, in its sentence. */
function behindBracket(sheet: Sheet, mention: Mention): number | undefined {
  const sentence = sheet.words[mention.from]!.sentence;
  const aside = /^ \([^()]{1,40}(?:\([^()]{1,20}\))?\)(?: \([^()]{1,40}(?:\([^()]{1,20}\))?\))? /.exec(
    sheet.text.slice(mention.end, mention.end + 110),
  )?.[0];
  if (aside === undefined) return undefined;
  for (let at = mention.to; at < Math.min(mention.to + 16, sheet.words.length); at++) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence) return undefined;
    if (word.start >= mention.end + aside.length) return at;
  }
  return undefined;
}

/** ", the hidden daughter of", ", her stepmother": only those of the story are told of so. */
const isKinBehind = (sheet: Sheet, at: number): boolean =>
  /^(?:the|his|her|their)$/.test(sheet.words[at]!.folded) &&
  sheet.words
    .slice(at + 1, at + 5)
    .some((word) =>
      /^(?:daughter|son|wife|husband|mother|father|stepmother|stepfather|sister|brother|fiance|fiancee|lover|owner|heir|heiress|boss|friend|rival|girlfriend|boyfriend|head|ceo|leader)$/.test(
        word.folded,
      ),
    );

/** Titles are in order: found by halving. */
function beginsTitle(sheet: Sheet, reader: Reader, at: number): boolean {
  const titles = titlesOf(sheet, reader);
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (titles[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return titles[low]?.from === at;
}

const isDoing = (folded: string): boolean =>
  /..ing$/.test(folded) &&
  !/^(?:nothing|something|anything|everything|amazing|boring|charming|stunning|outstanding|annoying|convincing|interesting|astonishing|astounding|engaging|appealing|captivating|compelling|menacing|touching|moving|disappointing|embarrassing|entertaining|exciting|terrifying|refreshing|intriguing|dazzling|lacking|acting|playing|surprising|unconvincing|irritating|grating|mesmerizing|riveting|chilling|phoning|performing|starring|overacting)$/.test(
    folded,
  );

/** Only a comma, "and" or "&" between two names, perhaps with a bracket behind the first. */
export function isListed(sheet: Sheet, a: Mention, b: Mention): boolean {
  if (b.start - a.end > 60) return false;
  const between = sheet.text.slice(a.end, b.start);
  return /^["”'’》*_]*(?:\s\([^()]{0,40}\))?(?:,|,? and|,? &|,? with|\/|,? or| as well as)\s["“'‘《*_]*$/.test(
    between,
  );
}
