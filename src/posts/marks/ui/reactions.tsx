import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { REACTION_KINDS } from "../shape";
import type { ReactionView } from "../views";
import { ReactionBar, type ReactionLine, type ReactionWords } from "./reaction-bar";
import { REACTION_WORDS } from "./words";

const kept = new Map<string, ReactionWords>();

/** One object a language, so that a page with many bars sends it once. */
function wordsOf(t: Words): ReactionWords {
  const known = kept.get(t.locale);
  if (known !== undefined) return known;
  const made: ReactionWords = {
    react: t("posts.reactions.react"),
    close: t("posts.reactions.close"),
    all: t("posts.reactions.all"),
    group: t("posts.reactions.group"),
    network: t("posts.reactions.failed"),
    kinds: REACTION_KINDS.map((kind) => ({ kind, word: t(REACTION_WORDS[kind]) })),
  };
  kept.set(t.locale, made);
  return made;
}

function lineOf({ kind, count, mine, names }: ReactionView, t: Words, format: Formats): ReactionLine {
  const others = count - Number(mine);
  const more = others - names.length;
  const named = more > 0 ? [...names, t("posts.reactions.others", { count: more })] : names;
  return { kind, others, mine, who: format.list(named) };
}

type ReactionsProps = {
  procedure: string;
  on: readonly [name: string, id: string];
  reactions: readonly ReactionView[];
  may: boolean;
  open: boolean;
  /** The page with all ways to react in sight. */
  href: string;
  /** The page that lists all who reacted. */
  list: string;
  back: string;
  t: Words;
  format: Formats;
};

/** How people reacted to what somebody wrote, and the way to do so. */
export function Reactions({ reactions, t, format, ...rest }: ReactionsProps) {
  return <ReactionBar {...rest} lines={reactions.map((one) => lineOf(one, t, format))} words={wordsOf(t)} />;
}
