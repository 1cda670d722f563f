// Where scripts run, the answers stand after "#" in the address, which is never sent: the link can be kept, and no log has it.

import { leaveAtOnce } from './leave';

const sheet = document.querySelector<HTMLElement>('#sheet')!;
const form = document.querySelector<HTMLFormElement>('#offer')!;
const notice = document.querySelector<HTMLElement>('#status')!;
const printing = document.querySelector<HTMLButtonElement>('#print')!;

form.addEventListener('submit', (event) => {
  const button = event.submitter as HTMLButtonElement | null;
  // Plain text is a page of its own, made by the server.
  if (button?.name === 'as') return;
  event.preventDefault();
  const answers = given();
  if (button?.name === 'letter') answers.set('letter', button.value);
  history.replaceState(null, '', `#${answers.toString()}`);
  void show(answers);
});

addEventListener('hashchange', fromLink);
printing.addEventListener('click', () => print());
leaveAtOnce();
fromLink();

function given(): URLSearchParams {
  const fields = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
  return new URLSearchParams(fields);
}

// Fills the form from the link, so that what is shown and what was answered are the same, and asks for the sheet.
function fromLink(): void {
  const answers = new URLSearchParams(location.hash.slice(1));
  if (!answers.has('care')) return;
  for (const field of form.querySelectorAll('select')) field.value = answers.get(field.name) ?? field.options[0]?.value ?? '';
  void show(answers);
}

async function show(answers: URLSearchParams): Promise<void> {
  notice.textContent = notice.dataset['waiting'] ?? '';
  try {
    const response = await fetch('/my-offer', { method: 'POST', body: answers, headers: { 'x-part': 'sheet' } });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) throw new Error(String(response.status));
    sheet.innerHTML = await response.text();
    notice.textContent = '';
    document.querySelectorAll('main > .offer-title, .intro').forEach((old) => old.remove());
    printing.hidden = !response.ok;
    const top = sheet.querySelector<HTMLElement>('[tabindex]');
    if (response.ok && top) document.title = `${top.textContent} - ${document.querySelector('.brand__name')?.textContent?.trim() ?? ''}`;
    top?.focus();
    scrollTo({ top: 0 });
  } catch {
    notice.textContent = notice.dataset['failed'] ?? '';
  }
}
