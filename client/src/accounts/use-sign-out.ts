import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../platform/api.ts";
import { dropDraftsOfOthers } from "../platform/kept-drafts.ts";
import { enterSession } from "../platform/session.ts";
import { toast } from "../ui/toast.tsx";

/** Ends the session, on the server and here. */
export function useSignOut() {
  const { t } = useTranslation("accounts");
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.accounts.signOut(),
    onSuccess: async () => {
      await navigate({ to: "/" });
      dropDraftsOfOthers(null);
      enterSession(null);
      toast.done(t("account.bye"));
    },
  });
}
