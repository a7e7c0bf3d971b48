import { splitTarget } from './exchange';

describe('rule 20: the stage prefix', () => {
  it('is taken off the path and kept in the full path', () => {
    expect(splitTarget('/local/reports/1?a=b')).toEqual({
      stage: 'local',
      path: '/reports/1',
      fullPath: '/local/reports/1',
      queryString: 'a=b',
    });
  });

  it('leaves the root', () => {
    for (const target of ['/local', '/local/']) expect(splitTarget(target).path).toBe('/');
  });

  it('makes one slash of a leading run and keeps the full path as sent', () => {
    expect(splitTarget('/local//a//b/')).toMatchObject({ path: '/a//b/', fullPath: '/local//a//b/' });
  });

  it('keeps further question marks in the query string', () => {
    expect(splitTarget('/local/a?b?c')).toMatchObject({ path: '/a', queryString: 'b?c' });
  });

  it('finds no stage in a target that is no path', () => {
    expect(splitTarget('*').stage).toBe('');
  });
});
