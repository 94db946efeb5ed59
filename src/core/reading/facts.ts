import type { Rule } from './sheet.ts';

export const factRules: readonly Rule[] = [];
