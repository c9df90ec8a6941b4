import { sql } from "drizzle-orm";
import { z } from "zod";
import { transaction } from "@/platform/database/client";
import { queue } from "@/platform/jobs/boss";
import { currentStage } from "@/stages/queries";
import { reached, STAGES } from "@/stages/shape";

export const wordsToLearn = queue("search-words", z.unknown());

/** Once an hour: a word that is an hour old need not be misspelled yet. */
export const LEARN_CRON = "23 * * * *";

/** Two who learn at once learn one after the other. */
const LOCK = 0x6c6578;

/**
 * Learns the words anew that everybody inside may come upon: those of spaces and boards that are
 * open to all of them at this stage, and of what is searched of people. Words as they are spelled carry the weights A and C.
 */
export async function learnWords(): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const { stage } = await currentStage(tx);
    const open = STAGES.filter((one) => reached(stage, one)).map((one) => `'${one}'`);
    // The text of a query inside a query takes no parameters; these are words of our own.
    const passages = `
      select passage.words from search_passage passage
      left join post on post.id = passage.conversation_id and post.removed_at is null
      left join space on space.id = post.space_id
      left join idea on idea.id = passage.conversation_id and idea.removed_at is null
      left join board on board.id = idea.board_id
      where space.visibility = 'open' and space.opens_at in (${open.join(", ")})
        or board.audience = 'members' and board.opens_at in (${open.join(", ")})`;
    await tx.execute(sql`
      create temporary table learnt on commit drop as
      select word, sum(ndoc)::int as passages from (
        select word, ndoc from ts_stat(${passages}, 'ac')
        union all
        select word, ndoc from ts_stat($words$
          select to_tsvector('levain_plain', words) from person, person_searched(person) where state = 'active'$words$)
      ) every_one
      where word ~ '^[a-z]{3,24}$' group by word`);
    await tx.execute(sql`delete from search_word where word not in (select word from learnt)`);
    await tx.execute(sql`
      insert into search_word (word, passages) select word, passages from learnt
      on conflict (word) do update set passages = excluded.passages where search_word.passages <> excluded.passages`);
  });
}
