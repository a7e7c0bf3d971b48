import { startEmulator } from '../../../src/emulator';
import { KitchenSink } from '../../../tests/kitchen-sink/sink';
import { Converge } from '../converge';
import { type Report } from '../report';
import { writePage } from '../table';
import { cognitoSink } from './sink';

const page = {
  file: 'docs/cognito/converge.md',
  intro: `# What each argument does when it changes

Written by \`npx nx run cognito:converge\`: the kitchen sink (\`examples/kitchen-sink\`) is applied to the emulator by real Terraform and provider 5.100.0.
Then each argument that the provider's schema has and a Cognito resource of the kitchen sink sets is changed in turn, in a copy of its own: to
another value, and left out where it is optional. Each change is deployed, the next plan must be empty, and the same holds for taking it back.
`,
};

/** Applies the kitchen sink of Cognito to an emulator, changes each argument in turn, and writes the page. */
export async function convergeCognito(report: Report): Promise<void> {
  report('Starting the emulator');
  const emulator = await startEmulator();
  const sink = new KitchenSink(emulator);
  try {
    report('Applying examples/kitchen-sink');
    await sink.apply();
    const converge = new Converge({ sink: cognitoSink, stack: sink.stack, url: emulator.url, report });
    await writePage(page, [{ sink: cognitoSink, outcomes: await converge.run() }]);
    report(`Wrote ${page.file}`);
    report('Destroying examples/kitchen-sink');
    await sink.destroy();
  } finally {
    await sink.close();
    await emulator.stop();
  }
}
