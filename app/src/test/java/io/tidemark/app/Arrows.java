package io.tidemark.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which package may depend on which: "may depend only on", so that what nobody thought of is
 * refused. A package that is planted under {@code io.tidemark.planted} is held to the same arrow.
 */
enum Arrows {
  TERMS("terms"),
  FINGERPRINT("fingerprint", "terms"),
  LEDGER("ledger", "terms"),
  CLASSIFY("classify", "terms"),
  FIND("find", "terms", "classify"),
  RIGHTS("rights", "terms", "ledger"),
  AUTHORISE("authorise", "terms", "ledger", "rights"),
  VAULT("vault", "terms", "ledger", "fingerprint", "authorise"),
  DISCLOSE("disclose", "terms", "ledger", "rights", "fingerprint", "authorise", "vault"),
  TRACE("trace", "terms", "ledger", "fingerprint", "vault"),
  CALLS("calls", "terms", "rights", "vault", "trace"),
  EVIDENCE(
      "evidence", "terms", "ledger", "fingerprint", "vault", "trace", "calls", "disclose.honey"),
  HISTORY("history", "terms", "ledger", "evidence"),
  CUSTODY(
      "custody",
      "terms",
      "ledger",
      "fingerprint",
      "classify",
      "rights",
      "authorise",
      "vault",
      "disclose",
      "trace",
      "calls",
      "evidence",
      "history"),
  FORMATS("formats", core()),
  MEDIA("media", core()),
  STORE("store", core()),
  TELEPHONE("telephone", core()),
  SERVER("server", with(core(), "formats", "media", "store", "telephone")),
  CHAINSIM("chainsim", with(core(), "formats")),
  BENCH("bench", with(core(), "formats", "media", "store", "telephone", "server", "chainsim")),
  APP("app", with(core(), "formats", "media", "store", "telephone", "server", "chainsim", "bench"));

  private static final String ROOT = "io.tidemark.";
  private static final String PLANTED = "io.tidemark.planted.";

  /** The libraries of core, and of the JDK what has no database, no parser and no screen. */
  private static final List<String> CORE_LIBRARIES =
      List.of(
          "",
          "java.io",
          "java.lang..",
          "java.math",
          "java.nio..",
          "java.security..",
          "java.text",
          "java.time..",
          "java.util..",
          "javax.crypto..",
          "javax.security.auth.x500",
          "com.google.crypto.tink..",
          "com.google.errorprone.annotations..",
          "org.bouncycastle..",
          "org.jspecify.annotations..",
          "org.roaringbitmap..");

  private final String name;
  private final List<String> onto;

  Arrows(String name, String... onto) {
    this.name = name;
    this.onto = List.of(onto);
  }

  private static String[] core() {
    return new String[] {
      "terms",
      "fingerprint",
      "ledger",
      "classify",
      "find",
      "rights",
      "authorise",
      "vault",
      "disclose",
      "trace",
      "calls",
      "evidence",
      "history",
      "custody"
    };
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  String id() {
    return name;
  }

  private boolean isCore() {
    return ordinal() <= CUSTODY.ordinal();
  }

  /** The arrow as a rule. */
  ArchRule rule() {
    Set<String> allowed = new LinkedHashSet<>();
    allowed.add(ROOT + name + "..");
    allowed.add(PLANTED + name + "..");
    onto.forEach(other -> allowed.add(ROOT + other + ".."));
    if (isCore()) {
      allowed.addAll(CORE_LIBRARIES);
    }
    String[] packages = allowed.toArray(String[]::new);
    var from =
        classes().that().resideInAnyPackage(ROOT + name + "..", PLANTED + name + "..").should();
    return isCore()
        ? from.onlyDependOnClassesThat().resideInAnyPackage(packages)
        : from.onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(packages)
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                        "io.tidemark.."))
                .as("reside in " + allowed + " or in a library"));
  }

  /** No two steps need each other, however many others stand between. */
  static SliceRule noCircle(String under) {
    return SlicesRuleDefinition.slices().matching(under + ".(*)..").should().beFreeOfCycles();
  }
}
