import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { Icon } from "@/ui/icon";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { DeviceView } from "../sessions/queries";

type DeviceListProps = {
  devices: readonly DeviceView[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Where a person is signed in, with the way out of each. */
export function DeviceList({ devices, back, t, format, words, refused }: DeviceListProps) {
  return (
    <List tight label={t("members.devices.title")}>
      {devices.map((device) => {
        const name = nameOf(device, t);
        return (
          <ListRow
            key={device.session}
            leading={<Icon name="device" className="mt-1" />}
            title={name}
            meta={
              <>
                {device.current ? (
                  <Badge tone="good">{t("members.devices.this")}</Badge>
                ) : (
                  <span>{t("members.devices.seen", { when: format.ago(device.lastSeenAt) })}</span>
                )}
                <span>{t("members.devices.signedIn", { when: format.ago(device.signedInAt) })}</span>
                <span>{t("members.devices.ends", { when: format.ago(device.expiresAt) })}</span>
              </>
            }
            trailing={
              device.current ? null : (
                <ActionForm
                  procedure="sessions.end"
                  back={back}
                  words={words}
                  refused={refused}
                  hidden={{ session: device.session, _to: back }}
                >
                  <SubmitButton look="quiet" size="small" aria-label={t("members.devices.endOf", { device: name })}>
                    {t("members.devices.end")}
                  </SubmitButton>
                </ActionForm>
              )
            }
          />
        );
      })}
    </List>
  );
}

/** Signs every other device out at once. */
export function EndOtherDevices({ back, t, words, refused }: Omit<DeviceListProps, "devices" | "format">) {
  return (
    <ActionForm
      className="mt-6"
      procedure="sessions.endOthers"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: back }}
    >
      <div>
        <SubmitButton look="danger">{t("members.devices.endOthers")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function nameOf({ browser, system }: DeviceView, t: Words): string {
  if (browser !== "" && system !== "") return t("members.devices.name", { browser, system });
  return browser || system || t("members.devices.unknown");
}
