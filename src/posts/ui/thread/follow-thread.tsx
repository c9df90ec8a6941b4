import type { FormWords } from "@/i18n/form-words";
import type { WordKey, Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import type { OwnReading, ThreadLevel } from "../../reading/shape";
import type { ThreadPlace } from "./place";

type FollowThreadProps = {
  place: ThreadPlace;
  own: OwnReading;
  /** Whether anything in the conversation is unread. */
  unread: boolean;
  back: string;
  t: Words;
  words: FormWords;
};

type Level = ThreadLevel | "default";

const LEVELS: readonly { level: Level; label: WordKey; now: WordKey }[] = [
  { level: "everything", label: "reading.follow.everything", now: "reading.follow.everythingNow" },
  { level: "mentions", label: "reading.follow.mentions", now: "reading.follow.mentionsNow" },
  { level: "nothing", label: "reading.follow.nothing", now: "reading.follow.nothingNow" },
  { level: "default", label: "reading.follow.default", now: "reading.follow.defaultNow" },
];

/** What one wants to hear of a conversation, in one line that unfolds; and the way to be done with it. */
export function FollowThread({ place, own, unread, back, t, words }: FollowThreadProps) {
  const level = own.follow ?? "default";
  const now = LEVELS.find((one) => one.level === level);
  const common = { back: `${back}#comments`, words, hidden: place.name };
  return (
    <details className="fine follow-thread">
      <summary className="quiet">{now ? t(now.now) : null}</summary>
      <ActionForm procedure={place.verbs.follow} label={t("reading.follow.title")} {...common}>
        <div className="button-row">
          {LEVELS.filter((one) => one.level !== level).map((one) => (
            <SubmitButton key={one.level} look="quiet" size="small" name="level" value={one.level}>
              {t(one.label)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
      {unread ? (
        <ActionForm procedure={place.verbs.markThread} className="mt-2" {...common}>
          <div className="button-row">
            <SubmitButton look="plain" size="small" icon="check">
              {t("reading.thread.markAll")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </details>
  );
}
