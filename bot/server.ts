import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import express, { Router, type Express, type Response } from 'express';
import helmet from 'helmet';
import { blindTo } from './engine/turn';
import { createTalk, type Talk } from './channels/talk';
import { createWeb } from './channels/web';
import { teamsIsOn, type TeamsOn } from './channels/teams/settings';
import { chatRoutes } from './channels/chat';
import { offerRoutes } from './channels/offer';
import { smsOn, smsRoutes } from './channels/sms';
import { createDirectLine } from './channels/directline';
import { inProcessMemory } from './host/memory.node';
import { lookEvery, openKits, type Kits } from './host/kits.node';
import { serverOf } from './host/serverOf.node';
import { turnsHere, type TakeTurn } from './host/turnsHere';
import { turnsOnThread } from './host/turnsOnThread.node';
import { readDays } from './host/dates.node';
import { createCounters } from './host/counters.node';
import { readSettings, type Settings } from './settings';

/** The web application: routes and headers, nothing else. `take` works out the turns: on this thread, unless another way is given. */
export function createApp(
  settings: Settings,
  kits: Kits,
  clock: () => number = Date.now,
  take: TakeTurn = turnsHere(kits, readDays),
): Express {
  const counters = createCounters();
  const talk = createTalk({ kits, memory: inProcessMemory(), clock, count: counters.count, take });
  const app = express();
  app.disable('x-powered-by');
  // No reply is ever kept, so none needs a name to be known by.
  app.disable('etag');
  app.use(headers(settings));
  app.use('/site', site(settings));
  app.get('/health/live', (_, response) => void response.type('text').send('live\n'));
  app.get(
    '/health/ready',
    (_, response) =>
      void (kits.sound() && blindTo.length === 0
        ? response.type('text').send('ready\n')
        : response.status(503).type('text').send('a kit is missing or broken, or the start-up test failed: run npm run build\n')),
  );
  app.get('/metrics', async (_, response) => void response.type('text/plain').send(await counters.text()));
  app.use(offerRoutes({ kits, settings, clock }));
  app.use(smsRoutes({ talk, clock, settings }));
  if (teamsIsOn(settings)) app.use(teams(settings, talk, clock));
  joinDirectLine(app, talk, kits, settings, clock);
  app.use(chatRoutes({ talk: createWeb(talk), kits, settings }));
  return app;
}

// The SDK's cloud half takes a tenth of a second to load: only where Teams is on.
function teams(settings: TeamsOn, talk: Talk, clock: () => number): Router {
  const { teamsAdapter, teamsRoutes } = require('./channels/teams') as typeof import('./channels/teams');
  return teamsRoutes({ talk, clock, adapter: teamsAdapter(settings) });
}

// Off unless a page is named that may use it. An app tells its server of sockets and of the end by events.
function joinDirectLine(app: Express, talk: Talk, kits: Kits, { DIRECTLINE_ORIGINS, ...settings }: Settings, clock: () => number): void {
  if (!DIRECTLINE_ORIGINS) return;
  const directLine = createDirectLine({ talk, kits, settings: { ...settings, DIRECTLINE_ORIGINS }, clock });
  app.use('/v3/directline', directLine.routes);
  events(app).on('upgrade', directLine.upgrade).on('stop', directLine.stop);
}

// Express's own types know of no event but one.
const events = (app: Express): EventEmitter => app;

function headers(settings: Settings) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: settings.FRAME_ANCESTORS.split(' '),
      },
    },
    // Framing is ruled by frame-ancestors, so that a council can embed the page.
    frameguard: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: settings.PUBLIC_URL?.startsWith('https:') ?? false,
  });
}

function site(settings: Settings): Router {
  const files = Router();
  const css = `:root{--brand:${settings.BRAND_COLOUR}}`;
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${settings.BRAND_COLOUR}"/><path d="M8 9h16v11H15l-5 5v-5H8z" fill="#fff"/></svg>`;
  files.get('/brand.css', (_, response: Response) => void response.type('css').send(css));
  files.get('/icon.svg', (_, response: Response) => void response.type('svg').send(icon));
  if (settings.BRAND_LOGO) files.get('/logo.svg', (_, response: Response) => response.sendFile(join(process.cwd(), settings.BRAND_LOGO!)));
  files.use(express.static(join(process.cwd(), 'build', 'site'), { index: false, maxAge: '1h' }));
  return files;
}

/** Starts listening; resolves once it does, rejects with how to mend it when it cannot. */
export function listen(app: Express, { PORT, HOST }: Pick<Settings, 'PORT' | 'HOST'>): Promise<Server> {
  const server = serverOf(app);
  if (events(app).listenerCount('upgrade') > 0) server.on('upgrade', (...asked) => events(app).emit('upgrade', ...asked));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${PORT} is in use. Stop what uses it, or start with another: PORT=3979 npm start`)
          : error,
      ),
    );
    server.listen(PORT, HOST, () => resolve(server));
  });
}

function channelsOn(settings: Settings): string[] {
  return ['web', ...smsOn(settings), ...(teamsIsOn(settings) ? ['teams'] : []), ...(settings.DIRECTLINE_ORIGINS ? ['directline'] : [])];
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const kits = openKits(settings.KITS, lookEvery);
  const here = turnsHere(kits, readDays);
  const take = availableParallelism() > 1 ? turnsOnThread(settings.KITS, here) : here;
  const app = createApp(settings, kits, Date.now, take);
  const server = await listen(app, settings);
  const at = server.address();
  if (blindTo.length > 0)
    console.error(`The crisis rules do not see: ${blindTo.join('; ')}. Only the safe reply is given. Run: npm run safety && npm run build`);
  console.log(
    `Listening on http://localhost:${typeof at === 'object' ? at?.port : settings.PORT}  channels on: ${channelsOn(settings).join(', ')}`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      events(app).emit('stop');
      server.close(() => process.exit(0));
    });
  }
}

// In a bundle of another program this file is part of the main module, and is not to start.
if (require.main === module && basename(__filename) === 'server.js') {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
