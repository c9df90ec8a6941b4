import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { UndoFlash } from "@/posts/ui/undo";
import type { RefusedForm } from "@/ui/form-state";
import type { IdeaView } from "../views";

type JustSuggestedProps = {
  idea: IdeaView;
  /** What the address says was just done. */
  done: string | undefined;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** The offer to take back an idea that was just suggested; null in any other case. */
export function justSuggested({ idea, done, ...rest }: JustSuggestedProps): ReactNode {
  if (done !== "suggested" || !idea.may.takeBack) return null;
  return (
    <UndoFlash
      said={rest.t("feedback.suggest.done")}
      procedure="feedback.takeBack"
      on={["idea", idea.id]}
      done={idea.createdAt}
      to={paths.suggest("{slug}")}
      {...rest}
    />
  );
}
