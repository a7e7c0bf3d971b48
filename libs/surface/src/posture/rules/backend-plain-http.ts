import type { Located, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule, type Violation } from '../../findings/rule';
import { titleOf } from '../../access/route';

export const backendPlainHttp = postureRule({
  id: 'backend-plain-http',
  severity: 'high',
  title: 'Requests that go on over plain http',
  why: 'Between API Gateway and a backend on the internet, whoever is on the way reads and changes what callers send, their tokens included. (A VPC link is left to its network.)',
  remediation: 'Call the backend over https.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-integrations.html',
  find: ({ apis, httpApis }) => [
    ...apis
      .flatMap(({ routes }) => routes)
      .flatMap((route) => violation(route, titleOf(route), route.integration)),
    ...httpApis
      .flatMap(({ routes }) => routes)
      .flatMap((route) =>
        violation(route, isUnknown(route.routeKey) ? route.address : route.routeKey, route.integration),
      ),
  ],
});

interface Backend {
  readonly uri?: string | Unknown;
  readonly connection: string | Unknown;
}

function violation(at: Located, subject: string, backend: Backend | undefined): Violation[] {
  const uri = backend?.uri;
  if (backend?.connection !== 'INTERNET' || typeof uri !== 'string' || !/^http:/i.test(uri)) return [];
  // The host alone: the rest of an address may hold a password or a key.
  const found = uri.replace(/^http:\/\/(?:[^/@]*@)?([^/?#]*).*$/is, 'http://$1');
  return [{ at, subject, message: `What callers send goes to ${found} unencrypted.`, after: found }];
}
