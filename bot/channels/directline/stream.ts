import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Conversations, Stream } from './conversations';
import type { Tokens } from './tokens';

/** Sockets at once: one for each conversation, and each costs an open file. */
const mostSockets = 2_000;
/** Sockets of one conversation: its own, and one or two that a dropped client has left behind. */
const mostOfOne = 3;
/** Characters that may wait for a client that does not read; what it misses, it gets when it comes back. */
const mostWaiting = 256 * 1024;
/** Largest message read from a client, bytes: it only ever sends empty ones to see whether the line is up. */
const largestPing = 1024;

/** What the streams need: who may come, where conversations are, and how often to see who is still there, milliseconds. */
export interface StreamRoom {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly allows: (origin: string | undefined) => boolean;
  readonly lookEvery?: number;
}

/** The WebSocket side of Direct Line. */
export interface Streams {
  /** Takes over a request to upgrade, or refuses it with a status. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes every socket, so that the server can stop. */
  readonly stop: () => void;
}

const path = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/u;

/** Streams activities to clients that have a good token. */
export function createStreams({ tokens, conversations, allows, lookEvery = 30_000 }: StreamRoom): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestPing, perMessageDeflate: false });
  const answering = new WeakSet<WebSocket>();
  const look = setInterval(() => {
    for (const socket of server.clients) {
      if (!answering.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, lookEvery);
  look.unref();

  const serve = (socket: WebSocket, id: string, watermark: string | null): void => {
    const conversation = conversations.open(id);
    const missed = conversations.since(conversation, watermark ?? '');
    const stream: Stream = {
      push: (group) => (socket.bufferedAmount > mostWaiting ? socket.terminate() : socket.send(group)),
      end: () => socket.close(1001),
    };
    answering.add(socket);
    socket.on('pong', () => answering.add(socket));
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) socket.close(1008, 'Send activities by POST.');
    });
    // A broken frame ends the socket with its own code; there is nobody to tell.
    socket.on('error', () => undefined);
    socket.on('close', () => conversation.streams.delete(stream));
    if (conversation.streams.size >= mostOfOne) [...conversation.streams][0]!.end();
    conversation.streams.add(stream);
    if (missed) stream.push(missed);
  };

  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const [at, query] = (request.url ?? '').split('?', 2);
      const asked = new URLSearchParams(query);
      const id = path.exec(at ?? '')?.[1];
      const pass = tokens.read(asked.get('t') ?? '');
      const watermark = asked.get('watermark');
      if (id === undefined) return refuse(socket, '404 Not Found');
      if (!allows(request.headers.origin)) return refuse(socket, '403 Forbidden');
      if (!asked.has('t')) return refuse(socket, '401 Unauthorized');
      if (typeof pass === 'string' || pass.conversation !== id) return refuse(socket, '403 Forbidden');
      if (conversations.since(conversations.open(id), watermark ?? '') === null) return refuse(socket, '400 Bad Request');
      if (server.clients.size >= mostSockets) return refuse(socket, '503 Service Unavailable');
      server.handleUpgrade(request, socket, head, (client) => serve(client, id, watermark));
    },
    stop: () => {
      clearInterval(look);
      for (const socket of server.clients) socket.close(1001);
      server.close();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
