import type { HttpIntegration, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

export const parameterMappingRefused = refusalRule({
  id: 'parameter-mapping-refused',
  severity: 'high',
  title: 'Parameter mapping that an HTTP API refuses',
  why: 'A mapping appends, overwrites or removes a header or a query parameter, or overwrites the path or a status of 200 to 599; headers that API Gateway or HTTP need are reserved.',
  remediation: 'Write append:header.name and the like, with another name than a reserved one.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ integrations = [] }) =>
      integrations.flatMap((each) => violationsAt(each, `integration ${each.address}`, refused(each))),
    ),
});

const REQUEST = /^((append|overwrite|remove):(header|querystring)\.\S+|overwrite:path)$/;
const RESPONSE = /^((append|overwrite|remove):header\.\S+|overwrite:statuscode)$/;
const RESERVED =
  /^(access-control-.*|apigw-.*|x-amz-.*|x-amzn-.*|proxy-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|te|trailers|transfer-encoding|upgrade|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i;

function refused({ subtype, requestParameters, responses }: HttpIntegration<Unknown>): readonly Found[] {
  const request = subtype !== undefined || isUnknown(requestParameters) ? [] : Object.keys(requestParameters);
  return [
    ...request.flatMap((mapping) => mapped(mapping, REQUEST)),
    ...knownItems(responses).flatMap(({ status, parameters }) => [
      {
        when: typeof status === 'string' && !/^[2-5]\d\d$/.test(status),
        message: `API Gateway refuses a mapping of answers with status ${String(status)}; it accepts 200 to 599.`,
        after: String(status),
      },
      ...(isUnknown(parameters) ? [] : Object.keys(parameters)).flatMap((mapping) => mapped(mapping, RESPONSE)),
    ]),
  ];
}

function mapped(mapping: string, form: RegExp): readonly Found[] {
  const header = /:header\.(.+)$/.exec(mapping)?.[1];
  return [
    { when: !form.test(mapping), message: `API Gateway refuses the parameter mapping ${mapping}.`, after: mapping },
    {
      when: header !== undefined && RESERVED.test(header),
      message: `API Gateway refuses a mapping of the header ${String(header)}, which is reserved.`,
      after: mapping,
    },
  ];
}
