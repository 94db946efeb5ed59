// The drawing under a cover's title, in two inks: waves, tiles or bars. The same input draws the same picture.
import type { Family } from './cover-inks.ts';

/** `top` is where the drawing may begin (0 to 300); energy and density are 0 to 1; inks are colours as SVG knows them. */
export type Art = {
  readonly family: Family;
  readonly top: number;
  readonly energy: number;
  readonly density: number;
  readonly seed: number;
  readonly first: string;
  readonly second: string;
};

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const n = (value: number): number => Math.round(value * 10) / 10;

/** Lines that swell towards the middle; with them, in the second ink, a disc, a line that runs on, or a hill. */
function waves(art: Art): string {
  const roll = dice(art.seed);
  const count = Math.round(6 + art.density * 9);
  const step = (292 - art.top) / count;
  const half = [100, 66, 50, 40][Math.min(3, Math.floor(art.energy * 4))]!;
  const swell = step * (1.1 + art.energy * 2.2);
  const phase = roll() * half * 2;
  const beside = roll();
  const lean = roll() - 0.5;
  const line = (at: number, height: number, shift: number): string => {
    const start = -((phase + shift + half * 4) % (half * 2)) - half;
    const repeats = Math.ceil((200 - start) / half);
    return `M${n(start)} ${n(at)}q${n(half / 2)} ${n(-height)} ${half} 0${`t${half} 0`.repeat(repeats)}`;
  };
  let lines = '';
  for (let index = 0; index < count; index += 1) {
    const at = art.top + step * (index + 0.8);
    const height = swell * Math.sin((Math.PI * (index + 1)) / (count + 1));
    lines += line(at, height, index * half * lean * 0.5);
  }
  const width = n(Math.min(9, step * 0.42));
  const drawn = `<path fill="none" stroke="${art.first}" stroke-width="${width}" d="${lines}"/>`;
  if (beside < 0.4) {
    const radius = n(20 + roll() * 34);
    const across = n(40 + roll() * 120);
    return `<circle cx="${across}" cy="${n(art.top + radius + roll() * 24)}" r="${radius}" fill="${art.second}"/>${drawn}`;
  }
  if (beside < 0.75) {
    const runOn = line(art.top + step * count * (0.4 + roll() * 0.3), -swell * 1.15, half * 0.3);
    return `${drawn}<path fill="none" stroke="${art.second}" stroke-width="${n(width * 1.9)}" d="${runOn}"/>`;
  }
  const hill = line(art.top + step * count * (0.5 + roll() * 0.2), swell * 1.3, half * roll());
  return `<path fill="${art.second}" d="${hill}V300H-99z"/>${drawn}`;
}

/** Quarters, halves and rounds on a grid. */
function tiles(art: Art): string {
  const roll = dice(art.seed);
  const columns = art.density > 0.5 || art.energy > 0.75 ? 5 : 4;
  const size = 200 / columns;
  const rows = Math.max(1, Math.floor((300 - art.top) / size));
  const inks: [string, string] = ['', ''];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = n(column * size);
      const y = n(300 - (row + 1) * size);
      const s = n(size);
      const h = n(size / 2);
      const shape = Math.floor(roll() * (5.4 - art.energy * 0.6));
      const which = roll() < 0.3 ? 1 : 0;
      // Fewer towards the top, as if they had been piled up.
      if (roll() < (row / rows) * 0.55) continue;
      const drawn = [
        `M${x} ${y}h${s}a${s} ${s} 0 0 1-${s} ${s}z`,
        `M${n(x + size)} ${n(y + size)}h-${s}a${s} ${s} 0 0 1 ${s}-${s}z`,
        `M${x} ${n(y + size)}a${h} ${h} 0 0 1 ${s} 0z`,
        `M${x} ${n(y + size / 2)}a${h} ${h} 0 0 1 ${s} 0a${h} ${h} 0 0 1-${s} 0z`,
        `M${x} ${y}h${s}v${s}z`,
      ][shape];
      if (drawn !== undefined) inks[which] += drawn;
    }
  }
  return `<path fill="${art.first}" d="${inks[0]}"/><path fill="${art.second}" d="${inks[1]}"/>`;
}

/** Bars of unequal width: uprights that climb or fall, lines of ragged length, or slants; the restless have more. */
function bars(art: Art): string {
  const roll = dice(art.seed);
  const count = Math.round(8 + art.energy * 9 + art.density * 5);
  const way = Math.floor(roll() * 4);
  const widths = Array.from({ length: count }, () => 0.35 + roll());
  const total = widths.reduce((sum, width) => sum + width, 0);
  const room = 300 - art.top;
  const span = way === 2 ? room : way === 3 ? 200 + room * 0.5 : 200;
  const accent = Math.floor(count * (0.25 + roll() * 0.5));
  const inks: [string, string] = ['', ''];
  let at = 0;
  for (const [index, share] of widths.entries()) {
    const slot = (share / total) * span;
    const isAccent = index === accent;
    const width = n(slot * (isAccent ? 0.9 : 0.62));
    const along = way === 0 ? (index + 1) / count : 1 - index / count;
    const height = room * (0.12 + 0.6 * along + 0.28 * roll());
    const drawn = [
      `M${n(at)} 300v-${n(height)}h${width}V300z`,
      `M${n(at)} 300v-${n(height)}h${width}V300z`,
      `M0 ${n(art.top + at)}h${n(70 + 130 * roll())}v${width}H0z`,
      `M${n(at)} ${art.top}h${width}L${n(at + width - room * 0.5)} 300h-${width}z`,
    ][way]!;
    inks[isAccent ? 1 : 0] += drawn;
    at += slot;
  }
  return `<path fill="${art.first}" d="${inks[0]}"/><path fill="${art.second}" d="${inks[1]}"/>`;
}

const DRAWN: Readonly<Record<Family, (art: Art) => string>> = { waves, tiles, bars };

export const drawArt = (art: Art): string => DRAWN[art.family](art);
