import "server-only";
import type { ReactNode } from "react";
import { CreditBox } from "@/feedback/credits/ui/credit-box";
import { PreviewBox } from "@/feedback/previews/ui/preview-box";
import type { IdeaWithTalk } from "@/feedback/views";
import type { Visit } from "./open-page";

/** What stands on the page of an idea beside its answer: the preview to try, and who shaped it. */
export function ideaExtras(visit: Visit, { idea, preview, credits }: IdeaWithTalk): ReactNode {
  const { back, t, format, form, refusedOf } = visit;
  const common = { back, t, format, words: form, refusedOf };
  return (
    <>
      {preview === null ? null : <PreviewBox preview={preview} {...common} />}
      <CreditBox idea={idea} credits={credits} {...common} />
    </>
  );
}
