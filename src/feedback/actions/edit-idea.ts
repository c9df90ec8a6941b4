import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { editOpening } from "@/posts/actions/edit-words";
import type { Among } from "@/posts/mentions/among";
import type { ConversationId, EditBasis } from "@/posts/shape";
import { ideaEdited } from "../events";
import type { EditedIdea } from "../shape";
import { lockIdea } from "./lock-idea";

/**
 * Changes the words of an idea.
 * @throws Refusal `not-allowed` when the team has answered meanwhile: people would have voted for other words
 */
export async function editIdea(
  act: Act,
  id: ConversationId,
  input: EditedIdea & { among?: Among | undefined },
  basis: EditBasis = {},
): Promise<void> {
  const { status } = await lockIdea(act, id);
  if (status === "merged") throw new Refusal("not-allowed", "ideaMerged");
  if (status !== "open") throw new Refusal("not-allowed", "ideaAnswered");
  if (await editOpening(act, id, input, basis)) await record(act, ideaEdited, id, {});
}
