// A cover drawn from a show's own profile: the feels set hue, rhythm and density. A show that nobody has reviewed has
// its genres' drawing in one pale ink: colour comes with the readers.
import type { Profile } from '../../core/profile.ts';
import type { Show } from '../../core/show.ts';
import { hashOf } from './anchors.ts';
import { drawArt } from './cover-art.ts';
import { FEEL_INKS, type Ink, inkOfGenres, type Tone } from './cover-inks.ts';
import { asMarkup, escapeText, type Markup } from './markup.ts';
import { isFullWidth, shorten, widthOf, wrap } from './text-width.ts';

type CoverShow = Pick<Show, 'id' | 'title' | 'names' | 'genres'>;
type CoverProfile = Pick<Profile, 'feels' | 'reviewCount'>;

const round = (value: number): number => Math.round(value * 100) / 100;
const oklch = (light: number, chroma: number, hue: number): string =>
  `oklch(${round(light)} ${round(chroma)} ${Math.round(hue + 360) % 360})`;

type Palette = {
  readonly ground: string;
  readonly title: string;
  readonly first: string;
  readonly second: string;
};

/** Lightness and chroma of ground, title, first and second ink. */
const TONES: Readonly<Record<Tone, readonly (readonly [number, number])[]>> = {
  light: [
    [0.885, 0.068],
    [0.33, 0.08],
    [0.72, 0.11],
    [0.56, 0.17],
  ],
  mid: [
    [0.74, 0.115],
    [0.23, 0.05],
    [0.58, 0.13],
    [0.95, 0.05],
  ],
  deep: [
    [0.29, 0.065],
    [0.95, 0.03],
    [0.47, 0.1],
    [0.76, 0.14],
  ],
};

function paletteOf(first: Ink, secondHue: number, isRead: boolean): Palette {
  const [ground, title, main, accent] = TONES[first.tone] as readonly (readonly [number, number])[];
  const strength = isRead ? 1 : 0.4;
  const shade = (of: readonly [number, number] | undefined, hue: number): string =>
    oklch(of?.[0] ?? 0.5, (of?.[1] ?? 0) * strength, hue);
  return {
    ground: shade(ground, first.hue),
    title: shade(title, first.hue),
    first: shade(main, first.hue),
    second: isRead ? shade(accent, secondHue) : shade(main, first.hue),
  };
}

const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

/** What is said of nearly every show tells shows apart less. */
const COMMON: Readonly<Record<string, number>> = {
  funny: 0.55,
  romantic: 0.8,
  emotional: 0.65,
  dramatic: 0.5,
  addictive: 0.6,
  realistic: 0.7,
  original: 0.6,
  complex: 0.6,
  boring: 0.4,
  cliched: 0.4,
  predictable: 0.4,
  'slow-paced': 0.6,
  'fast-paced': 0.6,
  'character-driven': 0.5,
  'plot-driven': 0.5,
};

