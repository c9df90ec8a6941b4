import { z } from "zod";

const KINDS = ["conversation", "space", "person"] as const;
export type TopicKind = (typeof KINDS)[number];

/** What one can listen to: a kind of thing and its id. */
export type Topic = `${TopicKind}:${string}`;

export const topicShape = z
  .string()
  .regex(new RegExp(`^(${KINDS.join("|")}):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`))
  .transform((text) => text as Topic);

/** That something changed; `news` when something was added that was not there before. Never what it is. */
export type Change = { readonly topic: Topic; readonly news: boolean };

/** Something was changed, in place. */
export function touched(kind: TopicKind, id: string): Change {
  return { topic: `${kind}:${id}`, news: false };
}

/** Something was added. */
export function added(kind: TopicKind, id: string): Change {
  return { topic: `${kind}:${id}`, news: true };
}

/** The two halves of a topic. */
export function partsOf(topic: Topic): { kind: TopicKind; id: string } {
  const at = topic.indexOf(":");
  return { kind: topic.slice(0, at) as TopicKind, id: topic.slice(at + 1) };
}
