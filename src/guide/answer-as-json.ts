// An answer as other programs rely on it, on the command line and over HTTP; and a wish in a few English words.
import type { Question, Wish } from '../core/asking/question.ts';
import type { Pick } from '../core/finding/pick.ts';

/** What other programs rely on. */
export const answerAsJson = (question: Question, picks: readonly Pick[]) => ({
  understood: question.wishes.map(({ from, ...wish }) => ({ ...wish, words: wordsAt(question, from) })),
  notUnderstood: question.notUnderstood.map((span) => wordsAt(question, span)),
  picks: picks.map(({ showId, title, score, reasons }) => ({
    id: showId,
    title,
    score,
    reasons: reasons.map(({ wish, met, evidence, fact }) => ({
      wish: describeWish(wish),
      met,
      ...(evidence === undefined ? {} : { quote: evidence.quote, review: evidence.reviewId }),
      ...(fact === undefined ? {} : { fact }),
    })),
  })),
});

export const wordsAt = ({ words }: Question, { start, end }: { start: number; end: number }): string =>
  words.slice(start, end);

const plain = (term: string): string => term.replaceAll('-', ' ');

export function describeWish(wish: Wish): string {
  const what = subjectOf(wish);
  if (wish.wants) return what;
  return wish.kind === 'feel' && wish.degree === -1 ? `not too ${what}` : `no ${what}`;
}

function subjectOf(wish: Wish): string {
  switch (wish.kind) {
    case 'feel':
      if (wish.wants && wish.degree === 0) return `${plain(wish.term)} is fine`;
      return wish.wants && wish.degree === 2 ? `very ${plain(wish.term)}` : plain(wish.term);
    case 'theme':
    case 'occasion':
      return plain(wish.term);
    case 'aspect':
      return `good ${plain(wish.aspect)}`;
    case 'relation':
      return plain(wish.relation);
    case 'fact':
      return `${plain(wish.field)} ${wish.value}`;
    case 'range':
      return [
        plain(wish.field),
        wish.least !== undefined && `from ${wish.least}`,
        wish.most !== undefined && `to ${wish.most}`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'person':
      return `with ${wish.name}`;
    case 'title':
      return `"${wish.name}"`;
    case 'like':
      return `like "${wish.name}"`;
    case 'words':
      return `"${wish.text}"`;
  }
}
