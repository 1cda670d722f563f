import { Router, urlencoded, type NextFunction, type Request, type Response } from 'express';
import { dutyInWords, safeReply } from '../engine/helpNow';
import { offerLink } from '../engine/offerLink';
import { letterOf, sheetOf } from '../engine/offerSheet';
import type { OfferFacts } from '../engine/offers';
import { safety } from '../engine/turn';
import { ageBands, cares, doings, livings, type OfferSheet, type Reader } from '../engine/types';
import type { Kits } from '../host/kits.node';
import type { OfferAnswers } from '../render/offerForm';
import { offerPage, offerResult, type OfferView } from '../render/offer';
import { offerText } from '../render/offerText';
import { say } from '../render/offerWords';
import type { Settings } from '../settings';
import { brandOf, councilChoices } from './brand';

/** Largest form read, bytes: its answers are ids, none of them long. */
const largestForm = '4kb';

export interface OfferRoom {
  readonly kits: Kits;
  readonly settings: Settings;
  readonly clock: () => number;
}

/** GET /my-offer is the form; POST /my-offer answers it with the sheet, as a page, as its part of one, or as plain text. */
export function offerRoutes(room: OfferRoom): Router {
  const routes = Router();
  routes.get('/my-offer', (_, response) => send(response, 200, offerPage(view(room, noAnswers, null, null))));
  routes.post('/my-offer', urlencoded({ extended: false, limit: largestForm }), (request, response) => post(room, request, response));
  routes.use('/my-offer', (error: Error & { readonly status?: number }, request: Request, response: Response, _next: NextFunction) => {
    const words = safeReply({}, room.clock(), safety).parts.map(({ text }) => text);
    const shown = view(room, noAnswers, null, words.join(' '));
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    send(response, status, isPart(request) ? offerResult(shown).text : offerPage(shown));
  });
  return routes;
}

function isPart(request: Request): boolean {
  return request.get('x-part') === 'sheet';
}

const noAnswers: OfferAnswers = { age: null, care: null, doing: null, living: null, council: null, reader: null };

function post(room: OfferRoom, request: Request, response: Response): void {
  const body: unknown = request.body;
  const isForm = Boolean(request.is('application/x-www-form-urlencoded'));
  const fields = isForm && typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const answers = answersIn(fields);
  const read = readFacts(fields, room.kits.councils);
  const part = isPart(request);
  if (!isForm || typeof read === 'string') {
    const wrong = typeof read === 'string' ? read : 'age';
    const problem = `${say('problem-field', { field: say(wrong) })} ${say('problem-help', { duty: duty(room, answers.council) })}`;
    const shown = view(room, answers, null, problem);
    send(response, isForm ? 400 : 415, part ? offerResult(shown).text : offerPage(shown));
    return;
  }
  const sheet = sheetFor(room, read);
  if (fields['as'] === 'text') {
    response.set('cache-control', 'no-store').type('text').send(offerText(sheet));
    return;
  }
  const shown = view(room, answers, sheet, null);
  send(response, 200, part ? offerResult(shown).text : offerPage(shown));
}

interface Asked {
  readonly facts: OfferFacts;
  readonly council: string | undefined;
  readonly letter: 18 | 21 | null;
}

function sheetFor(room: OfferRoom, { facts, council, letter }: Asked): OfferSheet {
  const now = room.clock();
  const { kit } = room.kits.for(council);
  if (!kit) throw new Error('no kit can be read');
  const onDuty = dutyInWords(council, now, safety);
  return letter === null ? sheetOf(facts, kit, now, onDuty) : letterOf(letter, facts, kit, now, onDuty);
}

/** What was asked for, or the name of the first field that cannot be used. */
function readFacts(fields: Readonly<Record<string, unknown>>, councils: readonly string[]): Asked | string {
  const letter = oneOf(fields['letter'], ['18', '21']);
  // A letter is for one age, whatever age the person is now.
  const age = letter === '18' || letter === '21' ? '18-20' : oneOf(fields['age'], ageBands);
  const care = oneOf(fields['care'], cares);
  const doing = oneOf(fields['doing'], doings);
  const living = oneOf(fields['living'], livings);
  const council = oneOf(fields['council'], councils);
  const reader = oneOf<Reader>(fields['reader'], ['care-leaver', 'foster-carer']);
  if (!age) return 'age';
  if (!care) return 'care';
  const wrong = Object.entries({ doing, living, council, reader, letter }).find(([, value]) => value === null);
  if (wrong) return wrong[0];
  return {
    facts: { age, care, reader: reader ?? 'care-leaver', ...(doing && { doing }), ...(living && { living }) },
    council: council ?? undefined,
    letter: letter === '18' ? 18 : letter === '21' ? 21 : null,
  };
}

// undefined: not answered. null: an answer that is none of the choices.
function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined | null {
  if (value === undefined || value === '') return undefined;
  return allowed.find((one) => one === value) ?? null;
}

function answersIn(fields: Readonly<Record<string, unknown>>): OfferAnswers {
  const given = (name: string): string | null => (typeof fields[name] === 'string' && fields[name] !== '' ? fields[name] : null);
  return {
    age: given('age'),
    care: given('care'),
    doing: given('doing'),
    living: given('living'),
    council: given('council'),
    reader: given('reader'),
  };
}

function duty({ clock }: OfferRoom, council: string | null): string {
  return dutyInWords(council ?? undefined, clock(), safety);
}

function view({ kits, settings }: OfferRoom, answers: OfferAnswers, sheet: OfferSheet | null, problem: string | null): OfferView {
  const link = sheet && offerLink({ ...answers, letter: sheet.letter?.toString() });
  return { ...answers, brand: brandOf(settings), councils: councilChoices(kits), sheet, problem, link };
}

function send(response: Response, status: number, page: string): void {
  response.status(status).set('cache-control', 'no-store').type('html').send(page);
}
