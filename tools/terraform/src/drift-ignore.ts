import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isReadBack } from './changed-outside';
import { changedAttributes, isDeletion, valuesOf } from './describe-plan';
import { SetupError } from './errors';
import { type ResourceChange } from './plan-json';

const schema = z.array(
  z.strictObject({
    address: z.string().min(1),
    attributes: z.array(z.string().min(1)).min(1),
    reason: z.string().trim().min(1),
  }),
);

/** What may be changed outside of Terraform: attributes of a resource, each with a reason. */
export type DriftIgnore = z.output<typeof schema>;

/** @throws SetupError when the file is wrong; when there is none, nothing is ignored */
export function readDriftIgnore(file: string): DriftIgnore {
  if (!existsSync(file)) return [];
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SetupError(
      `${file} is wrong: expected [{ "address": "aws_x.y", "attributes": ["name"], "reason": "why" }], found:\n${found}`,
    );
  }
}

/**
 * Attributes that were changed and are not ignored.
 *
 * @returns `['deleted']` for a resource that is gone, which cannot be ignored; nothing when all is ignored
 */
export function driftedAttributes({ address, change }: ResourceChange, ignore: DriftIgnore): string[] {
  if (isDeletion(change)) return ['deleted'];
  const ignored = new Set(ignore.filter((each) => each.address === address).flatMap(({ attributes }) => attributes));
  const [before, after] = [valuesOf(change.before), valuesOf(change.after)];
  return changedAttributes(change).filter((name) => !ignored.has(name) && !isReadBack(before[name], after[name]));
}
