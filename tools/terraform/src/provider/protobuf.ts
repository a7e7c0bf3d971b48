/** A byte that says whether it is compressed, four for its length: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md */
export const GRPC_HEADER = 5;

const LENGTH_DELIMITED = 2;

/** A field of a message that starts there. https://protobuf.dev/programming-guides/encoding/#structure */
export function fieldAt(message: Buffer, start: number): { field: number; content?: Buffer; end: number } {
  const tag = varintAt(message, start);
  const field = tag.value >>> 3;
  if ((tag.value & 7) !== LENGTH_DELIMITED) return { field, end: tag.end };
  const length = varintAt(message, tag.end);
  const end = length.end + length.value;
  return { field, content: message.subarray(length.end, end), end };
}

function varintAt(message: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let shift = 0; ; shift += 7) {
    const byte = message[end++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end };
  }
}
