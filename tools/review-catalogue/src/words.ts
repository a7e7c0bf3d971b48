import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AccessChange,
  differenceRules,
  environmentRules,
  type Finding,
  postureRules,
  refusalRules,
} from '@gatehouse/surface';
import { workspaceRoot } from './plans';

/** The words of every finding, from the top of the workspace: a change of a sentence is seen in its difference. */
export const WORDS_FILE = 'tools/review-catalogue/findings.txt';

/** What a review says, but for what every finding of a rule says. */
export const wordsOf = (findings: readonly Finding[], access: readonly AccessChange[] = []): string =>
  [...findings.map(wordsOfFinding), ...access.map(wordsOfRow)].join('\n');

function wordsOfFinding({
  rule,
  severity,
  subject,
  address,
  message,
  before,
  after,
  of,
  remediation,
}: Finding): string {
  const isOfMessage = of === undefined || of.every((part) => part === message || part === after);
  return [
    `  ${severity} ${rule}: ${subject}, ${address}`,
    `    ${message}`,
    ...(before === undefined ? [] : [`    before: ${before}`]),
    ...(after === undefined ? [] : [`    after: ${after}`]),
    ...(isOfMessage ? [] : [`    of: ${of.join(' | ')}`]),
    ...(remediation === REMEDIATIONS.get(rule) ? [] : [`    ${remediation}`]),
  ].join('\n');
}

const wordsOfRow = ({ address, stack: _, ...row }: AccessChange): string =>
  `  access: ${row.route} of ${row.api}, ${address}\n    ${row.effect}: ${row.before ?? '-'} -> ${row.after ?? '-'}`;

const REMEDIATIONS: ReadonlyMap<string, string> = new Map(
  [...differenceRules, ...environmentRules, ...postureRules, ...refusalRules].map((rule) => [
    rule.id,
    rule.remediation,
  ]),
);

/** By what was reviewed. */
export type Words = ReadonlyMap<string, string>;

export const readWords = (): Words =>
  new Map(
    readFileSync(join(workspaceRoot, WORDS_FILE), 'utf8')
      .split('\n\n')
      .map((section) => {
        const [name = '', ...lines] = section.trimEnd().split('\n');
        return [name, lines.join('\n')] as const;
      }),
  );

export const writeWords = (words: Words): void =>
  writeFileSync(
    join(workspaceRoot, WORDS_FILE),
    `${[...words].map(([name, lines]) => (lines === '' ? name : `${name}\n${lines}`)).join('\n\n')}\n`,
  );
