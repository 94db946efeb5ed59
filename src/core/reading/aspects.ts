import type { Rule } from './sheet.ts';

export const aspectRules: readonly Rule[] = [];
