import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { post } from "../schema";
import type { CommentId, Language } from "../shape";
import type { AnswerView, EventView, PollView } from "./views";

/** How many of those who chose an answer are named beside it. */
const NAMES_MAX = 20;

type AnswerRow = {
  id: CommentId;
  author: { id: PersonId; displayName: string };
  bodyHtml: string;
  language: Language | null;
  createdAt: string;
} | null;
type PollRow =
  | (Omit<PollView, "closesAt" | "open" | "mine"> & { closesAt: string | null; mine: number[] | null })
  | null;
type EventRow = (Omit<EventView, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string }) | null;
export type DetailRow = { answer: AnswerRow; poll: PollRow; event: EventRow };

/** What kinds of posts carry, as columns of a query on `post`: each looks only where its kind has something. */
export function detailsFor(viewer: Viewer): Record<keyof DetailRow, SQL> & { seen: SQL<boolean> } {
  return {
    answer: sql<AnswerRow>`case when ${post.acceptedCommentId} is null then null else (
      select jsonb_build_object('id', a.id, 'author', jsonb_build_object('id', w.id, 'displayName', w.display_name),
        'bodyHtml', a.body_html, 'language', a.language, 'createdAt', a.created_at)
      from comment a join person w on w.id = a.author_id
      where a.id = ${post.acceptedCommentId} and a.removed_at is null) end`,
    poll: sql<PollRow>`case when ${post.kind} <> 'poll' then null else (
      select jsonb_build_object('several', q.several, 'named', q.named, 'closesAt', q.closes_at, 'voters', q.voter_count,
        'mine', (select to_jsonb(b.choices) from poll_ballot b where b.poll_id = q.id and b.person_id = ${viewer.id}),
        'options', (select jsonb_agg(jsonb_build_object('position', o.position, 'label', o.label, 'votes', o.vote_count,
            'names', case when not q.named then '[]'::jsonb else to_jsonb(array(
              select n.display_name from poll_ballot b join person n on n.id = b.person_id
              where b.poll_id = q.id and o.position = any(b.choices)
              order by b.voted_at, b.person_id limit ${NAMES_MAX})) end) order by o.position)
          from poll_option o where o.poll_id = q.id))
      from poll q where q.id = ${post.id}) end`,
    event: sql<EventRow>`case when ${post.kind} <> 'event' then null else (
      select jsonb_build_object('startsAt', e.starts_at, 'endsAt', e.ends_at, 'timeZone', e.time_zone,
        'place', e.place, 'link', e.link)
      from post_event e where e.id = ${post.id}) end`,
    seen: sql<boolean>`${post.asksSeen} and exists (select 1 from announcement_seen s
      where s.post_id = ${post.id} and s.person_id = ${viewer.id})`,
  };
}

/** Such columns as views. */
export function asDetails(row: DetailRow): {
  answer: AnswerView | null;
  poll: PollView | null;
  event: EventView | null;
} {
  return { answer: asAnswer(row.answer), poll: asPoll(row.poll), event: asEvent(row.event) };
}

function asAnswer(row: AnswerRow): AnswerView | null {
  return row === null ? null : { ...row, createdAt: new Date(row.createdAt) };
}

function asPoll(row: PollRow): PollView | null {
  if (row === null) return null;
  const closesAt = row.closesAt === null ? null : new Date(row.closesAt);
  return { ...row, closesAt, open: closesAt === null || closesAt > now(), mine: row.mine ?? [] };
}

function asEvent(row: EventRow): EventView | null {
  return row === null ? null : { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) };
}
