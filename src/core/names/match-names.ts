// Which of these lines is meant by a name as somebody else wrote it: the `match --batch` command's one step.
import { createNameIndex } from './name-index.ts';

const ANSWERS = 10;

/** Answers line numbers, from 0, best first. */
export function matchNames(names: readonly string[]): (asked: string) => readonly number[] {
  const index = createNameIndex(names.map((name, line) => ({ id: String(line), names: [name] })));
  return (asked) => index.find(asked, ANSWERS).map((hit) => Number(hit.id));
}
