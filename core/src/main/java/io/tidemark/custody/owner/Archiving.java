package io.tidemark.custody.owner;

import io.tidemark.authorise.AliasTerms;
import io.tidemark.evidence.People;
import io.tidemark.rights.notice.Opening;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.vault.Locator;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Tracks;
import io.tidemark.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left of somebody who is erased: the records of providing personal information, which are
 * kept by law (网络数据安全管理条例 art. 12), sealed and apart, and with them which alias numbers stood for
 * the person, kept six months at least; the leaves of disclosures; the tokens by which the person
 * is known again. Thread-safe.
 *
 * @param vault computes and seals
 * @param years for how long after the last provision, as the policy says: three at least
 */
record Archiving(Vault vault, int years) {
  /**
   * Takes them out.
   *
   * @param restDays for how many days the alias numbers rest that stood for them
   */
  PeopleErased erased(Footprint print, List<Opening> notices, Instant now, int restDays) {
    Set<UUID> people = new HashSet<>(print.owners().values());
    List<PeopleErased.Place> places = new ArrayList<>();
    Set<UUID> suppressed = new HashSet<>(vault.suppression().tokens(people));
    Map<UUID, Set<UUID>> found = new HashMap<>();
    for (Footprint.Version version : print.versions()) {
      Tracks tracks = vault.tracks(version.stored());
      int record = version.stored().id().number();
      tracks
          .locators()
          .values()
          .forEach(token -> places.add(new PeopleErased.Place(token, record)));
      suppressed.addAll(vault.suppression().tokens(tracks.names()));
      Set<UUID> tokens = found.computeIfAbsent(print.owner(version), person -> new HashSet<>());
      tracks
          .locators()
          .forEach(
              (kind, token) -> {
                if (kind != Locator.NAME) {
                  tokens.add(vault.archiveToken(token));
                }
              });
    }
    for (Footprint.Alias alias : print.aliases()) {
      found
          .computeIfAbsent(alias.person(), person -> new HashSet<>())
          .add(vault.archiveToken(alias.token()));
    }
    List<PeopleErased.Leaf> leaves = print.given().stream().map(this::leaf).toList();
    return new PeopleErased(
        print,
        people,
        places,
        leaves,
        suppressed,
        archived(print, found, now),
        notices,
        now,
        China.day(now).plusDays(restDays));
  }

  private PeopleErased.Leaf leaf(Footprint.Given given) {
    StoredRecord stored = given.version().stored();
    byte[] leaf =
        ByteBuffer.allocate(People.LEAF)
            .put(vault.nonce(stored, given.disclosure()))
            .put(stored.commitment().bytes(), 0, Digest.SIZE)
            .array();
    return new PeopleErased.Leaf(stored.id().number(), given.number(), leaf);
  }

  private List<PeopleErased.Archived> archived(
      Footprint print, Map<UUID, Set<UUID>> found, Instant now) {
    Map<UUID, List<Footprint.Given>> given =
        print.given().stream()
            .filter(one -> one.release().isPresent())
            .collect(Collectors.groupingBy(print::person));
    Map<UUID, List<Footprint.Alias>> aliases =
        print.aliases().stream().collect(Collectors.groupingBy(Footprint.Alias::person));
    Set<UUID> people = new LinkedHashSet<>(given.keySet());
    people.addAll(aliases.keySet());
    List<PeopleErased.Archived> archived = new ArrayList<>();
    for (UUID person : people) {
      List<Footprint.Given> all = given.getOrDefault(person, List.of());
      List<Footprint.Alias> numbers = aliases.getOrDefault(person, List.of());
      UUID id = UUID.randomUUID();
      byte[] text =
          Stream.concat(
                  all.stream().map(Archiving::line).distinct(),
                  numbers.stream().map(Archiving::line))
              .collect(Collectors.joining("\n"))
              .getBytes(StandardCharsets.UTF_8);
      archived.add(
          new PeopleErased.Archived(
              id,
              found.getOrDefault(person, Set.of()),
              vault.sealArchive(id, text),
              until(all, numbers, now)));
    }
    return archived;
  }

  /**
   * One alias number: by its token, from which only this home tells the number, for whom and what
   * for, from which entry on, and the last day on which it was to ring.
   */
  private static String line(Footprint.Alias alias) {
    return String.join(
        "\t",
        "alias " + Long.toHexString(alias.token()),
        alias.party(),
        alias.purpose(),
        "entry " + alias.begun(),
        "until " + alias.until());
  }

  /**
   * One provision: to whom, what for, which fields in which form, when, and where it is recorded.
   */
  private static String line(Footprint.Given given) {
    return String.join(
        "\t",
        given.at().toString(),
        given.party(),
        given.purpose(),
        String.join(" ", given.forms()),
        given.disclosure().text(),
        "entry " + given.entry(),
        "release " + given.release().orElseThrow());
  }

  /** The policy's years after the last provision; bindings end today, and are kept six months. */
  private Instant until(List<Footprint.Given> given, List<Footprint.Alias> numbers, Instant now) {
    Stream<Instant> provisions =
        given.stream()
            .map(Footprint.Given::at)
            .map(at -> at.atOffset(ZoneOffset.UTC).plusYears(years).toInstant());
    Stream<Instant> bindings =
        numbers.stream().limit(1).map(one -> now.plus(AliasTerms.LEAST, ChronoUnit.DAYS));
    return Stream.concat(provisions, bindings).max(Instant::compareTo).orElseThrow();
  }
}
