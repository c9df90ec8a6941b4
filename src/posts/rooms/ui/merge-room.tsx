import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { EmptyRoomProps } from "./props";

/** Chooses a living space, says what it would mean, and asks once more. */
export function MergeRoom({ t, words, back, to, room, refusedOf }: EmptyRoomProps) {
  const { space, targets, chosen } = room;
  if (space.visibility !== "open") return <p className="quiet">{t("rooms.merge.closed")}</p>;
  if (targets.length === 0) return <p className="quiet">{t("rooms.merge.none")}</p>;
  return (
    <div className="stack">
      <form method="get" className="flex flex-wrap items-end gap-3" aria-label={t("rooms.merge.title")}>
        <Field name="into" label={t("rooms.merge.into")} value={chosen?.id ?? targets[0]?.id ?? ""}>
          <Select options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <Button type="submit">{t("rooms.merge.look")}</Button>
      </form>
      {chosen === null ? null : (
        <ActionForm
          procedure="posts.mergeRoom"
          back={back}
          words={words}
          refused={refusedOf("posts.mergeRoom", { space: space.id })}
          hidden={{ space: space.id, into: chosen.id, _to: paths.launchRehearsal(to) }}
          label={t("rooms.merge.do", { name: chosen.name })}
        >
          <p className="max-w-read font-serif text-read">
            {t("rooms.merge.effect", { name: chosen.name, posts: chosen.posts, joining: chosen.joining })}{" "}
            {chosen.losing + chosen.gaining === 0
              ? t("rooms.merge.sameReaders")
              : t("rooms.merge.readers", { losing: chosen.losing, gaining: chosen.gaining })}
          </p>
          <Checkbox name="confirm" label={t("rooms.merge.confirm")} required />
          <div>
            <SubmitButton look="quiet">{t("rooms.merge.do", { name: chosen.name })}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
