import { readFileSync } from 'node:fs';
import { UserError } from '@gatehouse/cli-kit';
import type * as Hcl from '@cdktf/hcl2json';

/**
 * A file of Terraform code in Terraform's JSON syntax.
 *
 * @throws UserError it is no Terraform code; says where
 */
export async function parseFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw new UserError(`${file}: expected JSON, found something else.`);
    }
  }
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it takes a second to load, and most runs read no HCL
    const { parse } = require('@cdktf/hcl2json') as typeof Hcl;
    return (await parse(file, text)) as Record<string, unknown>;
  } catch (error) {
    // The message quotes the code.
    const [, line] = /:(\d+),\d+/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new UserError(
      `${file}${line === undefined ? '' : `:${line}`}: expected Terraform code, found a syntax error.`,
    );
  }
}
