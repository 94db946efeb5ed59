// The fact `genre`: what a review calls this show ("a sweet office romcom", "one of the best heist movies"). A genre that
// was expected, denied, or said of other shows or of a scene is none.
import { cueList } from './cue-lists.ts';
import { type Match, parseRows } from './cues.ts';
import { factDraft, folded } from './fact-draft.ts';
import type { Draft } from './finding.ts';
import { scopeOf } from './scope.ts';
import type { Reader, Rule, Sheet } from './sheet.ts';
import { titlesOf } from './titles.ts';

/** `isWhole`: a genre by itself ("a thriller"); else one before a noun ("a heist movie"). */
type Genre = { readonly name: string; readonly isWhole: boolean };
const genreCues = cueList<Genre>(({ cues }) =>
  parseRows(cues.genres ?? '').flatMap(({ cells: [sort, ...names] }) =>
    names.map((said) => {
      const [cue = '', name = cue] = said.split('=');
      return [cue, { name, isWhole: sort === 'whole' }] as const;
    }),
  ),
);

type Reach = { readonly from: number; readonly to: number };
const MOST = 5;

export const genreRule: Rule = {
  name: 'fact-genre',
  find: (sheet, reader) => {
    const matches = genreCues.of(sheet, reader);
    if (matches.length === 0) return [];
    const taken = titledWords(sheet, reader);
    const isGenre = new Uint8Array(sheet.words.length);
    for (const match of matches) isGenre.fill(1, match.from, match.to);
    const found = new Map<string, Draft>();
    for (const match of matches) {
      if (taken.has(match.from) || found.size >= MOST) continue;
      const genre = match.values.find(({ isWhole }) => isWhole) ?? match.values[0]!;
      const reach = genreReach({ sheet, reader, isGenre }, match, genre);
      if (reach === undefined) continue;
      const name = nameOf(genre.name);
      if (!found.has(name))
        found.set(
          name,
          factDraft(sheet, 'fact-genre', { field: 'genre', value: name, ...reach, confidence: 0.7 }),
        );
    }
    return [...found.values()];
  },
};

/** "one of the best rom coms" names one; "a zombie film" is of the genre zombie. */
function nameOf(genre: string): string {
  const one = genre
    .replace(/(com|movie|film|flick|thriller|drama|romance|western|musical|documentary)s$/, '$1')
    .replace(/comedies$/, 'comedy')
    .replace(/documentaries$/, 'documentary');
  return one.replace(/\b(?:film|movie|flick)$/, '').trim() || one;
}

const titledWords = (sheet: Sheet, reader: Reader): ReadonlySet<number> => {
  const at = new Set<number>();
  for (const title of titlesOf(sheet, reader))
    if (!title.isWeak && title.to - title.from > 1) for (let i = title.from; i < title.to; i++) at.add(i);
  for (let i = sheet.isTitle.indexOf(1); i >= 0; i = sheet.isTitle.indexOf(1, i + 1)) at.add(i);
  return at;
};

type Place = { readonly sheet: Sheet; readonly reader: Reader; readonly isGenre: Uint8Array };

/** The words that say it, when they say it of this show. */
function genreReach(place: Place, match: Match<Genre>, { isWhole }: Genre): Reach | undefined {
  const { sheet, reader } = place;
  // "Western shows" come from the West.
  if (sheet.words[match.from]!.form === 'Western') return undefined;
  const reach = { from: match.from, to: match.to };
  const isMixed = isAmongGenres(place, match) || isLiked(sheet, match);
  const noun = nounBehind(place, match.to);
  const isAlone = isWhole && !/^(?:science fiction|sci fi|noir|slice of life)$/.test(textOf(sheet, match));
  if (noun !== undefined) reach.to = noun + 1;
  else if (!isAlone && !isMixed && !endsClause(sheet, match)) return undefined;
  if (isOfPart(sheet, reach.to)) return undefined;
  const scope = scopeOf(sheet, match, reader);
  const isMoreThan = /^(?:just|only|simply|merely)$/.test(folded(sheet, match.from - 2));
  if (scope.dropped !== undefined || (scope.polarity === -1 && !isMoreThan)) return undefined;
  if (isLiked(sheet, match)) return reach;
  if (isWished(sheet, match.from)) return undefined;
  if (isMixed) return reach;
  const isMany = isPlural(folded(sheet, reach.to - 1));
  const isFirst = sheet.words[match.from]!.gap === '.';
  if (isMany) return isPickedOut(sheet, reach) || (isFirst && isWhole) ? reach : undefined;
  if (folded(sheet, match.from - 1) === 'live') return undefined;
  return isPickedOut(sheet, reach) || isCalled(sheet, match) || isBare(sheet, match.from, isWhole)
    ? reach
    : undefined;
}