/** Feels that the show has, the heaviest first; each weighs its strength times the reviewers who say so. */
function inksOf(
  profile: CoverProfile | undefined,
): readonly { readonly ink: Ink; readonly weight: number }[] {
  return (profile?.feels ?? [])
    .flatMap((feel) => {
      const ink = FEEL_INKS[feel.term];
      return ink === undefined || feel.strength <= 0
        ? []
        : [{ ink, weight: feel.strength * Math.sqrt(feel.ayes + 1) * (COMMON[feel.term] ?? 1) }];
    })
    .sort((a, b) => b.weight - a.weight);
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const SIZES: readonly (readonly [size: number, lines: number])[] = [
  [42, 2],
  [36, 3],
  [30, 4],
  [25, 5],
  [21, 6],
  [18, 7],
];

type Setting = { readonly size: number; readonly lines: readonly string[] };

/** The largest size at which the title keeps its words whole and its lines few. */
function setTitle(title: string, width: number): Setting {
  const text = title.length > 160 ? `${title.slice(0, 160)}…` : title;
  const longest = Math.max(...text.split(/\s+/).map(widthOf));
  for (const [size, most] of SIZES) {
    const lines = wrap(text, width / size);
    const isWhole = longest <= width / size || size === 18;
    if (isWhole && lines.length <= most) return { size, lines };
  }
  const lines = wrap(text, width / 18).slice(0, 7);
  return {
    size: 18,
    lines: lines.map((line, index) => (index === 6 ? shorten(`${line} …`, width / 18) : line)),
  };
}

function titleText(setting: Setting, colour: string, isRightToLeft: boolean): string {
  const { size, lines } = setting;
  const x = isRightToLeft ? 186 : 14;
  const rows = lines.map(
    (line, index) =>
      `<tspan x="${x}" y="${round(14 + size * (0.76 + index * 1.02))}">${escapeText(line)}</tspan>`,
  );
  const way = isRightToLeft ? ' direction="rtl"' : '';
  return `<text class="cover-title" font-size="${size}" fill="${colour}"${way}>${rows.join('')}</text>`;
}

const isVerticalScript = (text: string): boolean =>
  [...text].every((letter) => letter === ' ' || isFullWidth(letter.codePointAt(0)!));

const nativeSize = (native: string): number => (native.length > 8 ? 13 : 17);

/** The name in its own script: down the side where the script can be set so, else in a line under the title. */
function nativeText(native: string, below: number, colour: string): string {
  if (isVerticalScript(native)) {
    const text = escapeText(shorten(native, 16));
    return `<text class="cover-native" writing-mode="vertical-rl" x="180" y="14" font-size="${nativeSize(native)}" fill="${colour}">${text}</text>`;
  }
  const isRightToLeft = RIGHT_TO_LEFT.test(native);
  const place = isRightToLeft ? 'x="186" direction="rtl"' : 'x="14"';
  return `<text class="cover-native" ${place} y="${round(below)}" font-size="14" fill="${colour}">${escapeText(shorten(native, 11.5))}</text>`;
}

const nativeEnd = (native: string): number => 24 + nativeSize(native) * Math.min(12, native.length);

/** With a `label` it is an image of that name, without one it is decoration (the title stands beside it). */
export function cover(show: CoverShow, profile?: CoverProfile, label?: string): Markup {
  const inks = inksOf(profile);
  // Two shows of the same feel are kin, not twins.
  const turn = (hashOf(show.id) % 41) - 20;
  const felt = inks[0]?.ink;
  const first = felt === undefined ? inkOfGenres(show.genres, show.id) : { ...felt, hue: felt.hue + turn };
  const other = inks.find(({ ink }) => apart(ink.hue, first.hue) >= 50)?.ink.hue ?? first.hue + 150;
  const palette = paletteOf(first, other, inks.length > 0);
  const weight = inks.reduce((sum, { weight: one }) => sum + one, 0);
  const energy =
    weight === 0 ? first.energy : inks.reduce((sum, one) => sum + one.ink.energy * one.weight, 0) / weight;

  const native = show.names.find((name) => name.kind === 'native')?.text;
  const hasNative = native !== undefined && native !== '' && native !== show.title;
  const isBeside = hasNative && isVerticalScript(native);
  const setting = setTitle(show.title, isBeside ? 148 : 172);
  const titleEnd = 14 + setting.size * (0.76 + (setting.lines.length - 1) * 1.02 + 0.3);
  const below = titleEnd + 14;

  const art = drawArt({
    family: first.family,
    top: Math.max(112, (hasNative && !isBeside ? below : titleEnd) + 18, isBeside ? nativeEnd(native) : 0),
    energy,
    density: Math.min(1, inks.length / 10),
    seed: hashOf(show.id),
    first: palette.first,
    second: palette.second,
  });
  const name = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeText(label)}"`;
  const text =
    titleText(setting, palette.title, RIGHT_TO_LEFT.test(show.title)) +
    (hasNative ? nativeText(native, below, palette.title) : '');
  return asMarkup(
    `<svg class="cover" viewBox="0 0 200 300" ${name}><path fill="${palette.ground}" d="M0 0h200v300H0z"/>${art}${text}</svg>`,
  );
}
