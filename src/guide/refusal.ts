// A person's wish that cannot be done, said in one sentence. Thrown only in guide; each face maps it once.

export type RefusalCode = 'not-found' | 'invalid' | 'conflict' | 'too-large' | 'unavailable' | 'newer-data';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly hint: string | undefined;
  constructor(code: RefusalCode, sentence: string, extra: { hint?: string; cause?: unknown } = {}) {
    super(sentence, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'Refusal';
    this.code = code;
    this.hint = extra.hint;
  }
}
