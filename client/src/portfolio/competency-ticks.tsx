import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Level, LevelPicker } from "../ui/level.tsx";
import type { LevelValue } from "../ui/level-values.ts";
import { Mark } from "../ui/mark.tsx";
import { TextButton } from "../ui/text-button.tsx";
import styles from "./ticks.module.css";

export interface TickItem {
  id: string;
  label: string;
  labelEn?: string | null;
}

/** Competency → level, for those ticked. */
export type Ticked = ReadonlyMap<string, LevelValue>;

/** Whoever ticks « je sais le faire » does it alone, until they say otherwise. */
const FIRST_LEVEL: LevelValue = 3;

interface TicksProps {
  /** Says what is listed, to screen readers too. */
  legend: string;
  items: readonly TickItem[];
  ticked: Ticked;
  onChange: (ticked: Ticked) => void;
  /** What the portfolio holds already: shown with its mark. */
  held: readonly PortfolioCompetency[];
  /** Those held may be ticked again, to tie them to an experience. */
  again?: boolean;
}

interface TickProps {
  item: TickItem;
  level: LevelValue | undefined;
  onLevel: (level: LevelValue | null) => void;
  own: PortfolioCompetency | undefined;
  again: boolean;
}

function Tick({ item, level, onLevel, own, again }: TickProps) {
  const { t } = useTranslation("competency");
  const label = useLabel()(item);
  const has = own && own.heldLevel !== null;
  const note = own && own.mark !== "missing" && (
    <span className={styles.note}>
      <Mark kind={own.mark} size={20} hidden />
      {t(has ? "ticks.held" : "ticks.heldUpcoming")}
    </span>
  );
  if (has && !again)
    return (
      <li className={styles.held}>
        <span>{label}</span>
        {note}
      </li>
    );
  return (
    <li className={styles.tick} data-on={level !== undefined}>
      <label>
        <input
          type="checkbox"
          checked={level !== undefined}
          onChange={(event) => onLevel(event.currentTarget.checked ? (own?.heldLevel ?? FIRST_LEVEL) : null)}
        />
        <span className={styles.words}>
          <span>{label}</span>
          {note}
        </span>
      </label>
      {level === undefined ? null : (
        <TickLevel label={label} level={level} onLevel={onLevel} known={Boolean(has)} />
      )}
    </li>
  );
}

interface TickLevelProps {
  label: string;
  level: LevelValue;
  onLevel: (level: LevelValue) => void;
  known: boolean;
}

/** At which level. Already said once: it is told, and asked again only on demand. */
function TickLevel({ label, level, onLevel, known }: TickLevelProps) {
  const { t } = useTranslation("competency");
  const [asked, setAsked] = useState(false);
  const picker = useRef<HTMLDivElement>(null);
  // The button that asked is gone: the keyboard goes on from the level it was about.
  useEffect(() => {
    if (asked) picker.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [asked]);
  if (known && !asked)
    return (
      <div className={styles.told}>
        <Level level={level} />
        <TextButton onClick={() => setAsked(true)} aria-label={t("ticks.changeOf", { label })}>
          {t("ticks.change")}
        </TextButton>
      </div>
    );
  return (
    <div ref={picker} className={styles.level}>
      <LevelPicker value={level} onChange={onLevel} label={t("ticks.level", { label })} hideLabel />
    </div>
  );
}

/** Competencies to tick; a level to choose opens under each one ticked. */
export function CompetencyTicks({ legend, items, ticked, onChange, held, again = false }: TicksProps) {
  const set = (id: string, level: LevelValue | null) => {
    const next = new Map(ticked);
    if (level === null) next.delete(id);
    else next.set(id, level);
    onChange(next);
  };
  return (
    <fieldset className={styles.ticks}>
      <legend>{legend}</legend>
      <ul>
        {items.map((item) => (
          <Tick
            key={item.id}
            item={item}
            level={ticked.get(item.id)}
            onLevel={(level) => set(item.id, level)}
            own={held.find(({ id }) => id === item.id)}
            again={again}
          />
        ))}
      </ul>
    </fieldset>
  );
}
