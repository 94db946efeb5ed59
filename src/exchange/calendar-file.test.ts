// Read back by ical.js, which calendars use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, writeCalendar } from './calendar-file.ts';

const event = (known: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'one@runon',
  title: 'Lamplight 1×03 · The letter',
  when: { kind: 'time', at: '2026-11-23T13:00:00.000Z', minutes: 65 },
  changedAt: '2026-11-22T12:00:00.000Z',
  revision: 0,
  ...known,
});
const read = (name: string, events: readonly CalendarEvent[]) => {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(name, events)));
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
  };
};

test('an event with a time lasts as long as the episode', () => {
  const [one] = read('Runon', [event()]).events;
  assert.equal(one?.startDate.toJSDate().toISOString(), '2026-11-23T13:00:00.000Z');
  assert.equal(one?.endDate.toJSDate().toISOString(), '2026-11-23T14:05:00.000Z');
  assert.equal(one?.startDate.isDate, false);
  assert.equal(one?.component.getFirstPropertyValue('transp'), 'TRANSPARENT');
});

test('an event without a time takes its day', () => {
  const [one] = read('Runon', [event({ when: { kind: 'day', day: '2026-12-31' }, revision: 3 })]).events;
  assert.equal(one?.startDate.isDate, true);
  assert.equal(one?.startDate.toString(), '2026-12-31');
  assert.equal(one?.endDate.toString(), '2027-01-01');
  assert.equal(one?.sequence, 3);
});

test('lines are as long as they may be, and end as they must', () => {
  const text = writeCalendar('런 온'.repeat(40), [
    event({ title: '등불 '.repeat(60), text: 'x'.repeat(500) }),
  ]);
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('whatever a title is called, a calendar reads the same back', () => {
  const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(anyText, anyText, (name, title) => {
      const plain = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
      const calendar = read(name, [event({ title, text: name }), event({ uid: 'two@runon' })]);
      assert.equal(calendar.name, plain(name));
      assert.deepEqual(
        calendar.events.map(({ uid }) => uid),
        ['one@runon', 'two@runon'],
      );
      assert.equal(calendar.events[0]?.summary, plain(title));
      assert.equal(calendar.events[0]?.description, plain(name));
    }),
  );
});
