import type fr from "./platform.fr.ts";
import type { Words } from "./words.ts";

const en: Words<typeof fr> = {
  errors: {
    invalid_input: "One answer is not right. Look at the fields pointed out.",
    broken_json: "The request arrived damaged. Try again.",
    body_too_large: "This is too heavy to send.",
    not_signed_in: "You are not signed in. Sign in to go on.",
    wrong_credentials: "The address or the password is wrong. Check both.",
    session_expired: "Your session has ended. Sign in again.",
    session_reused: "For safety, your session was closed. Sign in again.",
    forbidden: "Your account does not allow this.",
    cross_site_request: "The request came from another site. It was refused.",
    organisation_not_approved:
      "The Région has not approved your organisation yet. You will be able to do this afterwards.",
    trainee_not_followed: "You do not follow this person. They are in none of your sessions.",
    not_found: "This does not exist, or no longer does.",
    link_expired: "This link no longer works. Ask for a new one.",
    stale_revision: "Somebody changed this meanwhile. Reload the page, then try again.",
    already_exists: "This exists already.",
    wrong_state: "This is no longer possible. Reload the page to see where it stands.",
    unknown_competency: "This competency is not in the referential.",
    unknown_occupation: "This occupation is not in the referential.",
    unknown_place: "This commune is not known.",
    unknown_trainer: "This trainer is not from your provider.",
    date_in_future: "This date has not come yet. Choose today or earlier.",
    dates_reversed: "The end comes before the start. Check both dates.",
    weak_password: "This password is too easy to guess. Use 12 characters or more.",
    too_many_requests: "Too many tries in a short time. Wait a minute, then try again.",
    internal: "Something failed on our side. It is not your fault.",
    search_unavailable: "The search has stopped for a moment. Try again in a minute.",
    unreachable: "No answer. Check your Internet connection, then try again.",
    unknown: "Something failed. Try again in a moment.",
  },
  logId: "Number to give if you ask for help: {{id}}",
  rules: {
    siret: "A SIRET number has 14 digits.",
    insee: "Choose a commune from the list.",
    given_twice: "It is written twice.",
    asked_twice: "This competency is asked twice.",
    control_characters: "There is an invisible character. Erase and type again.",
    other: "This answer is not right.",
  },
};
export default en;
