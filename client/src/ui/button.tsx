import type { ButtonHTMLAttributes, ReactNode } from "react";
import styles from "./button.module.css";
import { classes } from "./classes.ts";

export interface ButtonLook {
  /** `main` is the apple red, once a screen (`MainButton`); `filled` sea; `default` outlined; `subtle` bare. */
  variant?: "main" | "filled" | "default" | "subtle";
  size?: "md" | "lg";
  fullWidth?: boolean;
  leftSection?: ReactNode;
  rightSection?: ReactNode;
}

export function buttonClass({ variant = "default", size = "md", fullWidth = false }: ButtonLook): string {
  return classes(styles.button, styles[variant], size === "lg" && styles.lg, fullWidth && styles.full);
}

export function ButtonContent({
  leftSection,
  rightSection,
  children,
}: ButtonLook & { children?: ReactNode }) {
  return (
    <>
      {leftSection}
      <span>{children}</span>
      {rightSection}
    </>
  );
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** At work: cannot be pressed again, and says so. */
  loading?: boolean;
}

/** A button of 44 px or more. Without `type`, it never sends a form. */
export function Button({ loading = false, disabled, type = "button", className, ...rest }: ButtonProps) {
  const {
    variant = "filled",
    size,
    fullWidth,
    leftSection,
    rightSection,
    children,
    onClick,
    ...native
  } = rest;
  const acts = variant === "main" || variant === "filled";
  return (
    <button
      {...native}
      // The second press of a double click comes before the first is seen to be at work.
      onClick={(event) => (loading || (acts && event.detail > 1) ? event.preventDefault() : onClick?.(event))}
      type={type}
      className={classes(buttonClass({ variant, size, fullWidth }), className)}
      // At work it keeps the focus, which a disabled button would lose for good.
      disabled={disabled}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
    >
      <ButtonContent leftSection={leftSection} rightSection={rightSection}>
        {children}
      </ButtonContent>
    </button>
  );
}
