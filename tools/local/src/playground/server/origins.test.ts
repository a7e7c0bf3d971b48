import { anApi } from '../../gateway/testing/surface';
import { originsFor } from './origins';

const cors = (...origins: string[]) => ({
  ...{ address: 'c', origins, credentials: false, methods: [], headers: [] },
});

const chosen = (...origins: string[]): string[] =>
  originsFor({ apis: [anApi({ cors: origins.length > 0 ? [cors(...origins)] : [] })] }).map(({ origin }) => origin);

describe('where the page may be', () => {
  it('is an origin of this machine that an API lists: the last one first, and an address before a name', () => {
    expect(
      chosen(
        'http://localhost:3000',
        'http://127.0.0.1:3000',
        'https://app.example.com',
        'http://localhost:8080',
        'http://127.0.0.1:8080',
      ),
    ).toEqual(['http://127.0.0.1:8080', 'http://127.0.0.1:3000', 'http://localhost:8080', 'http://localhost:3000']);
  });

  it('is no origin that needs rights or a certificate', () => {
    expect(
      chosen('http://localhost', 'https://localhost:8443', 'http://localhost:80', 'http://localhost:5173'),
    ).toEqual(['http://localhost:5173']);
  });

  it('is a usual one where every origin is let in, or none', () => {
    const usual = [8080, 5173, 4200, 3000].map((port) => `http://127.0.0.1:${port}`);
    expect([chosen('*'), chosen()]).toEqual([usual, usual]);
  });
});
