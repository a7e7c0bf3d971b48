import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { accessIn } from './access';
import { gallery } from './gallery';

const docs = join(WORKSPACE, 'docs');

// Red here means that an example changed: run "npm run gallery" and look at what it made.
describe('docs/gallery.md', () => {
  const made = gallery();

  it('and its pictures say what the examples synthesize (npm run gallery)', () => {
    for (const [file, text] of Object.entries(made)) {
      const path = join(docs, file);
      expect([file, existsSync(path) ? readFileSync(path, 'utf8') : '']).toEqual([file, text]);
    }
  });

  it('has at least twelve compositions, and no picture of one that is gone', () => {
    const pictures = Object.keys(made).filter((file) => file.endsWith('.svg'));

    expect(pictures.length).toBeGreaterThanOrEqual(12);
    expect(
      readdirSync(join(docs, 'pictures/gallery'))
        .map((file) => `pictures/gallery/${file}`)
        .sort(),
    ).toEqual(pictures.sort());
  });

  it('draws an API whose callers are machines alone', () => {
    const svg = made['pictures/gallery/machines-and-a-table.svg']!;
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);

    expect(texts).toEqual([
      ...['people whom an administrator adds', 'machine warehouse', 'access token with orders/read'],
      ...['account in acme-machines', 'access token with orders/read of acme-machines'],
      'GET /orders/{id} of acme-machine-orders',
    ]);
  });
});

it('finds nobody where there is nothing', () => {
  const none = { apis: [], httpApis: [], functionUrls: [], userPools: [], clients: [], identityPools: [] };

  expect(accessIn(none as unknown as Parameters<typeof accessIn>[0])).toEqual([]);
});
