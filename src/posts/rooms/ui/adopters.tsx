import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { ADOPTION_WORDS_MAX } from "@/spaces/adoption/shape";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { AdopterView } from "../views";
import type { EmptyRoomProps } from "./props";

const TONES = { open: "accent", accepted: "good", declined: "plain", over: "plain" } as const;

/** The two who would most likely look after the space, each with a letter to them, and who was asked before. */
export function Adopters(props: EmptyRoomProps) {
  const { t, format, room } = props;
  return (
    <div className="stack">
      <p className="quiet">{t(room.adopters.length === 0 ? "rooms.adopt.nobody" : "rooms.adopt.lead")}</p>
      <List label={t("rooms.adopt.title")}>
        {room.adopters.map((one) => (
          <Adopter key={one.person.id} one={one} {...props} />
        ))}
      </List>
      {room.asked.length === 0 ? null : (
        <List tight label={t("rooms.adopt.asked")}>
          {room.asked.map(({ person, askedAt, state }) => (
            <ListRow
              key={`${person.id} ${askedAt.getTime()}`}
              title={<PersonLink person={person} />}
              meta={<span>{t("rooms.adopt.askedOn", { ago: format.ago(askedAt) })}</span>}
              trailing={<Badge tone={TONES[state]}>{t(`rooms.adopt.states.${state}`)}</Badge>}
            />
          ))}
        </List>
      )}
    </div>
  );
}

function Adopter({ one, t, words, back, room, refusedOf }: EmptyRoomProps & { one: AdopterView }) {
  const { person, answered, wrote } = one;
  const refused = refusedOf("posts.offerRoom", { space: room.space.id, person: person.id });
  return (
    <ListRow
      heading={3}
      leading={<PersonAvatar person={person} />}
      title={<PersonLink person={person} />}
      meta={
        <>
          {answered === 0 ? null : <span>{t("rooms.adopt.answered", { count: answered })}</span>}
          <span>{t("rooms.adopt.wrote", { count: wrote })}</span>
        </>
      }
      below={
        <details className="mt-2" open={refused !== null}>
          <summary>{t("rooms.adopt.ask")}</summary>
          <ActionForm
            className="mt-2"
            procedure="posts.offerRoom"
            back={back}
            words={words}
            refused={refused}
            hidden={{ space: room.space.id, person: person.id, _to: back }}
            label={t("rooms.adopt.askLabel", { name: person.displayName })}
          >
            <Field
              name="words"
              label={t("rooms.adopt.words")}
              hint={t("rooms.adopt.wordsHint")}
              value={t("rooms.adopt.begin", { name: person.displayName, space: room.space.name })}
              max={ADOPTION_WORDS_MAX}
              required
            >
              <TextArea rows={3} />
            </Field>
            <div>
              <SubmitButton look="quiet">{t("rooms.adopt.send")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      }
    />
  );
}
