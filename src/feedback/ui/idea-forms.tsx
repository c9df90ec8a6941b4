import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { type DraftView, draftPlaces } from "@/posts/drafts/shape";
import { TITLE_MAX } from "@/posts/shape";
import { AttachField } from "@/posts/ui/attach-field";
import { EditBasis } from "@/posts/ui/edit-basis";
import { Writing, WritingButtons } from "@/posts/ui/editor/writing";
import { MarkdownHelp } from "@/posts/ui/markdown-help";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { IDEA_STATUSES } from "../shape";
import type { BoardView, IdeaView } from "../views";
import { NeedChoice } from "./need-choice";
import { SimilarIdeas } from "./similar-ideas";
import { CategoryField } from "./sort-form";
import { STATUS_WORDS } from "./words";

type Common = { back: string; t: Words; words: FormWords; refused: RefusedForm | null };

type BodyProps = {
  t: Words;
  board: string;
  draft: { place: string; path: string };
  known: DraftView | null;
  idea?: Pick<IdeaView, "id" | "title" | "body" | "files">;
  beside?: ReactNode;
};

/** The line and the text of an idea. The examples ask for the need before the solution. */
function TitleAndBody({ t, board, draft, known, idea, beside }: BodyProps) {
  return (
    <>
      <div className="grid gap-2">
        <Field
          name="title"
          label={t("feedback.suggest.ideaTitle")}
          hint={t("feedback.suggest.ideaTitleHint")}
          value={known?.title ?? idea?.title ?? ""}
          max={TITLE_MAX}
          required
        >
          <TextInput autoComplete="off" placeholder={t("feedback.suggest.titleExample")} />
        </Field>
        {beside}
      </div>
      <div className="grid gap-2">
        <Writing
          t={t}
          label={t("feedback.suggest.body")}
          hint={t("feedback.suggest.bodyHint")}
          placeholder={t("feedback.suggest.bodyExample")}
          rows={8}
          place={{ room: "feedback", id: board }}
          draft={draft}
          known={known}
          {...(idea === undefined ? {} : { before: idea.body, conversation: idea.id })}
          eager
        />
        <MarkdownHelp t={t} />
      </div>
      <AttachField t={t} files={idea?.files ?? []} />
    </>
  );
}

type SuggestFormProps = Common & {
  board: BoardView;
  /** Whose idea it is, when a host writes it down. */
  author: { id: string; displayName: string } | null;
  /** What was written here before and not sent. */
  known: DraftView | null;
};

/** Whether the idea begins with a vote: its author's, who has one to give. Of somebody else it is not known here. */
function votesFirst({ may, votesOpen, votesLeft }: BoardView, isForOther: boolean): boolean {
  return votesOpen && (isForOther || (may.vote && votesLeft !== 0));
}

/** A new idea: its need first. What is typed is kept until it is sent. */
export function SuggestForm({ board, author, known, back, t, words, refused }: SuggestFormProps) {
  return (
    <ActionForm
      procedure="feedback.suggest"
      back={back}
      words={words}
      refused={refused}
      hidden={{ onBehalfOf: author?.id ?? null, _to: `${paths.idea("{idea}")}?done=suggested` }}
      files
    >
      <TitleAndBody
        t={t}
        board={board.id}
        draft={{ place: draftPlaces.newIdea(board.id), path: back }}
        known={known}
        beside={
          <SimilarIdeas
            boardId={board.id}
            words={{
              title: t("feedback.suggest.similar"),
              status: Object.fromEntries(IDEA_STATUSES.map((status) => [status, t(STATUS_WORDS[status].name)])),
            }}
          />
        }
      />
      {board.categories.length === 0 ? null : (
        <CategoryField label={t("feedback.labels.choose")} categories={board.categories} value={null} t={t} />
      )}
      {votesFirst(board, author !== null) ? (
        <NeedChoice
          legend={author === null ? t("feedback.suggest.need") : t("feedback.suggest.needTheirs")}
          value="need"
          t={t}
        />
      ) : null}
      <div className="button-row">
        <SubmitButton>{t("feedback.suggest.send")}</SubmitButton>
        <span className="quiet fine grow basis-48">{t("feedback.suggest.seen", { board: board.name })}</span>
        <WritingButtons t={t} room="feedback" known={known} />
      </div>
    </ActionForm>
  );
}

/** Changes the words of an idea. */
export function EditIdeaForm({
  idea,
  known,
  back,
  t,
  words,
  refused,
}: Common & { idea: IdeaView; known: DraftView | null }) {
  const self = paths.idea(idea.id);
  return (
    <ActionForm
      procedure="feedback.editIdea"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, _to: self }}
      files
    >
      <TitleAndBody
        t={t}
        board={idea.board.id}
        draft={{ place: draftPlaces.edit(idea.id), path: back }}
        known={known}
        idea={idea}
      />
      <EditBasis
        version={idea.version}
        history={paths.ideaHistory(idea.id)}
        words={{ over: t("posts.edit.over"), look: t("posts.edit.look") }}
      />
      <p className="quiet fine">{t("feedback.edit.note")}</p>
      <div className="button-row">
        <SubmitButton>{t("feedback.edit.save")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
        <WritingButtons t={t} room="feedback" known={known} />
      </div>
    </ActionForm>
  );
}

/** Asks once more before an idea goes, with its votes and its conversation. */
export function RemoveIdeaForm({ idea, back, t, words, refused }: Common & { idea: Pick<IdeaView, "id"> }) {
  return (
    <ActionForm
      className="mt-6"
      label={t("feedback.remove.title")}
      procedure="feedback.removeIdea"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, _to: paths.board("{slug}") }}
    >
      <div id="remove">
        <p className="font-semibold">{t("feedback.remove.title")}</p>
        <p className="quiet">{t("feedback.remove.text")}</p>
      </div>
      <div className="button-row">
        <SubmitButton look="danger">{t("feedback.remove.do")}</SubmitButton>
        <LinkButton look="plain" href={paths.idea(idea.id)}>
          {t("feedback.remove.keep")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
