// Every shape that crosses a room. Read this first: the rest of the program moves these about.

// ---- What comes in ----

export type Channel = 'web' | 'sms' | 'teams' | 'directline';
export type Reader = 'care-leaver' | 'foster-carer';

/** One message from a person, as a channel hands it over. */
export interface Said {
  readonly text: string;
  readonly channel: Channel;
  readonly council?: string;
  readonly reader?: Reader;
  readonly lang?: string;
}

/** Ages as far as the law tells them apart. */
export const ageBands = ['under-16', '16-17', '18-20', '21-24', '25-or-over'] as const;
export type AgeBand = (typeof ageBands)[number];

/** All that is remembered of a person: never what they typed. */
export interface Memory {
  /** A council's id, or "elsewhere" for one that is not in yet. */
  readonly council?: string;
  readonly reader?: Reader;
  readonly age?: AgeBand;
  /** The topic last answered, so that naming a council answers it again for that council. */
  readonly topic?: string;
  /** The topics last offered, in the order of the choices shown. */
  readonly offered?: readonly string[];
  /** The crisis the person is in, until they change the subject. */
  readonly crisis?: CrisisCategory;
  /** True where the crisis is only guessed at, and once they thanked for the help in it: then plain words on a subject end it. */
  readonly eased?: true;
  /** Messages in a row that could not be answered. */
  readonly misses?: number;
  /** The dialog the person is in. */
  readonly dialog?: InDialog;
  /** The reply last given by text message, so that MORE gives what had no room: our words, never theirs. */
  readonly told?: Told;
}

/** Where a person is in a dialog: which question is open, and what was picked so far (ids of choices, never words). */
export interface InDialog {
  readonly id: string;
  readonly asking: string;
  readonly picked: Readonly<Record<string, string>>;
  /** Turns since it began, and answers in a row that the open question could not use. */
  readonly turns: number;
  readonly missed: number;
}

// ---- What goes out ----

/** help-now: crisis · answer · which: asks which of a few · dialog · act · person: handed to a person · unknown: owned up. */
export type Kind = 'help-now' | 'answer' | 'which' | 'dialog' | 'act' | 'person' | 'unknown';

export const crisisCategories = [
  'danger-now',
  'suicide-self-harm',
  'abuse',
  'exploitation',
  'domestic-abuse',
  'homeless-tonight',
  'missing',
  'medical',
] as const;
export type CrisisCategory = (typeof crisisCategories)[number];

export const acts = ['greeting', 'thanks', 'goodbye', 'help', 'human', 'out-of-scope', 'language', 'council', 'stop'] as const;
export type Act = (typeof acts)[number];

/** True for the id of an act. */
export function isAct(id: string): id is Act {
  return (acts as readonly string[]).includes(id);
}

export type Role = 'what' | 'law' | 'council' | 'next' | 'who' | 'source' | 'notice';

/** One piece of a reply. Channels drop whole parts to fit; they never cut one. */
export interface Part {
  readonly role: Role;
  readonly text: string;
  readonly href?: string;
}

/** What the assistant says, before a channel gives it a form. */
export interface Reply {
  readonly kind: Kind;
  readonly topics: readonly string[];
  readonly crisis: CrisisCategory | null;
  readonly act: Act | null;
  readonly title: string;
  readonly parts: readonly Part[];
  /** The same in few words, for text messages: most important part first. */
  readonly brief: readonly Part[];
  readonly choices: readonly string[];
  readonly ref: string | null;
  readonly council: string | null;
  readonly why: Why;
  /** Which text message of the reply is wanted: 1 is the first that MORE gives. */
  readonly page?: number;
}

/** A reply as far as a text message needs it. */
export type Told = Omit<Reply, 'parts' | 'why'>;

/** Why the reply is what it is. Shown with --why, never to the public. */
export interface Why {
  readonly rule: string;
  readonly ranked?: readonly Ranked[];
  readonly tokens?: readonly string[];
}

/** One turn's outcome: the reply, and what to remember for the next. */
export interface Turn {
  readonly reply: Reply;
  readonly memory: Memory;
}

// ---- Understanding ----

/** A message made plain: words in order, and how each was typed. */
export interface Tidied {
  /** Words after case, accents, text-speak and spelling. */
  readonly tokens: readonly string[];
  /** Words after case and accents only, so that no correction can hide a crisis. */
  readonly raw: readonly string[];
}

export interface Ranked {
  readonly id: string;
  readonly score: number;
  /** The features that weighed most, heaviest first. */
  readonly because: readonly string[];
}

