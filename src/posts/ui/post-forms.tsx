import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { type DraftView, draftPlaces } from "../drafts/shape";
import { AnnouncementFields, EventFields, PollFields } from "../kinds/ui/kind-fields";
import { POST_KINDS, TITLE_MAX } from "../shape";
import type { PostView } from "../views";
import { AttachField } from "./attach-field";
import { EditBasis } from "./edit-basis";
import type { EditorPlace } from "./editor/place";
import { Writing, WritingButtons } from "./editor/writing";
import { KIND_WORDS } from "./kind-words";
import { MarkdownHelp } from "./markdown-help";

type Common = { back: string; t: Words; words: FormWords; refused: RefusedForm | null };

type BodyProps = {
  t: Words;
  place: EditorPlace;
  draft: { place: string; path: string };
  known: DraftView | null;
  post?: Pick<PostView, "id" | "title" | "body" | "files">;
};

/** The title and the text of a post, as they are written and as they are edited. */
function TitleAndBody({ t, place, draft, known, post }: BodyProps) {
  return (
    <>
      <Field
        name="title"
        label={t("posts.compose.postTitle")}
        hint={t("posts.compose.postTitleHint")}
        value={known?.title ?? post?.title ?? ""}
        max={TITLE_MAX}
        required
      >
        <TextInput autoComplete="off" />
      </Field>
      <div className="grid gap-2 [&_textarea]:min-h-72">
        <Writing
          t={t}
          label={t("posts.compose.body")}
          rows={12}
          place={place}
          draft={draft}
          known={known}
          {...(post === undefined ? {} : { before: post.body, conversation: post.id })}
          eager
          required={false}
        />
        <MarkdownHelp t={t} />
      </div>
      <AttachField t={t} files={post?.files ?? []} />
    </>
  );
}

/** The language it is written in, which the words mostly tell by themselves. */
function LanguageField({ t, language = null }: { t: Words; language?: PostView["language"] }) {
  return (
    <details className="fine">
      <summary className="quiet">{t("posts.language.title")}</summary>
      <div className="mt-2">
        <Field name="language" label={t("posts.language.label")} hint={t("posts.language.hint")} value={language ?? ""}>
          <Select
            options={[
              { value: "", label: t("posts.language.found") },
              { value: "en", label: t("posts.language.en") },
              { value: "fr", label: t("posts.language.fr") },
            ]}
          />
        </Field>
      </div>
    </details>
  );
}

type NewPostProps = Common & {
  /** The clock that the reader lives by. */
  zone: string;
  space: { id: string; name: string };
  announces: boolean;
  /** What was written here before and not sent. */
  known: DraftView | null;
};

/** A new post: what it is, its title, its text. What is typed is kept until it is published. */
export function NewPostForm({ space, announces, zone, known, back, t, words, refused }: NewPostProps) {
  const kinds = POST_KINDS.filter((kind) => announces || kind !== "announcement");
  return (
    <ActionForm
      procedure="posts.publish"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: `${paths.post("{post}")}?done=published` }}
      files
    >
      <RadioGroup
        name="kind"
        legend={t("posts.compose.kind")}
        value={known?.kind || "discussion"}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(KIND_WORDS[kind].name),
          hint: t(KIND_WORDS[kind].hint),
        }))}
      />
      <TitleAndBody
        t={t}
        place={{ room: "posts", id: space.id }}
        draft={{ place: draftPlaces.newPost(space.id), path: back }}
        known={known}
      />
      <PollFields t={t} />
      <EventFields t={t} zone={zone} />
      {announces ? <AnnouncementFields t={t} /> : null}
      <LanguageField t={t} />
      <div className="button-row">
        <SubmitButton>{t("posts.compose.send")}</SubmitButton>
        <span className="quiet fine">{t("posts.compose.visible", { space: space.name })}</span>
        <WritingButtons t={t} room="posts" known={known} />
      </div>
    </ActionForm>
  );
}

type EditPostProps = Common & { post: PostView; zone: string; known: DraftView | null };

/** Changes one's own post. */
export function EditPostForm({ post, zone, known, back, t, words, refused }: EditPostProps) {
  const self = paths.post(post.id);
  return (
    <ActionForm
      procedure="posts.edit"
      back={back}
      words={words}
      refused={refused}
      hidden={{ post: post.id, _to: self }}
      files
    >
      <TitleAndBody
        t={t}
        place={{ room: "posts", id: post.space.id }}
        draft={{ place: draftPlaces.edit(post.id), path: back }}
        known={known}
        post={post}
      />
      {post.event === null ? null : <EventFields t={t} zone={zone} event={post.event} />}
      <LanguageField t={t} language={post.language} />
      <EditBasis
        version={post.version}
        history={paths.postHistory(post.id)}
        words={{ over: t("posts.edit.over"), look: t("posts.edit.look") }}
      />
      <p className="quiet fine">{t("posts.edit.note")}</p>
      <div className="button-row">
        <SubmitButton>{t("posts.edit.save")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
        <WritingButtons t={t} room="posts" known={known} />
      </div>
    </ActionForm>
  );
}

/** Asks once more before a post goes, with its conversation. */
export function RemovePostForm({ post, back, t, words, refused }: Common & { post: Pick<PostView, "id"> }) {
  return (
    <ActionForm
      className="mt-6"
      label={t("posts.remove.postTitle")}
      procedure="posts.remove"
      back={back}
      words={words}
      refused={refused}
      hidden={{ post: post.id, _to: `${paths.space("{slug}")}?removed={post}` }}
    >
      <div id="remove">
        <p className="font-semibold">{t("posts.remove.postTitle")}</p>
        <p className="quiet">{t("posts.remove.postText")}</p>
      </div>
      <div className="button-row">
        <SubmitButton look="danger">{t("posts.remove.do")}</SubmitButton>
        <LinkButton look="plain" href={paths.post(post.id)}>
          {t("posts.remove.keep")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
