/** A suggestion, and every word of the team on it. */
export type Suggestion = {
  readonly author: string;
  readonly at: number;
  readonly removedAt: number | null;
  /** Who wrote it down, when the author said it aloud. */
  readonly recordedBy: string | null;
  readonly answers: readonly {
    readonly at: number;
    readonly by: string;
    readonly shipped: boolean;
    /** Whether it says why. */
    readonly reasoned: boolean;
  }[];
  /** What its author said of what was shipped: whether it is what they meant. */
  readonly meant: readonly { readonly at: number; readonly yes: boolean }[];
};

/** One time that members were asked whether they would miss the place. */
export type AskedRound = {
  readonly at: number;
  /** Until when one may answer. */
  readonly until: number;
  readonly asked: number;
  /** Answers by the day that they came on; nobody is named. */
  readonly answers: readonly { readonly day: number; readonly very: boolean }[];
};

/** How somebody came in: by whom, if by another person's own wish; when they were asked, and when the door let them in. */
export type Arrival = {
  readonly person: string;
  readonly inviter: string | null;
  readonly asked: number;
  readonly at: number;
};

/**
 * What the gates L11 to L14 read beside the talk. Each fact has its moment, so that what came later is left out at an
 * earlier one.
 */
export type Facts = {
  /** The unit of each person of whom the directory tells one, as it stood when the stage began. */
  readonly units: ReadonlyMap<string, string>;
  /** How many units the stage is for. */
  readonly targeted: number;
  readonly suggestions: readonly Suggestion[];
  /** Help that was offered. */
  readonly offers: readonly { readonly person: string; readonly at: number }[];
  /** Previews of which somebody said whether they solve what they needed: who, and when they first did. */
  readonly reports: readonly { readonly person: string; readonly at: number }[];
  readonly rounds: readonly AskedRound[];
  readonly arrivals: readonly Arrival[];
};
