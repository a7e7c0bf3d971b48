import { infer } from '../../testing/infer';

it('infers what is published of a package, and nothing for one that is not', async () => {
  const published = { publishConfig: { access: 'public' } };
  const projects = await infer({
    'libs/doors/package.json': JSON.stringify(published),
    'libs/rules/package.json': '{ "private": true }',
  });

  expect(projects['libs/rules']?.targets).toEqual({});
  expect(projects['libs/doors']?.targets?.['build']).toMatchObject({
    command: 'node -r ./register-ts.cjs tools/packages/src/build/main.ts libs/doors',
    outputs: ['{projectRoot}/dist'],
  });
});
