/**
 * What policies name a route by, of one stage or, with `*`, of all. A parameter counts as any text, slashes too: that of
 * `GET /reports/{id}` holds for `GET /reports/{id}/pages` as well.
 *
 * @param api its execution ARN
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export function routeArn(api: string, stage: string, key: string): string {
  const [verb = '', path = ''] = key.split(' ');
  return `${api}/${stage}/${verb === 'ANY' ? '*' : verb}${path.replace(/\{[^}]+\}/g, '*')}`;
}
