// What an address of the API is: one schema checks what is given and is what the OpenAPI document says of it.
import type { z } from 'zod';
import type { Guide } from '../../guide/guide.ts';

export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** "/titles/{id}": what stands in braces is given as text. */
  readonly path: string;
  readonly summary: string;
  /** What is answered, in a sentence. */
  readonly answers: string;
  /** Of the query for `get` and `delete`, of a JSON body otherwise; `path` parameters among it. */
  readonly input: z.ZodObject;
  readonly status?: 200 | 201;
  /** Undefined is answered by 204, no content. */
  readonly run: (guide: Guide, input: never) => unknown;
};

/** Keeps an endpoint's input and its `run` of one type. */
export const endpoint = <Input extends z.ZodObject>(
  made: Omit<Endpoint, 'input' | 'run'> & {
    readonly input: Input;
    readonly run: (guide: Guide, input: z.infer<Input>) => unknown;
  },
): Endpoint => made as unknown as Endpoint;

export const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
