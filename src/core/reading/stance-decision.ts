// From what speaks for and against a show to a stance. The weights are those of a logistic regression on the stars of 2,200
// film reviews (Maas et al. 2011) that the word weights were not learned from: 92 % on the right side. Knows no text.
import type { Stance } from './finding.ts';

export type Signs = {
  /** Whether anything was said of the whole, and the sums of it by side. */
  readonly hasVotes: boolean;
  readonly good: number;
  readonly reserved: number;
  readonly mixed: number;
  readonly bad: number;
  /** From leaningOf: how the single words lean. */
  readonly lean: number;
  /** What is praised and criticised in parts. */
  readonly claims: { readonly good: number; readonly bad: number };
  /** The rating as a share of its scale. */
  readonly share: number | undefined;
  readonly isLong: boolean;
};

type Decision = { readonly stance: Stance; readonly sure: number; readonly why: readonly string[] };

const WEIGHT = { good: 0.17, bad: 0.27, praised: 0.26, criticised: 0.3, lean: 0.44, tone: 0.74, mixed: 0.12 };
const BIAS = 0.1;
const RATED = 10;
/** As log odds: below LEAST nobody knows, above OUTRIGHT nothing that is said beside it makes it mixed. */
const LEAST = 0.35;
const OUTRIGHT = 2.4;
const ONLY_PARTS = { short: 2.5, long: 3 };

/** Undefined where nothing is said of the whole: a tone or the praise of a part alone is no verdict. */
export function decideStance(signs: Signs): Decision | undefined {
  const { hasVotes, good, reserved, mixed, bad, lean, claims, share, isLong } = signs;
  const total =
    BIAS +
    WEIGHT.good * good -
    WEIGHT.bad * bad +
    WEIGHT.praised * claims.good -
    WEIGHT.criticised * claims.bad +
    WEIGHT.lean * lean +
    WEIGHT.tone * Math.tanh(lean / 3) -
    WEIGHT.mixed * mixed +
    (share === undefined ? 0 : (share - 0.55) * RATED);
  const why = [
    `for ${good.toFixed(1)}, reserved ${reserved.toFixed(1)}, mixed ${mixed.toFixed(1)}, against ${bad.toFixed(1)}`,
    `praised ${claims.good.toFixed(1)}, criticised ${claims.bad.toFixed(1)}`,
    `leaning ${lean.toFixed(1)}, in all ${total.toFixed(1)}`,
    ...(share === undefined ? [] : [`rating ${share.toFixed(2)}`]),
  ];
  const sure = Math.round(100 * Math.min(0.95, 0.45 + Math.abs(total) / 8)) / 100;
  if (share !== undefined && share >= 0.75) return { stance: 'recommends', sure: 0.95, why };
  if (share !== undefined && share <= 0.35) return { stance: 'advises-against', sure: 0.95, why };
  const leastClaims = isLong ? ONLY_PARTS.long : ONLY_PARTS.short;
  const isToned = isLong && Math.abs(total) > OUTRIGHT && Math.max(claims.good, claims.bad) > 1.5;
  if (!hasVotes && share === undefined && !isToned && Math.max(claims.good, claims.bad) < leastClaims)
    return undefined;
  const [praise, blame] = [good + claims.good, bad + claims.bad];
  // Said outright to be so-so, or praise and blame that cancel each other out.
  const isOutright = Math.max(good, bad) > mixed + 2 || Math.abs(total) > (isLong ? 1 : 2) * OUTRIGHT;
  const isSoSo = mixed >= 3 && !isOutright;
  const [less, more] = [Math.min(claims.good, claims.bad), Math.max(claims.good, claims.bad)];
  const isEven = !isLong && less >= 1 && less >= 0.6 * more && Math.max(good, bad) < 3;
  const isBothSides =
    (isEven && Math.abs(total) < 3 * LEAST) || (Math.min(praise, blame) >= 2 && Math.abs(total) < 2 * LEAST);
  const isHalfHearted = total < 0 && total > -OUTRIGHT / 2 && claims.good >= 2 && praise >= blame * 0.4;
  if (isSoSo || isBothSides || isHalfHearted) {
    const isLiked = total > LEAST && good + reserved >= 3 && good + reserved > mixed;
    return { stance: isLiked ? 'recommends-with-reservations' : 'mixed', sure: 0.5, why };
  }
  // Where the balance is even, what was said of the whole decides.
  const side = Math.abs(total) > LEAST ? total : Math.abs(good - bad) >= 2 ? good - bad : 0;
  if (side > 0) {
    const isReserved = reserved >= 3 && reserved + bad + mixed + claims.bad > (good + claims.good) * 0.5;
    return { stance: isReserved ? 'recommends-with-reservations' : 'recommends', sure, why };
  }
  if (side < 0) return { stance: 'advises-against', sure, why };
  return Math.min(praise, blame) >= 1 || mixed >= 1 ? { stance: 'mixed', sure: 0.4, why } : undefined;
}
