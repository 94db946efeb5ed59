// Korean words of the parts.
import type { Degree } from '../../core/reading/finding.ts';
import type { PartWords } from './en-parts.ts';
import { koTerms } from './ko-terms.ts';

const feels: Readonly<Record<string, string>> = koTerms.feels;
const reviewers = (count: number): string => `${count}명`;

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
  reviewers,
  strip: {
    least: '전혀',
    most: '아주',
    middle: '중간',
    summary: (word: string, ayes: number, nays: number): string =>
      `${word}: ${reviewers(ayes)}이 그렇다고 해요${nays > 0 ? `. ${reviewers(nays)}은 아니라고 해요` : ''}`,
    agree: '의견이 같아요',
    quarrel: '의견이 갈려요',
    oneVoice: '한 사람의 의견이에요',
    more: (count: number): string => `${count}개 더`,
  },
  spoiler: {
    cover: '내용이 드러나는 부분',
    show: '보기',
    hide: '다시 가리기',
  },
  note: {
    marginLabel: '읽어 낸 것',
    sure: (percent: number): string => `확신 ${percent}%`,
    why: '이유',
    accept: '맞아요',
    reject: '아니에요',
    replace: '고치기',
    accepted: '확인함',
    rejected: '아니라고 함',
    replaced: '고침',
    takeBack: '되돌리기',
    jump: '그 문장으로 가기',
  },
  as: (character: string): string => `${character} 역`,
  becomes: '나중에는',
  outOf: (value: number, outOf: number): string => `${outOf}점 만점에 ${value}점`,
  map: {
    label: '인물 관계도',
    alsoIn: '그 밖의 인물',
  },
  met: { met: '맞아요', partly: '조금은요', unknown: '아무도 말이 없어요', not: '아니에요' },
  wishes: {
    remove: (wish: string): string => `‘${wish}’ 빼기`,
    avoid: (wish: string): string => `${wish} 빼고`,
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
  reasons: { wish: '찾는 것', met: '맞나요?', because: '근거' },
  factsOfGuide: '가이드의 기록',
  fromReview: '감상에서',
};
