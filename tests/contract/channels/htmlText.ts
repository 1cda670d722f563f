/** What a person sees of the last turn on the page, and what its form would post back. */
export function parse(html: string): { text: string; choices: string[]; hidden: Record<string, string> } {
  const turn = /<section class="turn"[\s\S]*?<\/section>/u.exec(html)![0];
  // The page's own button on every answer is none of the reply's choices.
  const reply = turn.slice(turn.indexOf('<h2')).replace(/<form class="adviser"[\s\S]*?<\/form>/gu, ' ');
  const chosen = /<option value="([^"]+)"\s+selected/u.exec(html)?.[1];
  return {
    text: plain(reply.replace(/<h2[\s\S]*?<\/h2>|<form class="choices"[\s\S]*?<\/form>/gu, ' ')),
    choices: [...reply.matchAll(/name="text" value="([^"]*)"/gu)].map((found) => plain(found[1]!)),
    hidden: {
      conversation: /name="conversation"\s+value="([^"]+)"/u.exec(html)![1]!,
      ...(chosen && !['care-leaver', 'foster-carer'].includes(chosen) && { council: chosen }),
    },
  };
}

const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function plain(html: string): string {
  return html
    .replace(/<\/?(?:p|h3|li|div|ul|summary)\b[^>]*>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => named[entity]!)
    .trim();
}
