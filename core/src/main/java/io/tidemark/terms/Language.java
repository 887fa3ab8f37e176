package io.tidemark.terms;

/** The languages of everything that a person reads. */
public enum Language {
  ZH,
  EN
}
