import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { readersOfBoard } from "../among";
import { boardById, boardChoices } from "../boards";
import { peopleOf } from "../following/people";
import type { LoadedIdea } from "../queries";
import { board } from "../schema";
import type { BoardId } from "../shape";
import { tellingNoMore } from "../votes/promised";
import type { TransferView } from "./views";

/** Where an idea can go, and who would lose sight of it or come to see it there, before anything is moved. */
export async function transferOf(
  db: Reader,
  viewer: Viewer,
  subject: LoadedIdea,
  to: BoardId | undefined,
): Promise<TransferView> {
  const targets = await boardChoices(db, viewer, { among: and(ne(board.id, subject.board.id), mayHold(subject)) });
  const chosen = targets.find((one) => one.id === to) ?? null;
  return { targets, chosen, effect: chosen === null ? null : await effectOf(db, viewer, subject, chosen.id) };
}

/** Where votes were given, no board that tells more of who voted than was promised. */
function mayHold({ facts }: LoadedIdea): SQL | undefined {
  return facts.voteCount === 0 ? undefined : inArray(board.votersShown, [...tellingNoMore(facts.board.votersShown)]);
}

/** In numbers alone: nobody is named. `concerned` are those who wrote, voted, commented or follow. */
async function effectOf(db: Reader, viewer: Viewer, subject: LoadedIdea, to: BoardId) {
  const target = await boardById(db, viewer, to);
  if (target === null) return null;
  const before = readersOfBoard(viewer, subject.facts.board);
  const after = readersOfBoard(viewer, target);
  const [row] = await db
    .select({
      losing: sql<number>`(count(*) filter (where ${before} and not ${after}))::int`,
      gaining: sql<number>`(count(*) filter (where ${after} and not ${before}))::int`,
      concerned: sql<number>`(count(*) filter (where ${before} and not ${after}
        and ${person.id} in (select person_id from ${peopleOf(subject.id)} p)))::int`,
    })
    .from(person)
    .where(eq(person.kind, "human"));
  return row ?? null;
}