const textOf = (sheet: Sheet, { from, to }: Reach): string =>
  sheet.words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');

const NOUN =
  /^(?:shows?|series|dramas?|kdramas?|sitcom|miniseries|webdrama|anime|serial|telenovela|dorama|films?|movies?|flicks?|pic|picture|documentary|thrillers?|comedy|comedies|western|giallo|horror|musical|melodrama|classics?|production|cinema|romance|sageuk|romcom|epic|saga|feature|fare|spoof|parody|story|tale)$/;
const ADJECTIVE =
  /^(?:and|or|k|tv|television|web|korean|japanese|chinese|american|british|french|italian|german|spanish|indian|thai|based|themed|style|short|feature|live|animated|original|mini|school|love|b|art|independent|indie|hollywood|type|kind|of)$/;

/** The noun that a list of genres leads to: "mystery and suspense Korean drama". At most four words on. */
function nounBehind({ sheet, isGenre }: Place, from: number): number | undefined {
  const { sentence } = sheet.words[from - 1]!;
  for (let at = from; at < Math.min(from + 5, sheet.words.length); at++) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence || word.gap === ';') return undefined;
    if (word.gap === ',' && !/\//.test(sheet.text.slice(word.start - 2, word.start))) return undefined;
    if (NOUN.test(word.folded)) {
      const isTold = /^(?:story|tale)$/.test(word.folded);
      return isTold && at > from ? undefined : at;
    }
    if (isGenre[at] !== 1 && !ADJECTIVE.test(word.folded)) return undefined;
  }
  return undefined;
}

/** "a super sweet romance.": a genre that no word of its clause follows. */
function endsClause(sheet: Sheet, { from, to }: Reach): boolean {
  if (
    !/^(?:romance|comedy|horror|fantasy|adventure|western|musical|science fiction|sci fi|noir|slice of life)$/.test(
      textOf(sheet, { from, to }),
    )
  )
    return false;
  const next = sheet.words[to];
  const isLast = next === undefined || next.sentence !== sheet.words[from]!.sentence;
  return (
    isLast ||
    /^[,;.]$/.test(next.gap) ||
    /^(?:that|which|with|set|about|but|starring|done|where|when|ever|i've|between)$/.test(next.folded)
  );
}

const PART =
  /^(?:esque|style|vibes?|feel|bits|y|scores?|numbers?|sequences?|background|fans?|buffs?|lovers?|genres?|aspects?|elements?|parts?|scenes?|relief|side|plots?|subplots?|storylines?|cliches?|tropes?|territory|moments?|line|lines|apocalypse|apocolypse|writer|writers|actor|actress|director|section|category|timing|routines?|central|standards?|type|convention|conventions)$/;
/** "a romance subplot", "horror fans": said of a part, or of somebody. */
const isOfPart = (sheet: Sheet, to: number): boolean => {
  const next = sheet.words[to];
  if (next === undefined || /^[.,;]$/.test(next.gap)) return false;
  const isGenreFan = next.folded === 'genre' && /^(?:fans?|buffs?|lovers?)$/.test(folded(sheet, to + 1));
  return PART.test(next.folded) && !isGenreFan;
};

const isPlural = (word: string): boolean =>
  /s$/.test(word) && !/^(?:series|miniseries|kids|sports|martial arts|suspense)$/.test(word);

/** "I was expecting a …", "could have been a …", "if you like …", "other …": said of something that this is not. */
function isWished(sheet: Sheet, from: number): boolean {
  const { sentence } = sheet.words[from]!;
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence || sheet.words[at + 1]!.gap === ';') return false;
    if (/^(?:but|because)$/.test(word.folded)) return false;
    if (
      /^(?:expect|expected|expecting|impression|hoped|hoping|wish|wished|wanted|assume|assumed|classified|categorised|categorized|labelled|labeled|marketed|advertised|billed|supposed|pretends|could|would|should|instead|rather|than|unlike|other|another|many|most|every|usual|fan|fans|from|prefer|preferred|called|without|want|wants)$/.test(
        word.folded,
      ) &&
      !(word.folded === 'another' && folded(sheet, at - 1) !== 'is') &&
      !(word.folded === 'than' && /^(?:more|just)$/.test(folded(sheet, at + 1))) &&
      !(
        /^(?:could|would|should)$/.test(word.folded) &&
        /^(?:recommend|say|call|describe)$/.test(folded(sheet, at + 1))
      ) &&
      !(word.folded === 'most' && folded(sheet, at - 1) === 'the') &&
      !(word.folded === 'many' && folded(sheet, at + 1) === 'a')
    )
      return true;
    if (word.folded === 'like' && !/^(?:feel|feels|felt|i|really)$/.test(folded(sheet, at - 1))) return true;
    if (word.folded === 'if') return true;
  }
  return false;
}

