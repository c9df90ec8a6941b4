import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Button } from "@/ui/button";
import type { DraftView } from "../../drafts/shape";
import { asTyped } from "../../mentions/syntax";
import { Editor } from "./editor";
import type { EditorPlace } from "./place";
import { editorLabels } from "./words";

type WritingProps = {
  t: Words;
  label: ReactNode;
  hint?: ReactNode;
  rows: number;
  placeholder?: string;
  place: EditorPlace;
  /** Which unsent text this is, and the page where it goes on. */
  draft: { place: string; path: string };
  /** The unsent text, when the page has it: it stands in the editor. */
  known?: DraftView | null | undefined;
  /** What it begins with: a quotation that the address asks for. */
  begin?: string | undefined;
  /** The text that this one takes the place of, as it is kept. */
  before?: string;
  /** The conversation that it stands in, whose pictures it may show. */
  conversation?: string;
  eager?: boolean;
  /** False where a form says enough by its other fields, as a poll does. */
  required?: boolean;
};

/** The editor in a form, with the fields that its preview and its draft are sent with. */
export function Writing({ t, place, draft, known, begin, before, ...rest }: WritingProps) {
  const value = known?.body ?? begin ?? (before === undefined ? "" : asTyped(before));
  const kept = known === undefined ? {} : { known: known && { ...known, savedAt: known.savedAt.toISOString() } };
  return (
    <>
      <input type="hidden" name={place.room === "posts" ? "space" : "board"} value={place.id} />
      <input type="hidden" name="place" value={draft.place} />
      <input type="hidden" name="path" value={draft.path} />
      <Editor
        {...rest}
        {...kept}
        {...(before === undefined ? {} : { before })}
        value={value}
        place={place}
        draft={draft}
        labels={editorLabels(t)}
      />
    </>
  );
}

/**
 * Preview and draft for whoever has no script: buttons that send the form, and it comes back with everything typed. They
 * stand after the button that sends the words, which is the one that Enter presses.
 */
export function WritingButtons({ t, room, known }: { t: Words; room: EditorPlace["room"]; known?: DraftView | null }) {
  return (
    <noscript>
      <span className="button-row">
        <Button type="submit" name="_preview" value={`${room}.preview`}>
          {t("editor.preview")}
        </Button>
        <Button type="submit" formAction={paths.form("posts.saveDraft")}>
          {t("editor.saveDraft")}
        </Button>
        {known ? (
          <>
            <span className="quiet fine">{t("posts.draft.restored")}</span>
            <Button type="submit" look="plain" formAction={paths.form("posts.dropDraft")}>
              {t("editor.discard")}
            </Button>
          </>
        ) : null}
      </span>
    </noscript>
  );
}
