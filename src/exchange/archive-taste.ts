// A person's taste in an archive: their own word on a trait, a title passed over, an evening chosen together.
import type { ShowId } from '../core/show.ts';
import { SAYINGS, type Saying } from '../core/taste/taste.ts';
import { type Fields, present } from './fields.ts';

export type IncomingTaste =
  | {
      readonly kind: 'own-word';
      readonly key: string;
      readonly says: Saying;
      readonly fact?: string;
      readonly at: string;
    }
  | { readonly kind: 'passed-over'; readonly showId: ShowId; readonly at: string }
  | {
      readonly kind: 'evening';
      readonly id: string;
      readonly showId: ShowId;
      readonly at: string;
      readonly people: readonly { readonly name: string; readonly content: number }[];
    };

/** What makes two of them the same thing, whatever they say. */
export const tasteId = (taste: IncomingTaste): string =>
  `${taste.kind} ${taste.kind === 'own-word' ? taste.key : taste.kind === 'evening' ? taste.id : taste.showId}`;

export function takeTaste(fields: Fields): IncomingTaste | undefined {
  const kind = fields.oneOf('kind', ['own-word', 'passed-over', 'evening']);
  const at = fields.text('at', 40);
  const taste = kind === undefined || at === undefined ? undefined : takeKind(fields, kind, at);
  if (taste === undefined)
    fields.complain('The line of the taste lacks something that it needs and was left out.');
  return taste;
}

function takeKind(fields: Fields, kind: IncomingTaste['kind'], at: string): IncomingTaste | undefined {
  if (kind === 'own-word') {
    const key = fields.verbatim('key', 2000);
    const says = fields.oneOf('says', SAYINGS);
    if (!key || says === undefined) return undefined;
    return { kind, key, says, at, ...present({ fact: fields.verbatim('fact', 2000) }) };
  }
  const showId = fields.text('showId', 200) as ShowId | undefined;
  if (showId === undefined) return undefined;
  if (kind === 'passed-over') return { kind, showId, at };
  const id = fields.text('id', 200);
  const people = fields.list('people').flatMap((one) => {
    const name = one.verbatim('name', 200);
    const content = one.number('content', -1, 1);
    return !name || content === undefined ? [] : [{ name, content }];
  });
  return id === undefined ? undefined : { kind, id, showId, at, people };
}
