import { startEmulator } from '../../../src/emulator';
import { type Change } from '../changes';
import { optionsTable } from '../options/options-table';
import { tryOptions } from '../options/try-options';
import { type Report } from '../report';
import { type Sink } from '../sink';
import { type Section, writePage } from '../table';
import { httpSink } from './http';
import { isRefused, restByBody, restByResources } from './rest';
import { tryAlone } from './try-alone';

const REST = 'examples/kitchen-sink-rest/main.ts';
const HTTP = 'examples/kitchen-sink-http/main.ts';

export const page = {
  file: 'docs/gateway/converge.md',
  intro: `# What each argument does when it changes

Written by \`npx nx run gateway:converge\`: each argument that the provider's schema has and an API Gateway resource of a kitchen sink
(\`examples/kitchen-sink-rest\`, by resources and by one OpenAPI body, and \`examples/kitchen-sink-http\`) sets is changed in turn, in a copy of its own: to
another value, and left out where it is optional. Real Terraform and provider 5.100.0 deploy each change to the emulator as \`npx nx deploy\` does, with
the second step that [removed routes](removed-routes.md) need. The next plan must be empty, the stage must serve what the API is, and the same holds for
taking the change back.
`,
};

/** Changes each option of the constructs and each argument of the kitchen sinks of API Gateway in turn, and writes the page. */
export async function convergeGateway(report: Report): Promise<void> {
  // Two at a time: each is Terraform and an emulator.
  const [resources, [body, http, options]] = await Promise.all([
    inEmulator(restByResources.title, report, tryResources),
    inTurn(
      () => trySink(restByBody, REST, report),
      () => trySink(httpSink, HTTP, report),
      () => inEmulator('Options of the constructs', report, tryOptions),
    ),
  ]);
  const sections = [resources, body, http];
  await writePage({ ...page, first: [optionsTable(options)] }, sections);
  report(`Wrote ${page.file}`);
}

/** What AWS refuses is tried alone, without a deployment. */
export async function tryResources(url: string, report: Report): Promise<Section> {
  const sink = restByResources;
  const wanted = (change: Change) => !isRefused(change);
  const taken = await tryAlone({ main: REST, sink, url, wanted, report });
  const undeployed = { ...sink, alone: { always: [], loose: [] }, served: undefined };
  const refused = await tryAlone({ main: REST, sink: undeployed, url, wanted: isRefused, report });
  return { sink, outcomes: [...taken, ...refused] };
}

const trySink = (sink: Sink, main: string, report: Report): Promise<Section> =>
  inEmulator(sink.title, report, async (url, reportOf) => ({
    sink,
    outcomes: await tryAlone({ main, sink, url, report: reportOf }),
  }));

async function inTurn<A, B, C>(
  first: () => Promise<A>,
  second: () => Promise<B>,
  third: () => Promise<C>,
): Promise<[A, B, C]> {
  return [await first(), await second(), await third()];
}

async function inEmulator<T>(
  title: string,
  report: Report,
  use: (url: string, report: Report) => Promise<T>,
): Promise<T> {
  report(`${title}: starting an emulator`);
  const emulator = await startEmulator();
  try {
    return await use(emulator.url, (line) => report(`${title}: ${line.trim()}`));
  } finally {
    await emulator.stop();
  }
}
