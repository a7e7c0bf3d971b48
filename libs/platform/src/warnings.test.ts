import { Annotations, App, TerraformStack, Testing } from 'cdktf';
import { printWarnings } from './warnings';

it('prints each warning with the path of its construct, and nothing else', () => {
  const { outdir } = Testing.app();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'test');
  Annotations.of(stack).addInfo('a note');
  Annotations.of(stack).addWarning('pending edits of others are published');
  app.synth();
  const print = jest.spyOn(console, 'error').mockImplementation();

  printWarnings(app);

  expect(print.mock.calls).toEqual([['warning: test: pending edits of others are published']]);
});
