// 답 위의 다이얼. `words`는 물음에 그대로 들어가므로 알아듣는 말이어야 해요.
import type { DialWords } from './en-dials.ts';

export const koDials: DialWords = {
  label: '조금만 바꿔 보기',
  more: {
    funny: { label: '더 웃기게', words: '웃긴' },
    romantic: { label: '더 로맨틱하게', words: '로맨틱한' },
    chill: { label: '더 편안하게', words: '편안한' },
  },
  very: (words) => `아주 ${words}`,
  less: {
    angsty: { label: '덜 애타게', words: { little: '덜 애절한', none: '애절하지 않은' } },
    dark: { label: '덜 어둡게', words: { little: '덜 어두운', none: '어둡지 않은' } },
    violent: { label: '덜 폭력적으로', words: { little: '덜 잔인한', none: '잔인하지 않은' } },
  },
  shorter: '더 짧게',
  atMost: {
    episodes: (n) => `${n}부작 이하`,
    minutes: (n) => `${n}분 이하`,
  },
  older: '더 옛날 것',
  before: (year) => `${year}년 이전`,
  newer: '더 요즘 것',
  after: (year) => `${year}년 이후`,
  not: { feel: (word) => `${word} 거 말고`, theme: (word) => `${word} 말고` },
  flip: (words) => `뒤집기: ${words}`,
};
