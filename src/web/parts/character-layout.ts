// Where people stand on a character map: a staggered grid, the order in which lines cross least and words do not
// collide, found by exchanging two at a time. No chance is involved: the same people stand in the same places.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** Sizes of a person's words and of a line's words; `from` and `to` are indexes of people. */
export type LayoutPerson = { readonly width: number; readonly height: number };
export type LayoutEdge = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
};
type Point = { readonly x: number; readonly y: number };
/** Boxes are given by their middle. */
export type Layout = {
  readonly height: number;
  readonly people: readonly Box[];
  readonly labels: readonly Box[];
};

const ROW = 136;
const TOP = 34;
/** Where a word may stand on its line, the middle first. */
const PLACES: readonly number[] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

const overlap = (a: Box, b: Box): number => {
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return across > 0 && down > 0 ? Math.min(across, down) : 0;
};

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);

/** How near a line comes to the middle of a box, in the box's own measure: under 1 it runs through. */
function nearness(a: Point, b: Point, box: Box): number {
  const dx = (b.x - a.x) / (box.width / 2 + 6);
  const dy = (b.y - a.y) / (box.height / 2 + 6);
  const px = (box.x - a.x) / (box.width / 2 + 6);
  const py = (box.y - a.y) / (box.height / 2 + 6);
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - along * dx, py - along * dy);
}

const between = (a: Point, b: Point, at: number): Point => ({
  x: a.x + (b.x - a.x) * at,
  y: a.y + (b.y - a.y) * at,
});

function slotsOf(count: number, width: number, columns: number): readonly Point[] {
  const rows = Math.ceil(count / columns);
  const slots: Point[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = (width * (column + 0.5)) / columns;
      slots.push({ x, y: TOP + row * ROW + (column % 2 === 1 ? ROW / 2 : 0) });
    }
  }
  return slots;
}

type Problem = {
  readonly people: readonly LayoutPerson[];
  readonly edges: readonly LayoutEdge[];
  readonly width: number;
};

/** A person's box, kept within the picture. */
function boxAt(person: LayoutPerson, slot: Point, width: number): Box {
  const half = person.width / 2;
  const x = half * 2 > width ? width / 2 : Math.min(width - half, Math.max(half, slot.x));
  return { x, y: slot.y, width: person.width, height: person.height };
}

function costOf(boxes: readonly Box[], { edges }: Problem): number {
  let cost = 0;
  const labels: Box[] = [];
  for (const [index, edge] of edges.entries()) {
    const a = boxes[edge.from]!;
    const b = boxes[edge.to]!;
    cost += Math.hypot(a.x - b.x, a.y - b.y) / 40;
    const label = { ...between(a, b, 0.5), width: edge.width, height: edge.height };
    for (const [at, box] of boxes.entries()) {
      cost += overlap(label, box) * 1.5;
      if (at !== edge.from && at !== edge.to) cost += Math.max(0, 1.1 - nearness(a, b, box)) * 60;
    }
    for (const other of labels) cost += overlap(label, other) * 2;
    labels.push(label);
    for (const other of edges.slice(0, index)) {
      const isApart = ![other.from, other.to].some((end) => end === edge.from || end === edge.to);
      if (isApart && cross(a, b, boxes[other.from]!, boxes[other.to]!)) cost += 25;
    }
  }
  return cost;
}

/** `order[slot]` is the person there, or -1. */
function improve(slots: readonly Point[], problem: Problem): readonly Box[] {
  const order = slots.map((_, index) => (index < problem.people.length ? index : -1));
  const boxesOf = (): Box[] => {
    const boxes: Box[] = [];
    for (const [slot, person] of order.entries()) {
      if (person >= 0) boxes[person] = boxAt(problem.people[person]!, slots[slot]!, problem.width);
    }
    return boxes;
  };
  let best = costOf(boxesOf(), problem);
  for (let round = 0; round < 12; round += 1) {
    let isBetter = false;
    for (let a = 0; a < order.length; a += 1) {
      for (let b = a + 1; b < order.length; b += 1) {
        if (order[a] === order[b]) continue;
        [order[a], order[b]] = [order[b]!, order[a]!];
        const cost = costOf(boxesOf(), problem);
        if (cost < best - 0.001) {
          best = cost;
          isBetter = true;
        } else [order[a], order[b]] = [order[b]!, order[a]!];
      }
    }
    if (!isBetter) break;
  }
  return boxesOf();
}

/** Each word where it collides least, with people and with the words before it. */
function placeLabels(boxes: readonly Box[], { edges, width }: Problem): readonly Box[] {
  const placed: Box[] = [];
  for (const edge of edges) {
    const a = boxes[edge.from]!;
    const b = boxes[edge.to]!;
    let best: { readonly box: Box; readonly cost: number } | undefined;
    for (const [rank, at] of PLACES.entries()) {
      const middle = between(a, b, at);
      const x = Math.min(width - edge.width / 2, Math.max(edge.width / 2, middle.x));
      const box = { x, y: middle.y, width: edge.width, height: edge.height };
      const cost = [...boxes, ...placed].reduce((sum, other) => sum + overlap(box, other), rank * 0.4);
      if (best === undefined || cost < best.cost) best = { box, cost };
    }
    placed.push(best!.box);
  }
  return placed;
}

export function layOut(
  people: readonly LayoutPerson[],
  edges: readonly LayoutEdge[],
  frame: { readonly width: number; readonly columns: number },
): Layout {
  const problem = { people, edges, width: frame.width };
  const boxes = improve(slotsOf(people.length, frame.width, frame.columns), problem);
  const highest = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const moved = boxes.map((box) => ({ ...box, y: box.y - highest + 4 }));
  const labels = placeLabels(moved, problem);
  const height = Math.ceil(Math.max(0, ...[...moved, ...labels].map((box) => box.y + box.height / 2)) + 6);
  return { height, people: moved, labels };
}
