package io.tidemark.calls.said;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The identities that are known, from {@code claims.tsv}, which names its source. The longest name
 * that the text contains counts: {@code 平安车险} is an insurer before {@code 车险} is any. Immutable,
 * thread-safe.
 */
public final class Claims {
  private static final Claims USUAL = read();

  /** A name by which an identity is known. */
  private record Name(String text, Claim claim) {}

  private final List<Name> names;
  private final Map<String, Claim> byId;

  private Claims(List<Name> names) {
    this.names =
        names.stream()
            .sorted(
                Comparator.comparingInt((Name name) -> -name.text().length())
                    .thenComparing(Name::text))
            .toList();
    Map<String, Claim> all = new LinkedHashMap<>();
    names.forEach(name -> all.putIfAbsent(name.claim().id(), name.claim()));
    this.byId = Map.copyOf(all);
  }

  /** The built-in ones. */
  public static Claims usual() {
    return USUAL;
  }

  private static Claims read() {
    try (InputStream in = Claims.class.getResourceAsStream("claims.tsv")) {
      if (in == null) {
        throw new IllegalStateException("claims.tsv is missing");
      }
      List<Name> names = new ArrayList<>();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] cells = line.split("\t", -1);
          Claim claim =
              new Claim(cells[0], Claim.Kind.valueOf(cells[1]), new Words(cells[2], cells[3]));
          for (String name : cells[4].split("\\|", -1)) {
            names.add(new Name(plain(name), claim));
          }
        }
      }
      return new Claims(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identity of this id. */
  public Optional<Claim> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The identity that somebody wrote down; nothing where none is known. */
  public Optional<Claim> of(PersonalText written) {
    String text = plain(written.reveal(Reveal.CLASSIFY));
    return text.isEmpty()
        ? Optional.empty()
        : names.stream().filter(name -> text.contains(name.text())).findFirst().map(Name::claim);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s·.]+", "");
  }
}
