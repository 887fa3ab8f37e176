package io.tidemark.store.register;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Enrolled;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.PersonLeft;
import io.tidemark.authorise.approval.Delegation;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parties, people, standing grants and credentials. Thread-safe. */
public final class ChainTables {
  private final JdbcClient database;

  /** The tables in this database. */
  public ChainTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return Grants.in(Delegations.in(changes))
        .with(ChainChanged.class, ChainTables::change)
        .with(Enrolled.class, ChainTables::enrol)
        .with(PersonLeft.class, ChainTables::leave);
  }

  /** The chain as it stands. */
  public Chain chain() {
    Map<String, Party> parties = new LinkedHashMap<>();
    database
        .sql("select id, kind, parent, name from party order by place")
        .query(this::party)
        .list()
        .forEach(party -> parties.put(party.id(), party));
    Map<String, Person> people = new LinkedHashMap<>();
    database
        .sql("select id, party, duties from actor order by place")
        .query(this::person)
        .list()
        .forEach(person -> people.put(person.id(), person));
    return new Chain(parties, people, Grants.all(database));
  }

  /** One grant, as it stands now. */
  public Optional<Grant> grant(GrantId id) {
    return Grants.find(database, id);
  }

  /** Since when each grant stands here; those of before that was noted are not named. */
  public Map<GrantId, Instant> grantsSince() {
    return Grants.since(database);
  }

  /** All duties that were lent, ended ones too. */
  public List<Delegation> delegations() {
    return Delegations.all(database);
  }

  /** The 32 bytes of a person's public key, once the person has a credential. */
  public Optional<byte[]> publicKey(String person) {
    return database
        .sql("select public_key from actor where id = ? and public_key is not null")
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** A person's sealed private key, when it is kept here under a passphrase. */
  public Optional<byte[]> sealedKey(String person) {
    return database
        .sql("select sealed_key from actor where id = ? and sealed_key is not null")
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  private Party party(ResultSet row, int number) throws SQLException {
    PartyKind kind = PartyKind.named(row.getString("kind")).orElseThrow();
    return new Party(
        row.getString("id"),
        kind,
        Optional.ofNullable(row.getString("parent")),
        row.getString("name"));
  }

  private Person person(ResultSet row, int number) throws SQLException {
    Set<Duty> duties =
        Sql.texts(row.getArray("duties")).stream().map(Duty::valueOf).collect(Collectors.toSet());
    return new Person(row.getString("id"), row.getString("party"), duties);
  }

  private static void change(Connection connection, long index, ChainChanged changed)
      throws SQLException {
    Sql.run(
        connection, "insert into chain_file (entry, body) values (?, ?)", index, changed.text());
    for (Party party : changed.parties()) {
      Sql.run(
          connection,
          "insert into party (id, kind, parent, name) values (?, ?, nullif(?, ''), ?)"
              + " on conflict (id) do update set kind = excluded.kind, parent = excluded.parent, name = excluded.name",
          party.id(),
          party.kind().id(),
          party.parent().orElse(""),
          party.name());
    }
    for (Person person : changed.people()) {
      Sql.run(
          connection,
          "insert into actor (id, party, duties) values (?, ?, ?)"
              + " on conflict (id) do update set party = excluded.party, duties = excluded.duties",
          person.id(),
          person.party(),
          person.duties());
    }
    for (Grant grant : changed.grants()) {
      Grants.insert(connection, grant);
    }
  }

  private static void enrol(Connection connection, long index, Enrolled enrolled)
      throws SQLException {
    Sql.run(
        connection,
        "update actor set public_key = ?, sealed_key = nullif(?, ''::bytea) where id = ?",
        enrolled.publicKey(),
        enrolled.sealedKey().orElse(new byte[0]),
        enrolled.person());
  }

  private static void leave(Connection connection, long index, PersonLeft left)
      throws SQLException {
    String who = left.person();
    Sql.run(connection, "delete from delegation where delegator = ? or delegate = ?", who, who);
    for (String table :
        List.of("invitation", "account", "passkey", "session", "provider_subject")) {
      Sql.run(connection, "delete from " + table + " where person = ?", who);
    }
    Sql.run(connection, "delete from client_secret where system = ?", who);
    Sql.run(connection, "delete from system_certificate where system = ?", who);
    Sql.run(connection, "delete from actor where id = ?", who);
  }
}
