import { tamper } from './hostile-tokens';

describe('tamper', () => {
  it('changes a claim and keeps header and signature', () => {
    const payload = Buffer.from('{"sub":"1","email":"a@example.com"}').toString('base64url');

    const [header, changed, signature] = tamper(`head.${payload}.sig`).split('.');

    expect([header, signature]).toEqual(['head', 'sig']);
    expect(JSON.parse(Buffer.from(changed as string, 'base64url').toString())).toEqual({
      sub: '1',
      email: 'someone-else@example.com',
    });
  });
});
