import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Badge } from "@/ui/badge";
import type { IdeaStatus } from "../shape";
import { promiseOf, STATUS_WORDS } from "./words";

/** Where an idea stands, as a word. */
export function StatusBadge({ status, t }: { status: IdeaStatus; t: Words }) {
  const { name, tone } = STATUS_WORDS[status];
  return <Badge tone={tone}>{t(name)}</Badge>;
}

type PromiseProps = {
  idea: { status: IdeaStatus; promisedFor: string | null };
  /** The reader's day, `2026-11-23`. */
  today: string;
  t: Words;
  format: Formats;
};

/** The promised day; one that went by is not hidden. */
export function PromisedDay({ idea, today, t, format }: PromiseProps) {
  const promise = promiseOf(t, format, today, idea);
  if (promise === null) return null;
  return promise.late ? <Badge tone="bad">{promise.words}</Badge> : <span>{promise.words}</span>;
}