/** "one of the best heist movies", "my favourite rom coms", "the greatest of all westerns". */
function isPickedOut(sheet: Sheet, { from, to }: Reach): boolean {
  const { sentence } = sheet.words[from]!;
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence || /^[,;]$/.test(sheet.words[at + 1]!.gap)) return false;
    if (
      /^(?:best|favorite|favourite|fave|greatest|finest|worst|funniest|scariest|sweetest|cutest|darkest|weirdest)$/.test(
        word.folded,
      )
    )
      return true;
    if (
      word.folded === 'great' &&
      /^(?:of|the)$/.test(folded(sheet, at - 1)) &&
      isPlural(folded(sheet, to - 1))
    )
      return true;
    if (
      word.folded === 'of' &&
      /^(?:one|kind|sort|piece|type|example)$/.test(folded(sheet, at - 1)) &&
      folded(sheet, at + 1) !== 'the'
    )
      return true;
  }
  return false;
}

const ADVERB =
  /^(?:not|just|only|simply|merely|still|also|essentially|basically|really|overall|truly|clearly|definitely|quite|actually|mostly|mainly|primarily|pretty|surely|probably|certainly|such|more|less|kind|sort|of|as|very|all|in|time|it|rather|first|foremost|and|been|itself)$/;
const SAYS =
  /^(?:is|was|'s|it's|its|that's|isn't|are|be|been|has|becomes|became|become|makes|made|make|into|this|remains|feels|seems|constitutes|delivers|delivered|watched|saw|enjoyed|loved|love|with|for|by|find|found|one|as|get|got|called|offers|offered|crafted|created|write|wrote|had)$/;

/** "this is a …", "quite clearly a …", "a …" at the beginning of its clause, "this …". */
function isCalled(sheet: Sheet, reach: Reach): boolean {
  const { from } = reach;
  const { sentence } = sheet.words[from]!;
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence) return false;
    if (word.folded === 'to' && /^(?:watch|follow|love|like)$/.test(folded(sheet, at + 1))) continue;
    if (/^(?:this|your|another)$/.test(word.folded)) return true;
    if (word.folded === 'the') return isTheShow(sheet, at, reach);
    if (/^an?$/.test(word.folded)) {
      if (/^[.,;]$/.test(word.gap)) return true;
      let before = at - 1;
      while (before >= 0 && at - before < 4 && ADVERB.test(folded(sheet, before))) {
        if (/^[.,;]$/.test(sheet.words[before]!.gap)) return true;
        before--;
      }
      return (
        SAYS.test(folded(sheet, before)) || folded(sheet, at - 1) === 'as' || sheet.isTitle[before] === 1
      );
    }
    if (
      /^(?:in|to|on|about|by|at|his|her|their|my|some|much|more|no|any|i|you|he|she|they|had|has|were)$/.test(
        word.folded,
      )
    )
      return false;
  }
  return false;
}

