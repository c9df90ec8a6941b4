import type { Row } from "@/platform/http/csv";
import type { IdeaLine } from "./rows";

/** The columns of our own table, by the names that the import knows. */
export const TABLE_HEAD = [
  "levain_id",
  "title",
  "description",
  "status",
  "created_at",
  "created_by",
  "promised_for",
  "votes_count",
  "votes_like",
  "votes_need",
  "votes_blocked",
  "imported_votes",
  "comments_count",
  "response",
  "responded_by",
  "responded_at",
] as const;

/** Ideas as lines of it. */
export function tableRows(ideas: readonly IdeaLine[]): Row[] {
  return ideas.map((one) => [
    one.id,
    one.title,
    one.body,
    one.status,
    one.createdAt.toISOString(),
    one.author,
    one.promisedFor,
    one.like + one.need + one.blocked,
    one.like,
    one.need,
    one.blocked,
    one.importedVotes,
    one.comments,
    one.answer?.note ?? "",
    one.answer?.by ?? "",
    one.answer === null ? "" : new Date(one.answer.at).toISOString(),
  ]);
}
