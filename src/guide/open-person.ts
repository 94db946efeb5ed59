// Someone with a part in shows: where, as whom, and under which other spellings of the name.
import type { CreditedId, CreditRole, Show } from '../core/show.ts';
import type { Guide } from './guide.ts';
import { Refusal } from './refusal.ts';
import { partsOf, settled } from './shelf.ts';

export type OpenPerson = {
  readonly id: CreditedId;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The latest first. */
  readonly credits: readonly {
    readonly show: Show;
    readonly role: CreditRole;
    readonly character?: string;
  }[];
};

export async function openPerson(guide: Guide, id: CreditedId): Promise<OpenPerson> {
  const parts = partsOf(guide.shelf, id);
  const [name, ...otherNames] = [...new Set(parts.map(({ credit }) => credit.name))];
  if (name === undefined)
    throw new Refusal('not-found', 'Nobody in the guide has this address.', {
      hint: 'Look for the name instead.',
    });
  return {
    id,
    name,
    otherNames,
    credits: parts
      .map(({ show, credit: { role, character } }) => ({
        show,
        role,
        ...(character === undefined ? {} : { character }),
      }))
      .sort((a, b) => (b.show.year ?? 0) - (a.show.year ?? 0)),
  };
}

/** People by name, in any spelling; best first. */
export function findPeople(
  guide: Guide,
  words: string,
  limit = 5,
): readonly { readonly id: CreditedId; readonly name: string; readonly score: number }[] {
  return settled(guide.shelf)
    .people.find(words.slice(0, 200), limit)
    .map(({ id, name, score }) => ({ id: id as CreditedId, name, score }));
}
