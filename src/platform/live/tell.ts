import type { Id } from "@/platform/ids";
import type { Signal } from "./heard";
import type { People, Subscriber } from "./subscriber";
import type { Topic } from "./topic";

/** What a judge is asked: may the person of this session be told of these topics now? */
type Question = { readonly sessionId: Id<"session">; readonly topics: ReadonlySet<Topic> };

/** Asked before anything is told. Those whose session is over have no answer. */
export type Judge = (questions: readonly Question[]) => Promise<ReadonlyMap<Id<"session">, ReadonlySet<Topic>>>;

/** Tells who is in the conversations named, to each reader without themselves. */
export type Roll = (topics: readonly Topic[]) => Promise<(topic: Topic, reader: Id<"person">) => People>;

/** What is to be told, gathered since the last telling. */
export type News = {
  readonly cursor: string;
  readonly signals: readonly Signal[];
  readonly people: ReadonlySet<Topic>;
};

/**
 * Tells everybody whom the news concern and who may still hear them, by one judgement for all. Whose session is over
 * is sent away.
 * @param also those who are judged though nothing concerns them
 */
export async function tellAll(
  { judge, roll }: { readonly judge: Judge; readonly roll: Roll },
  { cursor, signals, people }: News,
  listenersOf: (topic: Topic) => Iterable<Subscriber>,
  also: Iterable<Subscriber>,
): Promise<void> {
  const concerned = new Map<Subscriber, Set<Topic>>();
  for (const one of also) concerned.set(one, new Set());
  for (const topic of [...signals.map((signal) => signal.topic), ...people])
    for (const one of listenersOf(topic)) concerned.set(one, (concerned.get(one) ?? new Set<Topic>()).add(topic));
  if (concerned.size === 0) return;
  const questions = Array.from(concerned, ([{ listening }, topics]) => ({ sessionId: listening.sessionId, topics }));
  const [verdicts, peopleOf] = await Promise.all([judge(questions), people.size === 0 ? null : roll([...people])]);
  for (const [one, topics] of concerned) {
    const allowed = verdicts.get(one.listening.sessionId);
    if (allowed === undefined) {
      one.end();
      continue;
    }
    const may = (topic: Topic) => topics.has(topic) && allowed.has(topic);
    const mine = signals.filter(({ topic }) => may(topic));
    const here = peopleOf === null ? [] : [...people].filter(may);
    if (mine.length + here.length === 0) continue;
    one.push(
      cursor,
      mine,
      here.flatMap((topic) => peopleOf?.(topic, one.listening.personId) ?? []),
    );
  }
}
