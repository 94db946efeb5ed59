// What a feel looks like on a cover: its hue, whether its paper is light or deep, its family of drawing, its energy.
// Genres stand in for feels where nobody has said how a show feels.
import { hashOf } from './anchors.ts';

export type Family = 'waves' | 'tiles' | 'bars';
export type Tone = 'light' | 'mid' | 'deep';
/** `hue` in degrees of OKLCH, `energy` 0 (calm) to 1 (restless). */
export type Ink = {
  readonly hue: number;
  readonly tone: Tone;
  readonly family: Family;
  readonly energy: number;
};

const ink = (hue: number, tone: Tone, family: Family, energy: number): Ink => ({ hue, tone, family, energy });

export const FEEL_INKS: Readonly<Record<string, Ink>> = {
  funny: ink(80, 'mid', 'tiles', 0.7),
  'dark-humour': ink(60, 'deep', 'tiles', 0.6),
  satirical: ink(110, 'mid', 'tiles', 0.6),
  romantic: ink(15, 'light', 'waves', 0.4),
  'slow-burn': ink(25, 'mid', 'waves', 0.2),
  steamy: ink(10, 'deep', 'waves', 0.6),
  'feel-good': ink(90, 'light', 'waves', 0.4),
  chill: ink(165, 'light', 'waves', 0.1),
  hopeful: ink(130, 'light', 'waves', 0.4),
  inspiring: ink(65, 'mid', 'waves', 0.6),
  nostalgic: ink(60, 'light', 'waves', 0.2),
  whimsical: ink(320, 'light', 'tiles', 0.7),
  cute: ink(355, 'light', 'tiles', 0.5),
  sad: ink(245, 'deep', 'waves', 0.2),
  bittersweet: ink(285, 'light', 'waves', 0.3),
  melancholic: ink(255, 'deep', 'waves', 0.1),
  tragic: ink(265, 'deep', 'waves', 0.4),
  angsty: ink(300, 'deep', 'bars', 0.7),
  melodramatic: ink(340, 'mid', 'waves', 0.8),
  dramatic: ink(30, 'deep', 'waves', 0.6),
  emotional: ink(5, 'mid', 'waves', 0.5),
  corny: ink(75, 'light', 'tiles', 0.5),
  sappy: ink(345, 'light', 'waves', 0.4),
  dark: ink(280, 'deep', 'bars', 0.4),
  gritty: ink(50, 'deep', 'bars', 0.6),
  violent: ink(22, 'deep', 'bars', 0.9),
  disturbing: ink(315, 'deep', 'bars', 0.7),
  scary: ink(295, 'deep', 'bars', 0.8),
  suspenseful: ink(250, 'deep', 'bars', 0.7),
  tense: ink(195, 'deep', 'bars', 0.9),
  mysterious: ink(275, 'deep', 'waves', 0.3),
  twisty: ink(200, 'deep', 'tiles', 0.8),
  exciting: ink(40, 'mid', 'bars', 0.9),
  epic: ink(70, 'deep', 'waves', 0.5),
  'fast-paced': ink(45, 'mid', 'bars', 1),
  'slow-paced': ink(185, 'light', 'waves', 0),
  addictive: ink(20, 'mid', 'tiles', 0.8),
  boring: ink(100, 'light', 'bars', 0.1),
  realistic: ink(150, 'light', 'bars', 0.3),
  absurd: ink(125, 'mid', 'tiles', 0.9),
  fantastical: ink(305, 'mid', 'tiles', 0.6),
  complex: ink(240, 'mid', 'tiles', 0.6),
  confusing: ink(180, 'mid', 'tiles', 0.9),
  'thought-provoking': ink(210, 'light', 'tiles', 0.3),
  educational: ink(195, 'light', 'bars', 0.3),
  original: ink(140, 'mid', 'tiles', 0.6),
  cliched: ink(85, 'light', 'tiles', 0.3),
  predictable: ink(105, 'light', 'bars', 0.2),
  stylish: ink(330, 'deep', 'tiles', 0.5),
  atmospheric: ink(225, 'mid', 'waves', 0.2),
  'family-friendly': ink(95, 'mid', 'tiles', 0.5),
  'character-driven': ink(35, 'light', 'tiles', 0.3),
  'plot-driven': ink(220, 'mid', 'bars', 0.6),
};

/** In this order, as a title has several genres and the plainest ("drama", "international") says least. */
const GENRES: readonly (readonly [RegExp, string])[] = [
  [/horror/i, 'scary'],
  [/roman/i, 'romantic'],
  [/kids|children|family/i, 'family-friendly'],
  [/stand-?up|comed/i, 'funny'],
  [/sci|fantasy|superhero/i, 'fantastical'],
  [/crime|thriller/i, 'suspenseful'],
  [/myster/i, 'mysterious'],
  [/action|adventure|war/i, 'exciting'],
  [/docu|science|nature/i, 'educational'],
  [/music/i, 'stylish'],
  [/sport/i, 'inspiring'],
  [/anime|animation/i, 'whimsical'],
  [/classic|cult|histor/i, 'nostalgic'],
  [/faith|spiritual/i, 'hopeful'],
  [/reality|talk/i, 'addictive'],
  [/independent/i, 'atmospheric'],
  [/drama/i, 'dramatic'],
];

const termOf = (genres: readonly string[]): string | undefined =>
  GENRES.find(([pattern]) => genres.some((genre) => pattern.test(genre)))?.[1];

/** A little apart from each other, so that a shelf of one genre is not one colour. */
export function inkOfGenres(genres: readonly string[], seed: string): Ink {
  const hash = hashOf(seed);
  const found = FEEL_INKS[termOf(genres) ?? ''];
  if (found === undefined) {
    return {
      hue: hash % 360,
      tone: 'light',
      family: (['waves', 'tiles', 'bars'] as const)[hash % 3]!,
      energy: 0.4,
    };
  }
  return { ...found, hue: (found.hue + (hash % 41) + 340) % 360 };
}
