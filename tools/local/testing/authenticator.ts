import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a relying party asks for when a passkey is made. */
export interface CreationOptions {
  readonly rp: { readonly id: string };
  readonly challenge: string;
}

/** What it asks for when a person signs in with one. */
export interface RequestOptions {
  readonly rpId: string;
  readonly challenge: string;
  readonly allowCredentials: readonly { readonly id: string }[];
}

/** Person present, person verified; the first answer also carries the key. */
const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

/**
 * A device with one passkey, as a browser hands out its answers: https://www.w3.org/TR/webauthn-3/. No browser is needed where
 * the answers are what is tested.
 */
export class Authenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);

  /** @param origin of the page that asks */
  constructor(readonly origin: string) {}

  get credentialId(): string {
    return this.id.toString('base64url');
  }

  /** A RegistrationResponseJSON. */
  create({ rp, challenge }: CreationOptions) {
    const size = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([
      head(rp.id, PRESENT_AND_VERIFIED | WITH_KEY),
      Buffer.alloc(16),
      size,
      this.id,
      this.key(),
    ]);
    const attestation = [map(3), text('fmt'), text('none'), text('attStmt'), map(0), text('authData'), bytes(data)];
    return {
      ...this.credential(),
      response: {
        clientDataJSON: this.clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.concat(attestation).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** An AuthenticationResponseJSON. */
  get({ rpId, challenge }: RequestOptions) {
    const client = this.clientData('webauthn.get', challenge);
    const data = head(rpId, PRESENT_AND_VERIFIED);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return {
      ...this.credential(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      },
    };
  }

  private credential() {
    const id = this.credentialId;
    return { id, rawId: id, type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  /** COSE of ES256: https://www.rfc-editor.org/rfc/rfc9053 */
  private key(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const [left, right] = [x!, y!].map((part) => bytes(Buffer.from(part, 'base64url')));
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    return Buffer.concat([map(5), Buffer.from([1, 2, 3, 0x26, 0x20, 1, 0x21]), left!, Buffer.from([0x22]), right!]);
  }
}

/** Whose it is, what the device did, and how often it signed. */
const head = (relyingParty: string, flags: number): Buffer =>
  Buffer.concat([createHash('sha256').update(relyingParty).digest(), Buffer.from([flags]), Buffer.alloc(4)]);

// CBOR: https://www.rfc-editor.org/rfc/rfc8949
const map = (size: number): Buffer => Buffer.from([0xa0 + size]);
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value]);
