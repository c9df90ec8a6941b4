import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Reactions } from "@/posts/marks/ui/reactions";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import type { IdeaView } from "../views";
import { IdeaArticle } from "./idea-article";
import { RemoveIdeaForm } from "./idea-forms";

type IdeaTopProps = {
  idea: IdeaView;
  /** Who looks: nobody reports their own words. */
  viewerId: string;
  /** What the address asks for. */
  asked: Readonly<Partial<Record<"remove" | "react", string | undefined>>>;
  today: string;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The idea itself with its kind signs, and the verbs of whoever may take it away or report it. */
export function IdeaTop({ idea, viewerId, asked, today, back, t, format, words, refusedOf }: IdeaTopProps) {
  return (
    <>
      <IdeaArticle
        idea={idea}
        today={today}
        t={t}
        format={format}
        reactions={
          <Reactions
            procedure="feedback.react"
            on={["idea", idea.id]}
            reactions={idea.reactions}
            may={idea.may.react}
            open={asked.react === "idea"}
            href={withQuery(paths.idea(idea.id), { react: "idea" })}
            list={paths.ideaReactions(idea.id)}
            back={back}
            t={t}
            format={format}
          />
        }
      />
      {idea.author.id === viewerId ? null : (
        <p className="meta mt-3">
          <Link href={paths.report(idea.id)}>{t("moderation.report.verb")}</Link>
        </p>
      )}
      {asked.remove === "idea" && idea.may.remove ? (
        <RemoveIdeaForm idea={idea} back={back} t={t} words={words} refused={refusedOf("feedback.removeIdea")} />
      ) : null}
    </>
  );
}
