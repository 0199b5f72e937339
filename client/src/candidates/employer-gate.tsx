import { Outlet } from "@tanstack/react-router";
import { useAccount } from "../platform/session.ts";
import { WaitingPage } from "./waiting-page.tsx";

/** Nothing is prepared that the server would refuse: a company not approved sees where it stands instead. */
export function EmployerGate() {
  return useAccount().organisation?.status === "approved" ? <Outlet /> : <WaitingPage />;
}
