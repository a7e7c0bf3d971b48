import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/**
 * Reads a file or standard input, and lets go of its bytes at once: Node frees a buffer when it collects garbage next, and
 * a large plan has its text and its values in memory by then.
 *
 * @param file `0` is standard input
 * @param use gets bytes that are empty afterwards
 */
export function withBytes<T>(file: string | 0, use: (bytes: Buffer) => T): T {
  const size = file === 0 ? 0 : statSync(file).size;
  const memory = new Resizable(size, { maxByteLength: size });
  try {
    const bytes = Buffer.from(memory);
    // What is no plain file, such as a pipe, does not say how long it is.
    const isWhole = typeof file === 'string' && size > 0 && readInto(bytes, file);
    return use(isWhole ? bytes : readFileSync(file));
  } finally {
    memory.resize(0);
  }
}

/** @returns whether it was as long as expected */
function readInto(bytes: Buffer, file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(opened, bytes, length, bytes.length - length, length);
    return length === bytes.length && readSync(opened, Buffer.alloc(1), 0, 1, length) === 0;
  } finally {
    closeSync(opened);
  }
}

/** The types of Node 20 do not have it yet. */
const Resizable = ArrayBuffer as unknown as new (
  size: number,
  options: { readonly maxByteLength: number },
) => ArrayBuffer & { resize(size: number): void };
