import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { endPreview, grantFeature, openFeatureTo, type PreviewOf } from "@/stages/features/actions/preview-feature";
import type { FeatureKey } from "@/stages/features/shape";
import { triersOf } from "@/stages/features/triers";
import { votersOf } from "../../following/people";
import { previewNeeded, previewStarted, previewTied, previewWidened, previewWithdrawn } from "../events";
import { neededNow, readyCount } from "../queries";
import { preview, previewRule } from "../schema";
import type { PreviewAudience, Start, Widen } from "../shape";
import { lockPreview, volunteersOf } from "./lock-preview";
import { noteStep } from "./note-step";

/**
 * Says which feature an idea is a preview of; another one while nobody has it yet.
 * @throws Refusal `conflict` when people have another feature by it
 */
export async function tieFeature(act: Act, ideaId: ConversationId, feature: FeatureKey): Promise<void> {
  const [before] = await act.tx.select().from(preview).where(eq(preview.ideaId, ideaId)).for("update");
  if (before?.feature === feature) return;
  if (before !== undefined && before.startedAt !== null) throw new Refusal("conflict", "previewStarted");
  await act.tx
    .insert(preview)
    .values({ ideaId, feature, tiedAt: now() })
    .onConflictDoUpdate({ target: preview.ideaId, set: { feature } });
  await noteStep(act.tx, ideaId, { kind: "tied", by: act.actor, note: "" });
  await record(act, previewTied, ideaId, { feature });
}

/**
 * Begins a preview: those who would try it have the feature from now on, and a cohort when one is named.
 * @throws Refusal `not-yet` while fewer than enough people who asked would try it, `conflict` when it runs already,
 *   `not-allowed` when the idea was answered with "not now"
 */
export async function startPreview(act: Act, ideaId: ConversationId, { audience, name, note }: Start): Promise<void> {
  const { state, status, feature } = await lockPreview(act, ideaId);
  if (status === "not-now") throw new Refusal("not-allowed", "previewOver");
  if (state === "running" || state === "shipped") throw new Refusal("conflict", "previewStarted");
  const [counts] = await act.tx
    .select({ ready: readyCount, needed: neededNow })
    .from(preview)
    .where(eq(preview.ideaId, ideaId));
  const { ready, needed } = counts ?? { ready: 0, needed: 1 };
  if (ready < needed) throw new Refusal("not-yet", "previewTooFew", { ready, needed });
  await act.tx
    .update(preview)
    .set({ startedAt: now(), withdrawnAt: null, voters: false })
    .where(eq(preview.ideaId, ideaId));
  const of = { source: ideaId, feature };
  await grantFeature(act.tx, of, volunteersOf(ideaId));
  if (audience !== "volunteers") await openFeatureTo(act.tx, of, { kind: audience, name });
  await step(act, ideaId, "started", { audience, name, note });
  await record(act, previewStarted, ideaId, { audience, name });
}

/**
 * Opens a running preview to more people: a cohort, everybody who votes, everybody.
 * @throws Refusal `conflict` when they have it already, or when the preview ended meanwhile
 */
export async function widenPreview(act: Act, ideaId: ConversationId, { audience, name, note }: Widen): Promise<void> {
  const { state, feature, voters } = await lockPreview(act, ideaId);
  if (state !== "running") throw new Refusal("conflict", "previewNotRunning");
  const isNew = await give(act, { source: ideaId, feature }, { audience, name, voters });
  if (!isNew) throw new Refusal("conflict", "previewWideAlready");
  await step(act, ideaId, "widened", { audience, name, note });
  await record(act, previewWidened, ideaId, { audience, name });
}

type Whom = { readonly audience: Widen["audience"]; readonly name: string; readonly voters: boolean };

async function give(act: Act, of: PreviewOf, { audience, name, voters }: Whom): Promise<boolean> {
  const ideaId = of.source as ConversationId;
  if (audience !== "voters")
    return openFeatureTo(act.tx, of, { kind: audience, name: audience === "everybody" ? "" : name });
  if (voters) return false;
  await act.tx.update(preview).set({ voters: true }).where(eq(preview.ideaId, ideaId));
  await grantFeature(act.tx, of, votersOf(ideaId));
  return true;
}

/**
 * Takes a preview back from all who have it, with the reason that they are told.
 * @throws Refusal `conflict` when it does not run any more
 */
export async function withdrawPreview(act: Act, ideaId: ConversationId, note: string): Promise<void> {
  const { state, feature } = await lockPreview(act, ideaId);
  if (state !== "running") throw new Refusal("conflict", "previewNotRunning");
  const [tried] = await act.tx
    .select({ had: triersOf(sql`${feature}`) })
    .from(preview)
    .where(eq(preview.ideaId, ideaId));
  await endPreview(act.tx, ideaId);
  await act.tx.update(preview).set({ withdrawnAt: now() }).where(eq(preview.ideaId, ideaId));
  await noteStep(act.tx, ideaId, { kind: "withdrawn", by: act.actor, note });
  await record(act, previewWithdrawn, ideaId, { had: tried?.had ?? 0 });
}

type Described = { readonly audience: PreviewAudience; readonly name: string; readonly note: string };

async function step(act: Act, id: ConversationId, kind: "started" | "widened", said: Described): Promise<void> {
  await noteStep(act.tx, id, { kind, by: act.actor, ...said });
}

/** Says how many people have to be ready before a preview begins. Those that run go on. */
export async function setNeeded(act: Act, needed: number): Promise<void> {
  await act.tx.insert(previewRule).values({ needed }).onConflictDoUpdate({ target: previewRule.only, set: { needed } });
  await record(act, previewNeeded, "only", { needed });
}
