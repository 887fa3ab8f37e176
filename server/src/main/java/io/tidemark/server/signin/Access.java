package io.tidemark.server.signin;

import io.tidemark.authorise.Act;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.Address;
import io.tidemark.server.http.AddressLimit;
import io.tidemark.server.http.Bodies;
import io.tidemark.server.http.CallerLimit;
import io.tidemark.server.http.CatchAll;
import io.tidemark.server.http.FormFilter;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.HostFilter;
import io.tidemark.server.http.Hosts;
import io.tidemark.server.http.Limits;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Problems;
import io.tidemark.server.http.WriteOnce;
import io.tidemark.server.partner.PartnerDoor;
import io.tidemark.server.partner.PartnerFilter;
import io.tidemark.store.home.Home;
import io.tidemark.vault.SecretBox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Which request passes which check, in which order. What is not named here needs a session. */
@Configuration(proxyBeanMethods = false)
class Access {
  private static final String PROGRAMS =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** Neither script nor style stands in a page, and nothing is evaluated. */
  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  /** There are no users but accounts; this keeps Spring Boot from inventing one. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("accounts sign in at " + Paths.SIGN_IN);
    };
  }

  /** Requests are observed as a whole; to observe each filter besides costs a tenth of them. */
  @Bean
  SecurityObservationSettings noFilterByItself() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      Home home,
      ServerSettings settings,
      Problems problems,
      JsonMapper json,
      PartnerDoor door,
      Bodies bodies,
      Hosts hosts,
      Clock clock) {
    Limits all = new Limits(settings.limits().address());
    Limits signIn = new Limits(settings.limits().signIn());
    Limits person = new Limits(settings.limits().person());
    SecretBox answers = SecretBox.of(home.keys(), "kept answers");
    http.csrf(AbstractHttpConfigurer::disable) // SessionFilter asks for a header of its own
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .addHeaderWriter(
                        (request, response) ->
                            response.setHeader(
                                "Content-Security-Policy",
                                Paths.isPage(request) ? PAGES : PROGRAMS))
                    .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), microphone=(), geolocation=()"))
                    .crossOriginResourcePolicy(
                        p ->
                            p.policy(
                                org.springframework.security.web.header.writers
                                    .CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy
                                    .SAME_ORIGIN)))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                        (request, response, cause) -> {
                          response.setHeader("WWW-Authenticate", "Bearer");
                          problems.answer(Halt.status(401), request, response);
                        })
                    .accessDeniedHandler(
                        (request, response, cause) ->
                            problems.answer(Halt.status(403), request, response)))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(Paths.SIGN_IN, Paths.SIGN_IN + "/**")
                    .permitAll()
                    .requestMatchers(Paths.TOKEN, Paths.TOKEN_METADATA)
                    .permitAll()
                    .requestMatchers("/openapi.json", "/.well-known/api-catalog")
                    .permitAll()
                    .requestMatchers(Paths.SIGN_IN_PAGE, Paths.READER, Paths.ASSETS + "/**")
                    .permitAll()
                    .requestMatchers("/health/**", "/error")
                    .permitAll()
                    .requestMatchers("/metrics")
                    .access(fromHereOrAuditor())
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(new CatchAll(problems), HeaderWriterFilter.class)
        .addFilterAfter(new HostFilter(hosts), CatchAll.class)
        .addFilterAfter(new AddressLimit(all, signIn), HostFilter.class)
        .addFilterAfter(new FormFilter(bodies), AddressLimit.class)
        .addFilterAfter(
            new SessionFilter(home.sessions(settings.idle()), home.keys().suite(), clock),
            FormFilter.class)
        .addFilterAfter(new PartnerFilter(door), SessionFilter.class)
        .addFilterAfter(new CallerLimit(person), AuthorizationFilter.class)
        .addFilterAfter(
            new WriteOnce(home.keptAnswers(), answers, home.keys(), json, clock, bodies),
            CallerLimit.class);
    return http.build();
  }

  /** Figures are for a collector on this machine, or for whoever may read the record. */
  private static AuthorizationManager<RequestAuthorizationContext> fromHereOrAuditor() {
    return (authentication, context) ->
        new AuthorizationDecision(
            Address.isLoopback(context.getRequest())
                || (authentication.get() instanceof SignedInPerson person
                    && person.actor().may(Act.AUDIT)));
  }
}