/** What a message seems to mean. */
export interface Understood {
  readonly ranked: readonly Ranked[];
  /** 0 to 1: the share of words that the kit has seen. */
  readonly known: number;
  /** A council's id, elsewhere for one that is not in yet, abroad for another nation; null when none is named. */
  readonly council: string | null;
  /** True when naming a council is all that the message does. */
  readonly onlyCouncil: boolean;
  readonly reader: Reader | null;
  /** The age that the message tells of the person (of the young person, where a foster carer writes). */
  readonly age: AgeBand | null;
  /** True when telling an age is all that the message does. */
  readonly onlyAge: boolean;
  readonly choice: number | null;
}

// ---- The kit: one council's knowledge, compiled ----

export interface Kit {
  readonly council: string | null;
  readonly name: string;
  readonly entries: Readonly<Record<string, Entry>>;
  readonly glossary: readonly Term[];
  readonly services: Readonly<Record<string, Service>>;
  readonly events: readonly LocalEvent[];
  readonly ranker: Ranker;
  readonly councils: readonly CouncilName[];
  /** Places whose council is not in yet, and those outside England. */
  readonly elsewhere: Elsewhere;
  /** Who to ask in this council, in words: "the Leaving Care Team on 0300 300 8000". */
  readonly person: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly says: Readonly<Record<string, string>>;
  readonly dialogs: Readonly<Record<string, Dialog>>;
}

/** A few questions one after another that end in what the person needs. */
export interface Dialog {
  readonly id: string;
  /** The label that begins it. */
  readonly title: string;
  /** Whole messages that begin it, beside its title. */
  readonly says: readonly string[];
  /** Topics whose answers offer it. */
  readonly startsOn: readonly string[];
  /** The topic that it is about, which a follow-up after it is about too. */
  readonly about: string;
  readonly asks: readonly Ask[];
  /** What it ends in, in order. */
  readonly shows: readonly Show[];
}

/** One question of a dialog. */
export interface Ask {
  readonly key: string;
  readonly say: string;
  /** Why it is asked, for those who ask back. */
  readonly why: string;
  /** words: whatever is typed, used at once at the end and never kept; so it can only be the last. */
  readonly answer: 'choice' | 'age' | 'yes-no' | 'council' | 'words';
  readonly choices: readonly AskChoice[];
  /** Asked only if each of these was picked so; absent: always. */
  readonly when?: When;
}

export interface AskChoice {
  readonly id: string;
  readonly label: string;
  /** Other words that mean it, wherever they stand in an answer ("unemployed"). */
  readonly also?: readonly string[];
}

export type When = Readonly<Record<string, readonly string[]>>;

/** One piece of a dialog's end, shown when its picks were picked. */
export type Show = { readonly when?: When } & (
  | { readonly say: string; readonly role: Role; readonly of: string }
  | { readonly parts: readonly Role[]; readonly of: string }
  | { readonly offers: true }
  | { readonly message: string; readonly of: string }
  | { readonly lookUp: string }
);

export interface Elsewhere {
  readonly england: readonly string[];
  readonly otherNations: readonly string[];
}

export interface CouncilName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

/** What is said on a topic, national words with the council's laid over them. */
export interface Entry {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** varies: councils decide, so an answer without a council asks which. */
  readonly local: 'varies' | 'same';
  readonly national: Layer;
  /** Absent when no council is chosen, or where the council adds nothing to a rule that is the same everywhere. */
  readonly council?: Layer;
}

/** One level's words and the figures that fill them. */
export interface Layer {
  readonly short: string;
  readonly full: string;
  readonly carerShort?: string;
  readonly carerFull?: string;
  readonly law?: string;
  readonly next: string;
  /** True when a council's file names its own next step instead of the national one. */
  readonly ownNext?: boolean;
  readonly carerNext?: string;
  readonly who: readonly string[];
  readonly figures: Figures;
  readonly sources: readonly Cited[];
  /** ISO date the evidence speaks for, or unknown. */
  readonly asOf: string;
  readonly status: 'confirmed' | 'unconfirmed' | 'unknown';
  /** What this level gives, a line each, for "what can I get" and "my offer". */
  readonly offers: readonly Offer[];
  /** True when a council gives less than law or guidance sets; the reply then says so. */
  readonly belowMinimum?: boolean;
}

/** Where the law puts somebody who is or was in care. in-care: a child in care who does not count as eligible yet. */
export const statuses = ['in-care', 'eligible', 'relevant', 'former-relevant', 'qualifying', 'care-experienced'] as const;
export type Status = (typeof statuses)[number];

