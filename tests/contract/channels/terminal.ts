import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ChannelUnderTest, Shown } from './channel';

interface Line {
  readonly id: number;
  readonly text: string;
  readonly choices: readonly string[];
}

/** The terminal, which shows each channel's text: lines of JSON in, lines out. */
export function terminal(channel: 'web' | 'sms' | 'teams', less: Pick<ChannelUnderTest, 'saysLess'> = {}): ChannelUnderTest {
  return {
    name: `the terminal, --channel ${channel}`,
    ...less,
    open: async (clock) => {
      const child = spawn(process.execPath, ['build/js/bot/ask.js', '--json', '--channel', channel]);
      const waiting: ((line: Line) => void)[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Line));
      let conversations = 0;
      return {
        begin: async (council) => {
          const conversation = ++conversations;
          return (text) =>
            new Promise<Shown>((resolve) => {
              waiting.push(({ text: whole, choices }) => resolve({ text: withoutChoices(whole, choices), choices }));
              child.stdin.write(`${JSON.stringify({ id: 1, text, conversation, now: new Date(clock()).toISOString(), council })}\n`);
            });
        },
        close: () => void child.stdin.end(),
      };
    },
  };
}

// The terminal numbers the choices after the answer; the numbers of the answer itself are what is compared.
function withoutChoices(text: string, choices: readonly string[]): string {
  return choices.reduce((left, choice, i) => left.replace(new RegExp(`(^|[\\n ,])${i + 1}\\.? ${escaped(choice)}`, 'u'), '$1'), text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
