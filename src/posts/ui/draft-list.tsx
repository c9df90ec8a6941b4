import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { TimeAgo } from "@/ui/time-ago";
import { type DraftCard, draftKindOf } from "../drafts/shape";

type DraftListProps = { drafts: readonly DraftCard[]; back: string; t: Words; words: FormWords; format: Formats };

/** What one has written and not sent, each with where it goes on. */
export function DraftList({ drafts, back, t, words, format }: DraftListProps) {
  return (
    <List label={t("editor.drafts.list")}>
      {drafts.map((draft) => (
        <ListRow
          key={draft.place}
          heading={2}
          title={titleOf(t, draft)}
          href={draft.path}
          text={draft.title === "" ? undefined : draft.beginning}
          meta={
            <>
              <span>{t(`editor.drafts.kind.${draftKindOf(draft.place)}`)}</span>
              <TimeAgo at={draft.savedAt} format={format} />
            </>
          }
          trailing={
            <ActionForm
              procedure="posts.dropDraft"
              back={back}
              words={words}
              hidden={{ place: draft.place }}
              label={t("editor.drafts.drop")}
            >
              <SubmitButton look="plain" size="small">
                {t("editor.drafts.drop")}
              </SubmitButton>
            </ActionForm>
          }
        />
      ))}
    </List>
  );
}

function titleOf(t: Words, { title, beginning }: DraftCard): string {
  if (title.trim() !== "") return title;
  const [line = ""] = beginning.trim().split("\n", 1);
  return line === "" ? t("editor.drafts.untitled") : line;
}
