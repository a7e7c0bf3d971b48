import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

/** The hash that AWS's signer asks for: plain, or keyed. */
export class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret as Uint8Array));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(Buffer.from(data as Uint8Array));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {}
}