/** "is the thriller", "the documentary shows", "updating the gangster saga": not "with the comedy", and no half genre. */
function isTheShow(sheet: Sheet, at: number, { from, to }: Reach): boolean {
  const before = folded(sheet, at - 1);
  if (/^(?:is|was)$/.test(before)) return true;
  if (/^(?:with|of|from|about|all|by|in|and|to|on|for|like|as|at|than|some)$/.test(before)) return false;
  if (to - from > 1) return true;
  return (
    from - at === 1 &&
    /^(?:documentary|sitcom|anime|musical|thriller|mockumentary|romcom|western)$/.test(folded(sheet, from))
  );
}

const VERBS =
  /^(?:i|it|is|was|are|were|had|has|have|in|of|to|with|for|the|but|as|if|love|like|liked|loved|not|no|you|he|she|they|on|at|by|from|more|than|some|all|my|his|her|what|when|how|why|too|enough|less|lots?|bit|live)$/;

/** "Super cute, fairly uncomplicated romcom.": a sentence with no verb before it. */
function isBare(sheet: Sheet, from: number, isWhole: boolean): boolean {
  const { words } = sheet.sentences[sheet.words[from]!.sentence]!;
  const first = words[0]!.index;
  if (from - first > 6 || (from === first && !isWhole)) return false;
  if (sheet.words.slice(first, from).some((word) => VERBS.test(word.folded) || word.gap === ';'))
    return false;
  // "Cute romance, good leads" praises a part; "Slow and sweet romance." names the whole.
  const next = sheet.words[from + 1];
  return isWhole || next?.gap !== ',';
}

/** "If you like old school action, this is the movie": what they like is what this is. */
function isLiked(sheet: Sheet, { from, to }: Reach): boolean {
  const { words } = sheet.sentences[sheet.words[from]!.sentence]!;
  const first = words[0]!.index;
  const said = words.map((word) => word.folded).join(' ');
  if (
    !/\bif you(?: really|'re| are)? (?:like|love|enjoy|want|into|looking for|in the mood for|a fan of|fans of)\b/.test(
      said,
    )
  )
    return false;
  const isAfter = sheet.words
    .slice(to, first + words.length)
    .some((word) => /^(?:this|it|here)$/.test(word.folded));
  const isBefore = sheet.words.slice(Math.max(first, from - 8), from).some((word) => word.folded === 'if');
  return isBefore && isAfter;
}

/** "a mix of science fiction and fantasy", "part romance, part thriller": genres by name alone, two of them. */
function isAmongGenres({ sheet, isGenre }: Place, match: Match<unknown>): boolean {
  const { sentence } = sheet.words[match.from]!;
  for (let at = match.from - 1; at >= Math.max(0, match.from - 6); at--) {
    const word = sheet.words[at]!;
    if (word.sentence !== sentence) return false;
    if (word.folded === 'part' && at === match.from - 1)
      return folded(sheet, match.to) === 'part' || [2, 3].some((back) => folded(sheet, at - back) === 'part');
    if (!/^(?:mix|mixture|blend|combination|combo|mashup|hybrid)$/.test(word.folded)) continue;
    if (!/^(?:of|between)$/.test(folded(sheet, at + 1))) return false;
    for (let i = at + 2; i < Math.min(at + 11, sheet.words.length); i++)
      if (isGenre[i] === 1 && (i < match.from || i >= match.to) && sheet.words[i]!.sentence === sentence)
        return true;
    return false;
  }
  return false;
}
