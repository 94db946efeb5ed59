// How the tables came to be, step by step and forward only. A step that has been released is never edited: a change
// is a new step at the end. Written once for both engines, which differ here only in the names of types.

import { sourceTables } from './source-tables.ts';

/** Text compares by code point on both engines, whole numbers have 64 bits, SQLite refuses values of a wrong type. */
export type ColumnTypes = {
  readonly text: string;
  readonly int: string;
  readonly real: string;
  /** Ends a table; `clustered` one whose rows lie in the order of their key. */
  readonly end: string;
  readonly clustered: string;
};

export const SQLITE_TYPES: ColumnTypes = {
  text: 'text',
  int: 'integer',
  real: 'real',
  end: ' strict',
  clustered: ' strict, without rowid',
};

export const POSTGRES_TYPES: ColumnTypes = {
  text: 'text collate "C"',
  int: 'bigint',
  real: 'double precision',
  end: '',
  clustered: '',
};

export type Migration = {
  readonly name: string;
  readonly statements: (types: ColumnTypes) => readonly string[];
};

/** The version of a database is the number of steps that it has taken. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'the first tables',
    statements: (types) => [...titles(types), ...reviews(types), ...persons(types)],
  },
  { name: 'histories from elsewhere', statements: (types) => histories(types) },
  {
    name: 'tastes and evenings',
    statements: tastes,
  },
  { name: 'what other services say', statements: (types) => sourceTables(types) },
];

const titles = ({ text, int, end, clustered }: ColumnTypes): string[] => [
  `create table shows (
    id ${text} not null primary key,
    kind ${text} not null,
    title ${text} not null,
    year ${int},
    countries ${text} not null,
    genres ${text} not null,
    networks ${text} not null,
    platforms ${text} not null,
    first_aired ${text},
    last_aired ${text},
    seasons ${int},
    episodes ${int},
    minutes ${int},
    age_rating ${text},
    source ${text} not null,
    added_at ${text} not null
  )${end}`,
  `create table show_names (
    show_id ${text} not null references shows (id) on delete cascade,
    position ${int} not null,
    text ${text} not null,
    kind ${text} not null,
    script ${text},
    language ${text},
    source ${text},
    primary key (show_id, position)
  )${clustered}`,
  `create table outside_ids (
    show_id ${text} not null references shows (id) on delete cascade,
    position ${int} not null,
    service ${text} not null,
    value ${text} not null,
    primary key (show_id, position)
  )${clustered}`,
  'create index outside_ids_by_value on outside_ids (service, value)',
  `create table credited (
    id ${text} not null primary key,
    name ${text} not null
  )${clustered}`,
  `create table credits (
    show_id ${text} not null references shows (id) on delete cascade,
    position ${int} not null,
    credited_id ${text} not null references credited (id),
    role ${text} not null,
    character_name ${text},
    credited_as ${text},
    primary key (show_id, position)
  )${clustered}`,
  'create index credits_by_credited on credits (credited_id)',
  `create table seasons (
    show_id ${text} not null references shows (id) on delete cascade,
    source ${text} not null,
    number ${int} not null,
    title ${text},
    first_aired ${text},
    episodes ${int},
    primary key (show_id, source, number)
  )${clustered}`,
  `create table episodes (
    show_id ${text} not null,
    source ${text} not null,
    season ${int} not null,
    number ${int} not null,
    title ${text},
    aired_on ${text},
    minutes ${int},
    primary key (show_id, source, season, number),
    foreign key (show_id, source, season) references seasons (show_id, source, number) on delete cascade
  )${clustered}`,
];

const reviews = ({ text, int, real, end, clustered }: ColumnTypes): string[] => [
  `create table persons (
    id ${text} not null primary key,
    name ${text} not null,
    created_at ${text} not null
  )${end}`,
  `insert into persons (id, name, created_at) values ('local', '', '2000-01-01T00:00:00.000Z')`,
  `create table reviews (
    id ${text} not null primary key,
    show_id ${text} not null references shows (id) on delete cascade,
    text ${text} not null,
    title ${text},
    writer ${text},
    language ${text},
    publication ${text},
    source ${text},
    source_id ${text},
    published_on ${text},
    rating_value ${real},
    rating_out_of ${real},
    is_sample ${int} not null,
    added_at ${text} not null
  )${end}`,
  'create index reviews_by_show on reviews (show_id)',
  'create index reviews_by_source on reviews (source, source_id)',
  'create index reviews_by_time on reviews (added_at)',
  `create table readings (
    review_id ${text} not null primary key references reviews (id) on delete cascade,
    reader_version ${text} not null,
    findings ${text} not null,
    read_at ${text} not null
  )${end}`,
  `create table corrections (
    review_id ${text} not null references reviews (id) on delete cascade,
    key ${text} not null,
    action ${text} not null,
    replacement ${text},
    finding ${text},
    person_id ${text} not null references persons (id),
    at ${text} not null,
    primary key (review_id, key)
  )${clustered}`,
];

const persons = ({ text, int, real, end, clustered }: ColumnTypes): string[] => [
  `create table watches (
    person_id ${text} not null references persons (id) on delete cascade,
    show_id ${text} not null references shows (id) on delete cascade,
    state ${text} not null,
    season ${int},
    episode ${int},
    rewatches ${int} not null,
    rating ${real},
    started_on ${text},
    finished_on ${text},
    note ${text},
    changed_at ${text} not null,
    primary key (person_id, show_id)
  )${clustered}`,
  'create index watches_by_show on watches (show_id)',
  `create table diary (
    id ${text} not null primary key,
    person_id ${text} not null references persons (id) on delete cascade,
    show_id ${text} not null references shows (id) on delete cascade,
    watched_on ${text} not null,
    season ${int},
    episode ${int},
    rating ${real},
    is_rewatch ${int} not null,
    note ${text}
  )${end}`,
  'create index diary_by_person on diary (person_id, watched_on)',
  'create index diary_by_show on diary (show_id)',
  `create table undo_log (
    id ${text} not null primary key,
    person_id ${text} not null references persons (id) on delete cascade,
    what ${text} not null,
    before ${text} not null,
    at ${text} not null
  )${end}`,
  'create index undo_log_by_person on undo_log (person_id, at)',
  `create table changes (
    seq ${int} not null primary key,
    what ${text} not null,
    id ${text} not null,
    show_id ${text} not null,
    at ${text} not null
  )${end}`,
  `create table change_counter (id ${int} not null primary key, seq ${int} not null)${end}`,
  'insert into change_counter (id, seq) values (1, 0)',
];

const histories = ({ text, int, end, clustered }: ColumnTypes): string[] => [
  `alter table watches add column numbering ${text}`,
  `alter table watches add column liked ${int}`,
  `alter table diary add column episode_title ${text}`,
  `alter table diary add column numbering ${text}`,
  `alter table diary add column import_id ${text}`,
  `create table list_items (
    person_id ${text} not null references persons (id) on delete cascade,
    list ${text} not null,
    show_id ${text} not null references shows (id) on delete cascade,
    position ${int} not null,
    import_id ${text},
    primary key (person_id, list, show_id)
  )${clustered}`,
  'create index list_items_by_show on list_items (show_id)',
  `create table imports (
    id ${text} not null primary key,
    person_id ${text} not null references persons (id) on delete cascade,
    format ${text} not null,
    file_name ${text} not null,
    profile ${text},
    at ${text} not null
  )${end}`,
  `create table import_rows (
    person_id ${text} not null references persons (id) on delete cascade,
    format ${text} not null,
    key ${text} not null,
    import_id ${text} not null references imports (id) on delete cascade,
    line ${int} not null,
    member ${text},
    columns ${text} not null,
    entry ${text} not null,
    outcome ${text} not null,
    show_id ${text} references shows (id) on delete set null,
    primary key (person_id, format, key)
  )${end}`,
  'create index import_rows_by_import on import_rows (import_id)',
  'create index import_rows_by_show on import_rows (show_id)',
  `create table import_choices (
    person_id ${text} not null references persons (id) on delete cascade,
    title_key ${text} not null,
    show_id ${text} references shows (id) on delete cascade,
    at ${text} not null,
    primary key (person_id, title_key)
  )${clustered}`,
];

function tastes({ text, end, clustered }: ColumnTypes): string[] {
  return [
    `create table taste_words (
    person_id ${text} not null references persons (id) on delete cascade,
    key ${text} not null,
    says ${text} not null,
    fact ${text},
    at ${text} not null,
    primary key (person_id, key)
  )${clustered}`,
    `create table passed_over (
    person_id ${text} not null references persons (id) on delete cascade,
    show_id ${text} not null references shows (id) on delete cascade,
    at ${text} not null,
    primary key (person_id, show_id)
  )${clustered}`,
    'create index passed_over_by_show on passed_over (show_id)',
    `create table evenings (
    id ${text} not null primary key,
    person_id ${text} not null references persons (id) on delete cascade,
    show_id ${text} not null references shows (id) on delete cascade,
    at ${text} not null,
    contents ${text} not null
  )${end}`,
    'create index evenings_by_person on evenings (person_id, at)',
    'create index evenings_by_show on evenings (show_id)',
  ];
}
