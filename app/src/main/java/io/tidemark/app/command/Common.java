package io.tidemark.app.command;

import io.tidemark.app.Terminal;
import io.tidemark.terms.Language;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
public final class Common {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = {
        "数据目录（默认：环境变量 TIDEMARK_HOME，或 ./tidemark-home）。",
        "The home (default: TIDEMARK_HOME, or ./tidemark-home)."
      })
  @Nullable Path home;

  @Option(
      names = "--json",
      description = {"标准输出只有一个 JSON 文档。", "One JSON document on standard output."})
  public boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = {"语言（默认随系统）。", "Language (default: from the locale)."})
  @Nullable String lang;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = {"以谁的身份行事（默认：操作员）。", "Who acts (default: the operator of the home)."})
  @Nullable String as;

  @Option(
      names = "--credential",
      paramLabel = "FILE",
      description = {
        "该人的凭证文件（默认：./PERSON.key；没有则在终端询问口令）。",
        "That person's key file (default: ./PERSON.key; else a passphrase is asked for)."
      })
  @Nullable Path credential;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = {"显示本帮助。", "Show this help."})
  boolean help;

  public Path home() {
    if (home != null) {
      return home;
    }
    String named = System.getenv("TIDEMARK_HOME");
    return Path.of(named == null || named.isEmpty() ? "tidemark-home" : named);
  }

  public Language language() {
    if (lang == null) {
      return Terminal.ofLocale(Locale.getDefault());
    }
    return lang.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
  }
}
