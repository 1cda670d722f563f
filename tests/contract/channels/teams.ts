import { randomUUID } from 'node:crypto';
import { words } from '../../../bot/words';
import { message, pressed } from '../../teams/activities';
import { openStage } from '../../teams/posting';
import { pressesOf, wordsOf, type Press } from '../../teams/printed';
import type { ChannelUnderTest, Shown } from './channel';
import { nameOf } from './phone';

/** Teams: signed activities in, cards out, to an Azure Bot Service on this machine. A choice is picked by pressing its button. */
export const teams: ChannelUnderTest = {
  name: 'Teams',
  differs: { 'nothing typed': 'Nothing typed is met with the welcome of Teams, whose buttons are whole questions.' },
  open: async (clock) => {
    const stage = await openStage({}, clock);
    const { delivered, url } = stage.cloud;
    return {
      begin: async (council) => {
        const more = { conversation: { conversationType: 'personal', tenantId: 'tenant', id: `a:${randomUUID()}` } };
        let presses: readonly Press[] = [];
        const ask = async (text: string): Promise<Shown> => {
          const before = delivered.length;
          const press = presses.find((one) => one.text === text);
          const { status } = await stage.post(press ? pressed(text, press.value, url, more) : message(text, url, more));
          const sent = delivered.slice(before).find(({ activity }) => activity.type === 'message');
          if (!sent) throw new Error(`status ${status}, and nothing came back`);
          presses = pressesOf(sent.activity);
          const choices = presses.map((one) => one.text);
          const buttons = new Set([...choices, words.t('more')]);
          const lines = wordsOf(sent.activity.attachments![0]!.content).filter((line) => !buttons.has(line));
          return { text: lines.map(unescaped).join('\n'), choices };
        };
        if (council) await ask(nameOf(council));
        return ask;
      },
      close: () => stage.close(),
    };
  },
};

// A text block shows \* as *.
function unescaped(text: string): string {
  return text.replace(/\\([\\`*[\]~_\-+#>.)])/gu, '$1');
}
