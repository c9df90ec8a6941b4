import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { BODY_MAX, TITLE_MAX } from "@/posts/shape";
import { AttachField } from "@/posts/ui/attach-field";
import { MarkdownHelp } from "@/posts/ui/markdown-help";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { STATUS_WORDS } from "../../ui/words";
import type { DeskEntry, Linkable } from "../views";

type Common = { back: string; t: Words; words: FormWords };

type EntryFormProps = Common & {
  entry: DeskEntry | null;
  /** The ideas that it may tell of. */
  linkable: readonly Linkable[];
  refused: RefusedForm | null;
};

/** An entry to write or to change: what is new, and which ideas it comes from. */
export function EntryForm({ entry, linkable, back, t, words, refused }: EntryFormProps) {
  return (
    <ActionForm
      procedure={entry === null ? "changelog.write" : "changelog.edit"}
      back={back}
      words={words}
      refused={refused}
      hidden={{ entry: entry?.id ?? null, _to: `${paths.editEntry("{entry}")}?done=saved` }}
      files
    >
      <Field name="title" label={t("changelog.form.title")} value={entry?.title ?? ""} max={TITLE_MAX} required>
        <TextInput autoComplete="off" />
      </Field>
      <div className="grid gap-2">
        <Field
          name="body"
          label={t("changelog.form.body")}
          hint={t("changelog.form.bodyHint")}
          value={entry?.body ?? ""}
          max={BODY_MAX}
          required
        >
          <TextArea rows={8} reading />
        </Field>
        <MarkdownHelp t={t} />
      </div>
      <AttachField t={t} files={entry?.files ?? []} />
      <Ideas entry={entry} linkable={linkable} t={t} />
      <div className="button-row">
        <SubmitButton>{t("changelog.form.save")}</SubmitButton>
        <span className="quiet fine grow basis-48">{t("changelog.form.seen")}</span>
        <LinkButton look="plain" href={paths.changelog()}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** Those that it tells of stand first and ticked; then those that no entry tells of yet. */
function Ideas({ entry, linkable, t }: Pick<EntryFormProps, "entry" | "linkable" | "t">) {
  const own = entry?.ideas ?? [];
  const others = linkable.filter((one) => !own.some(({ id }) => id === one.id));
  if (own.length + others.length === 0) return <p className="quiet">{t("changelog.form.noIdeas")}</p>;
  return (
    <fieldset className="choices">
      <legend>{t("changelog.form.ideas")}</legend>
      <span className="field-hint">{t("changelog.form.ideasHint")}</span>
      <input type="hidden" name="ideas" value="" />
      {[...own, ...others].map((one, place) => (
        <Checkbox
          key={one.id}
          name="ideas"
          value={one.id}
          checked={place < own.length}
          label={one.title}
          hint={`${one.board.name} · ${t(STATUS_WORDS[one.status].name)}`}
        />
      ))}
    </fieldset>
  );
}

type StandingProps = Common & {
  entry: DeskEntry;
  timeZone: string;
  format: Formats;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** Publishing an entry, now or later; making it a draft again; throwing it away. */
export function EntryStanding({ entry, timeZone, format, back, t, words, refusedOf }: StandingProps) {
  const common = { back, words };
  const to = { entry: entry.id, _to: paths.editEntry(entry.id) };
  return (
    <Section title={t("changelog.publish.title")}>
      {entry.state === "published" ? null : (
        <ActionForm
          label={t("changelog.publish.title")}
          procedure="changelog.publish"
          refused={refusedOf("changelog.publish")}
          hidden={{ ...to, zone: timeZone, _to: paths.changelog() }}
          {...common}
        >
          {entry.state === "scheduled" && entry.publishedAt !== null ? (
            <p>{t("changelog.state.scheduled", { when: format.dateTime(entry.publishedAt) })}</p>
          ) : null}
          <Field
            name="at"
            label={t("changelog.publish.at")}
            hint={t("changelog.publish.atHint", { zone: timeZone })}
            note={t("common.optional")}
          >
            <TextInput type="datetime-local" />
          </Field>
          <div className="button-row">
            <SubmitButton>{t("changelog.publish.send")}</SubmitButton>
            <span className="quiet fine grow basis-48">{t("changelog.publish.told")}</span>
          </div>
        </ActionForm>
      )}
      {entry.state === "draft" ? null : (
        <ActionForm
          className="mt-3"
          procedure="changelog.takeBack"
          refused={refusedOf("changelog.takeBack")}
          hidden={to}
          {...common}
        >
          <SubmitButton look="quiet">{t("changelog.publish.takeBack")}</SubmitButton>
        </ActionForm>
      )}
      <details className="mt-4" open={refusedOf("changelog.remove") !== null}>
        <summary>{t("changelog.publish.remove")}</summary>
        <ActionForm
          className="mt-3"
          procedure="changelog.remove"
          refused={refusedOf("changelog.remove")}
          hidden={{ entry: entry.id, _to: paths.changelog() }}
          {...common}
        >
          <SubmitButton look="danger">{t("changelog.publish.remove")}</SubmitButton>
        </ActionForm>
      </details>
    </Section>
  );
}
