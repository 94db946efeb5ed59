// How the parts of a Hangul syllable are spelled in Latin letters in the wild, each with a cost: 0 is the usual way,
// 1 is as bad as a wrong letter. By hand, from the romanisations in use; no list of people stands behind it.
import type { Ending } from './hangul.ts';

export type Spelling = readonly [latin: string, cost: number];
type Table = Readonly<Record<string, readonly Spelling[]>>;

/** "eo 0|u .1" → pairs. A lone number is the cost of leaving the part out. */
const spell = (text: string): readonly Spelling[] =>
  text.split('|').map((one) => {
    const cut = one.lastIndexOf(' ');
    return [one.slice(0, cut), Number(one.slice(cut + 1))];
  });
const table = (lines: Readonly<Record<string, string>>): Table =>
  Object.fromEntries(Object.entries(lines).map(([part, text]) => [part, spell(text)]));

export const INITIAL_SPELLINGS: Table = table({
  ㄱ: 'g 0|k .04|kh .3|c .3|gh .3|q .4|kk .4',
  ㄲ: 'kk 0|gg .1|g .15|k .15',
  ㄴ: 'n 0|nn .2|r .6',
  ㄷ: 'd 0|t .15|dh .3|th .4',
  ㄸ: 'tt 0|dd .1|d .15|t .15',
  ㄹ: 'r 0|l .08|rh .3|ll .3|n .5',
  ㅁ: 'm 0|mm .2',
  ㅂ: 'b 0|p .12|v .4|bh .4',
  ㅃ: 'pp 0|bb .1|b .15|p .15',
  ㅅ: 's 0|sh .25|ss .4',
  ㅆ: 'ss 0|s .1|sh .3',
  ㅇ: ' 0',
  ㅈ: 'j 0|ch .15|z .3|dj .3|zh .3|g .6',
  ㅉ: 'jj 0|j .15|ch .3|tj .2|z .4',
  ㅊ: 'ch 0|tch .2|c .3|j .35|ts .4|t .6',
  ㅋ: 'k 0|c .1|kh .2|q .3|ck .3|g .35',
  ㅌ: 't 0|th .15|d .35',
  ㅍ: 'p 0|f .15|ph .1|b .35',
  ㅎ: 'h 0|wh .4|f .6| .6',
});
/** ㅅ before ㅣ and ㅟ is "sh" as often as "s". */
export const SHI: readonly Spelling[] = spell('s 0|sh .03|si .4|ss .4');

const VOWELS = table({
  ㅏ: 'a 0|ah .1|aa .2|ar .35|ha .6',
  ㅐ: 'ae 0|ai .15|ay .2|e .2|a .3|ea .3|aeh .2|ei .4',
  ㅑ: 'ya 0|yah .1|ia .3|a .6',
  ㅒ: 'yae 0|yea .2|yai .2|ye .2|ae .5',
  ㅔ: 'e 0|ae .2|eh .15|ei .2|ay .3|ey .3|ea .3',
  ㅖ: 'ye 0|yea .2|yae .2|e .25|ae .35|ey .4|yeh .15|ie .3|ea .4|eye .4|yei .3',
  ㅗ: 'o 0|oh .1|ou .35|oo .4|ho .7|aw .5',
  ㅘ: 'wa 0|oa .2|ua .3|wha .3|hwa .3|wah .1',
  ㅙ: 'wae 0|oae .2|we .2|wai .2|oe .4',
  ㅚ: 'oe 0|oi .1|we .25|wae .3|oy .2|wi .4|ui .4|e .5|oei .3',
  ㅛ: 'yo 0|yoh .1|io .3|you .4|yeo .45|o .5',
  ㅝ: 'wo 0|weo .05|uo .25|woh .15|o .35|wu .35|wui .5|wun .6|wou .3|we .4',
  ㅞ: 'we 0|wae .2|ue .3',
  ㅟ: 'wi 0|wee .1|ui .25|ee .5|we .35|wie .2|uy .4|i .5',
  ㅢ: 'ui 0|eui .03|ee .1|i .12|uei .2|ie .25|euy .2|uy .25|ey .3|yi .3|y .3|ei .3|e .4|ue .4|eu .4|ea .5',
  ㅣ: 'i 0|ee .05|y .3|ie .25|e .3|ih .2|ea .35|yi .25|ii .3|ei .4|ey .4',
});
// These change with what follows: 성 is "Sung" but 서 is hardly "Su"; 영 is "Young" but 여 is not "You".
const BY_ENDING: Readonly<
  Record<string, Readonly<Record<'open' | 'n' | 'ng' | 'closed', readonly Spelling[]>>>
