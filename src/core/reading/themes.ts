import type { Rule } from './sheet.ts';

export const themeRules: readonly Rule[] = [];
