import type { Rule } from './sheet.ts';

export const spoilerRules: readonly Rule[] = [];
