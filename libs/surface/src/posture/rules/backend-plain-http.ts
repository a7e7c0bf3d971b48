import { titleOf } from '../../access/route';
import { postureRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import type { Unknown } from '../../model';
import { isUnknown } from '../../model/value';

export const backendPlainHttp = postureRule({
  id: 'backend-plain-http',
  severity: 'high',
  title: 'Backend called over plain HTTP',
  why: 'Between API Gateway and a backend on the internet, anyone on the network path can read and change requests, tokens included. A VPC link stays in its network and is not reported.',
  remediation: 'Call the backend over HTTPS.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-integrations.html',
  find: ({ apis, httpApis }) => [
    ...apis
      .flatMap(({ routes }) => routes)
      .flatMap((route) => violationsAt(route, titleOf(route), calling(route.integration))),
    ...httpApis
      .flatMap(({ routes }) => routes)
      .flatMap((route) => {
        const title = isUnknown(route.routeKey) ? route.address : route.routeKey;
        return violationsAt(route, title, calling(route.integration));
      }),
  ],
});

interface Backend {
  readonly uri?: string | Unknown;
  readonly connection: string | Unknown;
}

function calling(backend: Backend | undefined): Found {
  const uri = backend?.uri;
  if (backend?.connection !== 'INTERNET' || typeof uri !== 'string' || !/^http:/i.test(uri)) return undefined;
  // The host alone: the rest of an address may hold a password or a key.
  const found = uri.replace(/^http:\/\/(?:[^/@]*@)?([^/?#]*).*$/is, 'http://$1');
  return {
    message: `Anyone on the network path to ${found} can read and change what callers send.`,
    after: found,
    of: [found],
  };
}
