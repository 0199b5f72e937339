import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { problemOf } from "../platform/problem.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./accounts.module.css";
import { useDemoMails } from "./use-demo-mails.ts";

/** Text with its links made to be followed; those of this product stay on this address. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const { pathname, search } = new URL(part);
    return (
      <a key={`${part} ${index.toString()}`} href={`${pathname}${search}`}>
        {part}
      </a>
    );
  });
}

export function DemoMailsPage() {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const query = useDemoMails();
  const absent = query.isError && problemOf(query.error).status === 404;
  return (
    <Page narrow>
      <PageHeader
        title={t("mails.title")}
        lead={t("mails.lead")}
        aside={
          <Button variant="default" onClick={() => void query.refetch()}>
            {t("mails.reload")}
          </Button>
        }
      />
      {absent ? (
        <EmptyState title={t("mails.unavailable")} />
      ) : (
        <Loaded query={query}>
          {(mails) =>
            mails.length === 0 ? (
              <EmptyState title={t("mails.nothing")} text={t("mails.next")} />
            ) : (
              <CardList>
                {mails.map(({ id, to, subject, text, sentAt }) => (
                  <Card as="li" key={id}>
                    <h2>{subject}</h2>
                    <p className={styles.soft}>
                      {t("mails.to", { to })}
                      <br />
                      {format.time(sentAt)}
                    </p>
                    <p className={styles.mail}>
                      <Linked text={text} />
                    </p>
                  </Card>
                ))}
              </CardList>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
