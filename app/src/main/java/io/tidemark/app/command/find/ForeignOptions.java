package io.tidemark.app.command.find;

import io.tidemark.app.Stop;
import io.tidemark.app.scan.DatabaseScan;
import io.tidemark.store.foreign.Address;
import io.tidemark.store.foreign.ForeignDatabase;
import io.tidemark.terms.Words;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which foreign database is scanned, and how much of it. */
final class ForeignOptions {
  /** Where the password may stand. */
  static final String PASSWORD = "TIDEMARK_SCAN_PASSWORD";

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = {
        "扫描一个数据库（jdbc:postgresql: 或 jdbc:mysql:），只读连接。密码不写在命令行：用环境变量 TIDEMARK_SCAN_PASSWORD、"
            + "--password-file，或在终端输入。",
        "Scans a database (jdbc:postgresql: or jdbc:mysql:) over a connection that can only read. The password does not"
            + " stand on the command line: TIDEMARK_SCAN_PASSWORD, --password-file, or typed on the terminal."
      })
  private @Nullable String url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = {"数据库用户。", "The database's user."})
  private String user = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {"密码文件（第一行）。", "The file with the password (its first line)."})
  private @Nullable Path passwordFile;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = {"每张表取几行（默认 1000）。", "Rows of each table (default 1000)."})
  private int sample = 1000;

  @Option(
      names = "--whole",
      description = {"读每张表的全部行。", "Reads all rows of each table."})
  private boolean whole;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = {
        "与 --whole 同用：进度记在此文件，中断后从那里继续；文件里没有任何值。",
        "With --whole: keeps the place in this file and goes on from there after a break; it holds no value."
      })
  private @Nullable Path resume;

  @Option(
      names = "--policy-out",
      paramLabel = "FILE",
      description = {
        "把每一列的类别与级别写成 YAML，供人核对；核对后用 grade --columns 认可。",
        "Writes class and grade of each column as YAML, for a person to look at; grade --columns confirms it then."
      })
  private @Nullable Path policyOut;

  @Option(
      names = "--statement-seconds",
      paramLabel = "N",
      description = {"一条查询最多几秒（默认 60）。", "Seconds for one statement (default 60)."})
  private int seconds = 60;

  boolean named() {
    return url != null;
  }

  /** Ends the command where options of a database stand without one, or against each other. */
  void check() {
    Stop.unlessAtLeastOne("--sample", sample);
    Stop.unlessAtLeastOne("--statement-seconds", seconds);
    if (!named() && (whole || resume != null || policyOut != null)) {
      throw Stop.usage(
          "--whole、--resume、--policy-out 只用于 --database",
          "--whole, --resume and --policy-out go with --database");
    }
    if (resume != null && !whole) {
      throw Stop.usage("--resume 只用于 --whole", "--resume goes with --whole");
    }
  }

  Address address() {
    try {
      return Address.of(String.valueOf(url))
          .orElseThrow(
              () ->
                  Stop.usage(
                      "不认识这种数据库地址；可用 jdbc:postgresql: 与 jdbc:mysql:",
                      "no such kind of database: jdbc:postgresql: and jdbc:mysql: are known"));
    } catch (IllegalArgumentException e) {
      throw Stop.usage(
          "密码不要写在地址里：用环境变量 " + PASSWORD + " 或 --password-file",
          "no password within the address: use " + PASSWORD + " or --password-file");
    }
  }

  DatabaseScan.Terms terms() {
    return new DatabaseScan.Terms(whole ? 0 : sample, seconds);
  }

  Optional<Path> resume() {
    return Optional.ofNullable(resume);
  }

  Optional<Path> policyOut() {
    return Optional.ofNullable(policyOut);
  }

  ForeignDatabase.Login login() throws IOException {
    return new ForeignDatabase.Login(user, password());
  }

  private char @Nullable [] password() throws IOException {
    if (passwordFile != null) {
      if (!Files.isReadable(passwordFile)) {
        throw Stop.unreadable(
            new Words("读不出密码文件 " + passwordFile, "cannot read the password from " + passwordFile));
      }
      return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
    }
    String kept = System.getenv(PASSWORD);
    if (kept != null) {
      return kept.toCharArray();
    }
    Console console = System.console();
    return console == null || user.isEmpty()
        ? null
        : console.readPassword("%s", "数据库密码 / database password: ");
  }
}
