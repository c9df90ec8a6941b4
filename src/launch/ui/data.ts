import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/assembly/router";

type Outputs = inferRouterOutputs<AppRouter>["launch"];

/** The room and the rehearsal as they travel: dates are ISO strings. */
export type Room = Outputs["room"];
export type Rehearsal = Outputs["rehearsal"];
export type Gates = NonNullable<Rehearsal["gates"]>;
