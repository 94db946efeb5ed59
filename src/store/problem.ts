// What can be wrong with the place where things are kept, in one sentence that says what to do. Knows the engines'
// error codes; the guide turns a StoreProblem into a Refusal.

export type StoreProblemCode =
  | 'cannot-write'
  | 'not-a-database'
  | 'newer-data'
  | 'does-not-answer'
  | 'busy'
  | 'full'
  | 'damaged'
  | 'migration-failed'
  | 'unsuitable'
  | 'bad-address';

export class StoreProblem extends Error {
  readonly code: StoreProblemCode;
  constructor(code: StoreProblemCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'StoreProblem';
    this.code = code;
  }
}

const SQLITE: Readonly<Record<number, (place: string) => StoreProblem>> = {
  5: (place) =>
    new StoreProblem('busy', `Another program keeps ${place} locked; wait until it is done, then try again.`),
  8: cannotWrite,
  10: (place) =>
    new StoreProblem('damaged', `The disk gave an error with ${place}; check the disk, then try again.`),
  11: (place) =>
    new StoreProblem('damaged', `The data file ${place} is damaged; put a backup of it in its place.`),
  13: (place) =>
    new StoreProblem('full', `The disk is full, so ${place} cannot grow; make room, then try again.`),
  14: cannotWrite,
  26: (place) =>
    new StoreProblem(
      'not-a-database',
      `${place} is not a database; move that file away or choose another data folder with RUNON_DATA.`,
    ),
};

function cannotWrite(place: string): StoreProblem {
  const choose = isAddress(place) ? 'database with DATABASE_URL' : 'folder with RUNON_DATA';
  return new StoreProblem(
    'cannot-write',
    `${place} cannot be written; give this user the right to write there or choose another ${choose}.`,
  );
}

const isAddress = (place: string): boolean => place.includes('://');

const FILE_CODES: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'EISDIR',
]);
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/** The problem behind an engine's error, or undefined when the error is none of these (then it is a bug). */
export function problemOf(error: unknown, place: string): StoreProblem | undefined {
  if (error instanceof StoreProblem) return error;
  const { code, errcode, message } = error as { code?: unknown; errcode?: unknown; message?: unknown };
  const named = (problem: StoreProblem): StoreProblem =>
    new StoreProblem(problem.code, problem.message, error);
  if (typeof errcode === 'number') {
    const make = SQLITE[errcode & 0xff];
    return make === undefined ? undefined : named(make(place));
  }
  if (typeof code === 'string') {
    if (FILE_CODES.has(code) && !isAddress(place)) return named(cannotWrite(place));
    if (code === 'ENOSPC') return named(SQLITE[13]!(place));
    // 57P01 to 57P03 are "shutting down" and "starting up", class 08 a broken connection, class 28 and 3D000 a wrong user, password or name.
    if (NETWORK_CODES.has(code) || /^57P0[123]$/.test(code) || code.startsWith('08'))
      return named(noAnswer(place));
    if (code === '53100') return named(SQLITE[13]!(place));
    if (code.startsWith('28') || code === '3D000') return named(notLetIn(place, String(message)));
    if (code === '42501' || code === '25006') return named(cannotWrite(place));
  }
  if (error instanceof AggregateError) return problemOf(error.errors[0], place);
  // The driver's own, before a server is asked: a password is wanted and none is given.
  if (/^SASL\b/.test(String(message))) return named(notLetIn(place, 'it wants a password'));
  if (/timeout|Connection terminated/i.test(String(message))) return named(noAnswer(place));
  return undefined;
}

const noAnswer = (place: string): StoreProblem =>
  new StoreProblem(
    'does-not-answer',
    `The database at ${place} does not answer; start it or correct DATABASE_URL, then try again.`,
  );

const notLetIn = (place: string, reason: string): StoreProblem =>
  new StoreProblem(
    'does-not-answer',
    `The database at ${place} does not let Runon in (${reason}); correct the user, password or name in DATABASE_URL.`,
  );
