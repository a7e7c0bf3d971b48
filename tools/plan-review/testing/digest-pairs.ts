import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { TerraformPlan } from '@gatehouse/surface';

/** Plans that Terraform made of code in two variants; each pair means something else. */
export const digestFolder = (name: string): string => join(__dirname, '../fixtures/digest', name);

export const digestPlan = (name: string): TerraformPlan =>
  JSON.parse(brotliDecompressSync(readFileSync(join(digestFolder(name), 'plan.json.br'))).toString()) as TerraformPlan;
