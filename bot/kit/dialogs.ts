import { fill, holes, figureInWords } from '../engine/fill';
import type { Ask, Dialog, Entry, Show } from '../engine/types';
import type { Council } from './councilFile';
import type { WrittenDialog } from './dialogFile';
import { pathFaults } from './dialogPaths';
import { bareFigure } from './lint';
import { fixedNames, note } from './overlay';
import type { Filed, Knowledge } from './knowledge';
import type { Problem } from './problem';

/** The dialogs with one council's words and figures put in; `council` is null for the national kit. Faults are noted with their place. */
export function dialogsFor(
  knowledge: Knowledge,
  council: Council | null,
  entries: Readonly<Record<string, Entry>>,
  problems: Problem[],
): Record<string, Dialog> {
  const names = fixedNames(knowledge, council);
  return Object.fromEntries(
    knowledge.dialogs.map((filed) => {
      const { written } = filed;
      const put = putting(filed, entries, names, problems);
      const topics = [...written.starts_on, written.about, ...written.then.flatMap((show) => ('of' in show && show.of ? [show.of] : []))];
      for (const topic of topics.filter((id) => !entries[id]))
        note(problems, fault(filed, topic, 'the id of a topic', 'Check its spelling.'));
      const councils = knowledge.councils.map(({ id }) => id);
      // The ways are the same for every council, and are walked once.
      for (const { found, mend } of council ? [] : pathFaults(written.ask, written.then, councils))
        note(problems, fault(filed, found, 'ways that reach every step and end', mend));
      return [written.id, { id: written.id, title: written.title, says: written.says, startsOn: written.starts_on, about: written.about, asks: written.ask.map((ask) => asked(ask, written.about, put)), shows: written.then.map((show) => shown(show, written.about, put)) }]; // prettier-ignore
    }),
  );
}

type Put = (text: string, of: string, amounts: boolean) => string;

function asked({ choices, also, when, of, ...ask }: WrittenDialog['ask'][number], about: string, put: Put): Ask {
  return {
    ...ask,
    say: put(ask.say, of ?? about, false),
    why: put(ask.why, of ?? about, false),
    choices: Object.entries(choices).map(([id, label]) => ({
      id,
      label: put(label, of ?? about, false),
      ...(also[id] && { also: also[id] }),
    })),
    ...(when && { when }),
  };
}

function shown({ when, ...show }: WrittenDialog['then'][number], about: string, put: Put): Show {
  const held = when ? { when } : {};
  if ('offers' in show) return { ...held, offers: true };
  if ('look_up' in show) return { ...held, lookUp: show.look_up };
  if ('parts' in show) return { ...held, parts: show.parts, of: show.of };
  const of = show.of ?? about;
  if ('say' in show) return { ...held, role: show.role, of, say: put(show.say, of, true) };
  return { ...held, of, message: put(show.message, of, true) };
}

// Amounts change with the day and are put in when the dialog ends; all else is put in here.
function putting(
  filed: Filed<WrittenDialog>,
  entries: Readonly<Record<string, Entry>>,
  names: Readonly<Record<string, string>>,
  problems: Problem[],
): Put {
  return (text, of, amounts) => {
    const entry = entries[of];
    const figures = { ...entry?.national.figures, ...entry?.council?.figures };
    const bare = bareFigure(text);
    if (bare)
      note(
        problems,
        fault(filed, `the figure "${bare}"`, 'words, with figures in fields', `Name a figure of ${of}, such as {{ages.until}}.`),
      );
    const known = (name: string): boolean => name in names || (name in figures && (amounts || figures[name]!.kind !== 'amount'));
    for (const name of holes(text).filter((hole) => !known(hole)))
      note(problems, fault(filed, `{{${name}}}`, `the name of a figure of ${of}, a service or the council`, 'Mend the name.'));
    return fill(text, (name) => {
      const figure = figures[name];
      return figure && figure.kind !== 'amount' ? figureInWords(figure, '') : (names[name] ?? `{{${name}}}`);
    }).trim();
  };
}

function fault({ file }: Filed<WrittenDialog>, found: string, expected: string, mend: string): Problem {
  return { file, line: 0, field: 'dialog', found, expected, mend };
}
