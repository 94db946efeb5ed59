// Shows, reviews and entries for the store's tests: the plain ones of the examples and the arbitrary ones of the laws.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Review, ReviewId } from '../../src/core/review.ts';
import type { CreditedId, Show, ShowId } from '../../src/core/show.ts';
import { type DiaryEntry, type PersonId, WATCH_STATES, type WatchEntry } from '../../src/core/watching.ts';
import { LOCAL_PERSON } from '../../src/store/persons.ts';

export const showId = (id: string): ShowId => id as ShowId;
export const reviewId = (id: string): ReviewId => id as ReviewId;

export const makeShow = (id: string, known: Partial<Show> = {}): Show => ({
  id: showId(id),
  kind: 'series',
  title: `Title of ${id}`,
  names: [{ text: `Title of ${id}`, kind: 'title' }],
  countries: [],
  genres: [],
  networks: [],
  platforms: [],
  credits: [],
  outsideIds: [],
  source: 'person',
  ...known,
});

export const makeReview = (id: string, of: string, known: Partial<Review> = {}): Review => ({
  id: reviewId(id),
  showId: showId(of),
  text: `What ${id} says.`,
  isSample: false,
  ...known,
});

export const makeWatch = (of: string, known: Partial<WatchEntry> = {}): WatchEntry => ({
  personId: LOCAL_PERSON,
  showId: showId(of),
  state: 'planned',
  rewatches: 0,
  changedAt: '2024-05-01T10:00:00.000Z',
  ...known,
});

export const makeDiaryEntry = (id: string, of: string, known: Partial<DiaryEntry> = {}): DiaryEntry => ({
  id,
  personId: LOCAL_PERSON,
  showId: showId(of),
  watchedOn: '2024-05-01',
  isRewatch: false,
  ...known,
});

/** Any string of JavaScript: every plane, NUL, halves of surrogate pairs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '런 온', '\u0000', '\ud800', "'; drop table shows; --", '[]', 'null', '\\u0000'),
);
const anyWhole = fc.maxSafeInteger();
const anyList = fc.array(anyText, { maxLength: 4 });
const optional: { requiredKeys: [] } = { requiredKeys: [] };

const anyName = fc
  .record({
    text: anyText,
    kind: fc.constantFrom('title' as const, 'native' as const, 'alternative' as const),
  })
  .chain((fixed) =>
    fc
      .record({ script: anyText, language: anyText, source: anyText }, optional)
      .map((more) => ({ ...fixed, ...more })),
  );
const anyCredit = fc
  .record({ name: anyText, role: fc.constantFrom('actor' as const, 'director' as const, 'other' as const) })
  .chain((fixed) =>
    fc
      .record(
        { character: anyText, personId: fc.constantFrom('p1' as CreditedId, 'p2' as CreditedId) },
        optional,
      )
      .map((more) => ({ ...fixed, ...more })),
  );

export const anyShow: fc.Arbitrary<Show> = fc
  .record({
    title: anyText,
    kind: fc.constantFrom('series' as const, 'film' as const),
    names: fc.array(anyName, { maxLength: 4 }),
    countries: anyList,
    genres: anyList,
    networks: anyList,
    platforms: anyList,
    credits: fc.array(anyCredit, { maxLength: 6 }),
    outsideIds: fc.array(fc.record({ service: anyText, value: anyText }), { maxLength: 3 }),
    source: anyText,
  })
  .chain((fixed) =>
    fc
      .record(
        {
          year: anyWhole,
          firstAired: anyText,
          lastAired: anyText,
          seasons: anyWhole,
          episodes: anyWhole,
          minutes: anyWhole,
          ageRating: anyText,
        },
        optional,
      )
      .map((more) => ({ id: showId(randomUUID()), ...fixed, ...more })),
  );

/** -0 comes back as 0 from SQLite, and no rating is either. */
const anyAmount = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

export const anyReview = (of: ShowId): fc.Arbitrary<Review> =>
  fc.record({ text: anyText, isSample: fc.boolean() }).chain((fixed) =>
    fc
      .record(
        {
          title: anyText,
          writer: anyText,
          language: anyText,
          publication: anyText,
          source: anyText,
          sourceId: anyText,
          publishedOn: anyText,
          rating: fc.record({ value: anyAmount, outOf: anyAmount }),
        },
        optional,
      )
      .map((more) => ({ id: reviewId(randomUUID()), showId: of, ...fixed, ...more })),
  );

export const anyWatch = (personId: PersonId, of: ShowId): fc.Arbitrary<WatchEntry> =>
  fc
    .record({
      state: fc.constantFrom(...WATCH_STATES),
      rewatches: fc.nat(),
      changedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    })
    .chain((fixed) =>
      fc
        .record(
          {
            season: anyWhole,
            episode: anyWhole,
            numbering: anyText,
            isLiked: fc.boolean(),
            rating: fc.integer({ min: 1, max: 10 }).map((halves) => halves / 2),
            startedOn: anyText,
            finishedOn: anyText,
            note: anyText,
          },
          optional,
        )
        .map((more) => ({ personId, showId: of, ...fixed, ...more })),
    );
