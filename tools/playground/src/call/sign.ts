import { AwsV4Signer } from 'aws4fetch';
import { type CallRequest } from './request';

/**
 * Signs a request for API Gateway, by its URL: headers of a signature would need an API whose CORS allows them.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 *
 * @param at `20260131T120000Z`. @default now
 */
export async function signedUrl({ body, method, signer, url }: CallRequest, at?: string): Promise<string> {
  if (signer === undefined) return url;
  const { accessKeyId, region, secretAccessKey, sessionToken } = signer;
  const withEnd = new URL(url);
  withEnd.searchParams.set('X-Amz-Expires', '300');
  const signed = new AwsV4Signer({
    ...{ accessKeyId, body, method, region, secretAccessKey, sessionToken, url: withEnd.href },
    service: 'execute-api',
    signQuery: true,
    ...(at && { datetime: at }),
  });
  return (await signed.sign()).url.toString();
}
