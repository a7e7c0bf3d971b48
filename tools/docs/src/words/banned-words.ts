import type { Glossary } from './glossary';

export interface BannedWord {
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

/** Banned words in prose, strings, comments and identifiers: `toldBy` and `told_by` hold `told`. */
export function bannedWords(text: string, { banned, allowed }: Glossary): BannedWord[] {
  if (banned.size === 0) return [];
  const plain = allowed.reduce(
    (rest, phrase) => rest.replace(pattern([phrase]), (found) => found.replace(/\S/g, '.')),
    text.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 '),
  );
  return [...plain.matchAll(pattern([...banned.keys()]))].map(({ 0: found, index }) => ({
    line: plain.slice(0, index).split('\n').length,
    found: found.replace(GAP_IN_TEXT, ' '),
    instead: banned.get(found.replace(GAP_IN_TEXT, ' ').toLowerCase()) ?? '',
  }));
}

/** Between the words of a phrase: a space, `_`, `-`, or a line break of prose or of a comment. */
const GAP = String.raw`[\s_\-*]+`;
const GAP_IN_TEXT = new RegExp(GAP, 'g');

/** Longest first, so that a phrase is found before a word in it. */
const pattern = (phrases: readonly string[]): RegExp => {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const choices = longestFirst.map((phrase) => phrase.split(' ').map(escaped).join(GAP));
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${choices.join('|')})(?![\p{L}\d])`, 'giu');
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
