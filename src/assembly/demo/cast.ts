import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";

/** What the parts of the demo need of one another: who is who, under the key that the demo knows them by. */
export type Cast = { readonly tx: Tx; readonly who: (key: string) => PersonId };
