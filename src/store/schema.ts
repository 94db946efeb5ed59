// The tables as both engines hold them: what a row is, not how it came to be (migrations.ts) or what it means (core).
// List-valued facts and findings are JSON in a text column; booleans are 0 or 1; days and instants ISO 8601 text.
import type { Kysely } from 'kysely';
import type { ReviewId } from '../core/review.ts';
import type { CreditedId, CreditRole, ShowId, ShowKind, ShowName } from '../core/show.ts';
import type { Saying } from '../core/taste/taste.ts';
import type { PersonId, WatchState } from '../core/watching.ts';

export type ShowRow = {
  id: ShowId;
  kind: ShowKind;
  title: string;
  year: number | null;
  countries: string;
  genres: string;
  networks: string;
  platforms: string;
  first_aired: string | null;
  last_aired: string | null;
  seasons: number | null;
  episodes: number | null;
  minutes: number | null;
  age_rating: string | null;
  source: string;
  added_at: string;
};

export type ShowNameRow = {
  show_id: ShowId;
  position: number;
  text: string;
  kind: ShowName['kind'];
  script: string | null;
  language: string | null;
  source: string | null;
};

export type OutsideIdRow = { show_id: ShowId; position: number; service: string; value: string };

/** Someone with a part in a show; those who use Runon are in `persons`. */
export type CreditedRow = { id: CreditedId; name: string };

/** `credited_as` only where the show spells the name in another way than `credited` does. */
export type CreditRow = {
  show_id: ShowId;
  position: number;
  credited_id: CreditedId;
  role: CreditRole;
  character_name: string | null;
  credited_as: string | null;
};

/** Sources number seasons and episodes differently, so the source is part of the key. */
export type SeasonRow = {
  show_id: ShowId;
  source: string;
  number: number;
  title: string | null;
  first_aired: string | null;
  episodes: number | null;
};
export type EpisodeRow = {
  show_id: ShowId;
  source: string;
  season: number;
  number: number;
  title: string | null;
  aired_on: string | null;
  minutes: number | null;
  airs_at: string | null;
  revision: number | null;
  changed_at: string | null;
};

export type SourceRow = { name: string; is_on: number; key: string | null; country: string | null };

/** What a service says of a title; `details` is JSON. */
export type SourcedRow = {
  show_id: ShowId;
  source: string;
  source_id: string;
  details: string;
  fetched_at: string;
  expires_at: string | null;
};

export type SourceAnswerRow = {
  url: string;
  etag: string | null;
  last_modified: string | null;
  body: string;
  at: string;
};

export type ReviewRow = {
  id: ReviewId;
  show_id: ShowId;
  text: string;
  title: string | null;
  writer: string | null;
  language: string | null;
  publication: string | null;
  source: string | null;
  source_id: string | null;
  published_on: string | null;
  rating_value: number | null;
  rating_out_of: number | null;
  is_sample: number;
  added_at: string;
};

export type ReadingRow = { review_id: ReviewId; reader_version: string; findings: string; read_at: string };

export type CorrectionAction = 'accept' | 'reject' | 'replace';
export type CorrectionRow = {
  review_id: ReviewId;
  key: string;
  action: CorrectionAction;
  replacement: string | null;
  finding: string | null;
  person_id: PersonId;
  at: string;
};

export type PersonRow = { id: PersonId; name: string; created_at: string };

export type WatchRow = {
  person_id: PersonId;
  show_id: ShowId;
  state: WatchState;
  season: number | null;
  episode: number | null;
  numbering: string | null;
  rewatches: number;
  rating: number | null;
  liked: number | null;
  started_on: string | null;
  finished_on: string | null;
  note: string | null;
  changed_at: string;
};

export type DiaryRow = {
  id: string;
  person_id: PersonId;
  show_id: ShowId;
  watched_on: string;
  season: number | null;
  episode: number | null;
  episode_title: string | null;
  numbering: string | null;
  rating: number | null;
  is_rewatch: number;
  note: string | null;
  /** The import that brought it. */
  import_id: string | null;
};

export type ListItemRow = {
  person_id: PersonId;
  list: string;
  show_id: ShowId;
  position: number;
  import_id: string | null;
};

/** A file of somebody's history that was brought in. */
export type ImportRow = {
  id: string;
  person_id: PersonId;
  format: string;
  file_name: string;
  profile: string | null;
  at: string;
};

export type RowOutcome = 'brought' | 'waiting' | 'left';
/** `columns` and `entry` are JSON; `key` is the row's own across exports of the same format. */
export type ImportedRow = {
  person_id: PersonId;
  format: string;
  key: string;
  import_id: string;
  line: number;
  member: string | null;
  columns: string;
  entry: string;
  outcome: RowOutcome;
  show_id: ShowId | null;
};

/** What a person said a given title is; without a show: leave it. */
export type ImportChoiceRow = {
  person_id: PersonId;
  title_key: string;
  show_id: ShowId | null;
  at: string;
};

/** A person's own word on a trait; `fact` is the name to show where the key has none. */
export type TasteWordRow = {
  person_id: PersonId;
  key: string;
  says: Saying;
  fact: string | null;
  at: string;
};
export type PassedOverRow = { person_id: PersonId; show_id: ShowId; at: string };
/** `contents` is JSON: how content each one at the table was, by name. */
export type EveningRow = { id: string; person_id: PersonId; show_id: ShowId; at: string; contents: string };

export type UndoRow = { id: string; person_id: PersonId; what: string; before: string; at: string };

/** "everything": another state was put in the place of all there was. */
export type ChangedThing = 'show' | 'review' | 'watch' | 'diary' | 'everything';
export type ChangeRow = { seq: number; what: ChangedThing; id: string; show_id: ShowId; at: string };

export type Tables = {
  runon_meta: { key: string; value: string };
  shows: ShowRow;
  show_names: ShowNameRow;
  outside_ids: OutsideIdRow;
  credited: CreditedRow;
  credits: CreditRow;
  seasons: SeasonRow;
  episodes: EpisodeRow;
  reviews: ReviewRow;
  readings: ReadingRow;
  corrections: CorrectionRow;
  persons: PersonRow;
  watches: WatchRow;
  diary: DiaryRow;
  list_items: ListItemRow;
  imports: ImportRow;
  import_rows: ImportedRow;
  import_choices: ImportChoiceRow;
  taste_words: TasteWordRow;
  passed_over: PassedOverRow;
  evenings: EveningRow;
  undo_log: UndoRow;
  changes: ChangeRow;
  change_counter: { id: number; seq: number };
  sources: SourceRow;
  sourced: SourcedRow;
  source_answers: SourceAnswerRow;
  calendar_addresses: { person_id: PersonId; secret: string; made_at: string };
};

/** A connection or a transaction: every function of the store takes it first. */
export type Db = Kysely<Tables>;
