import { type Canary } from './canaries';
import { type Served } from './served';
import { short } from './step';

/** Who gets which version of an API, for people. */
export function printCanary(canary: Canary, served: Served): string[] {
  const { api, stack, stage } = canary;
  return [`${api} (${stage} of ${stack.name})`, ...lines(canary, served).map((line) => `  ${line}`)];
}

function lines({ audience, configuration, percentTraffic, version }: Canary, { canary, everyone }: Served): string[] {
  const code = `version ${short(version)}, what the code says`;
  if (everyone === undefined) return ['not deployed yet'];
  const before = `what was deployed${since(everyone)}`;
  const others = `${canary ? 'the others' : 'everyone'} get${canary ? '' : 's'} ${before}`;
  switch (audience) {
    case 'everyone':
      return everyone.configuration === configuration
        ? [`everyone gets ${code}${since(everyone, ', deployed')}`]
        : [`${code}, is for everyone, and is not deployed yet`, others];
    case 'nobody':
      return [`${code}, was taken back`, others];
    case 'some':
      return canary && canary.configuration === configuration
        ? [`${percentTraffic} percent of the requests get ${code}${since(canary, ', deployed')}`, others]
        : [`${code}, is for ${percentTraffic} percent of the requests, and is not deployed yet`, others];
  }
}

const since = ({ since: date }: NonNullable<Served['everyone']>, words = ''): string =>
  date === undefined ? '' : `${words} at ${date}`;
