package io.tidemark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a record offers, and what a recipient gets to see of it. */
final class PositionsTest {
  private static final String HOME = "成都市高新区天府大道26栋1单元1404室";
  private static final String HOME_AGAIN = "四川省成都市高新区天府大道26-1-1404";
  private final Positions positions = new Positions(Suite.INTERNATIONAL.mac(new byte[32]));

  private List<Offer> offers(FieldClass field, String text, String vin, String policy) {
    return positions.offers(
        Map.of(field, PersonalText.of(text)),
        Map.of(
            FieldClass.VIN,
            PersonalText.of(vin),
            FieldClass.POLICY_NUMBER,
            PersonalText.of(policy)));
  }

  @Test
  void aHouseholdIsOnePositionWhateverItsPoliciesAndSpellings() {
    assertThat(offers(FieldClass.ADDRESS, HOME, "v1", "p1"))
        .isEqualTo(offers(FieldClass.ADDRESS, HOME_AGAIN, "v2", "p2"));
    assertThat(offers(FieldClass.ADDRESS, HOME, "", ""))
        .isNotEqualTo(offers(FieldClass.ADDRESS, HOME.replace("1404", "1405"), "", ""));
    assertThat(
            new Positions(Suite.INTERNATIONAL.mac(new byte[] {1}))
                .offers(Map.of(FieldClass.ADDRESS, PersonalText.of(HOME)), Map.of()))
        .isNotEqualTo(offers(FieldClass.ADDRESS, HOME, "", ""));
  }

  @Test
  void aModelIsAPositionOfItsVehicleAndARemarkOrAnAgencyOfItsPolicy() {
    String model = "大众朗逸 2021款 1.5L";
    assertThat(offers(FieldClass.MODEL, model, "v1", "p1"))
        .isEqualTo(offers(FieldClass.MODEL, "大众朗逸21款1.5L", "v1", "p2"))
        .isNotEqualTo(offers(FieldClass.MODEL, model, "v2", "p1"));
    assertThat(offers(FieldClass.REMARK, "出险一次，已修复", "v1", "p1"))
        .isEqualTo(offers(FieldClass.REMARK, "出险1次,已修复", "v2", "p1"))
        .isNotEqualTo(offers(FieldClass.REMARK, "出险一次，已修复", "v1", "p2"));
    assertThat(offers(FieldClass.AGENCY, "四川华康保险代理有限公司", "v1", "p1"))
        .isEqualTo(offers(FieldClass.AGENCY, "四川华康保代", "v2", "p1"))
        .isNotEqualTo(offers(FieldClass.AGENCY, "四川华康保代", "v1", "p2"));
  }

  @Property(tries = 200)
  void packedOffersAreTheSameOffers(
      @ForAll @Size(max = 5) List<@Size(16) byte[]> places, @ForAll Carrier carrier) {
    List<Offer> offers = new ArrayList<>();
    for (byte[] place : places) {
      offers.add(new Offer(Position.of(place), List.of(carrier)));
      offers.add(new Offer(Position.of(place), List.of(Carrier.PROVINCE, Carrier.UNIT)));
    }
    assertThat(Offer.unpack(Offer.pack(offers))).isEqualTo(offers);
  }

  @Test
  void recipientsGetTheirOwnSpellingsOfTheSameMeaning() {
    BiasKey biases = new BiasKey(new byte[32]);
    PersonalText home = PersonalText.of(HOME);
    List<Offer> offers = offers(FieldClass.ADDRESS, HOME, "", "");
    Set<PersonalText> seen = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      byte[] key = new byte[32];
      key[0] = (byte) i;
      Marker marker = new Marker(biases, new RecipientKey(key));
      PersonalText marked = marker.mark(FieldClass.ADDRESS, home, offers);
      assertThat(new Marker(biases, new RecipientKey(key)).mark(FieldClass.ADDRESS, home, offers))
          .isEqualTo(marked);
      assertThat(Catalogue.parse(FieldClass.ADDRESS, marked).content())
          .isEqualTo(Catalogue.parse(FieldClass.ADDRESS, home).content());
      assertThat(marker.mark(FieldClass.NAME, home, offers)).isEqualTo(home);
      seen.add(marked);
    }
    assertThat(seen.size()).isGreaterThan(3);
  }
}
