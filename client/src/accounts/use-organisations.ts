import type { OrganisationKind, OrganisationStatus, Role } from "@acquis/shared/accounts/account.schema.ts";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

export interface OrganisationFilter {
  kind?: OrganisationKind | undefined;
  status?: OrganisationStatus | undefined;
  search?: string | undefined;
}

const KEY = ["organisations"];

/** Organisations of the territory, those that wait for a decision first. */
export function useOrganisations(filter: OrganisationFilter) {
  return useQuery({
    queryKey: [...KEY, filter],
    queryFn: ({ signal }) => api.accounts.listOrganisations(filter, { signal }),
    placeholderData: keepPreviousData,
  });
}
export type Organisation = NonNullable<ReturnType<typeof useOrganisations>["data"]>[number];

function useForget() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: KEY }),
      queryClient.invalidateQueries({ queryKey: ["observatory", "overview"] }),
    ]);
}

/** Approves or suspends an organisation; deciding the same twice changes nothing. */
export function useDecideOrganisation() {
  const forget = useForget();
  return useMutation({
    mutationFn: (input: { id: string; decision: "approved" | "suspended"; reason: string }) =>
      api.accounts.decideOrganisation(input),
    onSuccess: forget,
  });
}

/** Adds an organisation, approved at once; the same id twice is the same organisation. */
export function useCreateOrganisation() {
  const forget = useForget();
  return useMutation({
    mutationFn: (input: {
      id: string;
      kind: OrganisationKind;
      name: string;
      siret?: string;
      insee?: string;
    }) => api.accounts.createOrganisation(input),
    onSuccess: forget,
  });
}

/** Invites a member of an organisation by a one-time link. */
export function useInviteMember() {
  return useMutation({
    mutationFn: (input: {
      id: string;
      organisationId: string;
      role: Role;
      email: string;
      firstName: string;
      lastName: string;
    }) => api.accounts.invite(input),
  });
}
