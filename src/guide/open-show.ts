// Everything about one show: facts, what its reviews say together, the reviews, my list, and who speaks of it.
import type { Profile, ReferenceClaim } from '../core/profile.ts';
import type { Review } from '../core/review.ts';
import type { Show, ShowId } from '../core/show.ts';
import type { DiaryEntry, WatchEntry } from '../core/watching.ts';
import { listDiary } from '../store/diaries.ts';
import { reviewsOfShow } from '../store/reviews.ts';
import { findWatch } from '../store/watches.ts';
import { getShow } from './find-show.ts';
import type { Guide } from './guide.ts';
import { type SourceWords, wordsOfSources } from './keep-sourced.ts';
import { type Progress, progressIn } from './progress.ts';
import { profileOf, referencesTo, showsNamed } from './shelf.ts';

export type OpenShow = {
  readonly show: Show;
  readonly profile: Profile;
  readonly reviews: readonly Review[];
  readonly watch?: WatchEntry;
  readonly diary: readonly DiaryEntry[];
  /** Where some source says which episodes there are. */
  readonly progress?: Progress;
  /** What other services say of it, as it is kept. */
  readonly words: readonly SourceWords[];
  /** What its reviews speak of; with the show when it is in the guide. */
  readonly refersTo: readonly { readonly claim: ReferenceClaim; readonly show?: Show }[];
  /** Reviews of other shows that speak of this one. */
  readonly referredIn: readonly { readonly claim: ReferenceClaim; readonly show: Show }[];
};

export async function openShow(guide: Guide, id: ShowId): Promise<OpenShow> {
  const { shelf, me } = guide;
  const { db } = guide.store;
  const show = getShow(guide, id);
  const reviews = await reviewsOfShow(db, id);
  const watch = await findWatch(db, { personId: me, showId: id });
  const diary = (await listDiary(db, me)).filter(({ showId }) => showId === id);
  const profile = profileOf(shelf, show);
  const progress = await progressIn(guide, id, watch);
  return {
    show,
    words: await wordsOfSources(guide, id),
    ...(progress === undefined ? {} : { progress }),
    profile,
    reviews,
    diary,
    refersTo: profile.references.map((claim) => {
      const [other] = showsNamed(shelf, claim.title).filter((one) => one !== id);
      const named = other === undefined ? undefined : shelf.shows.get(other);
      return named === undefined ? { claim } : { claim, show: named };
    }),
    referredIn: referencesTo(shelf, id).map(({ from, claim }) => ({ claim, show: getShow(guide, from) })),
    ...(watch === undefined ? {} : { watch }),
  };
}
