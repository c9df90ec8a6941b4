import { InvalidArgumentError } from "commander";

/** Reads an option that is a whole number from `least` to `most`; anything else is wrong usage, with the bounds said. */
export function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
  };
}
