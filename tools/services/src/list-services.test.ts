import { manifest, workspaceWith } from '../testing/workspace';
import { listServices, servicesCalled } from './list-services';

const workspace = workspaceWith({
  'apps/orders/package.json': manifest,
  'apps/api/package.json': manifest,
  'apps/dev/package.json': '{ "nx": { "tags": ["type:app"] } }',
  'apps/web/package.json': '{}',
  'apps/main.ts': '',
});

describe('the services of a workspace', () => {
  it('are the apps with their tag', () => {
    expect(listServices(workspace)).toEqual(['api', 'orders']);
  });

  it('are called by name or folder, or all of them', () => {
    expect(servicesCalled(workspace, ['orders', 'apps/api/'])).toEqual(
      ['orders', 'api'].map((name) => `${workspace}/apps/${name}`),
    );
    expect(servicesCalled(workspace, [])).toHaveLength(2);
  });

  it('are not called by the name of another app, or by a misspelt one', () => {
    expect(() => servicesCalled(workspace, ['dev'])).toThrow(
      'There is no service "dev". The services are api, orders.\nMake it with "npx nx g @gatehouse/nx-cdktf:service dev".',
    );
    expect(() => servicesCalled(workspace, ['order'])).toThrow('Did you mean "orders"?');
  });
});
