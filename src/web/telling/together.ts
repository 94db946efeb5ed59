// What a title is for one at the table, in a line: what they get of what they asked for, and what they give up.
import type { Reason } from '../../core/finding/pick.ts';
import type { Line } from '../../guide/choose-together.ts';
import type { Messages } from '../messages/languages.ts';
import { tellWish } from './wishes.ts';

const MOST = 3;

export type ToldLine = { readonly name: string; readonly text: string; readonly isGiving: boolean };

export function tellLine({ name, reasons, content }: Line, messages: Messages): ToldLine {
  const texts = messages.together;
  const told = (met: (reason: Reason) => boolean): string =>
    reasons
      .filter(met)
      .slice(0, MOST)
      .map(({ wish }) => tellWish(wish, messages))
      .join(', ');
  const got = told(({ met }) => met === 'met' || met === 'partly');
  // What is to be avoided and of which nobody speaks is given up by nobody.
  const missing = told(({ met, wish }) => met === 'not' || (met === 'unknown' && wish.wants));
  const isGiving = content <= 0 && missing !== '';
  if (reasons.length === 0) return { name, text: content > 0 ? texts.byTaste : texts.noSay, isGiving: false };
  if (got === '' && missing === '') return { name, text: texts.fine, isGiving };
  if (missing === '') return { name, text: got, isGiving };
  return { name, text: got === '' ? texts.givesUp(missing) : texts.gets(got, missing), isGiving };
}
