import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Profile } from '../../core/profile.ts';
import type { Show, ShowId } from '../../core/show.ts';
import { type LayoutEdge, layOut } from './character-layout.ts';
import { characterMap, type MapRelation } from './character-map.ts';
import { cover } from './cover.ts';
import { opinionStrips, type StripVoice } from './opinion-strip.ts';
import { visibleText } from './visible-text.test.ts';

type Covered = Pick<Show, 'id' | 'title' | 'names' | 'genres'>;
const show = (title: string, native?: string, genres: readonly string[] = ['Dramas']): Covered => ({
  id: `id-${title}` as ShowId,
  title,
  names: native === undefined ? [] : [{ text: native, kind: 'native' }],
  genres,
});
const profile = (
  feels: readonly (readonly [term: string, strength: number])[],
): Pick<Profile, 'feels' | 'reviewCount'> => ({
  reviewCount: 2,
  feels: feels.map(([term, strength]) => ({
    term,
    strength,
    spread: 0,
    ayes: strength > 0 ? 2 : 0,
    nays: 0,
    voices: [],
  })),
});
/** No attribute without a number where one is due, no element that opens and does not close. */
function assertDrawn(svg: string): void {
  assert.doesNotMatch(svg, /NaN|undefined|Infinity|style=|<script|\son\w+=/);
  const open = svg.match(/<[a-z]+\b[^>]*[^/]>/g)?.length ?? 0;
  assert.equal(svg.match(/<\/[a-z]+>/g)?.length, open, svg.slice(0, 300));
}

test('a cover is drawn for any title, small, the same each time', () => {
  const titles = [
    'Run On',
    'x',
    '',
    'كفرناحوم',
    '슬기로운 의사생활',
    'Q'.repeat(300),
    'many words '.repeat(27),
    '<script>alert(1)</script>',
    '😀😀😀',
  ];
  for (const title of titles) {
    for (const native of [undefined, '런 온', 'कोटा फैक्ट्री', 'שטיסל', '神'.repeat(80), '"><script>']) {
      for (const said of [
        undefined,
        profile([]),
        profile([
          ['romantic', 2],
          ['chill', 1],
        ]),
        profile([['nobody-knows', 2]]),
      ]) {
        const drawn = cover(show(title, native), said).toString();
        assertDrawn(drawn.replaceAll(/&lt;script/g, ''));
        assert.equal(cover(show(title, native), said).toString(), drawn);
        assert.ok(drawn.length <= 2300, `${drawn.length} ${title.slice(0, 20)}`);
      }
    }
  }
});

test('a cover takes its colour from what is said, not from what is denied', () => {
  const ground = (said?: Pick<Profile, 'feels' | 'reviewCount'>): string =>
    /fill="(oklch\([^)]*\))"/.exec(cover(show('A'), said).toString())?.[1] ?? '';
  assert.notEqual(ground(profile([['scary', 2]])), ground(profile([['cute', 2]])));
  assert.equal(
    ground(
      profile([
        ['cute', 2],
        ['scary', -2],
      ]),
    ),
    ground(profile([['cute', 2]])),
  );
  assert.equal(ground(profile([['scary', -1]])), ground());
});

test('a cover with a label is an image of that name, else decoration', () => {
  assert.match(
    cover(show('A'), undefined, 'Cover "A"').toString(),
    /role="img" aria-label="Cover &quot;A&quot;"/,
  );
  assert.match(cover(show('A')).toString(), /aria-hidden="true"/);
});

const strips = (voices: readonly StripVoice[], strength = 1): string =>
  opinionStrips({
    rows: [{ label: 'Funny', strength, voices, summary: 'sum' }],
    words: { low: 'not at all', high: 'very' },
    label: 'Feels',
  }).toString();

