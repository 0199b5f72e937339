/** Every refusal the product can answer: stable code → HTTP status. The client translates by code. */
export const errorStatus = {
  invalid_input: 400,
  broken_json: 400,
  body_too_large: 413,
  not_signed_in: 401,
  wrong_credentials: 401,
  session_expired: 401,
  session_reused: 401,
  forbidden: 403,
  cross_site_request: 403,
  organisation_not_approved: 403,
  trainee_not_followed: 403,
  not_found: 404,
  link_expired: 410,
  stale_revision: 409,
  already_exists: 409,
  wrong_state: 409,
  unknown_competency: 422,
  unknown_occupation: 422,
  unknown_place: 422,
  unknown_trainer: 422,
  unknown_meta_badge: 422,
  unknown_recipient: 422,
  not_a_badge: 422,
  badge_unreachable: 422,
  image_unreadable: 422,
  date_in_future: 422,
  dates_reversed: 422,
  weak_password: 422,
  too_many_requests: 429,
  internal: 500,
  search_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Safe parameters of a refusal: shown to the person, so nothing of anybody else. `field` is a dotted input path. */
export interface ErrorDetails {
  field?: string;
  fields?: { path: string; rule: string }[];
  [parameter: string]: unknown;
}

/** A refusal the product expects, thrown by use cases and mapped to HTTP once, at the edge. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}
