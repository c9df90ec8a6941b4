import { expect, test } from "vitest";
import { Memory } from "./memory";

const said = (xact: number, topic = "space:1") => ({ topic, news: true, xact: String(xact) });

test("a change is new once, and never when the page already shows it", () => {
  const memory = new Memory();
  expect(memory.freshOf([said(9), said(10), said(10)], "10.1")).toEqual([said(10)]);
  expect(memory.freshOf([said(10), said(10, "space:2")], "10.1")).toEqual([said(10, "space:2")]);
});

test("what waits is let go by the drawing that shows it, and by nothing else", () => {
  const memory = new Memory();
  memory.wait(said(12));
  memory.wait(said(12));
  memory.wait(said(15));
  expect(memory.size).toBe(2);
  memory.drawnAt("12.1");
  expect(memory.size).toBe(2);
  memory.drawnAt("13.1");
  expect(memory.size).toBe(1);
  memory.clear();
  expect(memory.size).toBe(0);
});
