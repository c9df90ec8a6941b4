import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView } from "../../views";

type Common = { back: string; t: Words; words: FormWords };
type Undo = Common & {
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

function UndoForm({
  id,
  merge,
  title,
  back,
  t,
  words,
  refusedOf,
}: Undo & { id: string; merge: string; title: string }) {
  return (
    <ActionForm
      procedure="feedback.undoMerge"
      back={back}
      words={words}
      refused={refusedOf("feedback.undoMerge", { idea: id })}
      hidden={{ idea: id, merge }}
    >
      <SubmitButton
        look="plain"
        size="small"
        className="-ms-2 justify-self-start"
        aria-label={t("ideas.merge.undoOf", { title })}
      >
        {t("ideas.merge.undo")}
      </SubmitButton>
    </ActionForm>
  );
}

/** On the page of a double: where it went, by whom and why, and for hosts the way back. */
export function WentTo({ idea, format, ...common }: Undo & { idea: IdeaView; format: Formats }) {
  const { joined } = idea;
  const { t } = common;
  if (joined === null) return null;
  const { into, by } = joined;
  const told = { name: by.displayName, when: format.ago(joined.at) };
  return (
    <div className="my-6 max-w-read">
      <Callout>
        {into === null ? (
          <p>{t("ideas.merge.wentGone", told)}</p>
        ) : (
          <p>
            {t.rich("ideas.merge.wentTo", {
              ...told,
              title: into.title,
              link: (title) => <Link href={paths.idea(into.id)}>{title}</Link>,
            })}
          </p>
        )}
        {joined.note === "" ? null : <p>{t("ideas.merge.said", { note: joined.note })}</p>}
        <p className="quiet">{t("ideas.merge.stood", { count: idea.voteCount })}</p>
        {idea.may.move ? <UndoForm id={idea.id} merge={joined.merge} title={idea.title} {...common} /> : null}
      </Callout>
    </div>
  );
}

/** On the page of the idea that stands: what was joined with it. */
export function Doubles({ idea, ...common }: Undo & { idea: IdeaView }) {
  const { t } = common;
  if (idea.doubles.length === 0) return null;
  return (
    <Section title={t("ideas.merge.doubles")}>
      <List tight>
        {idea.doubles.map((double) => (
          <ListRow
            key={double.id}
            title={double.title}
            href={paths.idea(double.id)}
            meta={<span>{t("ideas.merge.doubleVotes", { count: double.votes })}</span>}
            below={
              idea.may.move ? <UndoForm id={double.id} merge={double.merge} title={double.title} {...common} /> : null
            }
          />
        ))}
      </List>
    </Section>
  );
}

/** Below which double a comment was written; nothing for one that was written here. */
export function originOf(idea: IdeaView, comment: { conversationId: string }, t: Words) {
  const double = idea.doubles.find(({ id }) => id === comment.conversationId);
  return double === undefined ? null : <Badge>{t("ideas.merge.from", { title: double.title })}</Badge>;
}
