import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { RadioGroup } from "@/ui/choices";
import { NEEDS, type Need } from "../shape";
import { NEED_WORDS } from "./words";

/** How much somebody needs it: the three weights, the heaviest last. */
export function NeedChoice({ legend, value, t }: { legend: ReactNode; value: Need; t: Words }) {
  return (
    <RadioGroup
      name="need"
      legend={legend}
      value={value}
      options={NEEDS.map((need) => ({ value: need, label: t(NEED_WORDS[need].name), hint: t(NEED_WORDS[need].hint) }))}
    />
  );
}
