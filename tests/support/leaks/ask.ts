import { TRPCError } from "@trpc/server";
import { proceduresOf } from "@/assembly/access-document";
import { appRouter } from "@/assembly/router";
import { refusalOf } from "@/platform/access/procedure";
import { asking, type Caller } from "./cast";
import type { Garden, Plant } from "./garden";
import { BOARD, KINDS, type Kind, RULE } from "./oracle";
import { aboutNothing, type Question, RECIPES, SEARCHES } from "./recipes";
import { neverSaid, WAYS } from "./words";

/** Every procedure of the live router that tells something and changes nothing. */
export const tellers: readonly string[] = proceduresOf(appRouter)
  .filter(({ type }) => type !== "mutation")
  .map(({ path }) => path);

/** What somebody is answered: what they asked for, or why not. */
export type Answer = { readonly told: unknown } | { readonly refused: unknown };

/** Asks a procedure, by its path. Whatever is no refusal is a fault, and fails the test. */
export async function ask(caller: Caller, path: string, input: unknown): Promise<Answer> {
  const call = path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller);
  try {
    return { told: await (call as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return { refused: "sign in" };
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { refused: { ...refusal, message: (error as Error).message } };
  }
}

/** The plants whose word somebody must not be told and was, whole or cut into pieces. */
export function betrayed(garden: Garden, kind: Kind, said: unknown): Plant[] {
  const whole = JSON.stringify(said) ?? "";
  const joined = textsIn(said).join("");
  return garden.plants.filter(
    ({ word, mayKnow }) =>
      !mayKnow(kind) && (whole.toLowerCase().includes(word) || joined.toLowerCase().includes(word)),
  );
}

function textsIn(said: unknown): string[] {
  if (typeof said === "string") return [said];
  if (typeof said !== "object" || said === null) return [];
  return Object.values(said).flatMap(textsIn);
}

/** One finding, as the failure prints it. */
export type Leak = { who: Kind; asks: string; with: string; learns: string };

const few = (input: unknown) => JSON.stringify(input) ?? "nothing";

/**
 * Asks everything as somebody of a kind, and gives what they learn that is not for them.
 * @param seen gains the places whose words they were told at all
 * @param of the procedures to ask, all of them by default
 */
export async function walkAs(garden: Garden, kind: Kind, seen: Set<string>, of = /./): Promise<Leak[]> {
  const caller = await asking(garden.cast, kind);
  const leaks: Leak[] = [];
  for (const path of tellers.filter((one) => of.test(one))) {
    const nothing = new Map<string, Promise<Answer>>();
    const questions = RECIPES[path]?.(garden) ?? [];
    const found = await Promise.all(
      questions.map(async (question) => {
        if (path === "live.changes" && question.about?.isThere(kind)) return [];
        const answer = await ask(caller, path, question.input);
        for (const { word, place } of garden.plants) if (JSON.stringify(answer)?.includes(word)) seen.add(place);
        const who = { who: kind, asks: path, with: few(question.input) };
        const words = betrayed(garden, kind, answer).map(({ place }) => ({ ...who, learns: place }));
        if (question.about === null || question.about.isThere(kind)) return words;
        return [
          ...words,
          ...(await differing(caller, path, question, answer, nothing)).map((learns) => ({ ...who, learns })),
        ];
      }),
    );
    leaks.push(...found.flat());
  }
  return leaks;
}

/** A thing that is not there for somebody is answered as one that was never made. */
async function differing(
  caller: Caller,
  path: string,
  question: Question,
  answer: Answer,
  known: Map<string, Promise<Answer>>,
): Promise<string[]> {
  const shape = few(aboutNothing(question)).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
  const before = known.get(shape) ?? ask(caller, path, aboutNothing(question));
  known.set(shape, before);
  const nothing = await before;
  return few(nothing) === few(answer) ? [] : [`that a ${question.about?.kind} is there: ${few(answer)}`.slice(0, 300)];
}

/**
 * Searches for every word that somebody of a kind may not know, and gives where it differs from one nobody wrote. Whoever
 * reads the room is not asked: to them a slip may well mean a word of the room.
 */
export async function searchAs(garden: Garden, kind: Kind): Promise<Leak[]> {
  if (RULE[garden.plan.closed].read(kind)) return [];
  const caller = await asking(garden.cast, kind);
  const secret = garden.plants.filter(({ mayKnow }) => !mayKnow(kind));
  const nothing = new Map<string, Promise<Answer>>();
  const turn = KINDS.indexOf(kind);
  const found = await Promise.all(
    secret.flatMap(({ word, place }, n) =>
      Object.entries(SEARCHES).map(async ([path, inputOf], m): Promise<Leak[]> => {
        // The big search is asked for every word, the small ones for each in its turn.
        if (path !== "search.find" && (n + m + turn) % Object.keys(SEARCHES).length !== 0) return [];
        const at = (n + m + turn) % WAYS.length;
        const way = WAYS[at] ?? ((text: string) => text);
        const before = nothing.get(`${path} ${at}`) ?? ask(caller, path, inputOf(way(neverSaid), garden));
        nothing.set(`${path} ${at}`, before);
        const answer = await ask(caller, path, inputOf(way(word), garden));
        if (few(answer) === few(await before)) return [];
        return [
          {
            who: kind,
            asks: path,
            with: way(word),
            learns: `that there is the ${place}: ${few(answer)}`.slice(0, 300),
          },
        ];
      }),
    ),
  );
  return found.flat();
}

/**
 * What the team is told on purpose of what it may not read: how much there is, whose turn it is on the desk, what
 * happened when, and its own board with what is found there, tried and told of it.
 */
const TOLD_TO_THE_TEAM =
  /^(readiness|launch|audit|mail|moderation|advice|door\.built|feedback|previews|credits|changelog|desk|telling|notices|search\.find)\b/;
/** Thanks that somebody shows are for everybody; that they do not say for which words, the walk sees. */
const SHOWN = "care.beside";

/** What somebody of a kind is told who names nothing: the lists of the house, and their own, with every number. */
export async function listsFor(garden: Garden, kind: Kind): Promise<Record<string, string>> {
  const caller = await asking(garden.cast, kind);
  const isTeam = BOARD(kind);
  const lists: Record<string, string> = {};
  for (const path of tellers.filter((one) => one !== SHOWN && !(isTeam && TOLD_TO_THE_TEAM.test(one))))
    for (const { input, about } of RECIPES[path]?.(garden) ?? [])
      if (about === null) lists[`${path} ${few(input)}`] = few(await ask(caller, path, input));
  return lists;
}

/** What differs between two looks at the same lists. */
export function changedFor(who: Kind, before: Record<string, string>, after: Record<string, string>): Leak[] {
  return Object.entries(after)
    .filter(([list, told]) => before[list] !== told)
    .map(([list, told]) => ({
      who,
      asks: list,
      with: "",
      learns: `it was ${before[list]}, is ${told}`.slice(0, 2000),
    }));
}
