// Writes iCalendar (RFC 5545), which calendars subscribe to: one event per episode, by the minute where the time is
// known and for the whole day where it is not. It knows no title and no clock.

export type CalendarEvent = {
  /** The same for the same thing for ever, whatever changes about it. */
  readonly uid: string;
  readonly title: string;
  readonly when:
    | { readonly kind: 'day'; readonly day: string }
    | { readonly kind: 'time'; readonly at: string; readonly minutes: number };
  /** ISO 8601 instant of the last change, and how many there were. */
  readonly changedAt: string;
  readonly revision: number;
  readonly text?: string;
};

export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Runon//Runon//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;VALUE=TEXT:${escapeText(name)}`,
    `X-WR-CALNAME;VALUE=TEXT:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const linesOf = (event: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(event.uid)}`,
  // Published without a request: the stamp is that of the last change (RFC 5545, 3.8.7.2).
  `DTSTAMP:${stamp(event.changedAt)}`,
  `LAST-MODIFIED:${stamp(event.changedAt)}`,
  `SEQUENCE:${event.revision}`,
  ...(event.when.kind === 'day'
    ? [`DTSTART;VALUE=DATE:${event.when.day.replaceAll('-', '')}`, 'DURATION:P1D']
    : [`DTSTART:${stamp(event.when.at)}`, `DURATION:PT${Math.max(1, Math.round(event.when.minutes))}M`]),
  `SUMMARY:${escapeText(event.title)}`,
  ...(event.text === undefined ? [] : [`DESCRIPTION:${escapeText(event.text)}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const stamp = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const LONGEST_OCTETS = 75;

/** Lines of at most 75 octets, cut between signs; what goes on begins with a blank. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}
