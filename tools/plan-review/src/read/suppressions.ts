import { parseTerraformJson, UnreadableError, type Suppression } from '@gatehouse/surface';
import { z } from 'zod';
import { readText } from './text';

const schema = z.array(
  z.strictObject({
    rule: z.string().min(1),
    address: z.string().min(1).optional(),
    reason: z.string().regex(/\S/, 'a reason in words'),
  }),
);

/**
 * What a team without environment files accepts, each with a reason.
 *
 * @throws UnreadableError it is something else
 */
export function readSuppressions(file: string): Suppression[] {
  const { data, error } = schema.safeParse(parseTerraformJson(readText(file), file));
  if (data) return data;
  const [issue] = error.issues;
  throw new UnreadableError(
    [file, ...(issue?.path ?? [])].join(': '),
    'a list of { "rule": the id of a rule, "address": a Terraform address, "reason": why it is accepted }',
    issue?.message ?? 'something else',
  );
}
