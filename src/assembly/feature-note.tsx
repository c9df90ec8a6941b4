import "server-only";
import type { ReactNode } from "react";
import { FeatureNote } from "@/feedback/previews/ui/feature-note";
import type { FeatureKey } from "@/stages/features/shape";
import type { Visit } from "./open-page";

/**
 * What a page that is a feature says of itself: with whom it was imagined, and, to those who try it, one small question
 * after a while. Until then their visit is counted; nobody else's is.
 */
export async function featureNote(visit: Visit, feature: FeatureKey): Promise<ReactNode> {
  const { api, t, format, form, back, refusedOf } = visit;
  const [seen, imagined] = await Promise.all([api.previews.visit({ feature }), api.credits.onFeature({ feature })]);
  if (seen.counts !== null) await api.previews.used({ idea: seen.counts });
  const said = { visit: seen, imagined, back, t, format, words: form, refusedOf };
  return <FeatureNote {...said} />;
}
