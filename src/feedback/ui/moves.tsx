import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { unfolded } from "@/posts/ui/words-of";
import { Entries, Entry } from "@/ui/entry";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import type { MoveView } from "../views";
import { StatusBadge } from "./idea-marks";
import { dayWords } from "./words";

type MovesProps = { moves: readonly MoveView[]; t: Words; format: Formats };

/** How the idea came to stand where it stands: who moved it, in which words, promising which day. The newest first. */
export function Moves({ moves, t, format }: MovesProps) {
  if (moves.length === 0) return <p className="quiet py-3">{t("feedback.moves.none")}</p>;
  return (
    <Entries label={t("feedback.moves.title")}>
      {moves.toReversed().map((move) => (
        <Entry
          key={move.id}
          id={`m-${move.id}`}
          leading={<PersonAvatar person={move.by} />}
          byline={
            <>
              <span>
                <PersonLink person={move.by} />
              </span>
              <TimeAgo at={move.at} format={format} />
              <StatusBadge status={move.to} t={t} />
              {move.promisedFor === null ? null : (
                <span>{t("feedback.moves.promised", { day: dayWords(format, move.promisedFor) })}</span>
              )}
            </>
          }
        >
          {move.noteHtml === "" ? null : <Prose size="small" html={unfolded(t, move.noteHtml)} />}
        </Entry>
      ))}
    </Entries>
  );
}
