import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A signing key as an OpenID server lists it. */
export interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Channels that may sign with it, as Azure Bot Service lists them; none listed: any. */
  readonly endorsements?: readonly string[];
}

export function newKey(kid: string, endorsements?: readonly string[]): Key {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, ...pair, ...(endorsements && { endorsements }) };
}

export function asJwk({ kid, publicKey, endorsements }: Key): object {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...(endorsements && { endorsements }) };
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token (RFC 7519) with these claims and this header, signed as the header's alg says; `none` has no signature. */
export function signed(claims: object, key: Key, header: { alg?: string; kid?: string } = {}): string {
  const alg = header.alg ?? 'RS256';
  const words = `${base64({ typ: 'JWT', alg, kid: key.kid, ...header })}.${base64(claims)}`;
  if (alg === 'none') return `${words}.`;
  // The old forgery: the public key, which anyone can read, taken for a shared secret.
  if (alg === 'HS256')
    return `${words}.${createHmac('sha256', key.publicKey.export({ format: 'pem', type: 'pkcs1' }))
      .update(words)
      .digest('base64url')}`;
  return `${words}.${createSign('RSA-SHA256').update(words).sign(key.privateKey, 'base64url')}`;
}
