// Readings and the catalogue's facts become one profile. Any order of reviews gives the same profile.
import type { Facts, Profile, ReadReview } from '../profile.ts';
import type { Stance } from '../reading/finding.ts';
import { factsOf } from './facts.ts';
import { opinionsBy } from './opinions.ts';
import { castOf, charactersOf, nameEach, relationsOf } from './people.ts';
import { quotesOf } from './quotes.ts';
import { compareText, countReviews, groupBy, saidOf } from './testimony.ts';

export function gather(given: readonly ReadReview[], facts: Facts): Profile {
  const reviews = [...given].sort((a, b) => compareText(a.reviewId, b.reviewId));
  const cast = castOf(facts, saidOf(reviews, 'person'));
  const characters = saidOf(reviews, 'character');
  const relations = saidOf(reviews, 'relation');
  const naming = nameEach([
    ...cast.flatMap((member) => member.character ?? []),
    ...characters.map((said) => said.finding.name),
    ...relations.flatMap((said) => said.finding.between),
  ]);
  return {
    showId: facts.id,
    reviewCount: reviews.length,
    facts: factsOf(facts, saidOf(reviews, 'fact')),
    cast,
    characters: charactersOf(characters, cast, naming),
    relations: relationsOf(relations, naming),
    feels: opinionsBy(
      saidOf(reviews, 'feel'),
      (said) => said.finding.term,
      (said) => said.finding.degree,
    ),
    aspects: opinionsBy(
      saidOf(reviews, 'aspect'),
      (said) => said.finding.aspect,
      (said) => said.finding.sentiment,
    ).map(({ term, ...opinion }) => ({ aspect: term, ...opinion })),
    themes: themesOf(reviews),
    references: referencesOf(reviews),
    verdict: verdictOf(reviews),
    quotes: quotesOf(reviews),
  };
}

function themesOf(reviews: readonly ReadReview[]): Profile['themes'] {
  return [...groupBy(saidOf(reviews, 'theme'), (said) => said.finding.term)]
    .map(([term, group]) => ({
      term,
      says: countReviews(group),
      evidence: group.flatMap((said) => said.evidence),
    }))
    .sort((a, b) => b.says - a.says || compareText(a.term, b.term));
}

function referencesOf(reviews: readonly ReadReview[]): Profile['references'] {
  const key = (title: string, as: string): string => `${as} ${title.normalize('NFKC').toLowerCase()}`;
  return [
    ...groupBy(saidOf(reviews, 'reference'), (said) => key(said.finding.title, said.finding.as)).values(),
  ].map((group) => ({
    title: group[0]!.finding.title,
    as: group[0]!.finding.as,
    evidence: group.flatMap((said) => said.evidence),
  }));
}

/** One stance per review: its last, for a verdict at the end outweighs one in passing. */
function verdictOf(reviews: readonly ReadReview[]): Profile['verdict'] {
  const said = saidOf(reviews, 'verdict');
  const stances: Record<Stance, number> = {
    recommends: 0,
    'recommends-with-reservations': 0,
    mixed: 0,
    'advises-against': 0,
  };
  for (const own of groupBy(said, (one) => one.review.reviewId).values())
    stances[own.at(-1)!.finding.stance]++;
  const occasions = said.flatMap((one) =>
    one.finding.occasions.map((term) => ({ term, review: one.review })),
  );
  const ratings = reviews.flatMap(
    (review) => review.rating ?? said.find((one) => one.review === review)?.finding.rating ?? [],
  );
  return {
    stances,
    occasions: [...groupBy(occasions, (one) => one.term)]
      .map(([term, group]) => ({ term, says: countReviews(group) }))
      .sort((a, b) => b.says - a.says || compareText(a.term, b.term)),
    ...(ratings.length > 0 && {
      rating: {
        mean: ratings.reduce((sum, rating) => sum + rating.value / rating.outOf, 0) / ratings.length,
        count: ratings.length,
      },
    }),
  };
}
