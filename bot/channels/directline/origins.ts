import type { RequestHandler } from 'express';

/** Whether a page may use the channel. Browsers always name the page's origin; whoever can leave it out could also forge it. */
export function allowedOrigins(origins: string): (origin: string | undefined) => boolean {
  const allowed = new Set(origins.split(/\s+/u).filter(Boolean));
  return (origin) => origin === undefined || allowed.has(origin);
}

/** Lets scripts of the allowed pages in, and answers what browsers ask before they call. Any other page gets 403. */
export function onlyFrom(allows: (origin: string | undefined) => boolean): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    response.set({ vary: 'origin', 'cache-control': 'no-store' });
    if (!allows(origin)) {
      response.status(403).json({ error: { code: 'BadOrigin', message: 'This page is not one of DIRECTLINE_ORIGINS.' } });
      return;
    }
    if (origin !== undefined) response.set('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS') return next();
    response
      .set({
        'access-control-allow-methods': 'GET, POST',
        // What the stock client sends (botframework-directlinejs 0.15.8, commonHeaders; x-requested-with is its RxJS).
        'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
        'access-control-max-age': '600',
      })
      .sendStatus(204);
  };
}
