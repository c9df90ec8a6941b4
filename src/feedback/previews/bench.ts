import { desc, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { featureFactsOf, featuresFor } from "@/stages/features/queries";
import { featureKill } from "@/stages/features/schema";
import { FEATURE_KEYS, type FeatureKey } from "@/stages/features/shape";
import { triersOf } from "@/stages/features/triers";
import type { MyFeatureView } from "@/stages/features/views";
import { creditLines } from "../credits/lines";
import { creditedOn } from "../credits/queries";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { stateOf } from "./policy";
import { neededNow, readyCount } from "./queries";
import { preview } from "./schema";
import type { PreviewState } from "./shape";
import type { BenchItem, BenchView } from "./views";

/** The workbench shows this many previews, the newest first; what is older stands on the boards. */
const BENCH_MAX = 60;

type End = NonNullable<BenchItem["end"]>;
type Kills = ReadonlyMap<string, End>;

/** Every feature with where it stands: asked for, tried, there for all, thrown away; only ideas that the viewer sees. */
export async function benchFor(db: Reader, viewer: Viewer): Promise<BenchView> {
  const [previews, kills, facts, [rule]] = await Promise.all([
    previewsFor(db, viewer),
    killsOf(db),
    featureFactsOf(db, viewer.id),
    db.execute<{ needed: number }>(sql`select ${neededNow} as needed`),
  ]);
  const mine = facts === null ? [] : featuresFor(facts);
  const switches = new Map(mine.map((one) => [one.key, { has: one.has }] as const));
  const credited = await creditedOn(
    db,
    previews.map((row) => row.id),
  );
  const items = previews.map((row) => ({
    ...asItem(row, kills, switches.get(row.feature) ?? null),
    credits: creditLines(credited.get(row.id) ?? []),
  }));
  // What an idea stands behind is told with the idea, and not once more by its stage.
  const shown = new Set(items.filter(({ state }) => state !== "withdrawn").map((one) => one.feature));
  const rest = FEATURE_KEYS.filter((key) => !shown.has(key));
  const tried = await triedWithout(db, rest);
  const others = rest.flatMap((key) => ofRegistry(key, kills.get(key) ?? null, mine, tried.get(key) ?? null));
  return {
    items: [...items, ...others],
    needed: rule?.needed ?? 1,
    may: { setNeeded: viewer.roles.has("admin") && isTeam(viewer) },
  };
}

const lastStep = sql<{ by: string | null; at: string; note: string } | null>`(
  select jsonb_build_object('by', p.display_name, 'at', s.at, 'note', s.note) from preview_step s
  left join person p on p.id = s.by_person where s.idea_id = ${preview.ideaId} and s.kind = 'withdrawn'
  order by s.at desc, s.id desc limit 1)`;

const lastNo = sql<{ by: string | null; at: string; note: string } | null>`(
  select jsonb_build_object('by', p.display_name, 'at', m.moved_at, 'note', m.note) from idea_move m
  join person p on p.id = m.moved_by where m.idea_id = ${preview.ideaId} and m.to_status = 'not-now'
  order by m.moved_at desc, m.id desc limit 1)`;

function previewsFor(db: Reader, viewer: Viewer) {
  return db
    .select({
      id: preview.ideaId,
      feature: preview.feature,
      startedAt: preview.startedAt,
      withdrawnAt: preview.withdrawnAt,
      shippedAt: preview.shippedAt,
      status: idea.status,
      title: conversation.title,
      voteCount: idea.voteCount,
      ready: readyCount,
      needed: neededNow,
      tried: triersOf(sql`${preview.feature}`),
      volunteered: sql<boolean>`exists (select 1 from preview_volunteer w
        where w.idea_id = ${preview.ideaId} and w.person_id = ${viewer.id})`,
      lastStep,
      lastNo,
    })
    .from(preview)
    .innerJoin(idea, eq(idea.id, preview.ideaId))
    .innerJoin(conversation, eq(conversation.id, preview.ideaId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(ideasVisibleTo(viewer))
    .orderBy(desc(preview.tiedAt), desc(preview.ideaId))
    .limit(BENCH_MAX);
}

async function killsOf(db: Reader): Promise<Kills> {
  const rows = await db
    .select({ feature: featureKill.feature, note: featureKill.reason, at: featureKill.at, by: person.displayName })
    .from(featureKill)
    .leftJoin(person, eq(person.id, featureKill.byPerson));
  return new Map(rows.map(({ feature, ...end }) => [feature, end]));
}

async function triedWithout(db: Reader, keys: readonly FeatureKey[]): Promise<Map<string, number | null>> {
  if (keys.length === 0) return new Map();
  const rows: Iterable<{ feature: string; tried: number | null }> = await db.execute(sql`
    select k.feature, ${triersOf(sql`k.feature`)} as tried from unnest(${`{${keys.join(",")}}`}::text[]) k(feature)`);
  return new Map(Array.from(rows, ({ feature, tried }) => [feature, tried]));
}

type Row = Awaited<ReturnType<typeof previewsFor>>[number];

function asItem(row: Row, kills: Kills, mine: BenchItem["mine"]): Omit<BenchItem, "credits"> {
  const { id, title, voteCount, startedAt, withdrawnAt, shippedAt, status, lastStep: step, lastNo: no, ...rest } = row;
  const kill = kills.get(row.feature) ?? null;
  const state: PreviewState = kill === null ? stateOf({ startedAt, withdrawnAt, shippedAt }, status) : "withdrawn";
  const said = status === "not-now" ? no : step;
  const end = kill ?? (said === null ? null : { ...said, at: new Date(said.at) });
  const offered = state === "running" || state === "shipped";
  return {
    ...rest,
    state,
    idea: { id, title, voteCount },
    end: state === "withdrawn" ? end : null,
    mine: offered ? mine : null,
  };
}

/** A feature of the registry that no idea stands behind, or whose idea the viewer does not see. */
function ofRegistry(
  feature: FeatureKey,
  kill: End | null,
  mine: readonly MyFeatureView[],
  tried: number | null,
): BenchItem[] {
  const own = mine.find(({ key }) => key === feature);
  const none = { feature, idea: null, ready: 0, needed: 0, volunteered: false, credits: [] };
  if (kill !== null) return [{ ...none, state: "withdrawn", tried: null, end: kill, mine: null }];
  if (own === undefined) return [];
  const state = own.isPreview ? "running" : "shipped";
  return [{ ...none, state, tried, end: null, mine: { has: own.has } }];
}
