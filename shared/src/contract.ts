import { accountsContract } from "./accounts/accounts.contract.ts";
import { attestationsContract } from "./attestations/attestations.contract.ts";
import { badgesContract } from "./badges/badges.contract.ts";
import { candidatesContract } from "./candidates/candidates.contract.ts";
import { observatoryContract } from "./observatory/observatory.contract.ts";
import { offersContract } from "./offers/offers.contract.ts";
import { portfolioContract } from "./portfolio/portfolio.contract.ts";
import { referentialContract } from "./referential/referential.contract.ts";
import { trainingContract } from "./training/training.contract.ts";

/** The one contract: validation on the server, typed clients, and /api/v1/openapi.json. */
export const contract = {
  accounts: accountsContract,
  attestations: attestationsContract,
  badges: badgesContract,
  candidates: candidatesContract,
  observatory: observatoryContract,
  offers: offersContract,
  portfolio: portfolioContract,
  referential: referentialContract,
  training: trainingContract,
};
export type Contract = typeof contract;
