package io.tidemark.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Passwords: 32 random bytes, written as 43 letters of Base64url. */
final class Secret {
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The secret kept in {@code file}, drawn and kept now when there is none. */
  static String keptOrDrawn(Path file) throws DatabaseUnavailable, IOException {
    if (Files.notExists(file)) {
      OwnerOnly.write(file, random().getBytes(StandardCharsets.US_ASCII));
    }
    return kept(file);
  }

  /** The secret kept in {@code file}. */
  static String kept(Path file) throws DatabaseUnavailable, IOException {
    try {
      String secret = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      if (SHAPE.matcher(secret).matches()) {
        return secret;
      }
    } catch (NoSuchFileException e) {
      throw new DatabaseUnavailable(
          "数据库还在，但缺少它的口令文件 " + file + "：请从备份恢复",
          "the database is there, but its password file " + file + " is not: restore it");
    }
    throw new DatabaseUnavailable(
        file + " 不是 43 个字母的口令：请从备份恢复",
        file + " does not hold a password of 43 letters: restore it");
  }
}
