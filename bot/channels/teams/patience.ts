import type { ConnectorClient } from 'botframework-connector';

/** Longest wait for another server, milliseconds. Teams itself gives a bot 15 seconds before it tells the person of a fault. */
export const patience = 10_000;

/** The work's outcome, or the given error when it takes longer than that many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same client, whose calls are given up, with their retries, after the time given; the SDK's own never are. */
export function hurried(client: ConnectorClient, milliseconds: number): ConnectorClient {
  const send = client.sendOperationRequest.bind(client);
  client.sendOperationRequest = (given, ...rest) => {
    const options = { ...given.options, abortSignal: AbortSignal.timeout(milliseconds) };
    return send({ ...given, options }, ...rest);
  };
  return client;
}
