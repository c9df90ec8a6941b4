import { openPage } from "@/assembly/open-page";
import { DeviceList, EndOtherDevices } from "@/members/ui/device-list";
import { SettingsHead } from "@/members/ui/settings-tabs";

export default async function DevicesPage() {
  return openPage(async ({ api, t, format, form, back, refused }) => {
    const devices = await api.sessions.mine();
    const common = { back, t, words: form, refused };
    return {
      title: t("members.devices.title"),
      body: (
        <>
          <SettingsHead t={t} current="devices" />
          <p className="quiet mb-4">{t("members.devices.lead")}</p>
          <DeviceList devices={devices} format={format} {...common} />
          {devices.length > 1 ? (
            <EndOtherDevices {...common} />
          ) : (
            <p className="quiet fine mt-4">{t("members.devices.onlyThis")}</p>
          )}
        </>
      ),
    };
  });
}
