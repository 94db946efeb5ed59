// A reading as people like to read it: grouped by kind, each thing with the words that say it.
import type { Degree, Finding, Reading } from '../core/reading/finding.ts';
import { type Paint, printable } from './paint.ts';

type Style = { readonly isWhy: boolean; readonly paint: Paint };

const GROUPS: readonly { readonly kind: Finding['kind']; readonly heading: string }[] = [
  { kind: 'verdict', heading: 'Verdict' },
  { kind: 'feel', heading: 'How it feels' },
  { kind: 'theme', heading: 'What it is about' },
  { kind: 'aspect', heading: 'How it is made' },
  { kind: 'fact', heading: 'Facts' },
  { kind: 'person', heading: 'People' },
  { kind: 'character', heading: 'Characters' },
  { kind: 'relation', heading: 'Between them' },
  { kind: 'reference', heading: 'Other works' },
  { kind: 'spoiler', heading: 'Gives away' },
];

export function printReading(reading: Reading, style: Style): string {
  const groups = GROUPS.map(({ kind, heading }) => ({
    heading,
    findings: reading.findings.filter((finding) => finding.kind === kind),
  })).filter(({ findings }) => findings.length > 0);
  if (groups.length === 0) return `${head(reading, style)}Nothing was found in this text.`;
  return (
    head(reading, style) +
    groups
      .map(({ heading, findings }) =>
        [style.paint.strong(heading), ...findings.flatMap((finding) => printFinding(finding, style))].join(
          '\n',
        ),
      )
      .join('\n\n')
  );
}

function head(reading: Reading, { paint }: Style): string {
  const { show, review } = reading;
  const title = [show.title, show.nativeTitle && `(${show.nativeTitle})`, show.kind && `· ${show.kind}`];
  const about = [
    review.title,
    review.writer && `by ${review.writer}`,
    review.publication,
    review.publishedOn,
  ];
  const lines = [
    paint.strong(printable(title.filter(Boolean).join(' '))),
    paint.soft(printable(about.filter(Boolean).join(' · '))),
  ];
  const said = [show.title ? lines[0] : undefined, about.some(Boolean) ? lines[1] : undefined].filter(
    (line) => line !== undefined,
  );
  return said.length > 0 ? `${said.join('\n')}\n\n` : '';
}

function printFinding(finding: Finding, { isWhy, paint }: Style): string[] {
  const quotes = finding.evidence.map(({ quote }) => paint.soft(`      “${printable(quote)}”`));
  const { rule, cue, scope } = finding.why;
  const why = [
    `rule ${rule}`,
    cue === undefined ? undefined : `cue "${printable(cue)}"`,
    scope.length > 0 ? `scope ${scope.join(', ')}` : undefined,
    `confidence ${finding.confidence.toFixed(2)}`,
  ];
  return [
    `  ${printable(say(finding))}`,
    ...quotes,
    ...(isWhy ? [paint.soft(`      ${why.filter(Boolean).join(' · ')}`)] : []),
  ];
}

const DEGREES: Readonly<Record<Degree, string>> = {
  2: 'very much',
  1: 'yes',
  0: 'neither',
  [-1]: 'not, or not too much',
  [-2]: 'not at all',
};
const SENTIMENTS: Readonly<Record<Degree, string>> = {
  2: 'raves',
  1: 'praises',
  0: 'mixed',
  [-1]: 'criticises',
  [-2]: 'pans',
};

const plain = (term: string): string => term.replaceAll('-', ' ');

function say(finding: Finding): string {
  switch (finding.kind) {
    case 'fact':
      return `${finding.field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${finding.value}`;
    case 'person':
      return `${finding.name}, ${finding.role}${finding.character ? ` as ${finding.character}` : ''}`;
    case 'character':
      return [finding.name, finding.occupation, ...finding.traits].filter(Boolean).join(', ');
    case 'relation': {
      const [one, other] = finding.between;
      const then = finding.becomes ? `, then ${plain(finding.becomes)}` : '';
      return `${one} and ${other}: ${plain(finding.relation)}${then}`;
    }
    case 'feel':
      return `${plain(finding.term)}: ${DEGREES[finding.degree]}`;
    case 'theme':
      return plain(finding.term);
    case 'aspect':
      return `${plain(finding.aspect)}: ${SENTIMENTS[finding.sentiment]}`;
    case 'reference':
      return `${finding.title} (${plain(finding.as)})`;
    case 'verdict': {
      const { stance, rating, occasions, audience } = finding;
      return [
        plain(stance),
        rating && `${rating.value}/${rating.outOf}`,
        occasions.length > 0 && `good for: ${occasions.map(plain).join(', ')}`,
        audience && `for ${audience}`,
      ]
        .filter(Boolean)
        .join(' · ');
    }
    case 'spoiler':
      return 'a turn of the plot';
  }
}
