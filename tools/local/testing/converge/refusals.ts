import { TerraformError } from '@gatehouse/terraform';
import { type Copy, markOf } from './copies';

/** Why copies were refused, by their marks, as Terraform says it of them or of what belongs to them. */
export function refusalsOf(error: unknown, copies: readonly Copy[]): ReadonlyMap<string, string> {
  if (!(error instanceof TerraformError)) throw error;
  const marks = new Set(copies.map(({ mark }) => mark));
  const refused = new Map<string, string>();
  for (const { address, detail, severity, snippet, summary } of error.diagnostics) {
    if (severity !== 'error') continue;
    // What is written wrong has no address, but the place where it is.
    const whose = address ?? /changes to (\S+),/.exec(detail)?.[1] ?? snippet?.context?.replace(/^resource\./, '');
    const mark = whose && markOf(whose);
    if (mark && marks.has(mark) && !refused.has(mark)) refused.set(mark, reason(`${summary} ${detail}`));
  }
  return refused;
}

/** Without ids, so that the table is the same each time. */
const reason = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^.*?(?:api error )?(\w+Exception: )/, '$1')
    .replace(/eu-west-1_\w+/g, '<pool>')
    .replace(/RequestID: [^,]*, /, '')
    .replace(/\b[cn]\d+-/g, '')
    .trim();
