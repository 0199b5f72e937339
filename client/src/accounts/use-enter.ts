import type { Account } from "@acquis/shared/accounts/account.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { homes } from "../app/homes.ts";

/** After signing in: back to where one was going, or to the home of the role. */
export function useEnter(): (account: Account, back?: string) => Promise<void> {
  const navigate = useNavigate();
  return (account, back) => (back ? navigate({ href: back }) : navigate({ to: homes[account.role].path }));
}
