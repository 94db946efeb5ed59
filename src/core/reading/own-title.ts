// Which title set apart in a review is the show's own, where nobody said what the review is about: one that is spoken of
// as the subject ("X" is, "X" follows, I watched "X"), early or more than once. A doubt makes none.
import { folded } from './fact-draft.ts';
import { perSheet, type Reader, type Sheet } from './sheet.ts';
import { type TitleMark, titlesOf } from './titles.ts';

type Votes = { readonly mark: TitleMark; points: number; isSubject: boolean };
const ENOUGH = 4;
const FIRST_SENTENCES = 2;

const SUBJECT_OF =
  /^(?:is|was|isn't|wasn't|has|had|follows|tells|stars|starring|features|opens|begins|deserves|delivers|succeeds|fails|comes|came|makes|made|takes|took|may|might|remains|does|did|doesn't|seems|feels|starts|started|concerns|centers|proves|works|could|should|will|can|manages|gives|gets|contains|never|looks|turns|tries|really)$/;
const WATCHED =
  /^(?:saw|watched|seen|watching|rented|titled|called|entitled|seeing|review|viewed|of|about|loved|enjoyed|hated)$/;
const OF_IT =
  /^(?:premise|plot|story|rest|version|end|ending|subject|beginning|fan|title|name|called|titled)$/;
const OTHER =
  /^(?:like|than|as|from|reminiscent|unlike|to|in|also|and|or|other|similar|with|his|her|their|director|star|stars|writer|maker)$/;

/** The show's own title as the text has it; undefined where `about` is given, or where no title stands out. */
export const ownTitleOf = (sheet: Sheet, reader: Reader): TitleMark | undefined =>
  sheet.about === undefined ? guessed(sheet, reader).title : undefined;

const guessed = perSheet((sheet, reader) => ({ title: guessTitle(sheet, reader) }));

function guessTitle(sheet: Sheet, reader: Reader): TitleMark | undefined {
  const votes = new Map<string, Votes>();
  for (const mark of titlesOf(sheet, reader)) {
    const key = mark.text.toLowerCase();
    const vote = votes.get(key) ?? { mark, points: 0, isSubject: false };
    votes.set(key, vote);
    const { sentence } = sheet.words[mark.from]!;
    const isEarly = sentence < FIRST_SENTENCES || sentence === sheet.sentences.length - 1;
    const isOther = OTHER.test(folded(sheet, mark.from - 1));
    // A work known by name is more often one that the review compares with.
    const isSubject = !isOther && mark.sign !== 'known' && isSpokenOf(sheet, mark);
    if (isSubject) vote.isSubject = true;
    vote.points += 1 + (isSubject ? 2 : 0) + (isEarly && !isOther ? 1 : 0) - (isOther ? 1 : 0);
  }
  const [best, second] = [...votes.values()].sort((a, b) => b.points - a.points);
  if (best === undefined || !best.isSubject || best.points < ENOUGH) return undefined;
  return second?.isSubject && second.points === best.points ? undefined : best.mark;
}

function isSpokenOf(sheet: Sheet, { from, to }: TitleMark): boolean {
  const next = sheet.words[to];
  const isBefore =
    next !== undefined && next.sentence === sheet.words[from]!.sentence && SUBJECT_OF.test(next.folded);
  const [one, two] = [folded(sheet, from - 1), folded(sheet, from - 2)];
  return isBefore || (one === 'of' || one === 'about' ? OF_IT.test(two) : WATCHED.test(one));
}