test('one dot for each reviewer, on the side of their opinion; many are drawn as bars', () => {
  const voices = [2, 1, 1, 0, -0.6, -2].map((degree, index) => ({
    degree,
    quote: `q${index}`,
    href: `#e${index}`,
  }));
  const html = strips(voices);
  assert.equal(html.match(/class="dot is-aye"/g)?.length, 3);
  assert.equal(html.match(/class="dot is-even"/g)?.length, 1);
  assert.equal(html.match(/class="dot is-nay"/g)?.length, 2);
  assert.match(html, /<li class="c12"><a class="dot is-aye" href="#e1">.*?<a class="dot is-aye" href="#e2">/);
  assert.match(html, /class="mean"/);

  const many = strips(
    Array.from({ length: 500 }, (_, index) => ({ degree: (index % 17) / 4 - 2, quote: 'q', href: '#e' })),
  );
  assert.equal(many.match(/class="bar /g)?.length, 17);
  assert.ok(many.length < 6_000);
  const sum = [...many.matchAll(/<span class="count">(\d+)/g)].reduce(
    (total, match) => total + Number(match[1]),
    0,
  );
  assert.equal(sum, 500);
});

test('a strip without voices has its ruler and no mean; odd numbers are kept within it', () => {
  assert.doesNotMatch(strips([]), /class="mean"|NaN/);
  const html = strips(
    [{ degree: Number.NaN }, { degree: 99 }, { degree: -99, href: 'javascript:alert(1)', quote: '<b>' }],
    Number.NaN,
  );
  assert.doesNotMatch(html, /NaN|javascript|<b>/);
  assert.match(html, /c16.*|c0/);
});

const relation = (a: string, b: string, more: Partial<MapRelation> = {}): MapRelation => ({
  between: [a, b],
  relation: 'friends',
  label: 'friends',
  ...more,
});
const words = { label: 'Map', list: 'As a list', rest: 'Also' };

test('the map draws a dozen people at most, names the rest, and lists every relation', () => {
  const relations = Array.from({ length: 40 }, (_, index) =>
    relation(`Person ${index}`, `Person ${(index * 7 + 1) % 20}`),
  );
  const html = characterMap({ people: [{ name: 'Loner', actor: 'Someone' }], relations, words }).toString();
  for (const svg of html.match(/<svg.*?<\/svg>/g) ?? []) {
    assertDrawn(svg);
    assert.ok((svg.match(/class="map-name"/g)?.length ?? 0) <= 12);
  }
  assert.equal(html.match(/<svg/g)?.length, 2);
  assert.equal(html.match(/<li>/g)?.length, 40);
  assert.match(html, /Loner <small>Someone/);
});

test('the map is empty without people, tells what a relation becomes, and escapes names', () => {
  assert.equal(
    characterMap({ people: [], relations: [], words }).toString(),
    '<figure class="character-map"></figure>',
  );
  const relations = [
    relation('<script>', '김선겸', { label: 'frenemies', becomes: 'friends', href: 'javascript:x' }),
    relation('A', 'A'),
  ];
  const html = characterMap({ people: [], relations, words }).toString();
  assert.doesNotMatch(html, /<script|javascript/);
  assert.match(visibleText(html), /frenemies → friends/);
  assert.match(html, /class="map-arrow"/);
  assert.equal(characterMap({ people: [], relations, words }).toString(), html);
});

test('law: people never stand on each other, and no picture is left', () => {
  const person = fc.record({ width: fc.integer({ min: 20, max: 150 }), height: fc.constantFrom(22, 38, 54) });
  const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 20, max: 140 }));
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 2, maxLength: 12 }),
      fc.array(edge, { maxLength: 18 }),
      (people, drawn) => {
        const edges: readonly LayoutEdge[] = drawn
          .map(([from, to, width]) => ({
            from: from % people.length,
            to: to % people.length,
            width,
            height: 18,
          }))
          .filter(({ from, to }) => from !== to);
        const layout = layOut(people, edges, { width: 680, columns: 4 });
        for (const [index, a] of layout.people.entries()) {
          assert.ok(a.x - a.width / 2 >= 0 && a.x + a.width / 2 <= 680 && a.y - a.height / 2 >= 0);
          assert.ok(a.y + a.height / 2 <= layout.height);
          for (const b of layout.people.slice(index + 1)) {
            const isApart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            assert.ok(isApart, JSON.stringify([a, b]));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
