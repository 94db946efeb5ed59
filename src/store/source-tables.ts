// The step that gives other services' words a place beside the guide's own: which services are asked, what each says of
// a title, answers with their validators, and when episodes air; and the secret address of a person's calendar.
import type { ColumnTypes } from './migrations.ts';

export const sourceTables = ({ text, int, end, clustered }: ColumnTypes): string[] => [
  `create table sources (
    name ${text} not null primary key,
    is_on ${int} not null,
    key ${text},
    country ${text}
  )${end}`,
  `create table sourced (
    show_id ${text} not null references shows (id) on delete cascade,
    source ${text} not null,
    source_id ${text} not null,
    details ${text} not null,
    fetched_at ${text} not null,
    expires_at ${text},
    primary key (show_id, source)
  )${clustered}`,
  'create index sourced_by_age on sourced (source, fetched_at)',
  `create table source_answers (
    url ${text} not null primary key,
    etag ${text},
    last_modified ${text},
    body ${text} not null,
    at ${text} not null
  )${end}`,
  `alter table episodes add column airs_at ${text}`,
  `alter table episodes add column revision ${int}`,
  `alter table episodes add column changed_at ${text}`,
  `create table calendar_addresses (
    person_id ${text} not null primary key references persons (id) on delete cascade,
    secret ${text} not null,
    made_at ${text} not null
  )${end}`,
];
