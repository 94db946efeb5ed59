import type { Rule } from './sheet.ts';

export const feelRules: readonly Rule[] = [];
