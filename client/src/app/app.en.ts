import type { Words } from "../platform/words.ts";
import type fr from "./app.fr.ts";

const en: Words<typeof fr> = {
  name: "Acquis",
  motto: "What I can do, and soon.",
  home: "Acquis, home",
  nav: {
    label: "Main menu",
    traineeHome: "Home",
    traineeCompetencies: "I can do",
    traineeExperiences: "My path",
    traineeOffers: "Offers",
    traineeSearch: "I look for",
    trainerHome: "Who waits",
    trainerSessions: "Sessions",
    trainerTrainees: "Trainees",
    providerHome: "Sessions",
    providerProgrammes: "Programmes",
    providerTeam: "Team",
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
    steward: "Regional team",
  },
  account: "My account",
  signIn: "Sign in",
  demo: {
    label: "Demonstration",
    text: "Demonstration: everything is made up.",
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
