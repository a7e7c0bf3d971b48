import { type Integration } from '@gatehouse/surface';
import { configurationError } from '../errors';

type ContentHandling = Integration['contentHandling'];

/**
 * Converts a payload between text and bytes: text becomes bytes by decoding base64, bytes become text by encoding.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 *
 * @param isBinary whether its media type is one of the API's binary ones
 * @param otherwise what it becomes where nothing is set
 * @throws GatewayError 500 for text that is no base64
 */
export function convert(
  body: Buffer | string,
  isBinary: boolean,
  handling: ContentHandling,
  otherwise: 'binary' | 'text',
): Buffer | string {
  const becomes = handling === undefined ? otherwise : handling === 'CONVERT_TO_BINARY' ? 'binary' : 'text';
  // Bytes of a type that is not binary are read as UTF-8, whatever they are.
  if (becomes === 'text') return Buffer.from(body).toString(isBinary ? 'base64' : 'utf8');
  return isBinary ? body : decodeBase64(body.toString(), 'the payload that is converted to binary is not base64');
}

/** @throws GatewayError 500 with the reason */
export function decodeBase64(text: string, reason: string): Buffer {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw configurationError(reason);
  return Buffer.from(text, 'base64');
}
