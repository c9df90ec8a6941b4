import type { Sql } from "@/platform/database/client";
import type { SpaceId } from "@/spaces/shape";
import type { ImportRunId } from "../shape";

/** Mails that are written together: few enough for a short transaction, many enough to be quick. */
const BATCH = 500;

/**
 * Moves the staged mails into their space, some hundred a transaction: openings, answers, what the run remembers, and
 * the counters of threads, posts and space. Killed half-way it leaves whole batches; a second run brings the rest.
 * @param total how many mails are placed
 * @param noiseTags subject tags that titles go without
 */
export async function writeStaged(
  db: Sql,
  to: { space: SpaceId; run: ImportRunId; total: number; noiseTags: readonly string[] },
  onBatch: (written: number) => void,
): Promise<void> {
  for (let from = 0; from < to.total; from += BATCH) {
    const end = Math.min(from + BATCH, to.total);
    await db.begin((tx) => writeBatch(tx, to, from, end));
    onBatch(end);
  }
}

async function writeBatch(
  tx: Parameters<Parameters<Sql["begin"]>[1]>[0],
  { space, run, noiseTags }: { space: SpaceId; run: ImportRunId; noiseTags: readonly string[] },
  from: number,
  end: number,
): Promise<void> {
  const here = tx`p.ord >= ${from} and p.ord < ${end}`;
  await tx`
    insert into conversation
      (id, kind, author_id, title, body, body_html, excerpt, created_at, comment_count, last_activity_at, via)
    select p.conversation_id, 'post', p.author_id,
      case when s.tag = any(${[...noiseTags]}::text[]) then s.title else s.tagged_title end,
      s.body, s.body_html, s.excerpt, p.sent_at, 0, p.sent_at, 'import'
    from mail_placed p join mail_staged s on s.n = p.n where ${here} and p.comment_id is null`;
  await tx`
    insert into post (id, space_id, kind, last_activity_at)
    select p.conversation_id, ${space}, 'discussion', p.sent_at
    from mail_placed p where ${here} and p.comment_id is null`;
  await tx`
    insert into comment (id, conversation_id, parent_id, author_id, body, body_html, created_at, via)
    select p.comment_id, p.conversation_id, p.parent_id, p.author_id, s.body, s.body_html, p.sent_at, 'import'
    from mail_placed p join mail_staged s on s.n = p.n where ${here} and p.comment_id is not null order by p.ord`;
  await tx`
    insert into import_message
      (space_id, message_hash, run_id, conversation_id, comment_id, is_opening, subject_hash, sent_at)
    select ${space}, p.message_hash, ${run}, p.conversation_id, p.comment_id, p.comment_id is null, p.subject_hash, p.sent_at
    from mail_placed p where ${here}`;
  await tx`
    with added as (
      select p.conversation_id as id, count(*) as answers, max(p.sent_at) as latest
      from mail_placed p where ${here} and p.comment_id is not null group by p.conversation_id
    ), talked as (
      update conversation c set comment_count = c.comment_count + added.answers,
        last_activity_at = greatest(c.last_activity_at, added.latest)
      from added where added.id = c.id returning c.id, c.last_activity_at
    )
    update post set last_activity_at = talked.last_activity_at from talked where talked.id = post.id`;
  const [opened] = await tx<{ count: number; latest: Date | null }[]>`
    select count(*)::int as count, max(p.sent_at) as latest from mail_placed p where ${here} and p.comment_id is null`;
  const [threads, latest] = [opened?.count ?? 0, opened?.latest?.toISOString() ?? null];
  await tx`
    update space set post_count = post_count + ${threads}, last_post_at = greatest(last_post_at, ${latest}::timestamptz)
    where id = ${space}`;
  await tx`
    update import_run set imported = imported + ${end - from}, threads = threads + ${threads},
      comments = comments + ${end - from - threads}
    where id = ${run}`;
}
