import { isObject, type JsonObject } from '../json-lines.ts';
import { dayIn, instantIn, nameIn, proseIn, ratingIn, wholeIn } from './cells.ts';
import { type HistoryFormat, memberCalled, type Opened, type Part } from './format.ts';
import { given, type ItemSays, inside, jsonPart, keptFields } from './json-part.ts';
import { type Told, titleOf } from './trakt-item.ts';
import { watchedShows } from './trakt-watched.ts';

type Say = (
  item: JsonObject,
  told: Told,
  opened: Opened,
) => Omit<Partial<ItemSays>, 'key'> & { readonly key: string };

const part = (member: string, marks: readonly string[], say: Say): Part =>
  jsonPart({
    member: memberCalled(`${member}(-\\d+)?\\.json`),
    isList: true,
    isLike: (start) =>
      start.trim() === '[]' ||
      (/"(movie|show)"\s*:/.test(start) && marks.some((mark) => start.includes(`"${mark}"`))),
    lists: (value) => [
      [
        value,
        (item, opened) => {
          const told = titleOf(item);
          if (told === undefined || typeof told === 'string') return told;
          const { thing: _, isPart: __, ...title } = told;
          return { ...title, ...say(item, told, opened) };
        },
      ],
    ],
  });

const saidAt = (value: unknown) => {
  const at = instantIn(value);
  return at === undefined ? {} : { saidAt: at };
};

const history = part('watched-history', ['watched_at'], (item, { thing }) => {
  const on = dayIn(item.watched_at);
  return {
    key: `history ${given(item, 'id') ?? `${thing} ${given(item, 'watched_at')}`}`,
    watched: { isRewatch: false, ...(on === undefined ? {} : { on }) },
    ...saidAt(item.watched_at),
  };
});

const ratings = part('ratings-(movies|shows|seasons|episodes)', ['rated_at'], (item, { thing }) => {
  const rating = ratingIn(item.rating, 10);
  return {
    key: `rating ${thing}`,
    ...(rating === undefined ? {} : { rating }),
    ...saidAt(item.rated_at),
  };
});

const comments = part('comments-(movies|shows|seasons|episodes)', ['comment'], (item, { thing, columns }) => {
  const comment = isObject(item.comment) ? item.comment : item;
  const text = proseIn(comment.comment);
  const rating = ratingIn(inside(comment, 'user_stats').rating ?? comment.user_rating, 10);
  const publishedOn = dayIn(comment.created_at);
  return {
    key: `comment ${given(comment, 'id') ?? thing}`,
    ...(text === undefined
      ? {}
      : { review: { text, ...(publishedOn === undefined ? {} : { publishedOn }) } }),
    ...(rating === undefined ? {} : { rating }),
    ...saidAt(comment.created_at),
    columns: {
      ...columns,
      ...keptFields([comment, ['id', 'comment', 'spoiler', 'review', 'created_at', 'language'], 'comment.']),
    },
  };
});

const notes = part(
  'notes-(movies|shows|seasons|episodes|all|history|ratings|collection)',
  ['notes', 'note'],
  (item, { thing, columns }) => {
    const note = isObject(item.note) ? item.note : isObject(item.notes) ? item.notes : item;
    const text = proseIn(note.notes ?? note.note);
    return {
      key: `note ${given(note, 'id') ?? thing}`,
      ...(text === undefined ? {} : { note: text }),
      ...saidAt(note.updated_at ?? note.created_at),
      columns: { ...columns, ...keptFields([note, ['id', 'notes', 'created_at', 'updated_at'], 'note.']) },
    };
  },
);

const watchlist = part('lists-watchlist', ['listed_at'], (item, { thing, isPart }) => {
  const note = proseIn(item.notes);
  return {
    key: `watchlist ${thing}`,
    ...(isPart ? {} : { state: 'planned' }),
    ...(note === undefined ? {} : { note }),
    ...saidAt(item.listed_at),
  };
});

const favourites = part('lists-favorites', ['listed_at'], (item, { thing }) => ({
  key: `favourite ${thing}`,
  isLiked: true,
  ...saidAt(item.listed_at),
}));

const watchedFilms = part('watched-movies', ['plays', 'last_watched_at'], (item, { thing }) => {
  const plays = wholeIn(item.plays) ?? 1;
  const finishedOn = dayIn(item.last_watched_at);
  return {
    key: `watched ${thing}`,
    state: 'done',
    ...(plays > 1 ? { rewatches: plays - 1 } : {}),
    ...(finishedOn === undefined ? {} : { finishedOn }),
    ...saidAt(item.last_watched_at),
  };
});

/** Names of lists stand in one file, what is on them in others: "lists-list-99999-my-list.json". */
const lists: Part = jsonPart({
  member: memberCalled('lists-list-\\d+-.*\\.json'),
  isList: true,
  isLike: (start) =>
    start.trim() === '[]' || (/"(movie|show)"\s*:/.test(start) && start.includes('"listed_at"')),
  lists: async (value, opened) => {
    const [, number, slug] = /lists-list-(\d+)-(.*?)(?:-\d+)?\.json$/i.exec(opened.name) ?? [];
    const list =
      (await listNames(opened)).get(String(number)) ?? nameIn(slug?.replaceAll('-', ' ')) ?? 'Trakt';
    return [
      [
        value,
        (item) => {
          const told = titleOf(item);
          if (told === undefined || typeof told === 'string') return told;
          const { thing, isPart: _, ...title } = told;
          return {
            ...title,
            key: `list ${number ?? list} ${thing}`,
            lists: [list],
            ...saidAt(item.listed_at),
            columns: { ...title.columns, list },
          };
        },
      ],
    ];
  },
});

async function listNames(opened: Opened): Promise<ReadonlyMap<string, string>> {
  try {
    const all: unknown = JSON.parse((await opened.beside(memberCalled('lists-lists\\.json'))) ?? '[]');
    return new Map(
      (Array.isArray(all) ? all : []).flatMap((list: unknown) => {
        const name = isObject(list) ? nameIn(list.name) : undefined;
        const id = isObject(list) ? given(inside(list, 'ids'), 'trakt') : undefined;
        return name === undefined || id === undefined ? [] : [[String(id), name] as const];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Opened beside the lists for their names; it brings no row itself. */
const namesOfLists: Part = jsonPart({
  member: memberCalled('lists-lists\\.json'),
  isList: true,
  isLike: (start) => start.includes('"item_count"') || start.includes('"privacy"'),
  lists: () => [],
});

export const trakt: HistoryFormat = {
  name: 'trakt',
  parts: [
    history,
    watchedShows,
    watchedFilms,
    ratings,
    comments,
    notes,
    watchlist,
    favourites,
    namesOfLists,
    lists,
  ],
};
