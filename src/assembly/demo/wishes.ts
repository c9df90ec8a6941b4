/** An idea of the demo with who voted how, and what the hosts answered. */
export type DemoIdea = {
  by: string;
  daysAgo: number;
  title: string;
  body: string;
  votes: readonly { by: string; need: "like" | "need" | "blocked"; reason: string }[];
  move?: {
    to: "planned" | "not-now" | "under-review";
    by: string;
    after: number;
    note: string;
    promisedInDays?: number;
  };
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
    by: "priya.nair",
    daysAgo: 4,
    title: "Paste a chart from the test bench straight into a post",
    body: "When a measurement surprises me I want to show the curve so that Lyon can see it the same day; today I mail screenshots.",
    votes: [{ by: "antoine.girard", need: "like", reason: "" }],
  },
];
