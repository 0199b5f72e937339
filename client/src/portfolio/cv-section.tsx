import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { usePrintCv } from "./use-print-cv.ts";

/** The CV in PDF, in the language of the screen. */
export function CvSection({ portfolio }: { portfolio: Portfolio }) {
  const { t, i18n } = useTranslation("preferences");
  const print = usePrintCv();
  const name = `${portfolio.firstName} ${portfolio.lastName}`;
  const get = () =>
    print.mutate(
      { locale: i18n.language === "en" ? "en" : "fr", fileName: t("cv.file", { name }) },
      { onSuccess: () => toast.done(t("cv.done")) },
    );
  return (
    <Section title={t("cv.title")}>
      <p>{portfolio.competencies.length > 0 ? t("cv.text") : t("cv.empty")}</p>
      <FormProblem error={print.error} />
      {portfolio.competencies.length > 0 ? (
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          loading={print.isPending}
          onClick={get}
          style={{ alignSelf: "flex-start" }}
        >
          {t("cv.go")}
        </Button>
      ) : null}
    </Section>
  );
}
