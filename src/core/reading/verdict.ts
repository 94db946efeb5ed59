import type { Rule } from './sheet.ts';

export const verdictRules: readonly Rule[] = [];
