import type { Words } from "../platform/words.ts";
import type fr from "./pages.fr.ts";

const en: Words<typeof fr> = {
  landing: {
    title: "What I can do, and soon",
    lead: "Acquis brings together the competencies people have, those a training gives them, and the employers who look for them.",
    tryIt: "Try it in one click",
    start: "Create my account",
    home: "Go to my home page",
    signIn: "Sign in",
    sampleTitle: "An employer looks for three competencies by March",
    sampleA: "First person",
    sampleB: "Second person",
    sampleC: "Third person",
    sampleNote: "No name: what the person can do comes first.",
    forWho: "Who is it for?",
    trainee: "You are learning a trade",
    traineeText:
      "Write down what you can do, even learnt elsewhere. Your trainers attest it. You choose who can find you.",
    trainer: "You train people",
    trainerText:
      "See what is proven already on arrival. Attest what you see done, for one person or a whole group.",
    employer: "You hire",
    employerText:
      "Choose the competencies, say by when. See who has them, and who soon will, with the month.",
    rule: "The order is public",
    ruleText:
      "No secret score. People are put in order by counting: competencies ready, then proven, then close, then useful, then distance. Anyone can count again.",
    ruleLink: "See how the order is made",
  },
  rule: {
    title: "How the order is made",
    lead: "When an employer searches, people are put in order by one single rule. Here it is, whole.",
    marks: "First, one mark for each competency asked",
    asked:
      "The employer chooses 1 to 6 essential competencies and up to 8 useful ones, each with a level. They say by when.",
    ready:
      "A competency is ready if it is proven or acquired, or if it will be acquired in the month asked at the latest, at the level asked.",
    keys: "Then, one counts",
    keysText: "Look at the first line. If equal, look at the next one, and so on.",
    key1: "How many essential competencies are ready: the more, the higher.",
    key2: "How many are proven today.",
    key3: "Among those not ready, how many have a close competency, of the same family.",
    key4: "How many useful competencies are ready.",
    key5: "The distance to the place of work, in steps of 10 km.",
    key6: "And if all is equal: each in turn. The order of equals changes every day.",
    never: "What never counts",
    neverText:
      "Name, age, sex, exact address, photograph, a diploma by itself. Somebody with nothing ready and nothing close is not shown.",
    example: "An example to check by hand",
    exampleText:
      "A workshop looks for three essential competencies by {{month}}, and a useful one. Four people match. This order is worked out here, by the rule itself.",
    essential: "Essential",
    useful: "Useful",
    person: "Person {{letter}}",
    expected: "expected in {{month}}",
    later: "in training, but after the date: {{month}}",
    closeWith: "can do: {{label}}",
    count: { ready: "Ready", proven: "Proven", close: "Close", useful: "Useful" },
    because: {
      ready: "Before person {{letter}}: more competencies ready ({{a}} against {{b}}).",
      proven: "Before person {{letter}}: as many ready, more proven ({{a}} against {{b}}).",
      close: "Before person {{letter}}: as many ready and proven, more close ({{a}} against {{b}}).",
      useful: "Before person {{letter}}: all is equal but the useful ones ({{a}} against {{b}}).",
      turn: "Equal to person {{letter}}: each in turn.",
    },
    skills: {
      weld: "Arc welding",
      plan: "Reading a drawing",
      check: "Checking a weld",
      measure: "Checking the size of a part",
      lift: "Driving a forklift",
    },
    own: "Are you a trainee? Each offer shows you your own marks, by the same rule.",
  },
  accessibility: {
    title: "Accessibility",
    lead: "Acquis wants to work for everybody: by keyboard, by voice, enlarged, in the dark, on a small phone.",
    state: "Where we stand",
    stateText:
      "Acquis has not been audited by an outside body yet. French law then asks us to write: “not compliant” with RGAA 4.1.",
    done: "What is checked with every version",
    done1: "Every page passes the axe tool (WCAG 2.1 A and AA rules), light and dark.",
    done2: "Everything works by keyboard. Where one is can always be seen.",
    done3: "Marks are told by their shape, and have a text for screen readers.",
    done4: "Texts are 16 pixels or more, and the page holds at 200 % without losing anything.",
    done5: "Animations stop if your device asks for it.",
    limits: "What is still missing",
    limit1: "A test with people who use a screen reader every day.",
    limit2: "A version in easy-to-read French (FALC).",
    limit3: "The CV in PDF has not been checked with a screen reader yet.",
    help: "Is something stopping you?",
    helpText:
      "Tell the person who follows you or your training provider. If nobody answers, you can write to the Défenseur des droits.",
    helpLink: "Write to the Défenseur des droits",
  },
  legal: {
    title: "Legal notice and data",
    who: "Who publishes this site",
    whoDemo: "This is a demonstration. People, companies and offers are made up. Do not type real data.",
    whoText: "This site is published by the Région that installed it. Its address is on its letters.",
    data: "What we keep",
    data1: "Your name and e-mail address, for your account.",
    data2: "Your competencies, your experiences and the attestations received, for your portfolio.",
    data3: "Your commune and your wishes for work, if you give them.",
    see: "Who sees it",
    see1: "Your trainers see your portfolio during the training, and six months after.",
    see2: "Employers find you without your name, unless you decide otherwise. You can also stay hidden.",
    see3: "Nobody else. Nothing is sold, nothing is given to advertisers.",
    cookies: "Cookies",
    cookiesText:
      "Two, and only when you sign in: they tell the site that it is you. No measurement, no advertising. That is why nothing is asked of you.",
    rights: "Your rights",
    rightsText:
      "You can read, correct and remove what you wrote. For the rest, write to the Région. You can also turn to the CNIL.",
    source: "Software",
    sourceText: "Acquis is free software, under the EUPL 1.2 licence. The typeface is Atkinson Hyperlegible.",
  },
};
export default en;
