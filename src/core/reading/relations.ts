import type { Rule } from './sheet.ts';

export const relationRules: readonly Rule[] = [];
