package io.tidemark.custody.owner;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * All that the records of a person say and said, opened.
 *
 * @param records each with its versions
 */
record Versions(List<Of> records) {
  /** What is said of a person, and not of a vehicle or a contract. */
  private static final Set<FieldClass> OF_THE_PERSON =
      Set.of(FieldClass.NAME, FieldClass.IDENTITY_NUMBER, FieldClass.MOBILE, FieldClass.ADDRESS);

  /**
   * One record.
   *
   * @param person its person's key
   * @param contents what it said, the latest last; at least one
   */
  record Of(int number, UUID person, List<Content> contents) {
    Content current() {
      return contents.get(contents.size() - 1);
    }

    /** Tokens of all that it says and said of a field. */
    Set<UUID> earlier(Tokens tokens, UUID key, FieldClass field) {
      Set<UUID> earlier = new HashSet<>();
      for (Content content : contents) {
        PersonalText said = content.canonical(field);
        if (!said.isEmpty()) {
          earlier.add(tokens.value(key, field, said));
        }
      }
      return earlier;
    }
  }

  static Versions of(Map<Integer, List<OpenedRecord>> versions, Map<Integer, UUID> people) {
    List<Of> records = new ArrayList<>();
    versions.forEach(
        (number, all) ->
            records.add(
                new Of(
                    number,
                    Objects.requireNonNull(people.get(number), "a record has a person"),
                    all.stream().map(OpenedRecord::content).toList())));
    return new Versions(records);
  }

  static boolean ofThePerson(FieldClass field) {
    return OF_THE_PERSON.contains(field);
  }

  /**
   * The records in which a field is to be corrected: of the person, all that bear the name of those
   * that were named (two people can have come under one key by a mistyped number); else those that
   * were named.
   */
  List<Of> concerned(FieldClass field, RoaringBitmap named) {
    List<Of> those = records.stream().filter(one -> named.contains(one.number())).toList();
    if (!ofThePerson(field)) {
      return those;
    }
    Set<PersonalText> names = new HashSet<>();
    those.forEach(one -> names.add(one.current().canonical(FieldClass.NAME)));
    return records.stream()
        .filter(one -> names.contains(one.current().canonical(FieldClass.NAME)))
        .toList();
  }

  /** How many records one of these keys has. */
  long count(UUID person) {
    return records.stream().filter(one -> one.person().equals(person)).count();
  }
}
