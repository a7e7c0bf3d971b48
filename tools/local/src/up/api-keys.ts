import { type ApiKeyValue } from '../gateway';

/** The emulator asks for no signature, only for the service and its region. */
const authorization = (region: string) =>
  `AWS4-HMAC-SHA256 Credential=emulator/20260101/${region}/apigateway/aws4_request, SignedHeaders=host, Signature=0`;

/**
 * A surface never holds a secret, so it is asked of API Gateway.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html
 */
export const apiKeyValues =
  (endpoint: string, region: string): ApiKeyValue =>
  async (id) => {
    const url = `${endpoint}/apikeys/${encodeURIComponent(id)}?includeValue=true`;
    const response = await fetch(url, { headers: { authorization: authorization(region) } });
    return response.ok ? ((await response.json()) as { value?: string }).value : undefined;
  };
