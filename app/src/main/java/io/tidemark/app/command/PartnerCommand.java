package io.tidemark.app.command;

import picocli.CommandLine.Command;

/** Partners' own systems: letting them in, and out. */
@Command(
    name = "partner",
    description = {
      "合作方的系统接入：证书、本方客户、暂停与监控。",
      "Partners' own systems: certificates, own people, suspension, watching."
    },
    subcommands = {
      PartnerCertifyCommand.class,
      PartnerTrustCommand.class,
      PartnerPeopleCommand.class,
      PartnerRevokeCommand.class,
      PartnerSuspendCommand.class,
      PartnerResumeCommand.class,
      PartnerListCommand.class
    })
public final class PartnerCommand extends Group {}
