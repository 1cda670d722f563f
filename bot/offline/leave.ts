/** Makes the way out leave nothing behind: location.replace takes this page out of the history, so Back does not bring it up. */
export function leaveAtOnce(): void {
  document.querySelector('#leave')?.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.textContent = '';
    location.replace((event.currentTarget as HTMLAnchorElement).href);
  });
}
