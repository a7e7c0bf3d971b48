import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LambdaFunction } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { aFunction } from '../../src/gateway/testing/surface';
import { rest } from './requests';
import { account, type RoleSettings, type World } from './world';

export interface Deployed {
  readonly lambda: LambdaFunction;
  readonly role: { readonly arn: string; readonly name: string };
  /** Folder of its archive. */
  readonly root: string;
  remove(): void;
}

/** A function in the emulator with a role of its own, and its archive in a folder. */
export async function deployed(world: World, settings: RoleSettings, code: string): Promise<Deployed> {
  const role = await world.role(settings);
  const name = `f-${role.name}`;
  const archive = zipSync({ 'index.js': strToU8(code) });
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-role-'));
  writeFileSync(join(root, 'f.zip'), archive);
  await world.deploy(
    rest('lambda', 'POST', '/2015-03-31/functions', {
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Role: role.arn,
      Handler: 'index.handler',
      Code: { ZipFile: Buffer.from(archive).toString('base64') },
    }),
  );
  const arn = `arn:aws:lambda:eu-west-1:${account}:function:${name}`;
  const lambda = aFunction({ name, arn, filename: 'f.zip' });
  return { lambda, role, root, remove: () => rmSync(root, { recursive: true }) };
}
