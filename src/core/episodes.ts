// Seasons and episodes as one source numbers them, and where somebody stands in them. Two sources may cut the same show
// differently, so a place means something only together with its numbering. Knows no calendar and no clock.

/** `airedOn` is the day where it aired; `airsAt` the instant, where the source knows it. */
export type Episode = {
  readonly number: number;
  readonly title?: string;
  readonly airedOn?: string;
  readonly airsAt?: string;
  readonly minutes?: number;
  /** How often what is said above was changed since it was first kept, and when last (ISO 8601 instant). */
  readonly revision?: number;
  readonly changedAt?: string;
};

export type Season = {
  readonly number: number;
  readonly title?: string;
  readonly firstAired?: string;
  /** How many there are to be; `episodes` may know fewer. */
  readonly episodeCount?: number;
  readonly episodes: readonly Episode[];
};

export type Numbering = { readonly source: string; readonly seasons: readonly Season[] };

export type Place = { readonly season: number; readonly episode: number };
export type PlacedEpisode = Place & { readonly known: Episode };

/** Who numbers best when several do: those that say when an episode airs before those that only count. */
const PREFERRED: readonly string[] = ['tvmaze', 'tmdb', 'imdb'];

export function chooseNumbering(numberings: readonly Numbering[]): Numbering | undefined {
  const rank = ({ source }: Numbering): number => {
    const at = PREFERRED.indexOf(source);
    return at < 0 ? PREFERRED.length : at;
  };
  return numberings
    .filter(({ seasons }) => seasons.some(({ episodes }) => episodes.length > 0))
    .toSorted((a, b) => rank(a) - rank(b))[0];
}

/** In order of seasons and numbers; season 0 holds specials, which stand beside the order and are left out. */
export const inOrder = ({ seasons }: Numbering): readonly PlacedEpisode[] =>
  seasons
    .filter(({ number }) => number > 0)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((season) =>
      season.episodes
        .toSorted((a, b) => a.number - b.number)
        .map((known) => ({ season: season.number, episode: known.number, known })),
    );

/**
 * Where "episode 14" is. Without a season the number counts within the first one when it has so many episodes, and
 * through all of them otherwise.
 */
export function placeOf(
  numbering: Numbering,
  { season, episode }: { readonly season?: number | undefined; readonly episode: number },
): Place {
  if (season !== undefined) return { season, episode };
  const all = inOrder(numbering);
  const first = all[0]?.season ?? 1;
  const isInFirst = all.some((one) => one.season === first && one.episode === episode);
  const through = isInFirst ? undefined : all[episode - 1];
  return through === undefined
    ? { season: first, episode }
    : { season: through.season, episode: through.episode };
}

const isAfter = (one: Place, other: Place): boolean =>
  one.season > other.season || (one.season === other.season && one.episode > other.episode);

/** The first one after the place; the very first when nothing was seen yet. */
export function episodeAfter(numbering: Numbering, seen: Place | undefined): PlacedEpisode | undefined {
  const all = inOrder(numbering);
  return seen === undefined ? all[0] : all.find((one) => isAfter(one, seen));
}

/** How many of them lie up to this place. */
export const countUpTo = (numbering: Numbering, seen: Place | undefined): number =>
  seen === undefined ? 0 : inOrder(numbering).filter((one) => !isAfter(one, seen)).length;
