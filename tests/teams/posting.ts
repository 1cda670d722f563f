import type { Server } from 'node:http';
import { serve } from '../browser/browser';
import { openCloud, type Cloud } from './cloud';

/** The real server with Teams on, and the cloud it believes in. */
export interface Stage {
  readonly cloud: Cloud;
  readonly url: string;
  /** Posts a body as Azure Bot Service does; `token` is null for none. */
  post(body: unknown, token?: string | null, headers?: Record<string, string>): Promise<{ status: number; text: string }>;
  close(): void;
}

export const night = Date.parse('2026-11-21T02:00:00Z');

export async function openStage(settings: Record<string, string> = {}, clock = () => night): Promise<Stage> {
  const cloud = await openCloud();
  const { server, url } = await serve({ ...cloud.settings, ...settings }, clock);
  return {
    cloud,
    url,
    post: (body, token = cloud.token(), headers = {}) => post(url, body, token, headers),
    close: () => {
      closeAll(server);
      cloud.close();
    },
  };
}

async function post(
  url: string,
  body: unknown,
  token: string | null,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

function closeAll(server: Server): void {
  server.closeAllConnections();
  server.close();
}
