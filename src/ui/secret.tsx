import type { ReactNode } from "react";
import { Callout } from "@/ui/callout";

/** A secret, for whoever copies it now: a press selects all of it. */
export function Secret({ secret, note, hide }: { secret: string; note: ReactNode; hide: ReactNode }) {
  return (
    <div className="mt-3">
      <Callout>
        <p>{note}</p>
        <p className="my-3">
          <code className="select-all break-all">{secret}</code>
        </p>
        <div className="flex">{hide}</div>
      </Callout>
    </div>
  );
}
