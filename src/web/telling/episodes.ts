// Episodes in the reader's language: their number, their name, when they come, which one is next.
import type { Episode, Place } from '../../core/episodes.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { dayOf, isOut, type Progress } from '../../guide/progress.ts';
import { showAddress } from '../addresses.ts';
import type { Messages } from '../messages/languages.ts';
import { markup, type Printable } from '../parts/markup.ts';

export const episodeAddress = (showId: ShowId, { season, episode }: Place): string =>
  `${showAddress(showId)}/episodes/${season}/${episode}`;

export const episodeName = (known: Episode | undefined, number: number, messages: Messages): string =>
  known?.title ?? messages.episodes.nameless(number);

/** "Next: 1×04 The letter, out now": absent when all is seen. */
export function nextLine(
  show: Show,
  { next, allCount }: Progress,
  { messages, now }: { readonly messages: Messages; readonly now: Date },
): Printable {
  const texts = messages.episodes;
  if (next === undefined) return allCount === 0 ? '' : markup`<p class="meta">${texts.noMore}</p>`;
  return markup`<p class="next-episode"><span class="meta">${texts.next}</span> <a href="${episodeAddress(show.id, next)}">${texts.number(next.season, next.episode)} ${episodeName(next.known, next.episode, messages)}</a> <span class="meta">${whenText(next.known, { messages, now })}</span></p>`;
}

export function whenText(
  known: Episode,
  { messages, now }: { readonly messages: Messages; readonly now: Date },
): string {
  const day = dayOf(known);
  if (isOut(known, now)) return messages.episodes.isOut;
  if (day === undefined) return '';
  const time = known.airsAt === undefined ? '' : `, ${messages.calendar.time(known.airsAt)}`;
  return messages.episodes.comesOn(`${messages.format.date(day)}${time}`);
}
