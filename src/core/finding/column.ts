// Which shows have a trait and how much of it: pairs of slot and value that grow, shrink and are scanned fast.

/** Most columns are a person with one part: those are plain arrays, a third of the memory of two flat ones. */
export type Column = { slots: number[] | Uint32Array; values: number[] | Float32Array; count: number };

const FEW = 8;

export const newColumn = (): Column => ({ slots: [], values: [], count: 0 });

export function addToColumn(column: Column, slot: number, value: number): void {
  if (column.count < FEW) {
    column.slots = withOneMore(column.slots, column.count, slot);
    column.values = withOneMore(column.values, column.count, value);
    column.count++;
    return;
  }
  if (column.count === column.slots.length) {
    const slots = new Uint32Array(column.count * 2);
    const values = new Float32Array(column.count * 2);
    slots.set(column.slots);
    values.set(column.values);
    column.slots = slots;
    column.values = values;
  }
  column.slots[column.count] = slot;
  column.values[column.count++] = value;
}

/** A copy of just the size: an array that is pushed or spread into takes room for seventeen. */
function withOneMore(numbers: ArrayLike<number>, count: number, last: number): number[] {
  const more = new Array<number>(count + 1);
  for (let at = 0; at < count; at++) more[at] = numbers[at]!;
  more[count] = last;
  return more;
}

export function dropFromColumn(column: Column, slot: number): void {
  const at = column.slots.indexOf(slot);
  if (at < 0 || at >= column.count) return;
  const last = --column.count;
  column.slots[at] = column.slots[last]!;
  column.values[at] = column.values[last]!;
}

/** Puts the slot into the column of that key, which begins when nothing had it. */
export function addTo(
  columns: Map<string, Column>,
  key: string,
  { slot, value }: { slot: number; value: number },
): void {
  let column = columns.get(key);
  if (column === undefined) {
    column = newColumn();
    columns.set(key, column);
  }
  addToColumn(column, slot, value);
}

export function dropFrom(columns: Map<string, Column>, key: string, slot: number): void {
  const column = columns.get(key);
  if (column === undefined) return;
  dropFromColumn(column, slot);
  if (column.count === 0) columns.delete(key);
}
