import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReader } from '../../guide/reader.ts';
import { read } from './read.ts';

const reader = loadReader();
const find = (text: string): string[] =>
  read({ text }, reader).findings.flatMap((finding) =>
    finding.kind === 'aspect' ? [`${finding.aspect} ${finding.sentiment}`] : [],
  );

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['The acting is superb.', ['acting 2']],
  ['superb acting', ['acting 2']],
  ['The acting from the whole young cast was really good.', ['acting 2']],
  ['The dialogue falls flat.', ['dialogue -1']],
  ['I loved the soundtrack.', ['music 2']],
  ['I hated the ending.', ['ending -2']],
  ['I was impressed by her performance.', ['acting 1']],
  ['The acting, directing and writing were terrible.', ['acting -2', 'directing -2', 'writing -2']],
  ['Great acting but a weak ending.', ['acting 2', 'ending -1']],
  ['The first half is well paced, the ending is rushed.', ['pacing 1', 'ending -1', 'pacing -1']],
  ['The script is not good.', ['writing -1']],
  ['The visuals were a bit disappointing.', ['visuals -1']],
  ['Brilliant and moving performances.', ['acting 2']],
  ['Few of the jokes are good.', ['humour -1']],
  ['No chemistry.', ['cast-chemistry -1']],
  ['The chemistry between the leads is great.', ['cast-chemistry 2']],
  ['There are plot holes.', ['story -1']],
  ['It is well acted and beautifully shot.', ['acting 1', 'visuals 2']],
  ['The music was okay.', ['music 0']],
  ['The jokes did not land.', ['humour -1']],
  // said without an adjective right beside it
  ['The soundtrack is so good.', ['music 2']],
  ['The leads have great chemistry.', ['cast-chemistry 2']],
  ["The leads' acting is superb.", ['acting 2']],
  ['There are too many side characters.', ['characters -1']],
  ['I did not care about the second couple.', ['characters -1']],
  ['The mystery plot ended up being predictable.', ['story -1']],
  ['Half of the storylines are left unresolved.', ['story -1']],
  ['The finale left us with so many questions.', ['ending -1']],
  ['The director knew what he wanted, so we left happy.', []],
  ['The acting is dry.', ['acting -1']],
  ['The ending was badly written.', ['ending -1']],
  ['The dialogue is well written.', ['dialogue 1']],
  ['I didn’t love the product placement.', ['production -1']],
  ['The music, editing and directing, were all superb.', ['directing 2', 'music 2', 'production 2']],
  ['The highlight of the show was the soundtrack.', ['music 2']],
  ['The story is dull, the acting absolutely horrendous.', ['acting -2', 'story -1']],
  ['I would recommend it if not for the ending.', ['ending -1']],
  ['I cried in the finale and the acting was good.', ['acting 1']],
  ['The leads are great in their roles.', ['acting 2']],
  ['Love triangle a bit unnecessary.', ['story -1']],
  // nothing said of a part
  ['There are bullies that hate his music.', []],
  ['The laughs I got were about a bad day.', []],
  ['The male lead is cute.', []],
  ['My sister dragged me to it.', []],
  ['The story is about a good man.', []],
  ['He has an acting career.', []],
  ['The cast meets a bad guy.', []],
  ['The acting could have been what it was in the book.', []],
  ['I expected good acting.', []],
  ['She leads him to a beautiful woman.', []],
  ['It sounds like the director is here.', []],
];
for (const [text, expected] of CASES)
  test(`aspects: ${text}`, () => assert.deepEqual(find(text).sort(), [...expected].sort()));

test('a heading names the part that the sentence below it speaks of', () => {
  assert.deepEqual(find('## Music\n\nIt was perfect.'), ['music 2']);
});
