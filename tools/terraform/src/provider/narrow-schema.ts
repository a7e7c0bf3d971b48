import { fieldAt, GRPC_HEADER } from './protobuf';

/**
 * Fields of `GetProviderSchema.Response` that hold a schema by the name of its type: resources, data sources and ephemeral ones.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.8.proto
 */
const BY_TYPE = new Set([2, 3, 8]);

/**
 * The provider's schema without the types that nobody asks about: to read all 2,000 of them is most of what Terraform does
 * for a small stack. An answer that is not what is expected stays as it is.
 *
 * @param answer as gRPC has it
 */
export function narrowSchema(answer: Buffer, types: ReadonlySet<string>): Buffer {
  if (answer[0] !== 0) return answer;
  const kept: Buffer[] = [];
  for (let at = GRPC_HEADER; at < answer.length;) {
    const { field, content, end } = fieldAt(answer, at);
    if (content === undefined || end <= at || end > answer.length) return answer;
    if (!BY_TYPE.has(field) || types.has(keyOf(content))) kept.push(answer.subarray(at, end));
    at = end;
  }
  const header = Buffer.alloc(GRPC_HEADER);
  const body = Buffer.concat(kept);
  header.writeUInt32BE(body.length, 1);
  return Buffer.concat([header, body]);
}

/** The first field of an entry of a map is its key. */
const keyOf = (entry: Buffer): string => fieldAt(entry, 0).content?.toString() ?? '';
