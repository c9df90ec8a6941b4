import type { FeatureKey } from "@/stages/features/shape";

/** An idea of the demo with who voted how, and what the hosts answered. */
export type DemoIdea = {
  by: string;
  daysAgo: number;
  title: string;
  body: string;
  votes: readonly { by: string; need: "like" | "need" | "blocked"; reason: string }[];
  move?: {
    to: "planned" | "not-now" | "under-review" | "in-preview";
    by: string;
    after: number;
    note: string;
    promisedInDays?: number;
  };
  /** The feature that it is a preview of, and who would try it. */
  preview?: { feature: FeatureKey; volunteers: readonly string[] };
};

export const demoBoard = {
  slug: "this-place",
  name: "This place · Cet endroit",
  purpose: "What should this place do next? Que doit savoir faire cet endroit ?",
  audience: "members",
  voteTo: "members",
  commentTo: "members",
  suggestTo: "members",
  voteBudget: 5,
  answerDays: 10,
} as const;

export const demoIdeas: readonly DemoIdea[] = [
  {
    by: "tom.ashworth",
    daysAgo: 24,
    title: "Read and answer from the shop-floor tablets, with gloves on",
    body: "When I am at the line I want big buttons so that I can answer between two jobs; today I wait until I am home.",
    votes: [
      { by: "nadia.lefevre", need: "need", reason: "Nos tablettes sont à l’entrée de l’atelier." },
      { by: "adam.kowalski", need: "need", reason: "I never sit at a computer." },
      { by: "malik.benali", need: "like", reason: "" },
    ],
    move: {
      to: "planned",
      by: "hannah.whitfield",
      after: 90,
      note: "Yes. Two of you offered to try it at the line; we start with reading, then answering.",
      promisedInDays: 40,
    },
  },
  {
    by: "camille.roux",
    daysAgo: 17,
    title: "Traduire un message d’un clic",
    body: "Quand un collègue de Leeds écrit, je veux lire en français sans quitter la page ; aujourd’hui je copie tout dans un autre outil.",
    votes: [
      { by: "julien.moreau", need: "need", reason: "La moitié des fils m’échappe." },
      { by: "daniel.price", need: "like", reason: "The other way round, too." },
    ],
    move: {
      to: "under-review",
      by: "malik.benali",
      after: 60,
      note: "Nous cherchons une solution qui ne fasse pas sortir les messages de l’entreprise.",
    },
  },
  {
    by: "ewan.mcrae",
    daysAgo: 10,
    title: "A badge and points for the best answers",
    body: "It would make people answer more.",
    votes: [],
    move: {
      to: "not-now",
      by: "hannah.whitfield",
      after: 48,
      note: "We would rather thank people by name for what they did than count. If answers stay slow in spring, we look again.",
    },
  },
  {
    by: "julien.moreau",
    daysAgo: 9,
    title: "Voir d’un coup d’œil où en sont nos idées",
    body: "Quand on me demande ce qu’est devenue une idée, je veux une seule page ; aujourd’hui je parcours tout le tableau.",
    votes: [{ by: "camille.roux", need: "need", reason: "On me le demande chaque semaine." }],
    move: {
      to: "in-preview",
      by: "hannah.whitfield",
      after: 70,
      note: "There is a first page of it. Who would try it with us?",
    },
    preview: { feature: "roadmap", volunteers: ["julien.moreau", "camille.roux"] },
  },
  {
    by: "priya.nair",
    daysAgo: 4,
    title: "Paste a chart from the test bench straight into a post",
    body: "When a measurement surprises me I want to show the curve so that Lyon can see it the same day; today I mail screenshots.",
    votes: [{ by: "antoine.girard", need: "like", reason: "" }],
  },
];

/** The changelog of the demo. */
export const demoEntries = [
  {
    by: "hannah.whitfield",
    daysAgo: 20,
    title: "Answer by mail, without opening Levain",
    body: "Every mail from Levain can be **answered like any other**. Your words stand in the conversation a minute later.\n\nChaque message de Levain accepte une réponse, comme n’importe quel autre.",
    published: true,
  },
  {
    by: "malik.benali",
    daysAgo: 2,
    title: "Deux langues, une seule page",
    body: "Chacun lit Levain dans sa langue. Reste à dire qui l’avait demandé.",
    published: false,
  },
] as const;
