import type { Words } from "../platform/words.ts";
import type fr from "./organisations.fr.ts";

const en: Words<typeof fr> = {
  title: "Organisations of the territory",
  lead: "Companies, training providers, advisory structures. Those that wait come first.",
  waiting_one: "{{count}} organisation waits for your answer",
  waiting_other: "{{count}} organisations wait for your answer",
  others_one: "{{count}} other organisation",
  others_other: "{{count}} other organisations",
  nothing: "No organisation matches.",
  nothingText: "Remove a filter, or add the organisation.",
  kinds: {
    company: "Company",
    provider: "Training provider",
    advisory: "Advisory structure",
    region: "Région",
  },
  statuses: { pending: "Waiting", approved: "Approved", suspended: "Suspended" },
  siret: "SIRET {{siret}}",
  members_one: "{{count}} account",
  members_other: "{{count}} accounts",
  since: "since {{day}}",
  reason: "Reason: {{reason}}",
  filters: { name: "Name", kind: "Kind", status: "State", any: "All" },
  decide: {
    approved: "Approve",
    again: "Approve again",
    refused: "Refuse",
    suspended: "Suspend",
    approvedTitle: "Approve {{name}}?",
    approvedText:
      "Its members will be able to act: search and publish for a company, train for a provider. They get a mail.",
    approvedConfirm: "Approve",
    approvedDone: "{{name}} is approved.",
    suspendedTitle: "Close the access of {{name}}?",
    suspendedText:
      "Its members will no longer be able to act, until approved again. They get a mail with your reason.",
    suspendedConfirm: "Close the access",
    suspendedDone: "The access of {{name}} is closed.",
    why: "Why? Its members will read it.",
  },
  add: {
    open: "Add an organisation",
    title: "Add an organisation",
    text: "Added by the Région, it is approved at once.",
    name: "Name",
    siret: "SIRET, if you have it",
    siretHint: "14 digits.",
    place: "Commune, if you know it",
    confirm: "Add",
    done: "{{name}} is added. Now invite the person who will run its account.",
  },
  invite: {
    open: "Invite somebody",
    title: "Invite somebody of {{name}}",
    text_company: "They will be able to look for people, publish offers, and invite colleagues.",
    text_provider: "They will be able to create programmes and sessions, and invite trainers.",
    text_advisory: "They will be able to invite trainees and colleagues.",
    text_region: "They will be able to do all you can, including approving and suspending.",
  },
};
export default en;
