import { eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { STAGES } from "../shape";
import { type FeatureColumns, factsFrom, featureColumns } from "./facts";
import { featureChoice, featureKill, featureRule } from "./schema";
import { FEATURE_KEYS, FEATURES, stateByStage } from "./shape";
import { type FeatureFacts, hasFeature, isPreviewTo, offeredTo } from "./state";
import type { FeatureView, MyFeatureView } from "./views";

const RULES_MAX = 500;

/** Every feature of the registry with all that was said of it. */
export async function featuresForAdmins(db: Reader): Promise<FeatureView[]> {
  const [rules, kills, counts] = await Promise.all([
    db.select().from(featureRule).orderBy(featureRule.kind, featureRule.name).limit(RULES_MAX),
    db
      .select({ feature: featureKill.feature, reason: featureKill.reason, at: featureKill.at, by: person.displayName })
      .from(featureKill)
      .leftJoin(person, eq(person.id, featureKill.byPerson)),
    db
      .select({
        feature: featureChoice.feature,
        tried: sql<number>`count(*) filter (where ${featureChoice.choice} = 'in')::int`,
        left: sql<number>`count(*) filter (where ${featureChoice.choice} = 'out')::int`,
      })
      .from(featureChoice)
      .groupBy(featureChoice.feature),
  ]);
  return FEATURE_KEYS.map((key) => {
    const mine = rules.filter((rule) => rule.feature === key);
    const kill = kills.find(({ feature }) => feature === key);
    const count = counts.find(({ feature }) => feature === key);
    return {
      key,
      owner: FEATURES[key].owner,
      stages: STAGES.map((stage) => {
        const rule = mine.find((one) => one.stage === stage && one.kind === "everybody");
        return { stage, state: rule?.state ?? stateByStage(key, stage), isRule: rule !== undefined };
      }),
      cohorts: mine.filter(({ kind }) => kind !== "everybody"),
      killed: kill === undefined ? null : { reason: kill.reason, by: kill.by, at: kill.at },
      triedBy: count?.tried ?? 0,
      leftBy: count?.left ?? 0,
    };
  });
}

type FactsRow = FeatureColumns & { id: PersonId; is_team: boolean };

/** All that decides which features a person has, from one query; null for nobody whom Levain knows. */
export async function featureFactsOf(db: Reader, id: PersonId): Promise<FeatureFacts | null> {
  return (await featureFactsOfAll(db, [id])).get(id) ?? null;
}

/** The same for several people; whoever Levain does not know is missing. */
export async function featureFactsOfAll(db: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, FeatureFacts>> {
  const rows: Iterable<FactsRow> = await db.execute<FactsRow>(sql`
    select p.id, l.stage, p.department, p.site, p.groups, ${featureColumns},
      exists (select 1 from person_role r where r.person_id = p.id and r.until is null) as is_team
    from person p cross join launch_state l where p.id = any(${`{${ids.join(",")}}`}::uuid[]) and p.state = 'active'`);
  return new Map(Array.from(rows, (row) => [row.id, { ...factsFrom(row), isTeam: row.is_team }]));
}

/** What is open to a person to try, or to do without: nothing that is not offered to them. */
export function featuresFor(facts: FeatureFacts): MyFeatureView[] {
  return FEATURE_KEYS.flatMap((key) => {
    const offered = offeredTo(key, facts);
    if (offered === "off") return [];
    const choice = facts.choices.get(key) ?? null;
    return [{ key, offered, choice, has: hasFeature(key, facts), isPreview: isPreviewTo(key, facts) }];
  });
}
