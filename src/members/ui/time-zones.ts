/** The zones that this machine knows as options of a field, those that stand already among them even under an older name. */
export function timeZoneOptions(...own: readonly string[]): { value: string; label: string }[] {
  const zones = [...new Set([...own, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return zones.sort((a, b) => a.localeCompare(b, "en")).map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
