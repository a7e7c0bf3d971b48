import { confirm } from './confirm';

it('needs a person, or --yes', async () => {
  await expect(confirm('Import them?', true)).resolves.toBeUndefined();
  await expect(confirm('Import them?', false)).rejects.toThrow(
    'Nothing was done: there is no terminal to ask "Import them?". Answer with --yes.',
  );
});
