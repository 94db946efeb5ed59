// Korean words of the parts.
import type { Degree } from '../../core/reading/finding.ts';
import type { PartWords } from './en-parts.ts';
import { koTerms } from './ko-terms.ts';

const feels: Readonly<Record<string, string>> = koTerms.feels;

export const koParts: PartWords = {
  feel: (term: string, degree: Degree): string => {
    const word = feels[term] ?? term;
    if (degree === 2) return `아주 ${word}`;
    if (degree === 1) return word;
    if (degree === 0) return `${word} 정도는 보통`;
    return degree === -1 ? `그다지 ${word} 편은 아닌` : `${word} 느낌이 전혀 없는`;
  },
  sentiment: (degree: Degree): string =>
    ({ 2: '극찬', 1: '칭찬', 0: '반반', '-1': '아쉬움', '-2': '혹평' })[degree],
  kinds: {
    feel: { name: '느낌', letter: '느' },
    theme: { name: '주제', letter: '주' },
    aspect: { name: '솜씨', letter: '솜' },
    verdict: { name: '총평', letter: '총' },
    character: { name: '인물', letter: '인' },
    relation: { name: '관계', letter: '관' },
    person: { name: '사람', letter: '람' },
    fact: { name: '기록', letter: '기' },
    reference: { name: '언급한 작품', letter: '언' },
    spoiler: { name: '스포일러', letter: '스' },
  },
  strip: {
    low: '전혀',
    high: '아주',
    badly: '혹평',
    well: '극찬',
    summary: (ayes: number, nays: number, all: number): string => {
      const middle = all - ayes - nays;
      return [
        ...(ayes > 0 ? [`${ayes}명이 그렇대요`] : []),
        ...(middle > 0 ? [`${middle}명은 중간이래요`] : []),
        ...(nays > 0 ? [`${nays}명은 아니래요`] : []),
      ].join(', ');
    },
    praise: (ayes: number, nays: number, all: number): string => {
      const middle = all - ayes - nays;
      return [
        ...(ayes > 0 ? [`${ayes}명이 칭찬해요`] : []),
        ...(middle > 0 ? [`${middle}명은 반반이에요`] : []),
        ...(nays > 0 ? [`${nays}명은 아쉽대요`] : []),
      ].join(', ');
    },
    more: (count: number): string => `${count}개 더`,
  },
  spoiler: { lift: '내용이 드러나는 부분이에요. 보기' },
  note: {
    legend: '연필',
    accept: '맞아요',
    reject: '아니에요',
    change: '고치기',
    takeBack: '되돌리기',
    states: { accepted: '확인함', replaced: '고침' },
  },
  as: (character: string): string => `${character} 역`,
  outOf: (value: number, outOf: number): string => `${outOf}점 만점에 ${value}점`,
  map: {
    label: '인물 관계도',
    list: '글로 보기',
    rest: '그 밖의 인물:',
    becomes: (relation: string): string => `나중에는 ${relation}`,
  },
  met: { met: '맞아요', partly: '조금은요', unknown: '아무도 말이 없어요', not: '아니에요' },
  wishes: {
    remove: (wish: string): string => `‘${wish}’ 빼기`,
    avoid: (wish: string): string => `${wish} 빼고`,
    nothingAbout: (theme: string): string => `${theme} 이야기 빼고`,
    without: (name: string): string => `${name} 안 나오는`,
    unlike: (title: string): string => `《${title}》 같지 않은`,
    mayBe: (word: string): string => `${word} 건 괜찮아요`,
    notTooMuch: (word: string): string => `너무 ${word} 건 말고`,
    notAtAll: (word: string): string => `${word} 건 전혀 말고`,
    very: (word: string): string => `아주 ${word}`,
    like: (title: string): string => `《${title}》 같은`,
    with: (name: string): string => `${name} 나오는`,
    titled: (name: string): string => `제목이 ‘${name}’`,
    good: (aspect: string): string => `좋은 ${aspect}`,
    about: (theme: string): string => `${theme} 이야기`,
    occasion: (occasion: string): string => `${occasion} 볼 것`,
    words: (text: string): string => `‘${text}’`,
    range: {
      between: (field: string, least: number, most: number): string => `${field} ${least}~${most}`,
      least: (field: string, least: number): string => `${field} ${least} 이상`,
      most: (field: string, most: number): string => `${field} ${most} 이하`,
      exact: (field: string, value: number): string => `${field} ${value}`,
    },
  },
  reasons: {
    caption: (title: string): string => `${title}, 고른 까닭`,
    wish: '찾는 것',
    answer: '맞나요?',
    because: '근거',
  },
  sample: '견본',
};
