import { z } from "zod";
import type { Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { conversationId } from "@/posts/shape";
import type { PreviewFacts } from "./policy";
import { type LoadedPreview, previewOn } from "./queries";

/** A preview of an idea that the viewer sees, named by the idea. */
export function onPreview(name: string, decide: Policy<PreviewFacts>) {
  return guardOn<typeof BY, LoadedPreview>({
    name,
    by: BY,
    load: (db, viewer, { idea }) => previewOn(db, viewer, idea),
    decide: (viewer, { state, idea }) => decide(viewer, { state, idea: idea.facts }),
  });
}

const BY = z.object({ idea: conversationId });
