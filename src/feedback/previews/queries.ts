import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { triersOf } from "@/stages/features/triers";
import { ideaById, type LoadedIdea } from "../queries";
import { canGoOn, canSteer, canVolunteer, stateOf } from "./policy";
import { preview, previewAnswer, previewRule, previewStep } from "./schema";
import { ANSWERS_TOLD_FROM, NEEDED, type PreviewState } from "./shape";
import type { AnswerView, PreviewView, StepView } from "./views";

/** A preview as actions and decisions need it. */
export type LoadedPreview = {
  readonly idea: LoadedIdea;
  readonly row: typeof preview.$inferSelect;
  readonly state: PreviewState;
};

/** The preview of an idea that the viewer sees, or null. */
export async function previewOn(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedPreview | null> {
  const idea = await ideaById(db, viewer, id);
  return idea === null ? null : previewOf(db, idea);
}

/** The preview of an idea at hand, or null. */
export async function previewOf(db: Reader, idea: LoadedIdea): Promise<LoadedPreview | null> {
  const [row] = await db.select().from(preview).where(eq(preview.ideaId, idea.id));
  return row === undefined ? null : { idea, row, state: stateOf(row, idea.status) };
}

/** The preview at hand. One level deep: Drizzle takes the table's name from columns at the top of what is selected. */
const HERE = sql`${preview.ideaId}`;

/** How many people who asked have to be ready. */
export const neededNow: SQL<number> = sql<number>`coalesce((select ${previewRule.needed} from ${previewRule}), ${sql.raw(String(NEEDED))})::int`;

/** How many of those who voted would try it. `preview` is what the query reads. */
export const readyCount: SQL<number> = sql<number>`(select count(*)::int from preview_volunteer w
  join idea_vote v on v.idea_id = w.idea_id and v.person_id = w.person_id
  join person p on p.id = w.person_id and p.state = 'active' where w.idea_id = ${HERE})`;

const STEPS_MAX = 100;

/** What became of a preview, in order. */
async function stepsOf(db: Reader, id: ConversationId): Promise<StepView[]> {
  const rows = await db
    .select({
      id: previewStep.id,
      kind: previewStep.kind,
      audience: previewStep.audience,
      name: previewStep.name,
      note: previewStep.note,
      by: { id: person.id, displayName: person.displayName },
      at: previewStep.at,
    })
    .from(previewStep)
    .leftJoin(person, eq(person.id, previewStep.byPerson))
    .where(eq(previewStep.ideaId, id))
    .orderBy(asc(previewStep.at), asc(previewStep.id))
    .limit(STEPS_MAX);
  return rows;
}

const mineIn = (viewer: Viewer) => sql<boolean>`exists (select 1 from preview_volunteer w
  where w.idea_id = ${HERE} and w.person_id = ${viewer.id})`;

const answersWith = (solved: string) => sql<number>`(select count(*)::int from preview_answer a
  where a.idea_id = ${HERE} and a.solved = ${solved})`;

/** A preview as the page of its idea shows it. */
export async function previewViewOf(db: Reader, viewer: Viewer, loaded: LoadedPreview): Promise<PreviewView> {
  const { idea, row, state } = loaded;
  const [[counts], steps] = await Promise.all([
    db
      .select({
        ready: readyCount,
        needed: neededNow,
        volunteers: sql<number>`(select count(*)::int from preview_volunteer w where w.idea_id = ${HERE})`,
        tried: triersOf(sql`${preview.feature}`),
        volunteered: mineIn(viewer),
        yes: answersWith("yes"),
        partly: answersWith("partly"),
        no: answersWith("no"),
      })
      .from(preview)
      .where(eq(preview.ideaId, idea.id)),
    stepsOf(db, idea.id),
  ]);
  if (counts === undefined) throw new Error("a preview went while it was read");
  const { yes, partly, no, volunteered, ...rest } = counts;
  const facts = { state, idea: idea.facts };
  const answered = yes + partly + no;
  const has = viewer.features.has(row.feature);
  const goesOn = canGoOn(viewer, facts).allowed;
  return {
    ...rest,
    idea: idea.id,
    feature: row.feature,
    state,
    mine: { volunteered, voted: idea.voted !== null, has },
    steps,
    answered,
    answers: answered < ANSWERS_TOLD_FROM ? null : { yes, partly, no },
    may: {
      volunteer: !volunteered && canVolunteer(viewer, facts).allowed,
      leave: volunteered || (state === "running" && has && !isTeam(viewer)),
      start:
        canSteer(viewer, facts).allowed && (state === "asked" || (state === "withdrawn" && idea.status !== "not-now")),
      widen: goesOn,
      withdraw: goesOn,
    },
  };
}

const WORDS_MAX = 50;

/** What people wrote about what they tried, the latest first; by name only where they agreed. */
export async function answersTo(db: Reader, id: ConversationId): Promise<AnswerView[]> {
  const rows = await db
    .select({
      solved: previewAnswer.solved,
      words: previewAnswer.words,
      named: previewAnswer.named,
      by: { id: person.id, displayName: person.displayName },
    })
    .from(previewAnswer)
    .innerJoin(person, eq(person.id, previewAnswer.personId))
    .where(and(eq(previewAnswer.ideaId, id), isNotNull(previewAnswer.solved), sql`${previewAnswer.words} <> ''`))
    .orderBy(sql`${previewAnswer.at} desc`)
    .limit(WORDS_MAX);
  // The place in the list names a row that has no name: an id would be the person's.
  return rows.flatMap(({ solved, words, named, by }, place) =>
    solved === null ? [] : [{ id: String(place), solved, words, by: named ? by : null }],
  );
}
