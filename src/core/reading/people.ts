import type { Rule } from './sheet.ts';

export const peopleRules: readonly Rule[] = [];
