import type { ReactNode } from "react";
import { paths } from "@/paths";
import { AUTHORS_MIN, AUTHORS_WITHIN_DAYS, type ColdReason, QUIET_AFTER_DAYS } from "@/spaces/warmth";
import { stageAfter, stageShape } from "@/stages/shape";
import { ActionForm } from "@/ui/action-form";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { Adopters } from "./adopters";
import { MergeRoom } from "./merge-room";
import type { EmptyRoomProps } from "./props";

/** Why newcomers would be alone in a space, and the ways out: somebody who looks after it, another space, a later day. */
export function EmptyRoom({ stage, ...rest }: Omit<EmptyRoomProps, "to"> & { stage: string }) {
  const props = { ...rest, to: stageShape.safeParse(stage).data ?? "founding" };
  const { t, room } = props;
  const says: Readonly<Record<ColdReason, string>> = {
    authors: t("spaces.cold.authors", { min: AUTHORS_MIN, days: AUTHORS_WITHIN_DAYS }),
    quiet: t("spaces.cold.quiet", { days: QUIET_AFTER_DAYS }),
    owner: t("spaces.cold.owner"),
  };
  return (
    <>
      {room.cold.length === 0 ? null : (
        <ul className="list-disc ps-5 font-serif text-read">
          {room.cold.map((reason) => (
            <li key={reason}>{says[reason]}</li>
          ))}
        </ul>
      )}
      <Section title={t("rooms.adopt.title")}>
        <Adopters {...props} />
      </Section>
      <Section title={t("rooms.merge.title")}>
        <MergeRoom {...props} />
      </Section>
      <Section title={t("rooms.close.title")}>
        <Close {...props} />
      </Section>
    </>
  );
}

/** Lets it open with a later stage; one that is open already, or could open with none, is archived instead. */
function Close({ t, words, back, to, room, refusedOf }: EmptyRoomProps) {
  const later = stageAfter(to);
  const { space, isOpen } = room;
  const away = paths.launchRehearsal(to);
  if (!isOpen && later !== null)
    return (
      <Way text={t("rooms.close.later", { stage: t(`stages.name.${later}`) })}>
        <ActionForm
          procedure="posts.keepRoomClosed"
          back={back}
          words={words}
          refused={refusedOf("posts.keepRoomClosed", { space: space.id })}
          hidden={{ space: space.id, until: later, _to: away }}
        >
          <div>
            <SubmitButton look="quiet">{t("rooms.close.do")}</SubmitButton>
          </div>
        </ActionForm>
      </Way>
    );
  return (
    <Way text={t(isOpen ? "rooms.close.open" : "rooms.close.last")}>
      <ActionForm
        procedure="spaces.archive"
        back={back}
        words={words}
        refused={refusedOf("spaces.archive", { space: space.id })}
        hidden={{ space: space.id, archived: "true", _to: away }}
      >
        <div>
          <SubmitButton look="quiet">{t("rooms.close.archive")}</SubmitButton>
        </div>
      </ActionForm>
      <p>
        <Link href={paths.spaceMembers(space.slug)}>{t("spaces.cold.people")}</Link>
      </p>
    </Way>
  );
}

function Way({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="stack" data-gap="small">
      <p className="max-w-read font-serif text-read">{text}</p>
      {children}
    </div>
  );
}
