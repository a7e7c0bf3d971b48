import { type PermissionsAsk, type TokenAsk } from '@gatehouse/playground/contract';
import { z } from 'zod';
import { Refusal } from '../server/refusal';

const permissionsAsk = z.strictObject({
  accessKeyId: z.string(),
  action: z.string().optional(),
  resource: z.string().optional(),
});

const tokenAsk = z.strictObject({ token: z.string(), but: z.enum(['expired', 'tampered', 'otherPool']) });

/** @throws Refusal 400 */
export const readPermissionsAsk = (body: unknown): PermissionsAsk => read(permissionsAsk, body);

/** @throws Refusal 400 */
export const readTokenAsk = (body: unknown): TokenAsk => read(tokenAsk, body);

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const { data, error } = schema.safeParse(body);
  if (data !== undefined) return data;
  throw new Refusal(400, `Expected another body. ${z.prettifyError(error as z.ZodError)}`);
}
