package io.tidemark.app.command.partner;

import io.tidemark.app.command.Group;
import picocli.CommandLine.Command;

/** Partners' own systems: letting them in, and out. */
@Command(
    name = "partner",
    description = {
      "合作方的系统接入：证书、本方客户、暂停、webhook 与监控。",
      "Partners' own systems: certificates, own people, suspension, webhooks, watching."
    },
    subcommands = {
      PartnerCertifyCommand.class,
      PartnerTrustCommand.class,
      PartnerPeopleCommand.class,
      PartnerRevokeCommand.class,
      PartnerSuspendCommand.class,
      PartnerResumeCommand.class,
      PartnerWebhookCommand.class,
      PartnerListCommand.class
    })
public final class PartnerCommand extends Group {}
