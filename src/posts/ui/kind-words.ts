import type { WordKey } from "@/i18n/words";
import type { PostKind } from "../shape";

/** What each kind of post is called, and what it is for. */
export const KIND_WORDS: Readonly<Record<PostKind, { name: WordKey; hint: WordKey }>> = {
  discussion: { name: "posts.kind.discussion", hint: "posts.kindHint.discussion" },
  question: { name: "posts.kind.question", hint: "posts.kindHint.question" },
  poll: { name: "posts.kind.poll", hint: "posts.kindHint.poll" },
  event: { name: "posts.kind.event", hint: "posts.kindHint.event" },
  announcement: { name: "posts.kind.announcement", hint: "posts.kindHint.announcement" },
};
