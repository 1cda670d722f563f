import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { sign, TokenExpiredError, verify } from 'jsonwebtoken';

/** How long a token is good for, seconds. The stock client refreshes at half of 30 minutes (botframework-directlinejs, directLine.ts). */
export const tokenLife = 30 * 60;

/** What a token proves: one person in one conversation, and what their page said of them. */
export interface Pass {
  readonly conversation: string;
  readonly user: string;
  readonly council?: string;
  readonly reader?: string;
}

/** Gives out and reads tokens. */
export interface Tokens {
  /** A pass for a new person in a new conversation. */
  readonly begin: (chosen: Pick<Pass, 'council' | 'reader'>) => Pass;
  readonly issue: (pass: Pass) => string;
  /** The pass in a token; "expired" past its time, "wrong" when it was not made here. */
  readonly read: (token: string) => Pass | 'expired' | 'wrong';
}

/** Tokens signed with a key made at start and never written down: after a restart clients ask for new ones. */
export function createTokens(clock: () => number): Tokens {
  // As plain bytes jsonwebtoken would first try to read it as a public key, at every request: a third of the time of a turn.
  const key = createSecretKey(randomBytes(32));
  const seconds = (): number => Math.floor(clock() / 1000);
  return {
    // "dl_" marks an id that a client may not choose for itself (botframework-directlinejs, setUserId).
    begin: (chosen) => ({ conversation: randomUUID(), user: `dl_${randomUUID()}`, ...chosen }),
    issue: ({ conversation, user, council, reader }) => {
      const made = seconds();
      return sign(
        { conv: conversation, user, ...(council && { council }), ...(reader && { reader }), iat: made, exp: made + tokenLife },
        key,
        { algorithm: 'HS256' },
      );
    },
    read: (token) => {
      try {
        const claims = verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds() });
        if (typeof claims === 'string') return 'wrong';
        const { conv, user, council, reader } = claims as Record<string, string>;
        return { conversation: conv!, user: user!, ...(council && { council }), ...(reader && { reader }) };
      } catch (error) {
        return error instanceof TokenExpiredError ? 'expired' : 'wrong';
      }
    },
  };
}
