import type { Words } from "../platform/words.ts";
import type fr from "./app.fr.ts";

const en: Words<typeof fr> = {
  name: "Acquis",
  motto: "What I can do, and soon.",
  home: "Acquis, home",
  nav: {
    label: "Main menu",
    traineeHome: "Home",
    trainerHome: "Home",
    providerHome: "Home",
    employerHome: "Search",
    advisorHome: "Home",
    stewardHome: "Home",
  },
  roles: {
    trainee: "Trainee",
    trainer: "Trainer",
    providerAdmin: "Provider manager",
    employer: "Employer",
    advisor: "Advisor",
    steward: "Région",
  },
  account: "My account",
  signIn: "Sign in",
  demo: {
    label: "Demonstration",
    text: "Demonstration: people and offers are made up.",
    change: "Change role",
    mails: "Mails sent",
  },
  footer: {
    rule: "How the order is made",
    accessibility: "Accessibility: not compliant",
    legal: "Legal notice and data",
  },
  pending: "{{name}} is waiting for the approval of the Région. You can search and publish afterwards.",
  suspended: "The access of {{name}} has been suspended by the Région.",
  notFound: {
    title: "This page does not exist",
    text: "The address may have changed, or a letter is missing.",
    action: "Back to home",
  },
};
export default en;