/** One thing that a person of this status and age gets. */
export interface Offer {
  /** In few words, to the young person: "A personal adviser". */
  readonly line: string;
  /** The same to a foster carer of one; absent where it is nothing a carer acts on. */
  readonly carer?: string;
  readonly for: readonly Status[];
  /** Ages in years: from this birthday, until that one. */
  readonly from?: number;
  readonly until?: number;
  /** Only for those who do one of these, or live in one of these ways; absent: for all. */
  readonly doing?: readonly Doing[];
  readonly living?: readonly Living[];
}

export const doings = ['study', 'university', 'apprenticeship', 'work', 'neither'] as const;
export type Doing = (typeof doings)[number];
export const livings = ['carers', 'own-home', 'supported', 'family', 'custody', 'nowhere'] as const;
export type Living = (typeof livings)[number];

/** What a person says of their time in care, as a form or a dialog asks it; rules.ts says what each stands for. */
export const cares = ['in-care', 'thirteen-weeks', 'fewer-weeks', 'guardianship', 'home', 'before-16', 'not-sure'] as const;
export type Care = (typeof cares)[number];

/** A person's time in care, as the Children Act 1989 asks about it. Ages in whole years. */
export interface CareHistory {
  readonly age: number;
  /** In care now. */
  readonly lookedAfter: boolean;
  /** In care at some time after the 16th birthday and before the 18th. */
  readonly afterSixteen: boolean;
  /** In care for 13 weeks or more in all since the 14th birthday, short breaks left out, the last of them after the 16th. */
  readonly thirteenWeeks: boolean;
  /** A special guardianship order is in force, or was at 18, and they were in care just before it. */
  readonly guardianship: boolean;
  /** Left care at 16 or 17 to live with a parent or one with parental responsibility for six months or more, and that lasted. */
  readonly homeSixMonths: boolean;
  /** In custody or hospital on the 16th birthday, after 13 weeks or more in care since 14. */
  readonly heldAtSixteen: boolean;
}

/** One thing that somebody gets, as a sheet prints it. */
export interface SheetLine {
  readonly text: string;
  /** "Until your 21st birthday", or null where no birthday changes it. */
  readonly when: string | null;
  /** The month of evidence that is old and unconfirmed, in words; "unknown" where none is shown; null when it can be relied on. */
  readonly soIn: string | null;
  /** Numbers of its sources in the sheet's list, from 1. */
  readonly sources: readonly number[];
}

/** Lines under one heading: the id of a theme. */
export interface SheetGroup {
  readonly theme: string;
  readonly lines: readonly SheetLine[];
}

/** All that somebody gets on one page: "my offer", or the letter that a council sends at a birthday. */
export interface OfferSheet {
  readonly letter: 18 | 21 | null;
  readonly reader: Reader;
  /** null when they are not sure of their time in care. */
  readonly status: Status | null;
  /** The council's name, and how it is called in short; null when none is known. */
  readonly council: { readonly name: string; readonly shortName: string } | null;
  /** ISO date in London on which this was so. */
  readonly date: string;
  readonly law: readonly SheetGroup[];
  readonly ofCouncil: readonly SheetGroup[];
  /** What a letter's birthday brings and ends; empty on an offer. */
  readonly begins: readonly SheetLine[];
  readonly ends: readonly SheetLine[];
  /** Who to ask, and who is on duty now, each in words with a number where one is known. */
  readonly ask: string;
  readonly duty: string;
  readonly helplines: readonly { readonly name: string; readonly phone: string }[];
  readonly sources: readonly string[];
}

export interface Cited {
  readonly id: string;
  readonly at: string;
}

export interface Source {
  readonly title: string;
  readonly publisher: string;
  /** ISO date, a year, or unknown. */
  readonly dated: string;
}

/** Values that fill the words, by "kind.name", such as "ages.until". */
export type Figures = Readonly<Record<string, Figure>>;
export type Figure =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'amount'; readonly values: readonly { readonly from: string; readonly value: number }[] };

export interface Term {
  readonly term: string;
  readonly also: readonly string[];
  readonly means: string;
}

export interface Service {
  readonly name: string;
  /** Other names that people use for it. */
  readonly also?: readonly string[];
  readonly description: string;
  readonly phone?: string;
  readonly textTo?: string;
  readonly email?: string;
  readonly url?: string;
  readonly hours: Hours;
  /** Who it is for, in words. */
  readonly eligibility: string;
  readonly topics: readonly string[];
  readonly note?: string;
}

