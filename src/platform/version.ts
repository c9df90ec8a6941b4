import { version } from "../../package.json";

/** The version of Levain that runs, as the changelog counts them. */
export const VERSION: string = version;
