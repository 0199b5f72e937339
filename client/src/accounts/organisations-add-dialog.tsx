import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { newId } from "../platform/new-id.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { NativeSelect, TextInput } from "../ui/fields.tsx";
import { type ChosenPlace, PlacePicker } from "../ui/pickers/place-picker.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./organisations.module.css";
import { InviteMemberDialog } from "./organisations-invite-dialog.tsx";
import { KINDS } from "./organisations-kinds.ts";
import { type Organisation, useCreateOrganisation } from "./use-organisations.ts";

const empty = () => ({
  id: newId(),
  kind: KINDS[0] ?? "company",
  name: "",
  siret: "",
  place: null as ChosenPlace | null,
});

/** Adds an organisation, then proposes to invite the person who will run its account. */
export function AddOrganisationDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("organisations");
  const [form, setForm] = useState(empty);
  const [added, setAdded] = useState<Organisation | null>(null);
  const create = useCreateOrganisation();
  const fieldErrors = useFieldErrors();
  const errors = create.error ? fieldErrors(create.error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { id, kind, name, siret, place } = form;
    const digits = siret.replace(/\s/g, "");
    create.mutate(
      { id, kind, name, ...(digits ? { siret: digits } : {}), ...(place ? { insee: place.insee } : {}) },
      {
        onSuccess: (organisation) => {
          toast.done(t("add.done", { name: organisation.name }));
          setForm(empty());
          onClose();
          setAdded(organisation);
        },
      },
    );
  };
  return (
    <>
      <Dialog open={open} onClose={onClose} title={t("add.title")}>
        <form onSubmit={submit} className={styles.form}>
          <p>{t("add.text")}</p>
          <NativeSelect
            label={t("filters.kind")}
            value={form.kind}
            onChange={(event) =>
              setForm({ ...form, kind: KINDS.find((one) => one === event.currentTarget.value) ?? form.kind })
            }
            data={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <TextInput
            label={t("add.name")}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
            error={errors.name}
            maxLength={120}
            required
          />
          <TextInput
            label={t("add.siret")}
            description={t("add.siretHint")}
            value={form.siret}
            onChange={(event) => setForm({ ...form, siret: event.currentTarget.value })}
            error={errors.siret}
            inputMode="numeric"
            maxLength={20}
          />
          <PlacePicker
            label={t("add.place")}
            value={form.place}
            onChange={(place) => setForm({ ...form, place })}
            error={errors.insee ?? null}
          />
          {Object.keys(errors).length === 0 ? <FormProblem error={create.error} /> : null}
          <MainButton type="submit" loading={create.isPending}>
            {t("add.confirm")}
          </MainButton>
        </form>
      </Dialog>
      {added ? <InviteMemberDialog open organisation={added} onClose={() => setAdded(null)} /> : null}
    </>
  );
}
