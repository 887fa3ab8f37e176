package io.tidemark.disclose;

import io.tidemark.authorise.Permit;
import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.mark.Marker;
import io.tidemark.disclose.mask.Generalised;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.Positions;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Prepares the copies of one recipient. Not thread-safe: one for each release. */
public final class Preparation {
  private final Marker marker;
  private final PartyTokens tokens;
  private final Positions positions;
  private final HoneyCustomers honey;

  /** Prepares with these marks, tokens and honey customers. */
  public Preparation(Marker marker, PartyTokens tokens, Positions positions, HoneyCustomers honey) {
    this.marker = marker;
    this.tokens = tokens;
    this.positions = positions;
    this.honey = honey;
  }

  /** The rows of the copy. */
  public Prepared prepare(Permit permit, Opened opened) {
    AtomicInteger place = new AtomicInteger();
    Map<FieldClass, Form> forms = permit.forms();
    Stream<Prepared.Row> rows =
        opened.records().flatMap(record -> rows(forms, record, place.getAndIncrement()));
    return new Prepared(List.copyOf(forms.keySet()), rows);
  }

  private Stream<Prepared.Row> rows(Map<FieldClass, Form> forms, OpenedRecord record, int place) {
    Stream<Prepared.Row> real =
        Stream.of(row(forms, record.content(), record.offers(), Optional.empty()));
    List<HoneyCustomer> invented = honey.after(place, record.content());
    if (invented.isEmpty()) {
      return real;
    }
    Stream<Prepared.Row> among =
        invented.stream()
            .map(
                customer ->
                    row(
                        forms,
                        customer.content(),
                        positions.offers(
                            customer.content().original(), customer.content().canonical()),
                        Optional.of(customer)));
    return Stream.concat(real, among);
  }

  private Prepared.Row row(
      Map<FieldClass, Form> forms,
      Content content,
      List<Offer> offers,
      Optional<HoneyCustomer> invented) {
    List<PersonalText> cells = new ArrayList<>(forms.size());
    forms.forEach((field, form) -> cells.add(cell(field, form, content, offers)));
    return new Prepared.Row(cells, invented);
  }

  private PersonalText cell(FieldClass field, Form form, Content content, List<Offer> offers) {
    PersonalText canonical = content.canonical(field);
    if (canonical.isEmpty()) {
      return canonical;
    }
    return switch (form) {
      case PLAIN -> marker.mark(field, content.original(field), offers);
      case MASKED -> Masks.mask(field, canonical);
      case GENERALISED -> Generalised.of(field, canonical);
      case TOKEN -> tokens.token(field, canonical);
      case ALIAS, WITHHELD -> Masks.HIDDEN;
    };
  }
}
