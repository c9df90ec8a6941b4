import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Button, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { StatusBadge } from "../../ui/idea-marks";
import type { IdeaView } from "../../views";
import { MERGE_NOTE_MAX } from "../shape";
import type { CandidateView, MergePlanView } from "../views";

type MergeSheetProps = {
  idea: IdeaView;
  candidates: readonly CandidateView[];
  plan: MergePlanView | null;
  search: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Finds the idea that another one is a double of, tells what joining them means, and only then joins them. */
export function MergeSheet(props: MergeSheetProps) {
  const { idea, plan, search, t } = props;
  return (
    <>
      {plan === null ? null : <PlanForm {...props} plan={plan} />}
      <Section title={t("ideas.merge.find")}>
        <form className="form" method="get" action={paths.mergeIdea(idea.id)}>
          <Field name="search" label={t("ideas.merge.search")} value={search}>
            <TextInput autoComplete="off" />
          </Field>
          <div>
            <Button type="submit">{t("ideas.merge.look")}</Button>
          </div>
        </form>
        <Candidates {...props} />
        <p className="quiet fine mt-4">
          {t.rich("ideas.merge.elsewhere", {
            link: (chunks) => <Link href={paths.transferIdea(idea.id)}>{chunks}</Link>,
          })}
        </p>
      </Section>
    </>
  );
}

function Candidates({ idea, candidates, search, t }: MergeSheetProps) {
  const isAsked = search !== "";
  if (candidates.length === 0)
    return <p className="quiet py-4">{t(isAsked ? "ideas.merge.noneFound" : "ideas.merge.noneAlike")}</p>;
  return (
    <List label={t(isAsked ? "ideas.merge.found" : "ideas.merge.likely")}>
      {candidates.map((one) => (
        <ListRow
          key={one.id}
          heading={3}
          title={one.title}
          href={paths.idea(one.id)}
          text={one.excerpt}
          meta={
            <>
              <StatusBadge status={one.status} t={t} />
              <span>{t("feedback.votes.short", { count: one.voteCount })}</span>
            </>
          }
          below={
            <div className="mt-2">
              <LinkButton
                size="small"
                data-key="answer"
                href={withQuery(paths.mergeIdea(idea.id), { into: one.id, search })}
                aria-label={t("ideas.merge.chooseOf", { title: one.title })}
              >
                {t("ideas.merge.choose")}
              </LinkButton>
            </div>
          }
        />
      ))}
    </List>
  );
}

function PlanForm({ idea, plan, back, t, words, refused }: MergeSheetProps & { plan: MergePlanView }) {
  const { into, basis, voters, both } = plan;
  return (
    <ActionForm
      key={basis}
      className="mb-8"
      label={t("ideas.merge.title")}
      procedure="feedback.merge"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, into: into.id, basis, _to: paths.idea(into.id) }}
    >
      <Callout title={t("ideas.merge.planTitle", { one: idea.title, into: into.title })}>
        <p>{t("ideas.merge.planVoters", { count: voters, both })}</p>
        <p>{t("ideas.merge.planTold", { into: into.title })}</p>
        <p>{t("ideas.merge.planAddress")}</p>
      </Callout>
      <Field
        name="note"
        label={t("ideas.merge.note")}
        note={t("common.optional")}
        hint={t("ideas.merge.noteHint")}
        max={MERGE_NOTE_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <div className="button-row">
        <SubmitButton>{t("ideas.merge.do")}</SubmitButton>
        <LinkButton look="plain" href={withQuery(paths.mergeIdea(into.id), { into: idea.id })}>
          {t("ideas.merge.swap")}
        </LinkButton>
        <LinkButton look="plain" href={paths.idea(idea.id)}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
