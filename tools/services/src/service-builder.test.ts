import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, workspaceWith } from '../testing/workspace';
import { archiveOf, buildService, ServiceBuilder } from '.';

const workspace = workspaceWith({
  'apps/orders/package.json': manifest,
  'apps/orders/src/index.ts': "export { name as handler } from './name';\n",
  'apps/orders/src/name.ts': "export const name = 'one';\n",
});
const folder = join(workspace, 'apps/orders');
const write = (text: string): void => writeFileSync(join(folder, 'src/name.ts'), text);
const builder = new ServiceBuilder(workspace);

afterAll(() => builder.close());

it('builds what buildService builds, again after each change', async () => {
  expect(await builder.build('orders')).toBe(true);
  expect(await builder.build('orders')).toBe(false);

  write("export const name = 'two';\n");
  expect(await builder.build('orders')).toBe(true);
  expect(await buildService(folder)).toBe(false);
});

it('says the line of a mistake, keeps the archive, and builds when it is mended', async () => {
  await builder.build('orders');
  const before = readFileSync(archiveOf(folder));
  write('export const name = ;\n');

  await expect(builder.build('orders')).rejects.toThrow(/The service "orders" does not compile[^]*src\/name\.ts:1:20/);
  expect(readFileSync(archiveOf(folder)).equals(before)).toBe(true);
  write("export const name = 'three';\n");
  expect(await builder.build('orders')).toBe(true);
});