> = {
  ㅓ: {
    open: spell('eo 0|uh .1|u .25|o .25|er .2|ur .2|eoh .1|oh .35|oe .35|eu .4|e .4|ou .45|a .6'),
    n: spell('eo 0|u .12|o .2|uh .2|ur .3|eu .35|e .4|oe .35|ou .4|oo .6'),
    ng: spell('eo 0|u .06|o .2|ou .25|eu .3|uh .2|e .4|oe .35|a .6|oo .6'),
    closed: spell('eo 0|u .1|o .2|uh .2|e .4|eu .3|ou .4|oe .35|ur .3|er .35'),
  },
  ㅕ: {
    open: spell('yeo 0|yuh .15|yu .25|you .3|yo .3|ye .3|yeoh .1|yer .3|eo .5|ieo .3|io .4|iu .5|ea .5'),
    n: spell('yeo 0|yu .06|you .25|yo .25|ye .3|eyo .3|eo .4|u .45|eu .5|iu .4|ieo .3|yeu .3|eou .5|e .5'),
    ng: spell(
      'yeo 0|you .05|yu .08|yo .25|ye .35|eyo .3|yeou .15|eo .4|ou .3|u .45|iu .4|io .4|yeu .3|oo .6',
    ),
    closed: spell('yeo 0|yu .1|yo .25|you .25|ye .35|eo .4|u .45|yuh .2'),
  },
  ㅜ: {
    open: spell('u 0|oo .02|ou .15|woo .3|wu .3|uh .25|o .35|ew .4|ue .3|w .5'),
    n: spell('u 0|oo .02|ou .15|woo .3|o .35|oon .6|uu .2|eu .5'),
    ng: spell('oo 0|u .1|ou .2|o .3|woo .4|eu .5'),
    closed: spell('u 0|oo .02|ou .15|o .35|woo .3|uh .3|ui .6'),
  },
  ㅠ: {
    open: spell('yu 0|yoo .02|you .1|yuh .3|ew .3|yew .2|u .35|ue .35|oo .45|eu .45|yo .45|iu .3|eyu .4'),
    n: spell('yu 0|yoo .02|you .12|yo .4|oo .5|u .4|eu .5|iu .3'),
    ng: spell('yu 0|yoo .05|you .2|yo .4|iu .3|u .5'),
    closed: spell('yu 0|yoo .05|you .2|u .4|iu .3'),
  },
  ㅡ: {
    open: spell('eu 0|u .15|e .3|ue .3|oo .45|o .5|i .5'),
    n: spell('eu 0|u .2|e .25|ue .3|oe .5|o .5|i .5|oo .5|ou .5'),
    ng: spell('eu 0|u .12|e .35|ue .3|oo .45|o .4|i .5|ou .45'),
    closed: spell('eu 0|u .12|e .3|ue .3|oo .45|o .5|i .4'),
  },
};
/** After the silent initial a "w" or "y" may be written where none is heard: 우 "woo", 이 "yi". */
const BARE: Table = table({ ㅜ: 'woo .02|wu .1|w .5', ㅣ: 'yi .1|yee .2|lee .4', ㅡ: 'oe .5', ㅗ: 'wo .5' });

const ending = { open: '', n: 'ㄴ', ng: 'ㅇ' } as const;
/** The ways to spell a vowel before an ending, after a silent initial or not. */
export function vowelSpellings(vowel: string, last: Ending, isBare: boolean): readonly Spelling[] {
  const byEnding = BY_ENDING[vowel];
  const usual =
    byEnding === undefined
      ? (VOWELS[vowel] ?? [])
      : last === ending.open
        ? byEnding.open
        : last === ending.n
          ? byEnding.n
          : last === ending.ng
            ? byEnding.ng
            : byEnding.closed;
  return isBare ? [...usual, ...(BARE[vowel] ?? [])] : usual;
}

export const ENDING_SPELLINGS: Readonly<Record<Ending, readonly Spelling[]>> = {
  '': spell(' 0|h .15|r .4'),
  ㄱ: spell('k 0|g .04|c .1|ck .1|gg .3|q .3|kk .2|gk .3| .7'),
  ㄴ: spell('n 0|nn .15|ne .3|hn .1|m .6'),
  ㄷ: spell('t 0|d .1|s .15|th .3|dt .2| .7'),
  ㄹ: spell('l 0|r .15|ll .12|le .3|rl .2|hl .2|ul .4'),
  ㅁ: spell('m 0|mm .2|me .3|hm .1|n .6'),
  ㅂ: spell('p 0|b .05|bp .2|pp .2|v .5| .7'),
  ㅇ: spell('ng 0|n .35|gn .4|nng .2|g .5|hng .1|ung .4'),
};
