// The one file that is being brought in: looked at, waiting for its second step, or being kept, while pages ask how far
// it is. The last one only: a file is up to 128 MB.
import { randomUUID } from 'node:crypto';
import type { ShowId } from '../../core/show.ts';
import { type BringInWish, type BroughtIn, bringIn } from '../../guide/bring-in.ts';
import { resolveShow } from '../../guide/find-show.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Decision, HistoryReport } from '../../guide/history-report.ts';
import { Refusal } from '../../guide/refusal.ts';
import { type Form, fileOf, textOf } from '../forms.ts';

export type Outcome = BroughtIn | { readonly kind: 'problem'; readonly problem: string };

export type Work = {
  readonly token: string;
  readonly name: string;
  readonly isPreview: boolean;
  readonly wish: BringInWish;
  readonly done: Promise<unknown>;
  rows: number;
  outcome?: Outcome;
};

export type Desk = {
  readonly find: (token: string) => Work | undefined;
  /** Undefined when the form names no file, and none that waits. */
  readonly start: (form: Form) => Promise<Work | undefined>;
};

export function createDesk(guide: Guide): Desk {
  let last: Work | undefined;

  function begin(wish: BringInWish): Work {
    const work: Work = {
      token: randomUUID(),
      name: wish.name,
      isPreview: wish.isPreview ?? false,
      wish,
      rows: 0,
      done: new Promise((resolve, reject) => setImmediate(() => run().then(resolve, reject))),
    };
    const run = async (): Promise<void> => {
      const onRows = (rows: number) => {
        work.rows = rows;
      };
      work.outcome = await bringIn(guide, { ...wish, onRows }).catch(asProblem);
    };
    // What breaks is told to whoever waits for it; a page that came back later finds no outcome and a log.
    work.done.catch(() => {
      if (last === work) last = undefined;
    });
    guide.background.tasks.add(work.done);
    work.done.catch(() => {}).finally(() => guide.background.tasks.delete(work.done));
    last = work;
    return work;
  }

  const find = (token: string): Work | undefined => (last?.token === token ? last : undefined);

  return {
    find,
    start: async (form) => {
      const isPreview = textOf(form, 'act') !== 'keep';
      const file = fileOf(form, 'file');
      if (file !== undefined) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return begin({ ...optionsIn(form), name: file.name, bytes, isPreview });
      }
      const before = find(textOf(form, 'token') ?? '');
      // A second step of what is being kept already would bring it in twice.
      if (before === undefined || before.outcome === undefined || !before.isPreview) return before;
      try {
        const decisions =
          before.outcome.kind === 'history' ? decisionsIn(form, before.outcome.report, guide) : undefined;
        return begin({
          ...before.wish,
          ...optionsIn(form),
          ...(decisions === undefined ? {} : { decisions }),
          isPreview,
        });
      } catch (error) {
        return { ...before, isPreview: true, done: Promise.resolve(), outcome: asProblem(error) };
      }
    },
  };
}

function asProblem(error: unknown): Outcome {
  if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
  return {
    kind: 'problem',
    problem: error.hint === undefined ? error.message : `${error.message} ${error.hint}`,
  };
}

/** What the form says beside the file; what it does not say stays as it was. */
function optionsIn(form: Form): Partial<BringInWish> {
  const [as, about, profile, unknown] = ['as', 'about', 'profile', 'unknown'].map((name) =>
    textOf(form, name),
  );
  const columns = Object.fromEntries(
    Object.keys(form).flatMap((name) => {
      const value = name.startsWith('column-') ? textOf(form, name) : undefined;
      return value === undefined ? [] : [[name.slice('column-'.length), value]];
    }),
  );
  return {
    ...(as === undefined ? {} : { as }),
    ...(about === undefined ? {} : { about }),
    ...(profile === undefined ? {} : { profile }),
    ...(unknown === 'new' || unknown === 'leave' ? { unknown } : {}),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
  };
}

/** What was said of the titles of a report, by their numbers in it; a typed name wins over a chosen one. */
function decisionsIn(form: Form, { titles }: HistoryReport, guide: Guide): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const [number, { key }] of titles.entries()) {
    const typed = textOf(form, `name${number}`);
    const chosen = textOf(form, `title${number}`);
    if (typed !== undefined) decisions.set(key, { kind: 'show', showId: resolveShow(guide, typed).id });
    else if (chosen === 'new' || chosen === 'leave') decisions.set(key, { kind: chosen });
    else if (chosen?.startsWith('show:'))
      decisions.set(key, { kind: 'show', showId: chosen.slice('show:'.length) as ShowId });
  }
  return decisions;
}