/** Days, as ISO dates, first and last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What is known of dates beyond the words: England's bank holidays, and where there is one, a second reader of what was typed. */
export interface Calendar {
  readonly bankHolidays: readonly string[];
  /** Days that a text names, never past ones; null when it reads none. `today` is an ISO date, London. */
  readonly readDays?: (text: string, today: string) => Days | null;
  /** What was typed. */
  readonly text?: string;
}

/** Something that happens on a day. */
export interface LocalEvent {
  readonly name: string;
  readonly description: string;
  /** ISO date, and London times such as "18:00". */
  readonly date: string;
  readonly starts: string;
  readonly ends?: string;
  readonly place: string;
  readonly url?: string;
}

/** Weights of a linear model that tells classes apart. Whole numbers; divide by scale. */
export interface Weights {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  /** feature -> [worth, class, weight, class, weight, ...]. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly scale: number;
}

/** The ranker's weights, one class for each topic and each act, and the words it knows. */
export interface Ranker extends Weights {
  /** phrase -> concept, for features beside the words. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Every word of the asks, commonest first, with spaces between. */
  readonly words: string;
}

// ---- Duty and crisis: compiled into the program ----

/** When something is open. Unknown hours are never guessed. */
export type Hours = 'always' | 'unknown' | readonly Opening[];
export interface Opening {
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly days: readonly number[];
  /** Minutes after midnight, London time; closes is the first minute shut. */
  readonly opens: number;
  readonly closes: number;
}

/** A team that answers a phone. */
export interface Line {
  readonly name: string;
  readonly phone: string;
  readonly hours: Hours;
}

/** Who a council has on duty by day and when its offices are shut. */
export interface DutyBook {
  readonly name: string;
  readonly shortName: string;
  readonly day: readonly Line[];
  readonly outOfHours: Line | null;
}

/** Who to ring at one minute. open and shut are only said where the hours are known. */
export interface OnDuty {
  readonly state: 'open' | 'shut' | 'unknown';
  readonly call: Line;
  /** Rung if the first does not answer. */
  readonly otherwise: Line | null;
}

export interface CrisisFound {
  readonly category: CrisisCategory;
  readonly rule: string;
  readonly helpline?: string;
  /** True when no rule fired and only the second detector speaks for it. */
  readonly unsure?: true;
}

/** Crisis rules, replies and duty numbers, made from YAML and kept in the program itself. */
export interface Safety {
  readonly spelling: Readonly<Record<string, string>>;
  readonly rules: readonly CrisisRule[];
  /** Words of the rules, which spelling correction leaves alone. */
  readonly crisisWords: readonly string[];
  /** Words that a misspelt one may be mended to before the rules are tried once more, commonest first. */
  readonly words: string;
  /** Weights of the second detector, learnt from messages of people in a crisis and of people in none. */
  readonly heard: Weights;
  /** The same for messages in other languages. */
  readonly heardAbroad: Weights;
  readonly replies: Readonly<Record<CrisisCategory, CrisisReply>>;
  readonly helplines: Readonly<Record<string, Helpline>>;
  /** Said with each crisis reply: what this service is. */
  readonly robot: string;
  /** Said last when only the second detector saw a crisis. */
  readonly unsure: string;
  /** Goes before what else the message asked. */
  readonly alsoAsked: string;
  /** Said when something has failed. */
  readonly broken: string;
  /** Who to ring when no council is known. */
  readonly noCouncil: string;
  /** Goes before the helpline when a person in crisis has changed the subject. */
  readonly stillHere: string;
  readonly councils: Readonly<Record<string, DutyBook>>;
  /** England's bank holidays, ISO dates, and the years they cover. */
  readonly bankHolidays: readonly string[];
  readonly bankHolidayYears: readonly number[];
}

/** A helpline and the one sentence that names it with its number. */
export interface Helpline {
  readonly name: string;
  readonly say: string;
  readonly hours: Hours;
}

export interface CrisisRule {
  readonly id: string;
  readonly category: CrisisCategory;
  readonly any: readonly Pattern[];
  readonly unless: readonly Pattern[];
  readonly helpline?: string;
}

/** A token pattern: steps taken one after another. */
export type Pattern = readonly Step[];
export type Step =
  | { readonly words: readonly (readonly string[])[]; readonly optional?: true }
  | { readonly gap: number }
  | { readonly edge: 'start' | 'end' };

/** Fixed words for one kind of crisis. Of the helplines, the first that is not known to be shut is given. */
export interface CrisisReply {
  readonly title: string;
  readonly danger: string;
  readonly say: string;
  readonly helplines: readonly string[];
  readonly carerHelplines?: readonly string[];
  readonly carerSay?: string;
}
