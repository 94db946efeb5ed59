import type { Rule } from './sheet.ts';

export const referenceRules: readonly Rule[] = [];
