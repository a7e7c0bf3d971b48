import Ajv from 'ajv';
import { workspaceWith } from '../../testing/workspace';
import { bootstrapEditorSchema } from './editor-schema';
import { loadBootstrap } from './load-bootstrap';

const load = (content: unknown) => loadBootstrap({ directory: workspaceWith({ 'bootstrap.json': content }) }).settings;

describe('bootstrap.json', () => {
  it('has a schema for editors', () => {
    const accepts = new Ajv().compile(bootstrapEditorSchema());

    expect(accepts({ $schema: './bootstrap.schema.json', github: { repository: 'acme/shop' } })).toBe(true);
    expect(accepts({ github: { repo: 'acme/shop' } })).toBe(false);
  });

  it.each(['acme/shop', 'acme-corp/a.b_c-d', 'acme@12/shop@345'])('takes %s for a repository', (repository) => {
    expect(load({ github: { repository } }).github?.repository).toBe(repository);
  });

  it.each([
    'acme',
    'acme/*',
    '*/shop',
    'acme/shop:ref',
    '-acme/shop',
    'acme-/shop',
    'acme@12/shop',
    'https://github.com/acme/shop',
  ])('fails when the repository is %s, which no token names or which names more than one', (repository) => {
    expect(() => load({ github: { repository } })).toThrow('owner/name');
  });

  it('takes a project of GitLab in place of a repository of GitHub', () => {
    expect(load({ gitlab: { project: 'acme/shops/web' } }).gitlab).toEqual({
      ...{ project: 'acme/shops/web', host: 'gitlab.com', branch: 'main', provider: {} },
    });
    for (const project of ['acme', 'acme/*', 'acme/shop:ref', '/acme/shop'])
      expect(() => load({ gitlab: { project } })).toThrow('group/project');
  });

  it('fails for both, and for neither', () => {
    const github = { repository: 'acme/shop' };
    expect(() => load({ github, gitlab: { project: 'acme/shop' } })).toThrow('either "github" or "gitlab"');
    expect(() => load({})).toThrow('either "github" or "gitlab"');
  });

  it('fails with every problem at once, each with its place and what to do', () => {
    const text = JSON.stringify(
      { github: { repo: 'acme/shop' }, stateHistoryDays: 1, tags: { Project: 'x' } },
      null,
      2,
    );
    expect(() => load(text)).toThrow(
      [
        'Environment "bootstrap" cannot be used: 4 problems.',
        '',
        'environments/bootstrap.json:2:13  github.repository',
        '  about     GitHub repository whose workflows get the roles, as in the "sub" claim of their OIDC tokens: owner/name, or owner@id/name@id for repositories made after June 2026.',
        '  expected  a repository as its OIDC tokens name it: owner/name, or owner@id/name@id for one with immutable subject claims',
        '  found     nothing',
        '  to do     Add it here.',
        '',
        'environments/bootstrap.json:3:13  github.repo',
        '  expected  one of the keys repository, branch, provider',
        '  found     the unknown key "repo"',
        '  to do     Remove it, or correct its name.',
      ].join('\n'),
    );
  });

  it('fails when there is no such file, and says what to write', () => {
    expect(() => loadBootstrap({ directory: workspaceWith({}) })).toThrow(
      '{ "$schema": "./bootstrap.schema.json", "github": { "repository": "owner/name" } }',
    );
  });

  it('fails when it is not JSON', () => {
    expect(() => load('{,}')).toThrow('environments/bootstrap.json:1:2');
  });
});
