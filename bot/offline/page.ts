// Makes the page better where scripts run: answers arrive without a new page, and leaving leaves nothing behind.

import { leaveAtOnce } from './leave';

const log = document.querySelector<HTMLElement>('#log')!;
const notice = document.querySelector<HTMLElement>('#status')!;
const input = document.querySelector<HTMLInputElement>('#text')!;
const council = document.querySelector<HTMLSelectElement>('#council')!;

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-ask]')) return;
  event.preventDefault();
  const sent = new FormData(form, event.submitter);
  sent.set('council', council.value);
  void ask(new URLSearchParams([...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))));
});

async function ask(asked: URLSearchParams): Promise<void> {
  notice.textContent = notice.dataset['waiting'] ?? '';
  try {
    const response = await fetch('/chat', { method: 'POST', body: asked, headers: { 'x-part': 'turn' } });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) throw new Error(String(response.status));
    show(await response.text());
    notice.textContent = '';
    if (asked.get('text') === input.value) input.value = '';
  } catch {
    notice.textContent = notice.dataset['failed'] ?? '';
  }
}

function show(turn: string): void {
  log.querySelectorAll('form').forEach((old) => old.remove());
  log.insertAdjacentHTML('beforeend', turn);
  document.querySelector('#starters')?.remove();
  document.querySelector('.intro')?.remove();
  const newest = log.lastElementChild as HTMLElement;
  if (newest.dataset['council']) council.value = newest.dataset['council'];
  newest.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
}

leaveAtOnce();
