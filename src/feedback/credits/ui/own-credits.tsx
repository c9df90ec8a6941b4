import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { EmptyState } from "@/ui/empty-state";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import type { OwnCredit } from "../views";
import { AnswerForm } from "./answer-form";

type OwnCreditsProps = {
  credits: readonly OwnCredit[];
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What one is credited for, and how one wants to be told of, each by itself. */
export function OwnCredits({ credits, back, t, words, refusedOf }: OwnCreditsProps) {
  if (credits.length === 0)
    return <EmptyState title={t("credits.mine.empty")}>{t("credits.mine.emptyText")}</EmptyState>;
  return (
    <List label={t("credits.mine.title")}>
      {credits.map((credit) => (
        <ListRow
          key={`${credit.idea.id} ${credit.role}`}
          heading={2}
          title={credit.idea.title}
          href={`${paths.idea(credit.idea.id)}#credits`}
          meta={
            <>
              <span>{t(`credits.own.${credit.role}`)}</span>
              {credit.shown === null ? <span>{t("credits.mine.waiting")}</span> : null}
            </>
          }
          below={
            <AnswerForm
              credit={credit}
              back={back}
              t={t}
              words={words}
              refused={refusedOf("credits.answer", { idea: credit.idea.id, role: credit.role })}
            />
          }
        />
      ))}
    </List>
  );
}
