import "server-only";
import type { ReactNode } from "react";
import { CreditBox } from "@/feedback/credits/ui/credit-box";
import { PreviewBox } from "@/feedback/previews/ui/preview-box";
import type { IdeaView } from "@/feedback/views";
import type { Visit } from "./open-page";

/** What stands on the page of an idea beside its answer: the preview to try, and who shaped it. */
export type IdeaExtras = {
  readonly preview: ReactNode;
  readonly credits: ReactNode;
  /** The feature that it is a preview of; empty for none. */
  readonly feature: string;
};

/** Asks for both, and for what hosts need with them. */
export async function ideaExtras(visit: Visit, idea: IdeaView): Promise<IdeaExtras> {
  const { api, t, format, form, back, refusedOf } = visit;
  const [preview, credits] = await Promise.all([
    api.previews.ofIdea({ idea: idea.id }),
    api.credits.ofIdea({ idea: idea.id }),
  ]);
  const isSteered = preview !== null && idea.may.move;
  const [said, desk] = await Promise.all([
    isSteered ? api.previews.words({ idea: idea.id }) : [],
    credits.may.propose ? api.credits.desk({ idea: idea.id }) : null,
  ]);
  const common = { back, t, format, words: form, refusedOf };
  return {
    preview: preview === null ? null : <PreviewBox preview={preview} said={said} {...common} />,
    credits: <CreditBox idea={idea} credits={credits} desk={desk} {...common} />,
    feature: preview?.feature ?? "",
  };
}
