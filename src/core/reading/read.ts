// The steps of reading in order, nothing else: cut up, let each rule look, merge what says the same, order, ground.
import type { Span } from '../text.ts';
import { aspectRules } from './aspects.ts';
import { factRules } from './facts.ts';
import { feelRules } from './feels.ts';
import { type Claim, claimKey, type Draft, type Evidence, type Finding, type Reading } from './finding.ts';
import { readHeader } from './header.ts';
import { peopleRules } from './people.ts';
import { referenceRules } from './references.ts';
import { relationRules } from './relations.ts';
import { openSheet, type Reader, type Rule } from './sheet.ts';
import { spoilerRules } from './spoilers.ts';
import { themeRules } from './themes.ts';
import { verdictRules } from './verdict.ts';

export { createReader, type Reader, type ReaderData } from './sheet.ts';

/** Goes up when a reading of the same text may change; stored with each reading. */
export const READER_VERSION = '3';

const LIMIT_QUOTE = 300;
const LIMIT_SPOILER = 700;
const LIMIT_QUOTES = 20;

const RULES: readonly Rule[] = [
  ...factRules,
  ...peopleRules,
  ...relationRules,
  ...feelRules,
  ...themeRules,
  ...aspectRules,
  ...referenceRules,
  ...verdictRules,
  ...spoilerRules,
];

/** Reads one review. `about` is the title of the show that it is about, as a person would write it. */
export function read(review: { readonly text: string; readonly about?: string }, reader: Reader): Reading {
  const sheet = openSheet(review, reader);
  const drafts: Draft[] = [];
  for (const rule of RULES) for (const draft of rule.find(sheet, reader)) drafts.push(draft);
  const findings = merge(drafts, review.text);
  return { ...readHeader(sheet, findings), findings };
}

function merge(drafts: readonly Draft[], text: string): readonly Finding[] {
  const groups = new Map<string, Draft[]>();
  drafts.forEach((draft, at) => {
    // Every stretch that gives something away is a finding of its own.
    const key = draft.kind === 'spoiler' ? `spoiler|${at}` : claimKey(draft);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  });
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const finding = mergeGroup(group, text);
    if (finding !== undefined) findings.push(finding);
  }
  return findings.sort(
    (a, b) => a.evidence[0]!.start - b.evidence[0]!.start || a.evidence[0]!.end - b.evidence[0]!.end,
  );
}

function mergeGroup(group: readonly Draft[], text: string): Finding | undefined {
  const best = group.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const limit = best.kind === 'spoiler' ? LIMIT_SPOILER : LIMIT_QUOTE;
  const spans = group.length === 1 ? best.spans : group.flatMap((draft) => draft.spans);
  const evidence = ground(spans, { text, limit });
  if (evidence.length === 0) return undefined;
  const { spans: _, ...claim } = best;
  const confidence = Math.round(Math.min(0.99, best.confidence + 0.03 * (evidence.length - 1)) * 100) / 100;
  const details = group.length === 1 ? {} : mergeDetails(group, best);
  return Object.assign(claim, details, { evidence, confidence }) as Finding;
}

/** What drafts of one claim add to each other: the stronger degree, all traits, the details that one has. */
function mergeDetails(group: readonly Draft[], best: Draft): Partial<Claim> {
  const first = <T>(pick: (draft: Draft) => T | undefined): T | undefined =>
    pick(best) ?? group.map(pick).find((value) => value !== undefined);
  const strongest = (degrees: readonly number[]) =>
    degrees.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)) as -2 | -1 | 0 | 1 | 2;
  switch (best.kind) {
    case 'feel':
      return { degree: strongest(group.map((draft) => (draft.kind === 'feel' ? draft.degree : 0))) };
    case 'aspect':
      return { sentiment: strongest(group.map((draft) => (draft.kind === 'aspect' ? draft.sentiment : 0))) };
    case 'person': {
      const character = first((draft) => (draft.kind === 'person' ? draft.character : undefined));
      return character === undefined ? {} : { character };
    }
    case 'relation': {
      const becomes = first((draft) => (draft.kind === 'relation' ? draft.becomes : undefined));
      return becomes === undefined ? {} : { becomes };
    }
    case 'character': {
      const occupation = first((draft) => (draft.kind === 'character' ? draft.occupation : undefined));
      const gender = first((draft) => (draft.kind === 'character' ? draft.gender : undefined));
      const traits = [...new Set(group.flatMap((draft) => (draft.kind === 'character' ? draft.traits : [])))];
      return { ...(occupation ? { occupation } : {}), ...(gender ? { gender } : {}), traits };
    }
    case 'verdict': {
      const rating = first((draft) => (draft.kind === 'verdict' ? draft.rating : undefined));
      const audience = first((draft) => (draft.kind === 'verdict' ? draft.audience : undefined));
      const occasions = [
        ...new Set(group.flatMap((draft) => (draft.kind === 'verdict' ? draft.occasions : []))),
      ];
      return { ...(rating ? { rating } : {}), ...(audience ? { audience } : {}), occasions };
    }
    default:
      return {};
  }
}

/** Spans → quotes: trimmed, within the limit, in order, none inside another. */
function ground(
  spans: readonly Span[],
  where: { readonly text: string; readonly limit: number },
): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const evidence = quote(span, where);
    const last = found.at(-1);
    if (evidence === undefined || (last !== undefined && evidence.end <= last.end)) continue;
    found.push(evidence);
    if (found.length === LIMIT_QUOTES) break;
  }
  return found;
}

function quote(
  span: Span,
  { text, limit }: { readonly text: string; readonly limit: number },
): Evidence | undefined {
  const start = Math.max(0, span.start);
  let end = Math.min(span.end, text.length, start + limit);
  // Never half of a pair.
  const last = text.charCodeAt(end - 1);
  if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--;
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to, quote: text.slice(from, to) } : undefined;
}
