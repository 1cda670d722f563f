import { createServer, IncomingMessage, ServerResponse, type RequestListener, type Server } from 'node:http';

/** An Express app, as far as it matters here: what answers requests, and the prototypes that it gives to what comes in. */
type App = RequestListener & { request: object; response: object };

/**
 * Node's HTTP server for an Express app, which from then on serves this server alone. Express gives every request and response
 * that comes in the prototypes `app.request` and `app.response` (its `application.handle`). V8 makes a hidden class for each
 * object so changed: it is slow ever after, and stays in memory long after its turn. Here they are made with those prototypes.
 */
export function serverOf(app: App): Server {
  class OwnRequest extends IncomingMessage {}
  class OwnResponse extends ServerResponse {}
  app.request = Object.setPrototypeOf(OwnRequest.prototype, app.request) as object;
  app.response = Object.setPrototypeOf(OwnResponse.prototype, app.response) as object;
  return createServer({ IncomingMessage: OwnRequest, ServerResponse: OwnResponse }, app);
}
