import { eq, type SQL, sql } from "drizzle-orm";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { triersOf } from "@/stages/features/triers";
import { isAmongVoices } from "../merging/family";
import { ideaById, type LoadedIdea } from "../queries";
import { canGoOn, canSteer, canVolunteer, stateOf } from "./policy";
import { preview, previewRule } from "./schema";
import { ANSWERS_TOLD_FROM, NEEDED, type PreviewState } from "./shape";
import type { PreviewView, StepView } from "./views";

/** A preview as actions and decisions need it. */
export type LoadedPreview = {
  readonly idea: LoadedIdea;
  readonly row: typeof preview.$inferSelect;
  readonly state: PreviewState;
};

/** The preview of an idea that the viewer sees, or null. */
export async function previewOn(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedPreview | null> {
  const idea = await ideaById(db, viewer, id);
  if (idea === null) return null;
  const [row] = await db.select().from(preview).where(eq(preview.ideaId, id));
  return row === undefined ? null : { idea, row, state: stateOf(row, idea.status) };
}

/** The preview at hand. One level deep: Drizzle takes the table's name from columns at the top of what is selected. */
const HERE = sql`${preview.ideaId}`;

/** How many people who asked have to be ready. */
export const neededNow: SQL<number> = sql<number>`coalesce((select ${previewRule.needed} from ${previewRule}), ${sql.raw(String(NEEDED))})::int`;

/** How many of those who voted would try it. `preview` is what the query reads. */
export const readyCount: SQL<number> = sql<number>`(select count(*)::int from preview_volunteer w
  join person p on p.id = w.person_id and p.state = 'active'
  where w.idea_id = ${HERE} and ${isAmongVoices(HERE, sql`w.person_id`)})`;

const STEPS_MAX = 100;
const WORDS_MAX = 50;

/** What became of a preview, in order. */
const STEPS = sql`(select coalesce(jsonb_agg(one.step order by one.at, one.id), '[]') from (
  select s.id, s.at, jsonb_build_object('id', s.id, 'kind', s.kind, 'audience', s.audience, 'name', s.name,
    'note', s.note, 'at', s.at, 'by', case when p.id is null then null
      else jsonb_build_object('id', p.id, 'displayName', p.display_name) end) as step
  from preview_step s left join person p on p.id = s.by_person where s.idea_id = ${HERE}
  order by s.at desc, s.id desc limit ${sql.raw(String(STEPS_MAX))}) one)`;

/** What people wrote about what they tried, the latest first; by name only where they agreed, and numbered, not named. */
const SAID = sql`(select coalesce(jsonb_agg(one.said order by one.at desc), '[]') from (
  select a.at, jsonb_build_object('id', row_number() over (order by a.at desc)::text, 'solved', a.solved,
    'words', a.words, 'by', case when a.named
      then jsonb_build_object('id', p.id, 'displayName', p.display_name) end) as said
  from preview_answer a join person p on p.id = a.person_id
  where a.idea_id = ${HERE} and a.solved is not null and a.words <> ''
  order by a.at desc limit ${sql.raw(String(WORDS_MAX))}) one)`;

const answersWith = (solved: string) => sql`(select count(*)::int from preview_answer a
  where a.idea_id = ${HERE} and a.solved = ${solved})`;

type Moments = { startedAt: string | null; withdrawnAt: string | null; shippedAt: string | null };
/** A preview as one value of a query. */
export type PreviewRow = Moments &
  Pick<PreviewView, "feature" | "ready" | "needed" | "volunteers" | "tried" | "said"> & {
    volunteered: boolean;
    yes: number;
    partly: number;
    no: number;
    steps: (Omit<StepView, "at"> & { at: string })[];
  };

/** The preview of an idea as one value, so that the page of the idea asks no further; what people wrote for the team. */
export function previewIn(viewer: Viewer, id: ConversationId): SQL<PreviewRow | null> {
  const volunteered = sql`exists (select 1 from preview_volunteer w
    where w.idea_id = ${HERE} and w.person_id = ${viewer.id})`;
  return sql<PreviewRow | null>`(select jsonb_build_object('feature', ${preview.feature},
      'startedAt', ${preview.startedAt}, 'withdrawnAt', ${preview.withdrawnAt}, 'shippedAt', ${preview.shippedAt},
      'ready', ${readyCount}, 'needed', ${neededNow}, 'tried', ${triersOf(sql`${preview.feature}`)},
      'volunteers', (select count(*)::int from preview_volunteer w where w.idea_id = ${HERE}),
      'volunteered', ${volunteered}, 'yes', ${answersWith("yes")}, 'partly', ${answersWith("partly")},
      'no', ${answersWith("no")}, 'steps', ${STEPS}, 'said', ${isTeam(viewer) ? SAID : sql`'[]'::jsonb`})
    from ${preview} where ${preview.ideaId} = ${id}::uuid)`;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A preview as the page of its idea shows it. */
export function previewFrom(viewer: Viewer, idea: LoadedIdea, row: PreviewRow): PreviewView {
  const { startedAt, withdrawnAt, shippedAt, volunteered, yes, partly, no, ...rest } = row;
  const moments = { startedAt: dateOf(startedAt), withdrawnAt: dateOf(withdrawnAt), shippedAt: dateOf(shippedAt) };
  const state = stateOf(moments, idea.status);
  const facts = { state, idea: idea.facts };
  const answered = yes + partly + no;
  const has = viewer.features.has(row.feature);
  const goesOn = canGoOn(viewer, facts).allowed;
  const isOpen = state === "asked" || (state === "withdrawn" && idea.status !== "not-now");
  return {
    ...rest,
    idea: idea.id,
    state,
    mine: { volunteered, voted: idea.voted !== null, has },
    steps: row.steps.map((step) => ({ ...step, at: new Date(step.at) })),
    answered,
    answers: answered < ANSWERS_TOLD_FROM ? null : { yes, partly, no },
    may: {
      volunteer: !volunteered && canVolunteer(viewer, facts).allowed,
      leave: volunteered || (state === "running" && has && !isTeam(viewer)),
      start: isOpen && canSteer(viewer, facts).allowed,
      widen: goesOn,
      withdraw: goesOn,
    },
  };
}

/** The same, asked for by itself. */
export async function previewViewOf(db: Reader, viewer: Viewer, idea: LoadedIdea): Promise<PreviewView | null> {
  const rows: Iterable<{ preview: PreviewRow | null }> = await db.execute(
    sql`select ${previewIn(viewer, idea.id)} as preview`,
  );
  const found = [...rows][0]?.preview ?? null;
  return found === null ? null : previewFrom(viewer, idea, found);
}
