import "server-only";
import type { ThreadComment, ThreadWindow } from "@/posts/reading/views";
import { quotation } from "@/posts/ui/thread/quotation";

type Asked = Readonly<Record<string, string | undefined>>;
type Part = { edge: "start" | "end" | undefined } & Record<
  "at" | "after" | "before" | "from" | "until" | "on" | "take",
  string | undefined
>;

/** The part of a conversation that an address asks for; whatever is wrong in it counts for nothing. */
export function partAsked({ at, after, before, from, until, on, edge, take }: Asked): Part {
  const side = edge === "start" || edge === "end" ? edge : undefined;
  return { at, after, before, from, until, on, edge: side, take };
}

/** Whom the form on a conversation's page answers, and what it begins with: both stand in the address. */
export function answerAsked(
  { answer, quote }: Asked,
  { items }: ThreadWindow,
  link: (comment: string) => string,
  opening: { body: string; author: { displayName: string }; path: string },
): { parent: ThreadComment | null; begin: string | undefined } {
  const voice = (id: string | undefined) => items.find((one) => one.id === id && !one.removed) ?? null;
  const quoted = voice(quote);
  const begin =
    quoted !== null
      ? quotation(quoted.body, quoted.author.displayName, link(quoted.id))
      : quote === "opening"
        ? quotation(opening.body, opening.author.displayName, opening.path)
        : undefined;
  return { parent: voice(answer), begin };
}
