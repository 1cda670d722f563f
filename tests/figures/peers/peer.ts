/** What every peer is built from: the asks, and the words and the lexicon that they are read with. */
export interface Given {
  readonly asks: readonly Ask[];
  /** The words of a text, tidied with the project's spelling table. */
  readonly words: (text: string) => readonly string[];
  /** The concepts of the lexicon that the words mean, each as one word. */
  readonly concepts: (words: readonly string[]) => readonly string[];
  /** A text as its words and then its concepts, for a peer that has no fields of its own for synonyms. */
  readonly plain: (text: string) => string;
  /** The lexicon itself, for a peer that has to carry it. */
  readonly lexicon: unknown;
}

export interface Ask {
  readonly topic: string;
  readonly text: string;
}

/** A topic and how well it fits, best first. A search engine gives one for each ask that it found. */
export interface Hit {
  readonly topic: string;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** How sure it is of the best, where it says so itself. */
  readonly sure?: number;
}

/** A peer ready to be asked. */
export interface Engine {
  find(text: string): Found | Promise<Found>;
  /** What has to be kept or sent to ask it again without building it. */
  saved(): string;
}

export interface SetUp {
  readonly how: string;
  build(given: Given): Engine | Promise<Engine>;
}

export interface Peer {
  readonly name: string;
  /** The ways that its documentation advises; the one that does best on the tuning half is run on the other. */
  readonly setUps: readonly SetUp[];
  /** True for one that takes a second or more a message: it is asked a seeded part of the questions. */
  readonly slow?: true;
}

/** Asks found for one message that are looked at. */
export const mostHits = 30;
