import type { Words } from "@/i18n/words";
import { timeZoneOptions } from "@/members/ui/time-zones";
import { wallTimeAt } from "@/platform/wall-time";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { LINK_MAX, PLACE_MAX } from "../shape";
import type { EventView } from "../views";

/** A moment as an input for a day and a minute has it, by the clock of a zone. */
function wallOf(at: Date, timeZone: string): string {
  const { day, time } = wallTimeAt(at, timeZone);
  return `${day}T${time}`;
}

/** What a poll asks. */
export function PollFields({ t }: { t: Words }) {
  return (
    <fieldset className="kind-fields" data-kind="poll">
      <legend className="hidden-words">{t("posts.poll.title")}</legend>
      <Field name="options" label={t("posts.poll.options")} hint={t("posts.poll.optionsHint")}>
        <TextArea rows={4} />
      </Field>
      <Checkbox name="several" label={t("posts.poll.severalAsk")} />
      <Checkbox name="named" label={t("posts.poll.namedAsk")} hint={t("posts.poll.namedHint")} />
      <Field name="closes" label={t("posts.poll.closesAsk")} note={t("posts.compose.optional")}>
        <TextInput type="datetime-local" />
      </Field>
    </fieldset>
  );
}

/** When and where an event is; `zone` is the clock that its moments are told by. */
export function EventFields({ t, zone, event = null }: { t: Words; zone: string; event?: EventView | null }) {
  const clock = event?.timeZone ?? zone;
  const at = (moment: Date | undefined) => (moment === undefined ? "" : wallOf(moment, clock));
  return (
    <fieldset className="kind-fields" data-kind="event">
      <legend className="hidden-words">{t("posts.event.title")}</legend>
      <Field name="starts" label={t("posts.event.starts")} value={at(event?.startsAt)}>
        <TextInput type="datetime-local" />
      </Field>
      <Field name="ends" label={t("posts.event.ends")} hint={t("posts.event.endsHint")} value={at(event?.endsAt)}>
        <TextInput type="datetime-local" />
      </Field>
      <Field name="zone" label={t("posts.event.zone")} hint={t("posts.event.zoneHint")} value={clock}>
        <Select options={timeZoneOptions(clock, zone)} />
      </Field>
      <Field
        name="where"
        label={t("posts.event.place")}
        note={t("posts.compose.optional")}
        value={event?.place ?? ""}
        max={PLACE_MAX}
      >
        <TextInput autoComplete="off" />
      </Field>
      <Field name="link" label={t("posts.event.link")} note={t("posts.compose.optional")} value={event?.link ?? ""}>
        <TextInput type="url" inputMode="url" maxLength={LINK_MAX} autoComplete="off" />
      </Field>
    </fieldset>
  );
}

/** What an announcement may ask of its readers. */
export function AnnouncementFields({ t }: { t: Words }) {
  return (
    <div className="kind-fields" data-kind="announcement">
      <Checkbox name="asksSeen" label={t("posts.seen.ask")} hint={t("posts.seen.askHint")} />
    </div>
  );
}
