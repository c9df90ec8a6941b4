import { sql } from "drizzle-orm";
import { transaction } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { asking } from "./cast";
import type { Garden } from "./garden";
import { BOARD, type MayKnow } from "./oracle";

/**
 * An idea that is tried, and written about: a step, an answer, a credit, an entry, and a draft of one.
 * @param known who sees its board, and with it all but what hosts alone read
 */
export async function growWorkbench(garden: Garden, idea: ConversationId, known: MayKnow): Promise<void> {
  const { ids } = garden.cast;
  const word = (place: string, mayKnow = known) => garden.word(place, mayKnow, "admin");
  await transaction(async (tx) => {
    await tx.execute(sql`insert into preview (idea_id, feature, tied_at, started_at)
      values (${idea}::uuid, 'roadmap', now(), now())`);
    await tx.execute(sql`insert into preview_step (id, idea_id, kind, audience, note, by_person, at)
      values (gen_random_uuid(), ${idea}::uuid, 'started', 'volunteers', ${word("step of a preview")}, ${ids.admin}, now())`);
    await tx.execute(sql`insert into preview_answer (idea_id, person_id, solved, words, at, reported_at)
      values (${idea}::uuid, ${ids.admin}, 'partly', ${word("answer about a preview", BOARD)}, now(), now())`);
    await tx.execute(sql`insert into credit (idea_id, person_id, role, words, proposed_at, shown, with_words, answered_at)
      values (${idea}::uuid, ${ids.admin}, 'built', ${word("sentence of a credit")}, now(), 'name', true, now())`);
  });
  const admin = await asking(garden.cast, "admin");
  for (const name of ["entry", "draft of an entry"]) {
    const readers = name === "entry" ? known : BOARD;
    const said = { title: word(`title of an ${name}`, readers), body: word(`text of an ${name}`, readers) };
    const files = [await garden.file("attachment", `file on an ${name}`, "admin", readers)];
    const { entry } = await admin.changelog.write({ ...said, files, ideas: [idea] });
    if (name === "entry") await admin.changelog.publish({ entry });
    garden.thing("entry", entry, BOARD);
  }
}
