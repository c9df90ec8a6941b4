import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { TITLE_MAX } from "@/posts/shape";
import { ActionForm } from "@/ui/action-form";
import { Button, LinkButton } from "@/ui/button";
import { RadioGroup } from "@/ui/choices";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { REASON_MAX } from "../../shape";
import { NeedChoice } from "../../ui/need-choice";
import { STATUS_WORDS } from "../../ui/words";
import type { BoardView, SimilarIdea } from "../../views";
import type { ToldPage } from "../shape";
import type { TellFormProps } from "./note-form";
import { tellAddress } from "./place";

type Asked = { boards: readonly Pick<BoardView, "id" | "name">[]; board: string; q: string };

/** Looks for an idea that is there already. An address, so it works everywhere. */
export function IdeaSearch({ page, boards, board, q, t }: Asked & { page: ToldPage; t: Words }) {
  return (
    <form className="form" action={paths.tellUs()} method="get" aria-label={t("tellUs.tab.vote")}>
      <p className="quiet">{t("tellUs.vote.lead")}</p>
      <input type="hidden" name="as" value="vote" />
      <input type="hidden" name="from" value={page.from} />
      <input type="hidden" name="title" value={page.pageTitle} />
      <Field name="board" label={t("tellUs.idea.board")} value={board} required>
        <Select options={boards.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="q" label={t("tellUs.vote.search")} value={q} required>
        <TextInput autoComplete="off" maxLength={TITLE_MAX} />
      </Field>
      <div>
        <Button type="submit" icon="search">
          {t("tellUs.vote.find")}
        </Button>
      </div>
    </form>
  );
}

type FoundProps = TellFormProps & {
  found: readonly Pick<SimilarIdea, "id" | "title" | "status" | "voteCount">[];
  chosen: string | undefined;
  asked: Omit<Asked, "boards">;
};

/** The ideas that were found, and a voice for one of them. */
export function FoundIdeas({ found, chosen, asked, page, back, t, words, refused }: FoundProps) {
  if (found.length === 0)
    return (
      <EmptyState
        title={t("tellUs.vote.nothing")}
        action={
          <LinkButton href={tellAddress(page, { as: "idea", board: asked.board, q: asked.q })}>
            {t("tellUs.vote.suggest")}
          </LinkButton>
        }
      >
        {t("tellUs.vote.nothingText")}
      </EmptyState>
    );
  return (
    <ActionForm
      className="mt-8"
      procedure="feedback.vote"
      label={t("tellUs.vote.send")}
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: `${paths.idea("{idea}")}#vote` }}
    >
      <RadioGroup
        name="idea"
        legend={t("tellUs.vote.choose")}
        value={chosen ?? found[0]?.id ?? null}
        required
        options={found.map(({ id, title, status, voteCount }) => ({
          value: id,
          label: title,
          hint: `${t(STATUS_WORDS[status].name)} · ${t("tellUs.vote.votes", { count: voteCount })}`,
        }))}
      />
      <NeedChoice legend={t("feedback.suggest.need")} value="need" t={t} />
      <Field name="reason" label={t("tellUs.vote.reason")} note={t("common.optional")} max={REASON_MAX}>
        <TextArea rows={3} reading />
      </Field>
      <div>
        <SubmitButton icon="vote">{t("tellUs.vote.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
