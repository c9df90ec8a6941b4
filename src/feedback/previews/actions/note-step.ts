import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { previewStep } from "../schema";
import type { PreviewAudience, StepKind } from "../shape";

type Step = {
  readonly kind: StepKind;
  readonly by: PersonId | null;
  readonly audience?: PreviewAudience;
  readonly name?: string;
  readonly note?: string;
};

/** Keeps what became of a preview, with who did it and why. */
export async function noteStep(tx: Tx, ideaId: ConversationId, { by, ...step }: Step): Promise<void> {
  await tx.insert(previewStep).values({ id: newId<"preview-step">(), ideaId, ...step, byPerson: by, at: now() });
}
