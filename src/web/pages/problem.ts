// Pages for what could not be had: what, where, and what to do next. One mapping from a Refusal to a status.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { NamedShow } from '../../guide/find-show.ts';
import { Refusal, type RefusalCode } from '../../guide/refusal.ts';
import { showAddress } from '../addresses.ts';
import { answerPage } from '../layout.ts';
import { en } from '../messages/en.ts';
import { markup, type Printable } from '../parts/markup.ts';
import type { Env, Request } from '../visit.ts';

type Status = 400 | 403 | 404 | 409 | 413 | 421 | 500 | 503;

export const STATUS: Readonly<Record<RefusalCode, Status>> = {
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'too-large': 413,
  unavailable: 503,
  'newer-data': 503,
};

type Problem = {
  readonly status: Status;
  readonly heading: string;
  readonly text: Printable;
  readonly more?: Printable;
};

function answer(c: Request, { status, heading, text, more }: Problem) {
  const { problem } = c.get('visit').messages;
  const main = markup`<header class="page-head"><p class="kicker">${problem.code(status)}</p><h1 class="page-title">${heading}</h1><p class="lede">${text}</p></header>${more}<p class="actions"><a class="button is-quiet" href="/">${problem.home}</a></p>`;
  return answerPage(c, { name: 'problem', title: heading, main }, status);
}

/** An address where nothing is; `near` are titles that may have been meant. */
export function notHere(c: Request, text?: string, near: readonly NamedShow[] = []) {
  const { problem } = c.get('visit').messages;
  const more =
    near.length === 0
      ? ''
      : markup`<section class="section"><h2 class="section-title">${problem.nearNames}</h2><ul class="near">${near.map(
          ({ showId, title }) => markup`<li><a href="${showAddress(showId)}">${title}</a></li>`,
        )}</ul></section>`;
  return answer(c, { status: 404, heading: problem.notFound, text: text ?? problem.notFoundText, more });
}

/** A host or a site that may not ask. The host is not the site's own: it gets words and no page. */
export function answerRefused(c: Context, status: 403 | 421) {
  if (status === 421) return c.text(`${en.problem.wrongHost}\n`, 421);
  const { problem } = c.get('visit').messages;
  return answer(c, { status, heading: problem.crossSite, text: problem.crossSiteText });
}

export function answerTooLarge(c: Context) {
  const { problem } = c.get('visit').messages;
  return answer(c, { status: 413, heading: problem.tooLarge, text: problem.tooLargeText });
}

/** The outermost handler: a wish that cannot be done gets its sentence, a bug gets written to the log. */
export function answerProblem(
  c: Context<Env>,
  error: unknown,
  log: (message: string, cause: unknown) => void,
): Response | Promise<Response> {
  const { problem } = c.get('visit').messages;
  if (error instanceof HTTPException && error.status < 500) {
    const isLarge = error.status === 413;
    return isLarge
      ? answerTooLarge(c)
      : answer(c, { status: 400, heading: problem.invalid, text: problem.malformed });
  }
  if (error instanceof Refusal) {
    const heading = {
      'not-found': problem.notFound,
      invalid: problem.invalid,
      conflict: problem.conflict,
      'too-large': problem.tooLarge,
      unavailable: problem.unavailable,
      'newer-data': problem.newerData,
    }[error.code];
    // Refusals are written in English.
    const hint = error.hint === undefined ? '' : markup` ${error.hint}`;
    const text = markup`<span lang="en">${error.message}${hint}</span>`;
    return answer(c, { status: STATUS[error.code], heading, text });
  }
  log(`${c.req.method} ${c.req.path}`, error);
  return answer(c, { status: 500, heading: problem.broken, text: problem.brokenText });
}
